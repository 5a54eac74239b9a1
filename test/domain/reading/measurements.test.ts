import { describe, expect, test } from 'vitest'
import type { CaseEvent, Logged } from '../../../domain/cases/events.ts'
import { measurementsIn } from '../../../domain/reading/measurements.ts'
import { testRead } from '../../../domain/reading/rest-of-test.ts'
import { judge } from '../../../domain/standards/judge.ts'
import { kept, verdicts } from '../../../domain/standards/judgement.ts'
import { periodName } from '../../../domain/words/judgement.ts'
import { testAnswer } from '../../../domain/words/tests.ts'
import { aClaimed } from '../../support/sample.ts'

const today = '2026-11-23'
const read = (text: string, category?: Parameters<typeof measurementsIn>[1]['category']) =>
  measurementsIn(text, { today, ...(category && { category }) }).samples
const verdictsOf = (text: string) => read(text).map((sample) => verdicts[judge(sample).verdict])

describe('values as people write them', () => {
  test.each([
    ['芳城园二区8号楼102窗外1米 2类区 夜间22:40 Leq56.1 背景48.2', [['社会生活噪声', '56.1']]],
    ['测了 昼间 62.4 背景61.1 2类', [['社会生活噪声', '62.4']]],
    [
      '油烟0.6 颗粒物3.2 非甲烷总烃12.4,第三方,11.23 11:30-12:30采的',
      [
        ['油烟', '0.6'],
        ['颗粒物', '3.2'],
        ['非甲烷总烃', '12.4'],
      ],
    ],
    ['厂界臭气 <10、13、18 三个点', [['厂界臭气', ['<10', '13', '18']]]],
    [
      '二类区,厂界昼间59.6,夜间51.8,都达标吧?',
      [
        ['厂界噪声', '59.6'],
        ['厂界噪声', '51.8'],
      ],
    ],
    ['夜间56.1dB(A),背景48.2dB(A),2类区', [['社会生活噪声', '56.1']]],
    [
      '工地夜间Lmax 72 Leq 54',
      [
        ['施工噪声Lmax', '72'],
        ['施工噪声', '54'],
      ],
    ],
    ['PM2.5日均 80', [['PM2.5', '80']]],
    ['TSP小时312', [['TSP', '312']]],
    [
      '氨氮2.86 溶解氧1.6 Ⅳ类',
      [
        ['氨氮', '2.86'],
        ['溶解氧', '1.6'],
      ],
    ],
    ['油烟浓度为0.6mg/m3,净化器正常', [['油烟浓度', '0.6']]],
    ['臭气未检出', [['臭气', '未检出']]],
    [
      '昼间56.1/夜间48.2 2类',
      [
        ['社会生活噪声', '56.1'],
        ['社会生活噪声', '48.2'],
      ],
    ],
    ['功率密度 8 μW/cm²', [['功率密度', '8']]],
    ['打了3次电话 8号楼2单元 11点到场', []],
  ])('%s', (text, expected) => {
    expect(read(text).map(({ item, measured }) => [item, measured])).toEqual(expected)
  })

  test('what stands beside the values', () => {
    expect(read('卧室 结构传声 昨晚22:40 2类 36.2 背景30 风速1.2m/s 校准93.8/93.9')).toEqual([
      {
        date: '2026-11-22',
        item: '社会生活噪声结构传声',
        measured: '36.2',
        class: '2类',
        background: '30',
        inputs: { time: '22:40', room: '卧室', windSpeed: '1.2', calBefore: '93.8', calAfter: '93.9' },
      },
    ])
    expect(read('油烟0.5 没装净化器')[0]?.inputs).toEqual({ directDischarge: true })
    expect(read('噪音58分贝 夜里10点半 2类')[0]?.inputs).toEqual({ time: '22:30' })
    expect(read('油烟1.6 12月30日采的')[0]?.date).toBe('2025-12-30')
  })

  test('whose noise it is, the case says when the words do not', () => {
    expect(read('夜间 56.1', 'noise.construction')[0]?.item).toBe('施工噪声')
    expect(read('夜间 2类 56.1', 'noise.industrial')[0]?.item).toBe('厂界噪声')
    expect(read('厂界 夜间 2类 56.1', 'noise.construction')[0]?.item).toBe('厂界噪声')
    expect(read('56.1 背景48.2', 'noise.industrial')).toHaveLength(1)
  })

  test.each([
    ['下午两点测的 2类 61.3 背景50', 'noise.social.equipment', ['昼间超标1']],
    ['昨晚十一点半测 52.3 背景 41 二类区', 'noise.social.equipment', ['夜间超标2']],
    ['晚上九点五十九分 55.2 2类', 'noise.social.equipment', ['昼间达标']],
    ['去年12月30号夜里11点 工地 56 背景 40', 'noise.construction', ['夜间超标1']],
    ['今年1月1日 23:10 工地夜间 57.8 背景45', 'noise.construction', ['夜间待核']],
    ['昼间六十二点四 背景五十一点一 2类', 'noise.industrial', ['昼间超标2']],
    ['Leq:56.1 背景:48.2 夜间 2类', 'noise.industrial', ['夜间超标5']],
    ['背景 48.2 测量 56.1 夜 2类', 'noise.industrial', ['夜间超标5']],
    ['实测56.1,本底48.2,夜间,2类功能区', 'noise.industrial', ['夜间超标5']],
    ['51.8夜间 59.6昼间 2类', 'noise.industrial', ['夜间无法判定', '昼间达标']],
    ['昼59.6夜51.8 2类 背景都是40', 'noise.industrial', ['昼间达标', '夜间超标2']],
    ['1#58.2 2#61.6 3#55 昼间 2类 背景50', 'noise.industrial', ['昼间达标', '昼间超标2', '昼间达标']],
    ['测前93.8 测后94.4 夜间 56.1 背景48.2 2类', 'noise.industrial', ['无法判定']],
    ['主卧关窗 夜间 35.4 2类', 'noise.shared_facility', ['夜间达标']],
    ['卧室 夜间 结构传声 2类 31.5Hz 60 63Hz 58', 'noise.shared_facility', ['夜间达标', '夜间无法判定']],
    ['厂界上风向<10,下风向1 13,下风向2 21', 'air.odor', ['达标', '达标', '超标0.05']],
    ['厂界四个点 11、12、<10、19 臭气', 'air.odor', ['达标', '达标', '达标', '达标']],
    ['排气筒15米 臭气浓度 2290', 'air.odor', ['超标0.14']],
  ] as const)('%s', (text, category, expected) => {
    const parts = read(text, category).flatMap((sample) => kept(judge(sample)))
    const said = parts.map(
      (j) => `${periodName(j.period)}${verdicts[j.verdict]}${j.verdict === 'over' ? j.exceed : ''}`,
    )
    expect(said).toEqual(expected)
  })

  test.each([
    ['厂界 夜间 2类 Lmax 68 偶发', '超标'],
    ['Lmax 68 夜间 2类 偶发', '超标'],
    ['夜间最大声级72 频发 3类', '超标'],
    ['工地夜间Lmax 72 偶发', '待核'],
    ['TSP 400微克 1小时', '高值'],
    ['TSP 400 小时', '高值'],
    ['日均 PM2.5 55 PM10 100', '达标达标'],
    ['AQI 日均 PM2.5 61 PM10 121', '超标'],
    ['油烟1600微克', '超标'],
    ['油烟1.6微克', '无法判定'],
    ['氨氮 300微克每升 Ⅲ类', '达标'],
  ])('said behind the value, or once for all: %s', (text, expected) => expect(verdictsOf(text).join('')).toBe(expected))

  test('an AQI from its concentrations, with all primaries', () => {
    const [sample, ...others] = read('AQI PM2.5日均61 PM10日均121')
    expect(others).toEqual([])
    expect(sample && judge(sample).index?.primaries).toEqual(['PM2.5', 'PM10'])
  })

  test('the verdicts', () => {
    expect(verdictsOf('夜间 2类 56.1 背景48.2')).toEqual(['超标'])
    expect(verdictsOf('昼间 62.4 背景61.1 2类')).toEqual(['无法判定'])
    expect(verdictsOf('油烟0.6 颗粒物3.2 非甲烷总烃12.4')).toEqual(['达标', '达标', '超标'])
    expect(verdictsOf('厂界臭气 <10、13、18 三个点')).toEqual(['达标'])
    expect(verdictsOf('二类区,厂界昼间59.6,夜间51.8,都达标吧?')).toEqual(['达标', '无法判定'])
    expect(verdictsOf('TSP小时312')).toEqual(['高值'])
    expect(verdictsOf('工地昼间 72')).toEqual(['待核'])
  })
})

describe('no figure is lost', () => {
  test.each([
    ['pH 6.5~9.2 III类', ['6.5', '9.2'], '超标'],
    ['臭气浓度 10-22', ['10', '22'], '超标'],
    ['油烟0.6至0.8mg/m³', ['0.6', '0.8'], '达标'],
  ])('both ends of a span: %s', (said, measured, verdict) => {
    expect(read(said)).toMatchObject([{ measured }])
    expect(verdictsOf(said)).toEqual([verdict])
  })

  test.each([
    ['油烟0.6、1.2 颗粒物3.2', [['0.6', '1.2'], '3.2']],
    ['臭气 <10 13 22 氨0.3', [['<10', '13', '22'], '0.3']],
    [
      '油烟 0.6-1.2 颗粒物 2 3 6 非甲烷总烃 5、8',
      [
        ['0.6', '1.2'],
        ['2', '3', '6'],
        ['5', '8'],
      ],
    ],
    ['油烟0.6,11点采', ['0.6']],
  ])('the last point of a list before the next name: %s', (said, measured) => {
    expect(read(said).map((sample) => sample.measured)).toEqual(measured)
  })

  test.each([
    ['油烟0.6 11-23采', ['0.6']],
    ['油烟 1号0.6 2号1.2', [['0.6', '1.2']]],
    ['1#油烟0.6 2#油烟1.2', ['0.6', '1.2']],
    ['3#楼 油烟0.6', ['0.6']],
  ])('a day or a point is no figure: %s', (said, measured) => {
    expect(read(said).map((sample) => sample.measured)).toEqual(measured)
  })

  test.each([
    ['上风向<10,下风向11、12、22 臭气', [['<10', '11', '12', '22']]],
    ['臭气 上风向<10 下风向1 12 下风向2 22', [['<10', '12', '22']]],
    ['硫化氢 下风向0.05、0.07', [['0.05', '0.07']]],
    ['臭气浓度最大值25', ['25']],
    ['油烟 实测0.8 折算1.3', ['1.3']],
    ['油烟实测浓度0.8mg/m³,折算浓度1.3mg/m³ 颗粒物3.2', ['1.3', '3.2']],
    ['油烟基准排放浓度1.2', ['1.2']],
  ])('wind, and which value of several: %s', (said, measured) => {
    expect(read(said).map((sample) => sample.measured)).toEqual(measured)
  })

  test.each([
    ['56.1(背景48.2)夜间2类', [['56.1', '48.2']]],
    [
      '夜间 2类 56.1、52.3 背景48.2、45',
      [
        ['56.1', '48.2'],
        ['52.3', '45'],
      ],
    ],
    [
      '夜间 2类 56.1、52.3 背景45dB(A)',
      [
        ['56.1', '45'],
        ['52.3', '45'],
      ],
    ],
    [
      '夜间 2类 56.1、52.3 背景48.2dB/45dB',
      [
        ['56.1', '48.2'],
        ['52.3', '45'],
      ],
    ],
  ])('levels and their backgrounds: %s', (said, levels) => {
    expect(read(said).map(({ measured, background }) => [measured, background])).toEqual(levels)
  })

  test.each([
    ['磁场 0.12mT', '超标'],
    ['射频 13 V/m', '超标'],
    ['射频 8μW/cm2', '达标'],
    ['油烟0.8 净化器没开', '超标'],
    ['油烟0.8 净化器关着', '超标'],
    ['油烟0.8 净化器正常运行', '达标'],
    ['夜间 2类 49 下着雨', '无法判定'],
    ['夜间 2类 49 没下雨', '达标'],
    ['夜间 2类 49 雨停后测的', '达标'],
  ])('what stands beside a figure counts: %s', (said, verdict) => expect(verdictsOf(said)).toEqual([verdict]))

  test('a background of the day and of the night', () => {
    expect(read('昼59 夜52 2类 背景昼50夜45')).toMatchObject([
      { period: '昼', measured: '59', background: '50' },
      { period: '夜', measured: '52', background: '45' },
    ])
    expect(verdictsOf('昼间61.5,夜间52.1,2类,背景:昼间50.2dB(A)、夜间45.1')).toEqual(['超标', '超标'])
  })

  test.each([
    ['63Hz 58 125Hz 40 背景30', '30'],
    ['63Hz 58 125Hz 40,背景63Hz 50 125Hz 30', { '63Hz': '50', '125Hz': '30' }],
    ['63Hz 58 背景50 125Hz 40 背景30', { '63Hz': '50', '125Hz': '30' }],
  ])('octave bands keep their background: %s', (said, background) => {
    const [sample, ...others] = read(`倍频带 A类房间 夜间 2类 ${said}`)
    expect(others).toEqual([])
    expect(sample).toMatchObject({ measured: { '63Hz': '58', '125Hz': '40' }, background })
  })
})

describe('what was missing may follow alone', () => {
  function logged(text: string): Logged[] {
    const samples = read(text)
    const event: CaseEvent = { kind: 'tested', text: 1, judged: samples.map(judge).flatMap(kept), takenOn: today }
    return [{ no: 131, seq: 3, at: 0, event }]
  }
  const following = (first: string, then: string) =>
    testRead(then, measurementsIn(then, { today }), { today, log: logged(first) }).samples.map((sample) =>
      judge(sample),
    )

  test('background and class', () => {
    expect(following('夜间 56.1', '背景48.2 2类')).toMatchObject([{ verdict: 'over', rounded: '55', exceed: '5' }])
    expect(following('二类区,厂界昼间59.6,夜间51.8', '夜间背景40')).toMatchObject([
      { standard: 'GB 12348-2008', corrected: '51.8', verdict: 'over' },
    ])
  })

  test('the time of measuring, the mean, and which highest level', () => {
    expect(following('2类 56.1 背景48.2', '昨晚十一点半')).toMatchObject([{ verdict: 'over', period: 'night' }])
    expect(following('PM2.5 61', '日均')).toMatchObject([{ verdict: 'over', standard: 'GB 3095-2026' }])
    expect(following('厂界 2类 夜间 Lmax 68', '偶发')).toMatchObject([
      { verdict: 'over', item: 'noise_industrial_boundary_lmax_occasional', limit: '65' },
    ])
    expect(following('厂界 2类 夜间 Lmax 68', '背景48')[0]?.verdict).toBe('undecided')
  })

  test('past a note in between, and what was decided stays', () => {
    const first = logged('二类区,厂界昼间59.6,夜间51.8')
    const between: Logged = { no: 131, seq: 4, at: 0, event: { kind: 'tested', text: 2 } }
    const then = '夜间背景40'
    const read = testRead(then, measurementsIn(then, { today }), { today, log: [...first, between] })
    expect(read).toMatchObject({ inPlaceOf: 3, samples: [{ measured: '51.8' }], stays: [{ period: 'day' }] })
  })

  test('not where nothing was open, nor without anything new', () => {
    expect(following('夜间 2类 45', '背景40')).toEqual([])
    expect(following('夜间 56.1', '滤芯换了')).toEqual([])
  })
})

test('the answer: two lines, the reckoning first, what is missing once', () => {
  const answer = (text: string) => testAnswer(aClaimed(), read(text).map(judge)).join('')
  expect(answer('夜间 2类 56.1 背景48.2')).toMatch(
    /^#131 夜间 2类 56\.1 背景48\.2:差7\.9≈8,修正−1 → 55\.1≈55,限值50,超标5 dB\(A\)\nGB 22337-2008,辅助判定,以监测报告为准。还差:/,
  )
  expect(answer('夜间 56.1').split('\n')[1]).toMatch(/请补:类别、背景值,回「检测 131 …」。还差:/)
  expect(answer('油烟0.6 颗粒物3.2 非甲烷总烃12.4').split('\n')).toHaveLength(2)
})
