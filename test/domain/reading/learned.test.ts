import { describe, expect, test } from 'vitest'
import { readComplaints } from '../../../domain/reading/complaint.ts'
import { learnedFrom, nothingLearned } from '../../../domain/reading/learned.ts'
import { isPlaceName, nameToLearn } from '../../../domain/reading/name-to-learn.ts'
import { readPlace } from '../../../domain/reading/place.ts'
import { NOW } from '../../support/sample.ts'

const learned = learnedFrom([
  { name: '望悦家园', street: '石榴庄街道' },
  { name: '望悦家园东区', street: '成寿寺街道' },
  { name: '金桂嘉苑', street: '石榴庄街道' },
  { name: '金桂嘉苑', street: '南苑街道' },
  { name: '顶新路', street: '石榴庄街道' },
])

describe('a learned name', () => {
  test('the longest one that begins first, or none', () => {
    expect(learned.find('在望悦家园东区3号楼')).toMatchObject({ name: '望悦家园东区', start: 1, end: 7 })
    expect(learned.find('芳古园')).toBeUndefined()
    expect(nothingLearned.find('望悦家园')).toBeUndefined()
  })

  test('gives street and address, and makes the text name a place', () => {
    expect(readPlace('望悦家园3号楼底商油烟大', { learned })).toMatchObject({
      street: '石榴庄街道',
      address: '望悦家园3号楼底商',
      named: true,
    })
  })

  test.each([
    ['the community', '芳古园一区旁边的望悦家园', '方庄街道'],
    ['the street that is named', '马家堡街道望悦家园3号楼', '马家堡街道'],
  ])('counts less than %s', (_what, text, street) => {
    expect(readPlace(text, { learned }).street).toBe(street)
  })

  test('counts more than the room', () => {
    expect(readPlace('望悦家园3号楼油烟', { learned, street: '方庄街道' }).street).toBe('石榴庄街道')
  })

  test('a road may run through the room’s street too', () => {
    const place = readPlace('顶新路12号油烟', { learned, street: '方庄街道' })
    expect(place.street).toBe('方庄街道')
    expect(place.notes).toContainEqual({
      kind: 'road-elsewhere',
      name: '顶新路',
      street: '方庄街道',
      other: '石榴庄街道',
    })
  })

  test('of two streets leaves it open, unless the room is one of them', () => {
    const open = readPlace('金桂嘉苑5号楼噪音', { learned, street: '方庄街道' })
    expect(open.street).toBeUndefined()
    expect(open.notes).toContainEqual({
      kind: 'ambiguous-place',
      name: '金桂嘉苑',
      candidates: ['石榴庄街道', '南苑街道'],
    })
    expect(readPlace('金桂嘉苑5号楼噪音', { learned, street: '南苑街道' }).street).toBe('南苑街道')
  })

  test('stands in orders, lists and sentences', () => {
    const order = '【地址】望悦家园3号楼 【反映内容】饭馆油烟大 【来电人】王女士'
    const list = '今天两件:\n1、望悦家园3号楼油烟大\n2、芳古园一区11号楼噪音'
    const streets = (text: string) => readComplaints(text, { now: NOW, learned }).complaints.map(({ street }) => street)
    expect(streets(order)).toEqual(['石榴庄街道'])
    expect(streets(list)).toEqual(['石榴庄街道', '方庄街道'])
    expect(streets('望悦家园3号楼底商油烟大')).toEqual(['石榴庄街道'])
  })
})

test.each([
  ['望悦家园3号楼底商', '望悦家园'],
  ['石榴庄街道望悦家园3号楼', '望悦家园'],
  ['丰台区石榴庄街道顶新路12号', '顶新路'],
  ['望悦家园小区门口', '望悦家园'],
  ['锦绣云亭大厦5号楼', '锦绣云亭大厦'],
  ['芳古园一区11号楼', undefined],
  ['方庄街道', undefined],
  ['小区门口', undefined],
  ['3号楼', undefined],
  ['凉水河边', undefined],
])('of 「%s」 the gazetteer may learn %s', (words, name) => {
  expect(nameToLearn(words)).toBe(name)
})

test.each(['3号楼', '小区', '望悦家园3号', 'ABC', '某小区'])('「%s」 is no name of a place', (name) => {
  expect(isPlaceName(name)).toBe(false)
})
