import { describe, expect, test } from 'vitest'
import { diceOf, gramsOf } from '../../../domain/cases/grams.ts'
import { nearnessOf } from '../../../domain/cases/nearness.ts'
import { likelyDuplicates, likenessTo, type Matter } from '../../../domain/cases/similar.ts'
import { defaults } from '../../../domain/settings.ts'
import { days } from '../../../domain/time/wall.ts'
import { aCase, NOW } from '../../support/sample.ts'

const fume: Matter = {
  street: '方庄街道',
  category: 'air.catering_fume',
  place: '芳古园一区11号楼底商',
  subject: '老灶火锅',
  content: '老灶火锅晚间排油烟,居民无法开窗',
  at: NOW,
}

const OTHER_WORDS = { place: '', subject: '', content: '油烟大' }

describe('pairs of signs', () => {
  test('a number is one sign, punctuation none, stock phrases are left out', () => {
    expect(gramsOf('11号楼,油烟')).toEqual(['11号', '号楼', '油烟'])
    expect(gramsOf('居民反映KTV')).toEqual(['民反', '映ktv'])
    expect(gramsOf('')).toEqual([])
  })

  test('Dice is 1 for the same, 0 for nothing in common', () => {
    expect(diceOf(['油烟'], ['油烟'])).toBe(1)
    expect(diceOf(['油烟'], ['噪音'])).toBe(0)
    expect(diceOf([], [])).toBe(0)
  })
})

test.each([
  ['芳古园一区11号楼底商', '方庄街道芳古园一区11号楼', 'building'],
  ['芳古园一区11号楼', '芳古园一区3号楼', 'compound'],
  ['阳光小区门口', '阳光小区', 'compound'],
  ['阳光花园小区门口', '阳光花园', 'compound'],
  ['顶新路', '顶新路路口', 'community'],
  ['芳古园一区', '芳城园二区', 'apart'],
  ['', '芳城园二区', 'unknown'],
] as const)('「%s」 and 「%s」: %s', (a, b, near) => {
  expect(nearnessOf({ place: a }, { place: b })).toBe(near)
})

describe('a likely duplicate', () => {
  const against = (more: Partial<Matter>) => likenessTo(fume, defaults)({ ...fume, ...more })
  const found = (more: Partial<Matter>) => against(more) >= defaults.duplicateLikeness

  test('the same shop in other words', () => {
    expect(found({ content: '楼下火锅店油烟呛人,天天这样', subject: '老灶火锅店' })).toBe(true)
  })

  test('the same compound and kind of noise, told by somebody else', () => {
    const noise = { category: 'noise.construction', subject: '工地', place: '芳城园二区5号楼' } as const
    const a = { ...fume, ...noise, content: '夜里十一点还在打桩' }
    const b = { ...fume, ...noise, place: '芳城园二区8号楼', content: '工地凌晨施工睡不着' }
    expect(likenessTo(a, defaults)(b)).toBeGreaterThanOrEqual(defaults.duplicateLikeness)
  })

  test('not another street, nor another kind of nuisance', () => {
    expect(against({ street: '成寿寺街道' })).toBe(0)
    expect(against({ category: 'noise.social.equipment' })).toBe(0)
  })

  test('not another shop in another compound', () => {
    const other = { place: '芳城园二区3号楼', subject: '蜀香居', content: '餐馆油烟大,希望尽快处理' }
    expect(found(other)).toBe(false)
  })

  test('fades with the time between', () => {
    expect(against({ ...OTHER_WORDS, at: NOW - days(29) })).toBeLessThan(against(OTHER_WORDS))
  })

  test('odour is felt farther than noise', () => {
    const near = { community: '芳城园一区社区', subject: '', content: '很难闻' }
    const odour = { ...fume, ...near, category: 'air.odor', place: '芳城园二区' } as const
    const other = { ...odour, place: '芳星园三区', content: '异味' } as const
    const fumes = { category: 'air.catering_fume' } as const
    expect(likenessTo(odour, defaults)(other)).toBeGreaterThan(
      likenessTo({ ...odour, ...fumes }, defaults)({ ...other, ...fumes }),
    )
  })
})

describe('candidates', () => {
  const texts: Record<number, string> = { 1: fume.place, 2: fume.subject, 3: fume.content }
  const known = { place: 1, subject: 2, content: 3 }
  const at = { text: (id: number | undefined) => texts[id ?? 0] ?? '', rules: defaults, now: NOW }
  const nos = (...others: Parameters<typeof aCase>[0][]) =>
    likelyDuplicates(
      aCase({ no: 200, ...known }),
      others.map((other) => aCase({ ...known, ...other })),
      at,
    ).map(({ no }) => no)

  test('open and recently closed ones, the newest first, at most two, never itself', () => {
    const closed = { state: 'closed', closedAt: NOW - days(2), registeredAt: NOW - days(40) } as const
    expect(nos({ no: 150, ...closed }, { no: 200 })).toEqual([150])
    expect(nos({ no: 150 }, { no: 151 }, { no: 152 })).toEqual([152, 151])
  })

  test('an old open case counts, one closed long ago does not', () => {
    const old = { registeredAt: NOW - days(50) }
    expect(nos({ no: 150, ...old })).toEqual([150])
    expect(nos({ no: 150, ...old, state: 'closed', closedAt: NOW - days(31) })).toEqual([])
  })

  test('nothing void, merged or confidential, and nothing for a confidential one', () => {
    expect(nos({ no: 150, state: 'void' }, { no: 151, state: 'merged' }, { no: 152, confidential: true })).toEqual([])
    expect(likelyDuplicates(aCase({ ...known, confidential: true }), [aCase({ ...known, no: 9 })], at)).toEqual([])
  })
})
