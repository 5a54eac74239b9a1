import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aqiKeys, aqiVectors, aqiVersions, breakpointsOf, iaqiOf, indexSteps } from '../../../domain/standards/aqi.ts'
import { figure } from '../../../domain/standards/decimal.ts'
import { judged } from './samples.ts'

describe('one pollutant', () => {
  test.each([
    ['PM2.5', '24h', 75, '2026-02-28', 'GB 3095-2012', 'within'],
    ['PM2.5', '24h', 75, '2026-03-01', 'GB 3095-2026', 'over'],
    ['PM2.5', '24h', 60, '2030-12-31', 'GB 3095-2026', 'within'],
    ['PM2.5', '24h', 60, '2031-01-01', 'GB 3095-2026', 'over'],
    ['PM10', '日均', 150, '2026-02-28', 'GB 3095-2012', 'within'],
    ['PM10', '日均', 150, '2026-03-01', 'GB 3095-2026', 'over'],
    ['SO2', '年均', 60, '2030-12-31', 'GB 3095-2026', 'within'],
    ['SO2', '年均', 60, '2031-01-01', 'GB 3095-2026', 'over'],
    ['TSP', '24h', 300, '2026-11-23', 'GB 3095-2026', 'within'],
    ['TSP', '24h', 301, '2026-11-23', 'GB 3095-2026', 'over'],
    ['臭氧', '日最大8小时', 161, '2026-11-23', 'GB 3095-2026', 'over'],
    ['CO', '24h', 4.04, '2026-11-23', 'GB 3095-2026', 'within'],
    ['CO', '24h', 4.06, '2026-11-23', 'GB 3095-2026', 'over'],
  ])('%s %s %s on %s', (item, period, measured, date, standard, verdict) => {
    expect(judged(item, measured, { period, date, class: '二级' })).toMatchObject({ standard, verdict })
  })

  test.each([
    ['TSP', 312, 'high'],
    ['PM2.5', 80, 'high'],
    ['PM10', 600, 'high'],
    ['PM2.5', 30, 'undecided'],
    ['O3', 240, 'high'],
    ['O3', 200, 'within'],
    ['NO2', 201, 'high'],
    ['SO2', 500, 'within'],
  ])('an hour is never 超标: %s %s', (item, measured, verdict) => {
    expect(judged(item, measured, { period: '1h' }).verdict).toBe(verdict)
  })

  test('一类区, and an unsaid mean is asked for', () => {
    expect(judged('PM2.5', 36, { period: '24h', class: '一类区' })).toMatchObject({
      class: '一级',
      limit: '35',
      verdict: 'over',
    })
    expect(judged('PM2.5', 36)).toMatchObject({ verdict: 'undecided', missing: ['averaging'] })
    expect(judged('PM2.5日均值', 36).verdict).toBe('within')
  })
})

test('several pollutants or means by GB 3095 itself', () => {
  const day = { 'PM2.5_24h': 61, PM10_24h: 100, O3_1h: 230 }
  const j = judged('环境空气', day, { standard: 'GB 3095-2026' })
  expect(j).toMatchObject({ verdict: 'over', standard: 'GB 3095-2026', item: 'PM2.5', limit: '60' })
  expect(j.parts?.map(({ verdict }) => verdict)).toEqual(['over', 'within', 'high'])
  expect(judged('PM2.5', day, { standard: 'auto:GB 3095' }).standard).toBe('GB 3095-2026')
  expect(judged('PM2.5', { '24h': 55, 年均: 31 })).toMatchObject({ verdict: 'over', period: 'annual', limit: '30' })
  expect(judged('PM2.5', 61, { standard: 'auto:aqi', period: '24h' })).toMatchObject({ item: 'AQI', rounded: '101' })
})

test.each([
  ['三级', undefined],
  ['城区', undefined],
  ['1', '一级'],
  ['二类区', '二级'],
  ['环境空气二级', '二级'],
])('class of the air: 「%s」', (said, of) => {
  const j = judged('PM2.5', 61, { period: '24h', class: said })
  expect(j.class).toBe(of)
  if (of === undefined) expect(j).toMatchObject({ verdict: 'undecided', missing: ['class'] })
})

test('a standard by its title', () => {
  expect(judged('噪声', 49, { standard: '《声环境质量标准》', class: '2', period: 'night' }).standard).toBe(
    'GB 3096-2008',
  )
  expect(judged('颗粒物', 0.2, { standard: '北京市大气污染物综合排放标准' }).standard).toBe('DB11/501-2017')
  expect(judged('颗粒物', 0.2, { standard: '大气污染物综合排放标准' }).standard).toBe('GB 16297-1996')
  expect(judged('噪声', 49, { standard: '某某标准', class: '2', period: 'night' }).remarks).toContainEqual({
    kind: 'standardUnknown',
    said: '某某标准',
  })
})

describe('AQI', () => {
  test.each(aqiVectors)('vector of the data: $version $key $value', ({ version, key, value, iaqi }) => {
    expect(iaqiOf(version, key, value)).toMatchObject({ iaqi })
  })

  const columns = aqiVersions.flatMap((version) => aqiKeys.map((key) => ({ version, key })))

  test.each(columns)('exact at every breakpoint, upward just above: $version $key', ({ version, key }) => {
    const points = breakpointsOf(version, key).filter((point) => point !== null)
    points.forEach((point, i) => {
      expect(iaqiOf(version, key, figure(point))).toEqual({ iaqi: indexSteps[i] })
      if (i + 1 < points.length) {
        const above = iaqiOf(version, key, figure(point).plus(1))
        expect(above).not.toBe('other')
        expect((above as { iaqi: number }).iaqi).toBeGreaterThan(indexSteps[i] ?? 0)
      }
    })
  })

  test.each(columns)('never falls as the concentration rises: $version $key', ({ version, key }) => {
    const concentration = fc.integer({ min: 0, max: 45_000 }).map((n) => n / 10)
    fc.assert(
      fc.property(concentration, concentration, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((n) => iaqiOf(version, key, figure(n)))
        if (low === 'other' || high === 'other' || !low || !high) return high === 'other' || low !== 'other'
        return low.iaqi <= high.iaqi
      }),
    )
  })

  test('the version of the day, all primaries on a tie', () => {
    const day = { 'PM2.5_24h': 61, PM10_24h: 121, SO2_24h: 10, NO2_24h: 30, CO_24h: 1, O3_8h: 90 }
    const now = judged('AQI', day)
    expect(now).toMatchObject({ verdict: 'over', standard: 'HJ 633-2026', rounded: '101' })
    expect(now.index).toMatchObject({ aqi: 101, category: '轻度污染', primaries: ['PM2.5', 'PM10'] })
    const before = judged('AQI', day, { date: '2026-02-28' })
    expect(before).toMatchObject({ verdict: 'within', standard: 'HJ 633-2012' })
    expect(before.index?.primaries).toEqual(['PM10'])
  })

  test('an hourly index over 100 is 高值; the period of the sample counts where the key says none', () => {
    expect(judged('AQI', { 'PM2.5': 90, O3: 120 }, { period: '1h' })).toMatchObject({ verdict: 'high' })
    expect(judged('AQI', { 'PM2.5': 90, O3: 120 }, { period: '24h' })).toMatchObject({ verdict: 'over' })
  })

  test('2026 rounds what goes in; a missing pollutant is named while the index is at most 100', () => {
    expect(judged('AQI', { 'PM2.5_24h': 60.4 }).rounded).toBe('100')
    expect(judged('AQI', { 'PM2.5_24h': 60.5 }).rounded).toBe('100')
    expect(judged('AQI', { 'PM2.5_24h': 60.6 }).rounded).toBe('101')
    const j = judged('AQI', { 'PM2.5_24h': 60 })
    expect(j.remarks).toContainEqual({
      kind: 'aqiIncomplete',
      names: ['PM10', 'SO2', 'NO2', 'CO', 'O3'],
      standard: 'HJ 633-2026',
    })
  })

  test('above the table', () => {
    expect(judged('AQI', { SO2_1h: 900 }).rounded).toBe('200')
    expect(judged('AQI', { O3_8h: 900 }).rounded).toBe('300')
    expect(judged('AQI', { 'PM2.5_24h': 800 }).rounded).toBe('500')
    expect(judged('AQI', { SO2_1h: 900, SO2_24h: 50 }, { date: '2026-02-28' })).toMatchObject({ rounded: '50' })
  })
})
