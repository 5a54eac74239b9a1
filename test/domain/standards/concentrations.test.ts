import { describe, expect, test } from 'vitest'
import { judged } from './samples.ts'

describe('catering fumes', () => {
  test('three items: the worst rules, with its multiple', () => {
    const j = judged('餐饮油烟', { 油烟: 0.6, 颗粒物: 3.2, 非甲烷总烃: 12.4 })
    expect(j).toMatchObject({
      verdict: 'over',
      standard: 'DB11/1488-2018',
      item: 'catering_fume_nmhc',
      exceed: '0.24',
      exceedBy: 'times',
    })
    expect(j.parts?.map(({ verdict }) => verdict)).toEqual(['within', 'within', 'over'])
  })

  test('at the limit, and what nobody measured', () => {
    const j = judged('catering_fume', { catering_fume_oil: 1.0, catering_fume_pm: 5 })
    expect(j.verdict).toBe('within')
    expect(j.remarks).toContainEqual({ kind: 'itemsMissing', names: ['catering_fume_nmhc'] })
    expect(judged('油烟', 1.01).verdict).toBe('over')
  })

  test.each([
    [{ purifier: false }, 'over'],
    [{ purifier: '未安装' }, 'over'],
    [{ directDischarge: true }, 'over'],
    [{ purifier: true, directDischarge: true }, 'over'],
    [{ purifier: false, directDischarge: false }, 'over'],
    [{ purifier: true, directDischarge: false }, 'within'],
    [{ purifier: '有' }, 'within'],
  ])('discharge without a purifier counts as 超标: %o', (inputs, verdict) => {
    expect(judged('油烟', 0.5, { inputs }).verdict).toBe(verdict)
  })

  test('both sides of every change of version', () => {
    expect(judged('油烟', 1.6, { date: '2018-12-31' })).toMatchObject({
      standard: 'GB 18483-2001',
      limit: '2',
      verdict: 'within',
    })
    expect(judged('油烟', 1.6, { date: '2019-01-01' })).toMatchObject({
      standard: 'DB11/1488-2018',
      limit: '1',
      exceed: '0.6',
    })
    expect(judged('餐饮非甲烷总烃', 12, { date: '2019-12-31' }).verdict).toBe('undecided')
    expect(judged('餐饮非甲烷总烃', 12, { date: '2020-01-01' }).verdict).toBe('over')
  })

  test('asked by the national standard, the stricter one of Beijing is named', () => {
    const j = judged('油烟', 1.6, { standard: 'GB 18483-2001' })
    expect(j).toMatchObject({ standard: 'GB 18483-2001', verdict: 'within' })
    expect(j.remarks).toContainEqual({ kind: 'alsoLocal', standard: 'DB11/1488-2018', limit: '1' })
  })
})

describe('odour', () => {
  test('several points, some below the detection limit', () => {
    const j = judged('厂界臭气', ['<10', 13, 18])
    expect(j).toMatchObject({ verdict: 'within', class: '二级-新扩改建', measured: '18', limit: '20' })
    expect(j.remarks).toContainEqual({ kind: 'classAssumed', class: '二级-新扩改建' })
    expect(judged('臭气浓度', ['<10', 21], { class: '二级' })).toMatchObject({ verdict: 'over', exceed: '0.05' })
    expect(judged('臭气浓度', 25, { class: '二级-现有' }).verdict).toBe('within')
    expect(judged('臭气浓度', 11, { class: '一级' }).verdict).toBe('over')
  })

  test('less than something that is above the limit says nothing', () => {
    expect(judged('臭气浓度', '<30', { class: '二级新扩改建' }).verdict).toBe('undecided')
    expect(judged('臭气浓度', '>30', { class: '二级新扩改建' }).verdict).toBe('over')
  })

  test('stacks by the nearest height', () => {
    expect(judged('排气筒臭气浓度', 2500, { class: 'H=15m' })).toMatchObject({ limit: '2000', verdict: 'over' })
    expect(judged('排气筒臭气浓度', 2500, { class: '22米' })).toMatchObject({ limit: '6000', verdict: 'within' })
    expect(judged('排气筒臭气浓度', 50000, { class: '80m' })).toMatchObject({ limit: '60000', verdict: 'within' })
    expect(judged('排气筒臭气浓度', 500, { class: '10m' }).verdict).toBe('undecided')
  })

  test('boundary values of DB11/501 have not been read: 待核', () => {
    expect(judged('周界非甲烷总烃', 1.4)).toMatchObject({ verdict: 'unverified', standard: 'DB11/501-2017' })
    expect(judged('臭气浓度', 30, { standard: 'DB11/501-2017' }).verdict).toBe('unverified')
    expect(judged('硫化氢', 0.05, { class: '二级' })).toMatchObject({ verdict: 'within', limit: '0.06' })
  })
})

describe('surface water', () => {
  test('single factor: multiples, oxygen by difference, the class of the water', () => {
    const j = judged('地表水', { 氨氮: 2.86, 溶解氧: 1.6, 总磷: 0.15 }, { class: 'IV' })
    expect(j).toMatchObject({ verdict: 'over', item: 'NH3-N', limit: '1.5', exceed: '0.91' })
    expect(j.remarks).toContainEqual({ kind: 'waterClass', class: '劣V' })
    expect(j.parts?.find(({ item }) => item === 'DO')).toMatchObject({
      verdict: 'over',
      exceed: '1.4',
      exceedBy: 'difference',
    })
    expect(j.parts?.find(({ item }) => item === 'TP')).toMatchObject({ verdict: 'within' })
  })

  test.each([
    ['III', 5, 'within'],
    ['Ⅲ类', 4.99, 'over'],
    ['三类', 5.01, 'within'],
    ['3', 5, 'within'],
  ])('oxygen, class %s, %s', (cls, value, verdict) => {
    expect(judged('DO', value, { class: cls }).verdict).toBe(verdict)
  })

  test.each([
    [6, 'within', '6~9'],
    [9, 'within', '6~9'],
    [5.9, 'over', '6'],
    [9.1, 'over', '9'],
    [15, 'undecided', undefined],
  ])('pH %s', (value, verdict, limit) => {
    const j = judged('pH', value, { class: 'IV' })
    expect(j.verdict).toBe(verdict)
    if (limit) expect(j.limit).toBe(limit)
  })

  test('without a target: its class is named, only worse than V is over', () => {
    expect(judged('氨氮', 0.8)).toMatchObject({ verdict: 'undecided', missing: ['waterClass'] })
    expect(judged('氨氮', 0.8).remarks).toContainEqual({ kind: 'waterClass', class: 'III' })
    expect(judged('氨氮', 2.86)).toMatchObject({ verdict: 'over', limit: '2', exceed: '0.43' })
  })

  test('the water body says its class, and whether it is a lake', () => {
    expect(judged('氨氮', 1.2, { inputs: { waterBody: 'Ⅳ类水体' } })).toMatchObject({ limit: '1.5', verdict: 'within' })
    expect(judged('总磷', 0.07, { class: 'III', inputs: { waterBody: '湖库' } })).toMatchObject({
      limit: '0.05',
      verdict: 'over',
    })
    expect(judged('总磷', 0.07, { class: 'III' })).toMatchObject({ limit: '0.2', verdict: 'within' })
    expect(judged('氨氮', 1.2, { inputs: { waterBody: '三海子' } }).missing).toEqual(['waterClass'])
    expect(judged('总磷', 0.07, { class: '湖库III类' })).toMatchObject({ limit: '0.05', verdict: 'over' })
  })

  test('the class of a water is that of its worst item, said once; nitrogen and germs are beside it', () => {
    const classOf = (measured: Record<string, number>, waterBody?: string) =>
      judged('地表水', measured, { class: 'III', inputs: { ...(waterBody && { waterBody }) } }).remarks.filter(
        ({ kind }) => kind === 'waterClass',
      )
    expect(classOf({ 氨氮: 1.2, 总磷: 0.35 })).toEqual([{ kind: 'waterClass', class: 'V' }])
    expect(classOf({ 氨氮: 0.4, pH: 9.5 })).toEqual([{ kind: 'waterClass', class: '劣V' }])
    expect(classOf({ 氨氮: 0.4, 总磷: 0.1, 粪大肠菌群: 50000 })).toEqual([{ kind: 'waterClass', class: 'II' }])
    expect(classOf({ 氨氮: 0.4, 总磷: 0.02, 总氮: 3 }, '莲花湖')).toEqual([{ kind: 'waterClass', class: 'II' }])
    expect(judged('粪大肠菌群', 50000, { class: 'III' })).toMatchObject({ verdict: 'over', exceed: '4' })
  })

  test('a river has no limits of a lake, and nitrogen of a water nobody named says what was assumed', () => {
    expect(judged('TP_lake', 0.06, { class: 'III', inputs: { waterBody: 'river' } })).toMatchObject({
      item: 'TP',
      verdict: 'within',
      limit: '0.2',
    })
    expect(judged('总氮', 3, { class: 'III' }).remarks).toContainEqual({ kind: 'lakeAssumed' })
    expect(judged('总氮', 3, { inputs: { waterBody: 'Ⅲ类水体' } })).toMatchObject({ verdict: 'over', limit: '1' })
    expect(judged('TN_lake', 3, { class: 'III' }).remarks).not.toContainEqual({ kind: 'lakeAssumed' })
  })

  test('laboratories write 0.025L for less than they can see', () => {
    expect(judged('氨氮', '0.025L', { class: 'II' })).toMatchObject({ verdict: 'within', measured: '<0.025' })
    expect(judged('石油类', '未检出', { class: 'III' }).verdict).toBe('within')
  })

  test('discharges are another standard, whose figures have not been read', () => {
    expect(judged('COD', 60, { class: 'B', standard: 'DB11/307-2013' })).toMatchObject({
      verdict: 'unverified',
      limit: '30',
    })
  })
})

describe('radiation', () => {
  test.each([
    ['工频电场', 4000, undefined, 'within'],
    ['工频电场', '4.2kV/m', undefined, 'over'],
    ['工频磁场', 100, undefined, 'within'],
    ['工频磁场', 100.1, undefined, 'over'],
    ['工频磁场', 1200, 'nT', 'within'],
    ['功率密度', 38, 'µW/cm²', 'within'],
    ['功率密度', 0.41, undefined, 'over'],
    ['功率密度', 38, undefined, 'undecided'],
    ['emf_electric_30_3000mhz', 12, 'V/m', 'within'],
    ['基站电场强度', 12.1, 'V/m', 'over'],
  ])('%s %s %s', (item, measured, unit, verdict) => {
    expect(judged(item, measured, { inputs: unit === undefined ? {} : { unit } }).verdict).toBe(verdict)
  })
})

describe('units', () => {
  test.each([
    // item, value, unit, the value that was used
    ['油烟', 600, 'µg/m3', '0.6'],
    ['油烟', '0.6mg/m³', undefined, '0.6'],
    ['油烟', '0.6 mg/Nm³', undefined, '0.6'],
    ['油烟', '0.6毫克/标立方米', undefined, '0.6'],
    ['油烟', 0.6, 'mg/m3(标态)', '0.6'],
    ['PM2.5小时均值', 61, 'ug/m3', '61'],
    ['PM2.5日均', 0.075, 'mg/m3', '75'],
    ['氨氮', 1200, 'ug/L', '1.2'],
    ['粪大肠菌群', '1.7×10^4', '个/L', '17000'],
  ])('%s %s %s is converted', (item, measured, unit, used) => {
    expect(
      judged(item, measured, { class: item.includes('PM') ? '二级' : 'IV', inputs: unit === undefined ? {} : { unit } })
        .measured,
    ).toBe(used)
  })

  test.each([
    ['油烟', 600, undefined],
    ['油烟', 600, 'mg/m3'],
    ['油烟', 0.6, 'µg/m3'],
    ['非甲烷总烃', 3200, undefined],
    ['PM2.5日均', 0.061, undefined],
    ['TSP日均', 0.312, 'ug/m3'],
    ['CO日均', 800, undefined],
    ['氨氮', 860, 'mg/L'],
    ['硫化氢', 30, undefined],
    ['油烟', '1.6µg/m3', undefined],
    ['非甲烷总烃', 12.4, 'µg/m3'],
    ['氨氮', 1.5, 'ug/L'],
    ['化学需氧量', '25µg/L', undefined],
    ['总磷', '0.3ug/L', undefined],
    ['溶解氧', 4.2, 'µg/L'],
    ['硫化氢', 0.07, 'ug/m3'],
    ['CO日均', '1.2ug/m3', undefined],
  ])('a slip by a thousand is questioned: %s %s %s', (item, measured, unit) => {
    const j = judged(item, measured, {
      class: ['氨氮', '化学需氧量', '总磷', '溶解氧'].includes(item) ? 'III' : '二级',
      inputs: unit === undefined ? {} : { unit },
    })
    expect(j.verdict).toBe('undecided')
    expect(j.remarks).toContainEqual(expect.objectContaining({ kind: 'slip' }))
  })

  test.each([
    ['汞', '0.05μg/L'],
    ['砷', '0.4μg/L'],
    ['铜', '1.2ug/L'],
    ['氨氮', '300ug/L'],
    ['CO日均', '1200ug/m3'],
    ['硫化氢', '2ug/m3'],
    ['油烟', '<100ug/m3'],
  ])('what laboratories do report in µg is not: %s %s', (item, measured) => {
    const j = judged(item, measured, { class: /L$/.test(measured) ? 'III' : '二级' })
    expect(j.verdict).toBe('within')
  })

  test('an index of CO in µg is converted, one of a thousandth is questioned', () => {
    expect(judged('AQI', { 'PM2.5_24h': 40, CO_24h: '1200ug/m3' }).index?.each).toContainEqual(
      expect.objectContaining({ item: 'CO', value: '1.2' }),
    )
    expect(judged('AQI', { 'PM2.5_24h': 40, CO_24h: '1.2ug/m3' }).remarks).toContainEqual(
      expect.objectContaining({ kind: 'slip' }),
    )
  })

  test('the question names the unit that was meant', () => {
    const meant = (item: string, measured: number, unit: string) =>
      judged(item, measured, { inputs: { unit } }).remarks.find(({ kind }) => kind === 'slip')
    expect(meant('油烟', 0.6, 'µg/m3')).toMatchObject({ unit: 'μg/m³', other: 'mg/m³' })
    expect(meant('油烟', 600, 'mg/m3')).toMatchObject({ unit: 'mg/m³', other: 'μg/m³' })
    expect(meant('PM2.5日均', 35, 'mg/m3')).toMatchObject({ unit: 'mg/m³', other: 'μg/m³' })
  })

  test.each([
    ['油烟', 1, 'dB(A)'],
    ['氨氮', 1, 'mg/m3'],
    ['CO日均', 1, 'ppm'],
    ['社会生活噪声', 50, 'mg/m3'],
  ])('a unit of another kind is questioned: %s in %s', (item, measured, unit) => {
    const j = judged(item, measured, { class: '2', period: 'day', inputs: { unit } })
    expect(j.remarks).toContainEqual(expect.objectContaining({ kind: 'unitUnfit' }))
  })
})

describe('names', () => {
  test.each([
    ['nmhc', 'nmhc'],
    ['NMHC', 'catering_fume_nmhc'],
    ['周界非甲烷总烃', 'nmhc'],
    ['nh3', 'nh3'],
    ['NH3', 'odor_nh3'],
    ['细颗粒物(PM2.5)', 'PM2.5'],
    ['PM₂.₅ 24小时平均', 'PM2.5'],
    ['O₃-8h', 'O3'],
    ['化学需氧量(CODcr)', 'COD'],
    ['氨氮浓度', 'NH3-N'],
    ['氨氮', 'NH3-N'],
    ['饮食业油烟', 'catering_fume_oil'],
    ['厂界恶臭', 'odor_concentration'],
    ['臭气浓度(无量纲)', 'odor_concentration'],
    ['阴离子表面活性剂', 'LAS'],
  ])('%s is %s', (said, id) => {
    expect(judged(said, 1, { period: '24h', class: '2' }).item).toBe(id)
  })
})

describe('what cannot be read is said, never thrown', () => {
  test.each([
    ['', 1, { missing: ['item'] }],
    ['外星辐射', 1, { missing: ['item'] }],
    ['油烟', null, { missing: ['measured'] }],
    ['油烟', '很大', { verdict: 'undecided' }],
    ['油烟', [], { missing: ['measured'] }],
    ['油烟', -1, { verdict: 'undecided' }],
  ])('%s %s', (item, measured, expected) => {
    expect(judged(item, measured)).toMatchObject(expected)
  })

  test('a day that does not exist', () => {
    expect(judged('油烟', 1, { date: '2026-02-30' }).verdict).toBe('undecided')
    expect(judged('油烟', 1, { date: '' }).missing).toEqual(['date'])
  })
})
