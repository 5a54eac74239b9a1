import Big from 'big.js'
import type { SpanFigures } from '../figures/comparison.ts'
import { FEW, percent, shareWords } from '../figures/rates.ts'
import { counts } from './figures.ts'
import { lines, type Sentence } from './sentence.ts'
import { daysOf } from './spans.ts'

/** 统计 油烟 本周 对比上周: a row a span, and the difference. `beside`: the other span, and how many came in its same stretch. */
export function comparisonWords(
  name: string,
  own: SpanFigures,
  beside?: { row: SpanFigures; stretch: number },
): Sentence {
  return lines(`【统计】${name}`, rowWords(own), ...(beside ? [rowWords(beside.row), difference(own, beside)] : []))
}

function rowWords({ span, running, received, closed, claims, inTime, city }: SpanFigures): string {
  const rates = [
    claims.of ? `领哨率${shareWords(claims)}` : '',
    inTime.of ? `按时率${shareWords(inTime)}` : '',
    city.valid ? `市回访${city.valid}:${counts(city)}` : '',
  ].filter(Boolean)
  return [`${daysOf(span)}${running ? '(至今)' : ''} 受理${received} 已办结${closed}`, ...rates].join('｜')
}

// Beside a span that still runs stands the same stretch of the other: three days of a week are not compared with seven.
function difference(own: SpanFigures, { stretch }: { stretch: number }): string {
  const more = own.received - stretch
  const share = stretch < FEW ? '' : `(${percent(Big(Math.abs(more)).times(100).div(stretch))}%)`
  const words = more === 0 ? '持平' : `${more > 0 ? '多' : '少'}${Math.abs(more)}件${share}`
  return `受理比对比期${own.running ? '同期' : ''}(${stretch}件)${words}`
}
