import { describe, expect, test } from 'vitest'
import { verdicts } from '../../../domain/standards/judgement.ts'
import { atNight, judged } from './samples.ts'

describe('background correction, by the rounded difference', () => {
  test.each([
    // measured, background, difference, rounded, correction, corrected, result
    [60.4, 50.0, '10.4', '10', -1, '59.4', '59'],
    [60.6, 50.0, '10.6', '11', 0, '60.6', '61'],
    [60.5, 50.0, '10.5', '10', -1, '59.5', '60'],
    [59.6, 50.0, '9.6', '10', -1, '58.6', '59'],
    [55.5, 50.0, '5.5', '6', -1, '54.5', '54'],
    [55.4, 50.0, '5.4', '5', -2, '53.4', '53'],
    [53.5, 50.0, '3.5', '4', -2, '51.5', '52'],
    [53.4, 50.0, '3.4', '3', -3, '50.4', '50'],
    [52.6, 50.0, '2.6', '3', -3, '49.6', '50'],
    [56.1, 48.2, '7.9', '8', -1, '55.1', '55'],
    [56.1, 30, '26.1', '26', 0, '56.1', '56'],
  ])('%s against %s', (measured, background, difference, rounded, correction, corrected, result) => {
    const j = atNight(measured, background)
    expect(j).toMatchObject({ difference, differenceRounded: rounded, correction, corrected, rounded: result })
    expect(j.verdict).toBe(Number(result) > 50 ? 'over' : 'within')
  })

  test.each([
    [52.5, 50.0],
    [62.4, 61.1],
    [55, 60],
  ])('%s against %s is measured again', (measured, background) => {
    expect(atNight(measured, background)).toMatchObject({ verdict: 'undecided', limit: '50' })
    expect(atNight(measured, background).correction).toBeUndefined()
  })

  test('the ambient noise of a place is judged as it is', () => {
    const j = judged('环境噪声', 61.2, { class: '2', period: 'day', background: 50 })
    expect(j).toMatchObject({ verdict: 'over', standard: 'GB 3096-2008', rounded: '61', exceed: '1' })
    expect(j.correction).toBeUndefined()
  })
})

describe('at the limit', () => {
  test.each([
    [50, undefined, 'within', '50'],
    [50.3, undefined, 'within', '50'],
    [50.5, undefined, 'within', '50'],
    [50.51, undefined, 'undecided', undefined],
    [51.3, 43.3, 'within', '50'],
    [51.5, 43.5, 'within', '50'],
    [52.5, 44.5, 'over', '52'],
    [50.3, 30, 'within', '50'],
    [50.5, 30, 'within', '50'],
    [51.5, 30, 'over', '52'],
    [50.4, 49, 'within', '50'],
    ['<30', undefined, 'within', '30'],
  ])('%s with background %s', (measured, background, verdict, rounded) => {
    const j = atNight(measured, background)
    expect(j.verdict).toBe(verdict)
    expect(j.rounded).toBe(rounded)
  })

  test('at or under the limit nothing is corrected; over it the background is asked for', () => {
    expect(atNight(50, 45).correction).toBeUndefined()
    expect(atNight(51.8)).toMatchObject({ verdict: 'undecided', missing: ['background'], limit: '50' })
  })
})

describe('classes and periods as people write them', () => {
  test.each(['2', '2类', '二类区', 'Ⅱ类', '2类区', 'II', '第二类', '2 类声环境功能区', '２类'])('%s', (said) => {
    expect(judged('社会生活噪声', 49, { class: said, period: '夜间' })).toMatchObject({
      class: '2',
      limit: '50',
      verdict: 'within',
    })
  })

  test.each([
    ['06:00', '60'],
    ['05:59', '50'],
    ['21:59', '60'],
    ['22:00', '50'],
    ['22点40', '50'],
    ['2026-11-23T22:40:00+08:00', '50'],
    ['2026-11-23T14:40:00Z', '50'],
    ['22:10-22:30', '50'],
  ])('the time decides: %s', (time, limit) => {
    expect(judged('社会生活噪声', 40, { class: '2', inputs: { time } }).limit).toBe(limit)
  })

  test('a contradiction is asked about, a measurement across 22:00 is not judged', () => {
    const asked = judged('社会生活噪声', 40, { class: '2', period: 'day', inputs: { time: '22:40' } })
    expect(asked.remarks).toContainEqual({ kind: 'periodConflict', period: 'day', time: '22:40' })
    const across = judged('社会生活噪声', 40, { class: '2', inputs: { time: '21:50-22:10' } })
    expect(across.remarks).toContainEqual({ kind: 'acrossPeriods', time: '21:50-22:10' })
    expect([asked.verdict, across.verdict]).toEqual(['undecided', 'undecided'])
  })

  test('4a and 4b', () => {
    expect(judged('环境噪声', 58, { class: '4a', period: 'night' })).toMatchObject({ verdict: 'over', limit: '55' })
    expect(judged('环境噪声', 58, { class: '4b类', period: 'night' })).toMatchObject({ verdict: 'within', limit: '60' })
    expect(judged('环境噪声', 68, { class: '4类', period: 'day' })).toMatchObject({ verdict: 'within', limit: '70' })
    expect(judged('环境噪声', 58, { class: '4类', period: 'night' })).toMatchObject({
      verdict: 'undecided',
      missing: ['class'],
      remarks: [{ kind: 'classUnknown', said: '4类', known: ['4a', '4b'] }],
    })
    expect(judged('厂界噪声', 54, { class: '4a', period: 'night' })).toMatchObject({
      class: '4',
      limit: '55',
      verdict: 'within',
    })
  })

  test('everything that is missing is asked for at once', () => {
    expect(judged('社会生活噪声', 56.1).missing).toEqual(['class', 'period', 'background'])
    expect(judged('社会生活噪声', 56.1, { class: '居民区', period: 'day' }).remarks).toContainEqual(
      expect.objectContaining({ kind: 'classUnknown', said: '居民区' }),
    )
  })
})

describe('whose noise', () => {
  test.each([
    ['社会生活噪声', undefined, 'GB 22337-2008'],
    ['KTV噪声', undefined, 'GB 22337-2008'],
    ['厂界噪声', undefined, 'GB 12348-2008'],
    ['工业企业厂界环境噪声', undefined, 'GB 12348-2008'],
    ['区域环境噪声', undefined, 'GB 3096-2008'],
    ['声环境质量', undefined, 'GB 3096-2008'],
    ['边界噪声', undefined, 'GB 22337-2008'],
    ['交通噪声', undefined, 'GB 3096-2008'],
    ['噪声', undefined, 'GB 22337-2008'],
    ['噪声', 'GB 12348-2008', 'GB 12348-2008'],
    ['噪声', 'gb3096', 'GB 3096-2008'],
    ['噪声', 'auto:工业', 'GB 12348-2008'],
    ['noise_industrial_boundary_leq', 'auto:', 'GB 12348-2008'],
  ])('%s by %s', (item, standard, expected) => {
    const j = judged(item, 40, { class: '2', period: 'day', ...(standard !== undefined && { standard }) })
    expect(j).toMatchObject({ standard: expected, verdict: 'within' })
  })
})

describe('highest levels at night, judged directly', () => {
  test.each([
    ['noise_construction_boundary_lmax', undefined, 70, 'within', undefined],
    ['施工噪声夜间最大声级', undefined, 71, 'over', '1'],
    ['施工噪声Lmax', undefined, 85, 'over', '15'],
    ['noise_industrial_boundary_lmax_frequent', '2', 61, 'over', '1'],
    ['厂界噪声夜间偶发', '2', 65, 'within', undefined],
    ['环境噪声夜间突发', '2', 66, 'over', '1'],
  ])('%s %s', (item, cls, measured, verdict, exceed) => {
    const j = judged(item, measured, { date: '2025-12-31', period: 'night', ...(cls && { class: cls }) })
    expect(j.verdict).toBe(verdict)
    expect(j.exceed).toBe(exceed)
    expect(j.correction).toBeUndefined()
  })

  test('Leq and Lmax of one night together: the worse rules', () => {
    const j = judged('施工噪声', { leq: 54, lmax: 72 }, { date: '2025-11-01', period: '夜间' })
    expect(j).toMatchObject({ verdict: 'over', exceed: '2' })
    expect(j.parts?.map(({ verdict }) => verdict)).toEqual(['within', 'over'])
  })

  test('a maximum by day, and one the standard does not judge, say so', () => {
    const day = judged('施工噪声Lmax', 85, { period: 'day' })
    expect(day).toMatchObject({ verdict: 'undecided', remarks: [{ kind: 'nightOnly' }] })
    const social = { class: '2', period: 'night' }
    const alone = judged('社会生活噪声最大声级', 70, social)
    expect(alone).toMatchObject({ verdict: 'undecided', remarks: [{ kind: 'noLmax', standard: 'GB 22337-2008' }] })
    const both = judged('社会生活噪声', { Leq: 48, Lmax: 70 }, social)
    expect(both).toMatchObject({ verdict: 'within', limit: '50' })
    expect(both.remarks).toContainEqual({ kind: 'noLmax', standard: 'GB 22337-2008' })
  })

  test('an industrial maximum alone: frequent or occasional is asked, unless it makes no difference to the limit', () => {
    const lmax = (measured: number) => judged('厂界噪声最大声级', measured, { class: '2', period: 'night' })
    expect(lmax(63)).toMatchObject({ verdict: 'undecided', standard: 'GB 12348-2008', missing: ['lmaxKind'] })
    expect(lmax(66)).toMatchObject({ verdict: 'undecided', missing: ['lmaxKind'] })
    expect(lmax(60)).toMatchObject({ verdict: 'within', limit: '60', remarks: [{ kind: 'eitherKind' }] })
  })
})

describe('building sites change their standard on 2026-01-01', () => {
  test('before: judged; after: the limit has not been read, so 待核, never 超标', () => {
    const before = judged('施工噪声', 72, { date: '2025-12-31', period: 'day', background: 50 })
    const after = judged('施工噪声', 72, { date: '2026-01-01', period: 'day', background: 50 })
    expect(before).toMatchObject({ standard: 'GB 12523-2011', verdict: 'over', exceed: '2' })
    expect(after).toMatchObject({ standard: 'GB 12523-2025', verdict: 'unverified', limit: '70' })
    expect(after.exceed).toBeUndefined()
    expect(verdicts[after.verdict]).toBe('待核')
  })

  test('a stated version that is not in force gives way to the one that is', () => {
    const j = judged('施工噪声', 60, { standard: 'GB 12523-2011', period: 'day' })
    expect(j.standard).toBe('GB 12523-2025')
    expect(j.remarks).toContainEqual({ kind: 'versionUsed', said: 'GB 12523-2011', used: 'GB 12523-2025' })
  })
})

describe('indoors', () => {
  test('less than a metre away, with open windows: ten less', () => {
    expect(judged('社会生活噪声室内开窗', 40, { class: '2', period: 'night' })).toMatchObject({
      limit: '40',
      verdict: 'within',
    })
  })

  test('structure-borne, by kind of room', () => {
    const night = { class: '2', period: 'night', background: 30 }
    expect(judged('结构传声', 38, { ...night, inputs: { room: 'A' } })).toMatchObject({
      limit: '35',
      corrected: '37',
      verdict: 'over',
    })
    expect(judged('结构传声', 38, { ...night, inputs: { room: '办公室' } })).toMatchObject({
      limit: '40',
      verdict: 'within',
    })
    expect(judged('结构传声', 38, night)).toMatchObject({ verdict: 'undecided', missing: ['room'] })
    expect(judged('结构传声', 29, { class: '0', period: 'night' })).toMatchObject({ limit: '30', verdict: 'within' })
  })

  test('octave bands: every band against its own limit, the worst counts', () => {
    const bands = { '31.5': 60, '63Hz': 55.4, '125': 44, '250': 30, '500': 20, '1000': 60 }
    const j = judged('noise_structureborne_indoor_octave', bands, {
      class: '3',
      period: 'night',
      background: { '31.5': 40, '63Hz': 40, '125': 30 },
      inputs: { room: '卧室' },
    })
    expect(j).toMatchObject({ verdict: 'over', freqHz: 125, limit: '43', rounded: '44', exceed: '1' })
    expect(j.parts).toHaveLength(5)
    expect(j.remarks).toContainEqual({ kind: 'bandUnknown', band: '1000' })
  })

  test('a background is found by what its key means, and bands stand in their order', () => {
    const room = { class: '3', period: 'night', inputs: { room: 'A' } }
    const j = judged('倍频带', { '125Hz': 43, '63Hz': 60 }, { ...room, background: { '63': 50, '125': 30 } })
    expect(j).toMatchObject({ verdict: 'over', freqHz: 63, background: '50', correction: -1, exceed: '4' })
    expect(j.parts?.map(({ freqHz }) => freqHz)).toEqual([63, 125])
    const both = { 昼间: 61.5, 夜间: 56.1 }
    const shifts = judged('社会生活噪声', both, { class: '2', background: { day: 50, night: 45 } })
    expect(shifts.parts?.map(({ background }) => background)).toEqual(['50', '45'])
  })

  test('a band the standard knows nothing of is named', () => {
    const j = judged('倍频带', 56, { class: '1', period: 'day', inputs: { room: 'B', freqHz: 1000 } })
    expect(j).toMatchObject({ verdict: 'undecided', remarks: [{ kind: 'bandUnknown', band: '1000' }] })
  })

  test('one band alone', () => {
    const j = judged('倍频带', 56, { class: '1', period: 'day', background: 40, inputs: { room: 'B', freqHz: 125 } })
    expect(j).toMatchObject({ freqHz: 125, limit: '52', verdict: 'over', exceed: '4' })
  })
})

describe('measurements that do not count', () => {
  test.each([
    [{ windSpeed: 5.1 }, 'undecided'],
    [{ windSpeed: 5 }, 'within'],
    [{ windSpeed: '6.2m/s' }, 'undecided'],
    [{ calBefore: 94.0, calAfter: 93.4 }, 'undecided'],
    [{ calBefore: 94.3, calAfter: 93.8 }, 'within'],
    [{ calBefore: '93.8dB', calAfter: '94.4dB' }, 'undecided'],
    [{ weather: '小雨' }, 'undecided'],
    [{ weather: '晴,无雨雪' }, 'within'],
  ])('%o', (inputs, verdict) => {
    expect(judged('社会生活噪声', 45, { class: '2', period: 'night', inputs }).verdict).toBe(verdict)
  })

  test('an invalid measurement is not judged 待核 either', () => {
    expect(judged('施工噪声', 72, { period: 'day', inputs: { windSpeed: 8 } }).verdict).toBe('undecided')
  })
})

test('several points: each with its own background, the worst counts', () => {
  const j = judged('社会生活噪声', [52.1, 58.3, 49], { class: '2', period: 'night', background: [40, 45, 40] })
  expect(j).toMatchObject({ verdict: 'over', measured: '58.3', rounded: '58', exceed: '8' })
  const named = judged(
    '社会生活噪声',
    [
      { point: '1#', value: 52.1, background: 40 },
      { point: '2#', value: 47 },
    ],
    {
      class: '2',
      period: 'night',
    },
  )
  expect(named).toMatchObject({ verdict: 'over', measured: '52.1', rounded: '52' })
})

test('day and night in one message', () => {
  const j = judged('厂界噪声', { 昼间: 59.6, 夜间: 51.8 }, { class: '二类区' })
  expect(j).toMatchObject({ verdict: 'undecided', missing: ['background'] })
  expect(j.parts?.map(({ verdict, rounded }) => [verdict, rounded])).toEqual([
    ['within', '60'],
    ['undecided', undefined],
  ])
})
