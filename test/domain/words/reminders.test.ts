import { describe, expect, it } from 'vitest'
import type { Case } from '../../../domain/cases/case.ts'
import type { Step, StepKind, StepName } from '../../../domain/cases/ladder.ts'
import { days, hours, instant } from '../../../domain/time/wall.ts'
import { befriend, type Reader, reminder } from '../../../domain/words/reminders.ts'
import { aCase, aLook } from '../../support/sample.ts'

const NOW = instant('2026-11-24', '10:00')
const look = aLook({ 1: '芳古园一区11号楼' }, { now: NOW, name: () => '李强' })

const waiting = aCase({
  place: 1,
  registeredAt: NOW - hours(2),
  waitingSince: NOW - hours(2),
  deadline: { at: NOW + hours(6), official: true, derived: false },
})
const claimed: Case = {
  ...waiting,
  state: 'claimed',
  owner: { person: 7, unit: '执法一队' },
  claimedAt: NOW - hours(20),
}
const late: Case = { ...claimed, deadline: { at: NOW - days(1), official: true, derived: false } }

const step = (kind: StepKind, name: StepName, more: Partial<Step> = {}) => ({
  kind,
  step: name,
  urgent: false,
  derived: false,
  at: NOW,
  ...more,
})
const owner: Reader = { look, to: 'owner' }
const other: Reader = { look, to: 'private' }
const room: Reader = { look, to: 'room', mentions: [7, 8] }
const said = (words: ReturnType<typeof reminder>) =>
  words.map((piece) => (typeof piece === 'string' ? piece : 'at' in piece ? `@${piece.at} ` : '*')).join('')
const head = '#131 方庄街道 芳古园一区11号楼 餐饮油烟'

describe('a reminder', () => {
  it.each([
    [
      'to those who could take it',
      waiting,
      step('unclaimed', 'claim-1'),
      other,
      '已等2时,还没人领。请回「领哨 131」,去不了请安排人',
    ],
    ['to the room', waiting, step('unclaimed', 'claim-2'), room, '已等2时,还没人领。@7 @8 请回「领哨 131」'],
    [
      'to the owner before the call is due',
      claimed,
      step('contact', 'contact-soon'),
      owner,
      '领哨20时了,还没联系诉求人。请在今天14:00前打,号码回「联系方式 131」',
    ],
    [
      'to the owner when the call is due',
      claimed,
      step('contact', 'contact'),
      owner,
      '领哨20时了,还没联系诉求人。请现在就打,号码回「联系方式 131」',
    ],
    [
      'to the lead',
      claimed,
      step('contact', 'third'),
      other,
      '执法一队 李强领哨20时了,还没联系诉求人。请督促联系,经过回「过程 131」',
    ],
    ['of the way there', claimed, step('onsite', 'onsite'), owner, '领哨20时了,还没到场。请马上到现场,现况回「131」'],
    ['of a deadline', claimed, step('due', 'due-today'), owner, '今天16:00到期,余6时。还差什么回「131」'],
    [
      'of the inner deadline',
      claimed,
      step('due', 'internal'),
      owner,
      '今天16:00到期,余6时,局内时限已到。还差什么回「131」',
    ],
    [
      'of a deadline nobody works for',
      waiting,
      step('due', 'due-1'),
      other,
      '今天16:00到期,余6时,还没人领。请回「领哨 131」',
    ],
    [
      'that it is over, to the lead',
      late,
      step('expired', 'expired'),
      other,
      '已超期1天,执法一队 李强在办。请尽快办结,经过回「过程 131」',
    ],
    [
      'that it is over, to the owner',
      late,
      step('expired', 'expired'),
      owner,
      '已超期1天。请尽快办结,经过回「过程 131」',
    ],
  ] as const)('%s begins with the number and ends with the next step', (_, c, due, reader, words) => {
    expect(said(reminder(due, c, reader))).toBe(`${head} ${words}`)
  })

  it('never names a person in a room', () => {
    for (const kind of ['contact', 'onsite', 'due', 'expired'] as const)
      expect(said(reminder(step(kind, 'expired'), late, room))).not.toContain('李强')
  })

  it('marks what is urgent and what is computed with an unknown calendar', () => {
    expect(said(reminder(step('unclaimed', 'claim-1', { urgent: true }), { ...waiting, urgent: true }, room))).toBe(
      `【急】${head} 已等2时,还没人领。@7 @8 请马上回「领哨 131」`,
    )
    expect(said(reminder(step('due', 'due-1', { derived: true }), claimed, owner))).toContain('余6时(推算)。')
  })

  it('says of a confidential case no more than its community', () => {
    const secret = { ...waiting, confidential: true, community: '芳古园社区' }
    expect(said(reminder(step('unclaimed', 'claim-1'), secret, room))).not.toContain('11号楼')
  })
})

it('asks somebody in a room to become a friend without saying what for', () => {
  expect(said(befriend(7))).toBe('@7  有私信提醒发不到你,请先加我为好友。')
})
