import { findLimit } from '../../standards/find-limit.ts'
import { judge } from '../../standards/judge.ts'
import { limitsOf } from '../../standards/limits.ts'
import { unitShown } from '../../standards/units.ts'
import { className, measuredName, remarksSaid } from '../../words/judgement.ts'
import { odourAsks } from '../../words/quiz-air.ts'
import { basis, findings, reckoned, verdictChoice } from '../../words/quiz-basis.ts'
import type { Kind } from '../question.ts'
import { nearest } from './noise.ts'

const CONCENTRATION = 'odor_concentration'
const STACK = 'odor_concentration_stack'
/** Those a complaint is about: stoves, toilets, waste stations. */
const ITEMS = [CONCENTRATION, 'odor_nh3', 'odor_h2s']
const CLASSES = ['一级', '二级-新扩改建', '二级-现有']

/** Odour at a boundary and from a stack. */
export const odourKinds = {
  odourPoints: {
    topic: '异味',
    draw(chance, { date }) {
      const own = chance.one(['一级', '二级-新扩改建', '二级-新扩改建', '二级-现有'])
      const points = Array.from({ length: chance.whole(3, 4) }, () =>
        chance.percent(30) ? '<10' : String(chance.whole(10, 34)),
      )
      const sampleOf = (measured: unknown) => ({ item: CONCENTRATION, date, class: own, measured, inputs: {} })
      const judged = judge(sampleOf(points))
      // Held to Beijing's own limit it may be another verdict.
      if (judged.remarks.some(({ kind }) => kind === 'alsoLocal')) return undefined
      const levels = points.map((point) => Number(point.replace('<', '')))
      const mean = Math.round(levels.reduce((sum, level) => sum + level, 0) / levels.length)
      const others = [mean, Math.min(...levels)].map((level) => verdictChoice(judge(sampleOf(level))))
      const otherClasses = CLASSES.map((each) => verdictChoice(judge({ ...sampleOf(points), class: each })))
      return {
        of: [own, ...points],
        ask: odourAsks.points({ class: own, points }),
        right: verdictChoice(judged),
        wrong: [...others, ...otherClasses, findings.within, findings.average],
        why: reckoned({
          ...judged,
          parts: (judged.parts ?? []).filter(({ measured }) => measured === judged.measured).slice(0, 1),
        }),
      }
    },
  },

  odourLimit: {
    topic: '异味',
    draw(chance, { date }) {
      const item = chance.one(ITEMS)
      const own = chance.one(CLASSES)
      const found = findLimit({ item, date, code: 'GB 14554', classes: [own] })
      if (!('limit' in found) || found.limit.confidence !== 'high') return undefined
      const { limit, unit, standard } = found.limit
      const shown = (n: string | number) => `${n} ${unitShown(unit)}`.trim()
      const beside = remarksSaid(judge({ item, date, class: own, standard, measured: limit, inputs: {} }))
      const others = limitsOf(item).flatMap((each) => (each.standard === standard ? [String(each.limit)] : []))
      return {
        of: [item, own],
        ask: odourAsks.limit({ item, class: own }),
        right: shown(limit),
        wrong: nearest(others, limit, chance).map(shown),
        why: [
          `${measuredName(item)} ${className(own)}:限值${shown(limit)}。`,
          ...beside.map((remark) => `${remark}。`),
          basis(standard, { item, class: own }),
        ],
      }
    },
  },

  odourStack: {
    topic: '异味',
    draw(chance, { date }) {
      const metres = chance.whole(15, 48)
      const heights = limitsOf(STACK).map((each) => Number(/\d+/.exec(each.class)?.[0]))
      // Midway between two heights of the table nobody can say which is nearer.
      const far = heights.map((height) => Math.abs(height - Math.min(metres, 60))).sort((a, b) => a - b)
      if (far[0] === far[1]) return undefined
      const judged = judge({ item: STACK, date, class: `${metres}m`, measured: 1, inputs: {} })
      const right = Number(judged.limit)
      return {
        of: [metres],
        ask: odourAsks.stack(metres),
        right: String(right),
        wrong: nearest(
          limitsOf(STACK).map((each) => String(each.limit)),
          right,
          chance,
        ),
        why: [
          `按表2就近的高度${className(judged.class)},限值${judged.limit}。`,
          basis(judged.standard, { item: STACK }),
        ],
      }
    },
  },
} satisfies Record<string, Kind>
