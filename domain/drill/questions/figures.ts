import { percent, points, ratesOf, type Tally, type Weights } from '../../figures/rates.ts'
import { periodOf, spanOfPeriod } from '../../time/period.ts'
import { addDays, dateOf, instant } from '../../time/wall.ts'
import { figureAsks, periodRule, periodSaid, periodWhy, type RateName, rateRule } from '../../words/quiz-work.ts'
import type { Kind } from '../question.ts'

/** The three rates and the period they count in. */
export const figureKinds = {
  rates: {
    topic: '三率',
    draw(chance, { settings }) {
      const which = chance.one(['响应率', '解决率', '满意率', '满意率', '综合', '综合'] as const)
      const valid = chance.one([10, 12, 16, 20, 24, 25, 30, 40])
      const contacted = valid - chance.whole(0, 2)
      const solved = contacted - chance.whole(1, 4)
      const fair = chance.whole(1, 3)
      const good = solved - fair - chance.whole(0, 1)
      const tally: Tally = { valid, contacted, solved, good, fair }
      const right = rateSaid(which, tally, settings)
      const mistaken: string[] = [
        rateSaid(which, { ...tally, good: good + fair, fair: 0 }, settings),
        rateSaid(which, { ...tally, fair: 0 }, settings),
        rateSaid(which, { ...tally, valid: contacted }, settings),
        rateSaid(which, tally, {
          ...settings,
          weightResolution: settings.weightSatisfaction,
          weightSatisfaction: settings.weightResolution,
        }),
        rateSaid(which, { ...tally, solved: solved - 1, contacted: contacted - 1 }, settings),
        rateSaid(which, { ...tally, solved: solved + 1, contacted: valid }, settings),
      ]
      return {
        of: [which, valid, contacted, solved, good, fair],
        ask: figureAsks.rate({ ...tally, which }),
        right,
        wrong: mistaken.filter((each) => Number.parseFloat(each) <= 100),
        why: [reckoning(which, tally, settings), rateRule],
      }
    },
  },

  period: {
    topic: '三率',
    draw(chance, { date }) {
      const near = chance.percent(80)
      const day = near
        ? `${date.slice(0, 4)}-${String(chance.whole(1, 12)).padStart(2, '0')}-${chance.whole(16, 21)}`
        : addDays(date, -chance.whole(0, 300))
      const period = periodOf(instant(day))
      const { from, to } = spanOfPeriod(period)
      const months = [-1, 1, 2].map((n) => ((Number(period.slice(5)) - 1 + n + 12) % 12) + 1)
      return {
        of: [day],
        ask: figureAsks.period(day),
        right: periodSaid(period),
        wrong: months.map((month) => periodSaid(`0000-${String(month).padStart(2, '0')}`)),
        why: [periodWhy({ period, from: dateOf(from), to: dateOf(to - 1) }), periodRule],
      }
    },
  },
} satisfies Record<string, Kind>

function rateSaid(which: RateName, tally: Tally, weights: Weights): string {
  const rates = ratesOf(tally, weights)
  if (which === '综合') return points(rates?.score)
  const rate = which === '响应率' ? rates?.response : which === '解决率' ? rates?.resolution : rates?.satisfaction
  return `${percent(rate)}%`
}

function reckoning(which: RateName, tally: Tally, weights: Weights): string {
  const { valid, contacted, solved, good, fair } = tally
  const said = rateSaid(which, tally, weights)
  const share = (percent_: number) => percent_ / 100
  if (which === '响应率') return `联系上${contacted}÷有效${valid}=${said}。`
  if (which === '解决率') return `解决${solved}÷有效${valid}=${said}。`
  const content = `(满意${good}+${share(weights.weightFairlySatisfied)}×基本满意${fair})÷有效${valid}`
  if (which === '满意率') return `${content}=${said}。`
  const rates = ratesOf(tally, weights)
  const satisfaction = percent(rates?.satisfaction)
  const terms = [
    `${share(weights.weightResponse)}×响应${percent(rates?.response)}`,
    `${share(weights.weightSatisfaction)}×满意${satisfaction}`,
    `${share(weights.weightResolution)}×解决${percent(rates?.resolution)}`,
  ]
  return `${terms.join('+')}=${said}。满意率:${content}=${satisfaction}%。`
}
