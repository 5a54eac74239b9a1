import { bases } from '../cases/case.ts'
import { FEW, percent, points, type Rates, type Share, shareWords, type Tally } from '../figures/rates.ts'
import type { BasisFigures, Rated, WorkFigures } from '../figures/summary.ts'
import type { RatedGroup, RatesTable } from '../figures/table.ts'
import type { Settings } from '../settings.ts'
import { type Period, spanOfPeriod } from '../time/period.ts'
import { span } from '../time/saying.ts'
import { lines, type Sentence } from './sentence.ts'
import { daysOf, periodName } from './spans.ts'
import { MESSAGE_BYTES } from './speech.ts'

/** What a line of figures is of: whose, when, by which 口径. */
export interface Headed {
  name: string
  period: Period
  assessed: boolean
  /** 「已对账至昨日17:00」; '' where nobody compared with the platform yet. */
  reconciled: string
}

/** 统计: a scope's 三率 by 口径, 预估 and what threatens it, and how the work went; at most six lines. */
export function statsWords(
  headed: Headed,
  figures: readonly BasisFigures[],
  { work, settings }: { work: WorkFigures; settings: Pick<Settings, 'claimInTime'> },
): Sentence {
  const shown = figures.filter(({ basis, three }) => basis === 'bureau' || three.tally.valid > 0)
  return lines(headOf(headed), ...shown.map(cityLine), forecastLine(figures), workLine(work), formulas(settings))
}

/**
 * 统计 按单位: each row's rates, best first, as many as one message holds, and the total with how it was made. In: `whole`, where
 * the whole table is.
 */
export function tableWords(headed: Headed, { rows, total }: RatesTable, whole: string): Sentence {
  const most = shortened(rows)
  return lines(
    `${headOf(headed)},本局承办`,
    ...most.map(rowWords),
    rows.length > most.length ? `另有${rows.length - most.length}行,${whole}` : '',
    `合计(${total.how}) ${total.tally.valid}件${total.tally.valid < FEW ? fewWords(total.tally) : ` ${ratesWords(total.rates)}`}`,
  )
}

/** Whether a table is longer than a message. */
export function isLongTable({ rows }: RatesTable): boolean {
  return shortened(rows).length < rows.length
}

function shortened(rows: readonly RatedGroup[]): RatedGroup[] {
  const shown: RatedGroup[] = []
  let bytes = 0
  for (const row of rows.slice(0, MOST_ROWS)) {
    bytes += Buffer.byteLength(rowWords(row)) + 1
    if (bytes > ROW_BYTES) break
    shown.push(row)
  }
  return shown
}

/** The line of 早调度 about 三率; '' where the city called nobody and nothing threatens them. */
export function ratesInMorning(figures: readonly BasisFigures[]): string {
  const parts = figures.filter(({ city }) => city.tally.valid > 0).map(morningPart)
  const threatened = figures.flatMap(({ atRisk }) => atRisk)
  return [...parts, threatened.length ? `预估,会影响成绩的件:${listed(threatened)}` : ''].filter(Boolean).join('｜')
}

/** 「本期每诉必测率12/13 92.31%」 for 早调度; '' while nothing was handled. */
export function testedInMorning(tested: Share): string {
  return tested.of ? `本期每诉必测率${shareWords(tested)}` : ''
}

function morningPart({ basis, city: { tally, rates } }: BasisFigures): string {
  const score = tally.valid < FEW ? '' : `,综合${points(rates?.score)}`
  return `${basis === 'bureau' ? '' : bases[basis]}本期市回访${tally.valid}:${counts(tally)}${score}`
}

function headOf({ name, period, assessed, reconciled }: Headed): string {
  return `【成绩】${name} ${periodName(period)}(${daysOf(spanOfPeriod(period))},${assessed ? '考核口径' : '全口径'}${reconciled && `,${reconciled}`})`
}

function cityLine({ basis, city, three, contradicted }: BasisFigures): string {
  const gap = contradicted.length ? `｜局内满意、市里不满意:${listed(contradicted)}` : ''
  return `${bases[basis]} ${cityWords(city, three)}${gap}`
}

function cityWords({ tally, rates }: Rated, three: Rated): string {
  const { valid, contacted, solved, good, fair } = tally
  if (!valid && !three.tally.valid) return '市回访0:三率—'
  if (valid < FEW) {
    const few = valid ? `市回访${valid}(不足${FEW}件):${counts(tally)}` : '市回访0:三率—'
    const score = three.tally.valid < FEW ? '' : `,综合${points(three.rates?.score)}`
    return `${few};近3期合计${three.tally.valid}:${counts(three.tally)}${score}`
  }
  return [
    `市回访${valid}:响应${contacted}/${valid} ${percent(rates?.response)}%`,
    `解决${solved}/${valid} ${percent(rates?.resolution)}%`,
    `满意${good}${fair ? `+基本满意${fair}` : ''} ${percent(rates?.satisfaction)}%,综合${points(rates?.score)}`,
  ].join(' ')
}

/** 「响应12/12 解决11/12 满意10+基本满意1」. */
export function counts({ valid, contacted, solved, good, fair }: Tally): string {
  return `响应${contacted}/${valid} 解决${solved}/${valid} 满意${good}${fair ? `+基本满意${fair}` : ''}`
}

// Labelled on every line it stands in: it is the bureau's own word, not the city's.
function forecastLine(figures: readonly BasisFigures[]): string {
  const forecasts = figures
    .filter(({ forecast }) => forecast.tally.valid > 0)
    .map(
      ({ basis, forecast: { tally, rates } }) =>
        `${basis === 'bureau' ? '' : bases[basis]}局内回访${tally.valid}:${tally.valid < FEW ? counts(tally) : `综合${points(rates?.score)}`}`,
    )
  const threatened = figures.flatMap(({ atRisk }) => atRisk)
  const risk = threatened.length ? `会影响成绩的件:${listed(threatened)}` : ''
  const words = [forecasts.join(';'), risk].filter(Boolean).join('｜')
  return words && `预估(非市回访) ${words}`
}

// How what is not from the city is reckoned.
function formulas({ claimInTime }: Pick<Settings, 'claimInTime'>): string {
  return `按时率=按时回复÷到期;领哨率=${span(claimInTime)}内主动领哨(未吹哨、未派单)÷属地件`
}

function workLine({ inTime, claims, tested, industry, compliantNuisances, proactive }: WorkFigures): string {
  const beside = `吹哨${claims.whistled} 派单${claims.assigned}`
  const own = [
    ['巡查', proactive.patrol],
    ['预警', proactive.warning],
    ['预测', proactive.forecast],
  ].flatMap(([name, n]) => (n ? [`${name}${n}`] : []))
  return [
    `按时率${shareWords(inTime)}`,
    `领哨率${shareWords(claims)}(${beside})`,
    `每诉必测率${shareWords(tested)}`,
    industryWords(industry),
    compliantNuisances.length ? `达标扰民${compliantNuisances.length}:${listed(compliantNuisances)}` : '',
    own.length ? `未诉先办:${own.join(' ')}` : '',
    proactive.grid ? `网格上报${proactive.grid}` : '',
  ]
    .filter(Boolean)
    .join('｜')
}

// 行业件 are the street's work: beside, and only where there are any.
function industryWords({ inTime, tested }: WorkFigures['industry']): string {
  if (!inTime.of && !tested.of) return ''
  return `${bases.industry}按时率${shareWords(inTime)}、每诉必测率${shareWords(tested)}`
}

function rowWords({ name, tally, three, rates, place }: RatedGroup): string {
  if (place !== undefined) return `${place} ${name} ${tally.valid}件 ${ratesWords(rates)}`
  return `－ ${name} ${tally.valid}件${tally.valid ? `:${counts(tally)}` : ''};近3期${three.valid}件${three.valid ? `:${counts(three)}` : ''}`
}

function fewWords(tally: Tally): string {
  return tally.valid ? `:${counts(tally)}` : ':三率—'
}

function ratesWords(rates: Rates | undefined): string {
  if (!rates) return '三率—'
  return `响应${percent(rates.response)} 解决${percent(rates.resolution)} 满意${percent(rates.satisfaction)} 综合${points(rates.score)}`
}

function listed(nos: readonly number[]): string {
  const named = nos.slice(0, NAMED).map((no) => `#${no}`)
  return `${named.join('、')}${nos.length > NAMED ? `等${nos.length}件` : ''}`
}

const NAMED = 6
/** More rows nobody reads on a phone. */
const MOST_ROWS = 14
const ROW_BYTES = MESSAGE_BYTES - 500
