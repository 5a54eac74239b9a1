import { FEW, percent, points, type Rates, type Tally } from '../figures/rates.ts'
import type { RatesTable } from '../figures/table.ts'
import { wallOf } from '../time/wall.ts'
import type { Headed } from './figures.ts'
import { periodName } from './spans.ts'

const HEADER =
  '名次 名称 有效回访 响应 响应率% 解决 解决率% 满意 基本满意 满意率% 综合 受理 近3期有效回访 近3期响应 近3期解决 近3期满意 近3期基本满意'.split(
    ' ',
  )

/** 「成绩 12月期 按街镇.xlsx」. */
export function tableFile({ name, period }: Headed, by: 'unit' | 'street'): string {
  return `成绩 ${name} ${periodName(period)} ${by === 'unit' ? '按单位' : '按街镇'}.xlsx`
}

/** The whole table as a sheet: counts beside every rate; fewer than ten revisits have no place. Under it 口径, 截至, 已对账至. */
export function tableSheets(
  headed: Headed,
  { rows, total }: RatesTable,
  now: number,
): { name: string; rows: string[][] }[] {
  const { date, time } = wallOf(now)
  const foot = [
    `口径:本局承办,${headed.assessed ? '考核口径' : '全口径'}`,
    `合计:${total.how}`,
    `截至${date} ${time}`,
    headed.reconciled || '未对账',
  ].join('｜')
  return [
    {
      name: '成绩',
      rows: [
        HEADER,
        ...rows.map(({ name, tally, rates, place, received, three }) => [
          place === undefined ? '不足10件' : String(place),
          name,
          ...figures(tally, rates),
          String(received),
          ...counts(three),
        ]),
        ['', `合计(${total.how})`, ...figures(total.tally, total.rates)],
        [foot],
      ],
    },
  ]
}

function figures(tally: Tally, rates: Rates | undefined): string[] {
  // Of a few nothing but counts.
  const said = tally.valid < FEW ? undefined : rates
  const [valid = '', contacted = '', solved = '', good = '', fair = ''] = counts(tally)
  const rated = [percent(said?.response), percent(said?.resolution), percent(said?.satisfaction)]
  const [response = '', resolution = '', satisfaction = ''] = rated
  return [valid, contacted, response, solved, resolution, good, fair, satisfaction, points(said?.score)]
}

function counts({ valid, contacted, solved, good, fair }: Tally): string[] {
  return [valid, contacted, solved, good, fair].map(String)
}
