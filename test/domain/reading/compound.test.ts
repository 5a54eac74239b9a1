import { describe, expect, test } from 'vitest'
import { appointmentIn, compoundOf } from '../../../domain/reading/compound.ts'
import { instant } from '../../../domain/time/wall.ts'

describe('the compound of an address', () => {
  test.each([
    ['芳古园一区11号楼底商', '芳古园一区'],
    ['芳城园2区5号楼', '芳城园二区'],
    ['芳城园二区 甲5号楼', '芳城园二区'],
    ['丰体时代底商', '丰体时代'],
    ['成寿寺路12号院', '成寿寺路'],
    ['老灶火锅门口', '老灶火锅'],
    ['11号楼', undefined],
    ['', undefined],
  ])('%s → %s', (address, compound) => expect(compoundOf(address)).toBe(compound))
})

describe('a visit agreed on', () => {
  const MONDAY = instant('2026-11-23', '10:00')
  test.each([
    ['已电话联系,约明天上午10点现场', instant('2026-11-24', '10:00')],
    ['已联系 约今天下午3点到场', instant('2026-11-23', '15:00')],
    ['联系上了,约好周四下午2点去看', instant('2026-11-26', '14:00')],
    ['约了今天9点到场', undefined],
    ['已联系,诉求人大约在家', undefined],
    ['已联系', undefined],
  ])('%s', (words, at) => expect(appointmentIn(words, MONDAY)).toBe(at))
})
