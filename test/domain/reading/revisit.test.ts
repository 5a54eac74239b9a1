import { describe, expect, test } from 'vitest'
import { readResult, readRevisit } from '../../../domain/reading/revisit.ts'

describe('readRevisit', () => {
  test.each([
    ['已解决 满意', { solved: true, satisfaction: 'good' }],
    ['已解决 满意 晚上风机已关机', { solved: true, satisfaction: 'good' }],
    ['前两次没人接,今天说已解决', { solved: true, satisfaction: 'none' }],
    ['部分解决 基本满意', { solved: false, partly: true, satisfaction: 'fair' }],
    ['没有完全解决', { solved: false, partly: true, satisfaction: 'none' }],
    ['未解决 不满意', { solved: false, satisfaction: 'bad' }],
    ['居民说晚上还是有味 不满意', { solved: false, satisfaction: 'bad' }],
    ['满意度不高', { solved: false, satisfaction: 'bad' }],
    ['满意度很高', { solved: true, satisfaction: 'good' }],
    ['居民很不满', { solved: false, satisfaction: 'bad' }],
    ['谈不上满意', { solved: false, satisfaction: 'bad' }],
    ['没说满意不满意', undefined],
    ['已解决,没说满不满意', { solved: true, satisfaction: 'none' }],
    ['没味了', { solved: true, satisfaction: 'none' }],
    ['没接', 'unreached'],
    ['没打通', 'unreached'],
    ['关机', 'unreached'],
    ['未接通 未评价', 'unreached'],
    ['手机一直关机', 'unreached'],
    ['晚上风机不关机', undefined],
  ])('「%s」', (words, said) => {
    expect(readRevisit(words)).toEqual(said)
  })
})

test('部分解决 is a result of its own', () => {
  expect(readResult('部分解决')).toBe('partly')
  expect(readResult('已解决')).toBe('solved')
})
