import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/cases/case.ts'
import { type Channel, channelNames } from '../../../domain/cases/channel.ts'
import { type Need, needs, toHandle, wantedName } from '../../../domain/cases/needs.ts'
import { aCase, aClaimed, NOW } from '../../support/sample.ts'

const ALL: Need[] = ['claim', 'contact', 'arrive', 'test', 'handle', 'revisit', 'reply']
const OWN: Need[] = ['claim', 'arrive', 'test', 'handle']
const NAMELESS: Need[] = ['claim', 'arrive', 'test', 'handle', 'reply']

const at = (time: string) => Date.parse(`2026-11-23T${time}:00+08:00`)

describe('what a case needs to be closed depends on its source', () => {
  const outside: Channel[] = ['12345', '12369', 'petition', 'leader', 'media']
  const own: Channel[] = ['grid', 'patrol', 'warning', 'forecast']

  test('every source is one or the other', () => {
    expect([...outside, ...own].sort()).toEqual(Object.keys(channelNames).sort())
  })
  test.each(outside)('%s with a named complainant: all seven', (channel) => {
    expect(needs(aCase({ channel, complainant: 1 }))).toEqual(ALL)
  })
  test.each(outside)('%s without one: nobody is called', (channel) => {
    expect(needs(aCase({ channel }))).toEqual(NAMELESS)
    expect(needs(aCase({ channel, complainant: 1, contactWaived: true }))).toEqual(NAMELESS)
  })
  test.each(own)('%s: nobody is called or answered, named or not', (channel) => {
    expect(needs(aCase({ channel }))).toEqual(OWN)
    expect(needs(aCase({ channel, complainant: 1 }))).toEqual(OWN)
  })
})

describe('a stamp, or what stands for it, is no longer missing', () => {
  const named = aCase({ complainant: 1 })
  test.each<[string, Partial<Case>, Need]>([
    ['claimed', { claimedAt: NOW }, 'claim'],
    ['contacted', { contactedAt: NOW }, 'contact'],
    ['three tries', { contactTries: [at('09:30'), at('14:00'), at('19:00')] }, 'contact'],
    ['arrived', { arrivedAt: NOW }, 'arrive'],
    ['免到场', { arrivalWaived: true }, 'arrive'],
    ['tested', { testedAt: NOW }, 'test'],
    ['不宜检测 agreed to', { agreed: ['noTest'] }, 'test'],
    ['handled', { handledAt: NOW }, 'handle'],
    ['revisited', { revisitedAt: NOW }, 'revisit'],
    ['未接通 agreed to', { agreed: ['unreached'] }, 'revisit'],
    ['replied', { repliedAt: NOW }, 'reply'],
  ])('%s', (_what, more, need) => {
    expect(needs({ ...named, ...more })).toEqual(ALL.filter((one) => one !== need))
  })
  test.each<[string, Partial<Case>, Need]>([
    ['two tries', { contactTries: [NOW, NOW] }, 'contact'],
    [
      'three tries of a revisit, until the lead agrees',
      { revisitTries: [NOW, NOW, NOW], asked: ['unreached'] },
      'revisit',
    ],
    ['不宜检测 only asked for', { asked: ['noTest'] }, 'test'],
    ['another result agreed to', { agreed: ['partly'] }, 'test'],
  ])('%s is not enough', (_what, more, need) => {
    expect(needs({ ...named, ...more })).toContain(need)
  })
})

describe('整改完 needs', () => {
  test.each<[string, Partial<Case>, string[]]>([
    ['contact and test', { complainant: 1 }, ['联系', '检测']],
    ['a test where nobody is to be called', {}, ['检测']],
    ['nothing when both are done', { complainant: 1, contactedAt: NOW, testedAt: NOW }, []],
    ['no test once the lead was asked for none', { complainant: 1, contactedAt: NOW, asked: ['noTest'] }, []],
  ])('%s', (_what, more, missing) => expect(toHandle(aClaimed(more))).toEqual(missing))
})

test('a request is called by what it asks for', () => {
  expect(['noTest', 'partly', 'unreached'].map((wanted) => wantedName(wanted as 'noTest'))).toEqual([
    '不宜检测',
    '部分解决',
    '未接通',
  ])
})
