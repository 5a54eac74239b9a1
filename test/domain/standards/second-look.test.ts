import { describe, expect, test } from 'vitest'
import { atNight, judged } from './samples.ts'

describe('what a second reading of the data showed', () => {
  test.each([
    ['二甲二硫醚', 0.06, '二级-新扩改建', 'odor_dimethyl_disulfide'],
    ['总铜', 0.9, 'III', 'Cu'],
    ['总汞', '0.05μg/L', 'III', 'Hg'],
    ['油类', 0.04, 'III', 'petroleum'],
    ['阴离子', 0.1, 'III', 'LAS'],
    ['NH3N', 0.9, 'III', 'NH3-N'],
    ['粪大肠菌', 900, 'III', 'fecal_coliform'],
  ])('everyday name %s', (said, measured, of, item) => {
    expect(judged(said, measured, { class: of })).toMatchObject({ item, verdict: 'within' })
  })

  test.each(['2026-06-155', '2026/06/15x', '2026-06-1500', '2026年6月15多'])('%s is no day', (date) => {
    expect(judged('油烟', 3, { date })).toMatchObject({
      verdict: 'undecided',
      remarks: [{ kind: 'unreadable', said: date }],
    })
  })

  test.each([
    '2026-06-15',
    '2026/6/15',
    '2026.06.15',
    '2026年6月15日',
    '20260615',
    '2026-06-15 10:20',
    '2026年6月15日上午',
  ])('%s is one', (date) => expect(judged('油烟', 3, { date }).verdict).toBe('over'))

  test('a concentration below nothing has no index, and the index of several points is the worst', () => {
    expect(judged('AQI', { 'PM2.5_24h': -5 })).toMatchObject({
      verdict: 'undecided',
      remarks: [{ kind: 'implausible', value: '-5' }],
    })
    expect(judged('AQI', [{ 'PM2.5_24h': 40 }, { 'PM2.5_24h': 61 }])).toMatchObject({ verdict: 'over', rounded: '101' })
  })

  test('an hour of CO just beyond the table counts as 500', () => {
    expect(judged('AQI', { CO_1h: 150.1 })).toMatchObject({ rounded: '500' })
    expect(judged('AQI', { CO_1h: 800 }).verdict).toBe('undecided')
  })

  test.each([-3, 0, 9, 151])('a background of %s is questioned', (background) => {
    expect(atNight(56.1, background)).toMatchObject({
      verdict: 'undecided',
      remarks: [{ kind: 'implausible', value: String(background) }],
    })
  })

  test('a background below a figure counts only where it is far enough', () => {
    expect(atNight(56.1, '<40')).toMatchObject({ verdict: 'over', correction: 0, exceed: '6' })
    expect(atNight(51.4, '<48')).toMatchObject({ verdict: 'undecided', missing: ['background'] })
    expect(atNight(56.1, '>48').verdict).toBe('undecided')
  })

  test.each([
    ['<10、15、22', 'over', '22'],
    ['<10,15,18', 'within', '18'],
    ['12;18', 'within', '18'],
    ['12~22', 'over', '22'],
    ['12-18', 'within', '18'],
    ['12 22', 'over', '22'],
  ])('several values in one text: 「%s」', (said, verdict, measured) => {
    expect(judged('臭气浓度', said, { class: '二级-新扩改建' })).toMatchObject({ verdict, measured })
  })

  test('a span takes the unit behind it, and both ends of a pH count', () => {
    expect(judged('油烟', '800~1600 μg/m³')).toMatchObject({ verdict: 'over', measured: '1.6' })
    expect(judged('pH', '6.5~9.2', { class: 'III' })).toMatchObject({ verdict: 'over', measured: '9.2', limit: '9' })
    expect(judged('社会生活噪声', '49、56.1', { class: '2', period: 'night', background: 45 }).exceed).toBe('6')
  })

  test.each(['1.6±0.2', '0.8--1.6', '1.6、很大'])('「%s」 is no value, nor a unit', (said) => {
    expect(judged('油烟', said).remarks).toContainEqual({ kind: 'unreadable', said })
  })

  test.each([
    ['12,000', '12000'],
    ['1.2×10⁴', '12000'],
    ['1.2e4', '12000'],
  ])('「%s」 stays one value', (said, measured) => {
    expect(judged('粪大肠菌群', said, { class: 'III' })).toMatchObject({ measured, verdict: 'over' })
  })

  test('ammonia and sulphide belong to the standard that was named, or to the odour they were measured with', () => {
    expect(judged('h2s', 0.02, { standard: 'GB 14554-93', class: '一级' })).toMatchObject({
      item: 'odor_h2s',
      limit: '0.03',
    })
    expect(judged('nh3', 0.9, { standard: 'GB 14554-93', class: '一级' }).verdict).toBe('within')
    expect(judged('nh3', 0.9)).toMatchObject({ standard: 'DB11/501-2017', verdict: 'unverified' })
    expect(judged('恶臭', { h2s: 0.05, nh3: 1.6 })).toMatchObject({ item: 'odor_nh3', verdict: 'over', limit: '1.5' })
    expect(judged('odor_concentration', 25, { period: 'boundary_fugitive' })).toMatchObject({
      standard: 'DB11/501-2017',
      verdict: 'unverified',
    })
  })

  test('the three of a kitchen by the ends of their ids', () => {
    expect(judged('catering', { oil: 1.6, pm: 4.2, nmhc: 5 })).toMatchObject({
      verdict: 'over',
      item: 'catering_fume_oil',
    })
  })

  test.each(['停用', '未开启', '关', '故障', 'off', false])(
    'a purifier that is 「%s」 purifies nothing',
    (purifier) => {
      expect(judged('油烟', 0.5, { inputs: { purifier } }).verdict).toBe('over')
    },
  )

  test.each(['正常运行', '有', 'on', true])('a purifier that is 「%s」 does', (purifier) => {
    expect(judged('油烟', 0.5, { inputs: { purifier } }).verdict).toBe('within')
  })

  test('a mast is judged by what its unit measures, a stack asks for its height', () => {
    expect(judged('基站', '13 V/m')).toMatchObject({ item: 'emf_electric_30_3000mhz', verdict: 'over', limit: '12' })
    expect(judged('基站', 38, { inputs: { unit: 'µW/cm²' } })).toMatchObject({ limit: '0.4', verdict: 'within' })
    expect(judged('排气筒臭气浓度', 1500).missing).toEqual(['height'])
  })

  test('a level above a figure is not freed of its background', () => {
    expect(atNight('>60', 40)).toMatchObject({ verdict: 'undecided', limit: '50' })
    expect(atNight('>60').remarks).toContainEqual({ kind: 'inconclusive', value: '>60', limit: '50' })
    expect(atNight('<50').verdict).toBe('within')
  })

  test.each([
    ['油烟', '≥1.0', 'undecided'],
    ['油烟', '>1.0', 'over'],
    ['油烟', '≤1.0', 'within'],
    ['溶解氧', '≤5', 'undecided'],
    ['溶解氧', '<5', 'over'],
    ['溶解氧', '≥5', 'within'],
  ])('at the limit: %s %s', (item, measured, verdict) => {
    const j = judged(item, measured, { class: 'III' })
    expect(j.verdict).toBe(verdict)
    expect(j.exceed).toBeUndefined()
    expect(j.remarks).not.toContainEqual(expect.objectContaining({ class: '劣V' }))
  })

  test('what a point says of itself comes before what was said of all', () => {
    const shifts = [
      { period: 'day', value: 58 },
      { time: '23:00', value: 56.1, background: 45 },
    ]
    const j = judged('社会生活噪声', shifts, { class: '2' })
    expect(j).toMatchObject({ verdict: 'over', limit: '50', exceed: '6' })
    expect(j.parts?.map(({ limit }) => limit)).toEqual(['60', '50'])
    expect(judged('油烟', { value: 1600, unit: 'ug/m3' }).measured).toBe('1.6')
    const bands = [
      { freqHz: 63, value: 58, background: 40 },
      { freqHz: 125, value: 40 },
    ]
    const room = { class: '2', period: 'night', inputs: { room: 'A' } }
    expect(judged('倍频带', bands, room)).toMatchObject({ verdict: 'over', freqHz: 63, exceed: '3' })
  })
})
