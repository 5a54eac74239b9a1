import { figure, halfEven, written } from '../../standards/decimal.ts'
import { judge } from '../../standards/judge.ts'
import type { Judgement } from '../../standards/judgement.ts'
import { type Limit, limitsOf } from '../../standards/limits.ts'
import { worstClass } from '../../standards/water.ts'
import { className } from '../../words/judgement.ts'
import { basis, findings, overTimes, reckoned, verdictChoice } from '../../words/quiz-basis.ts'
import { classesOf, ownClass, riverNitrogen, waterAsks, waterRule } from '../../words/quiz-water.ts'
import type { Chance } from '../chance.ts'
import type { Kind } from '../question.ts'
import { nearest } from './noise.ts'

/** What is read at a section of a river in town, from clean to foul. */
const RANGES = {
  'NH3-N': { from: 0.1, to: 2.6, places: 2 },
  TP: { from: 0.04, to: 0.52, places: 2 },
  COD: { from: 9, to: 48, places: 0 },
  CODMn: { from: 1.5, to: 17, places: 1 },
  BOD5: { from: 1.2, to: 11, places: 1 },
} as const
type Item = keyof typeof RANGES
const ITEMS = Object.keys(RANGES) as Item[]
const TARGETS = ['III', 'IV', 'V'] as const
const CLASSES = ['I', 'II', 'III', 'IV', 'V', '劣V']
const RIVERS = ['凉水河', '马草河', '丰草河', '小龙河', '莲花河', '新开渠', '永定河']
const LAKES = ['青龙湖', '小区景观湖']

/** Surface water: its class by the worst item, how many times over, oxygen the other way round. */
export const waterKinds = {
  waterClass: {
    topic: '水',
    draw(chance, { date }) {
      const items = chance.some(ITEMS, chance.whole(1, 3))
      const values = Object.fromEntries(items.map((item) => [item, drawnOf(item, chance)]))
      const parts = items.map((item) => judge({ item, date, measured: values[item], inputs: {} }))
      const own = worstClass(parts)
      if (own === undefined) return undefined
      const at = CLASSES.indexOf(own)
      const better = parts.flatMap((part) => worstClass([part]) ?? [])
      const others = [...better, CLASSES[at - 1], CLASSES[at + 1], CLASSES[at - 2], CLASSES[at + 2]]
      return {
        of: Object.entries(values)
          .map(([item, value]) => `${item}=${value}`)
          .sort(),
        ask: waterAsks.class({ values }),
        right: className(own),
        wrong: others.map(className),
        why: [
          items.length === 1
            ? classesOf(surface(items[0] as Item))
            : `${waterRule}${items.map((item, i) => ownClass(item, worstClass([parts[i] as Judgement]) ?? '')).join('、')} → ${className(own)}。`,
          basis(parts[0]?.standard),
        ],
      }
    },
  },

  waterTimes: {
    topic: '水',
    draw(chance, { date }) {
      const item = chance.one(ITEMS)
      const target = chance.one(TARGETS)
      const measured = drawnOf(item, chance)
      const judged = judge({ item, date, class: target, measured, inputs: {} })
      const others = CLASSES.slice(1, 5).map((each) =>
        verdictChoice(judge({ item, date, class: each, measured, inputs: {} })),
      )
      const ratio = written(halfEven(figure(measured).div(judged.limit ?? 1), 2))
      return {
        of: [item, target, measured],
        ask: waterAsks.times({ item, target, measured }),
        right: verdictChoice(judged),
        wrong: [overTimes(ratio), ...chance.some(others, 4), findings.within],
        why: reckoned(judged),
      }
    },
  },

  waterOxygen: {
    topic: '水',
    draw(chance, { date }) {
      const target = chance.one(['II', ...TARGETS])
      const measured = chance.decimal(1.6, 8.4, 1)
      const judged = judge({ item: 'DO', date, class: target, measured, inputs: {} })
      const limit = figure(judged.limit ?? 1)
      const away = halfEven(figure(measured).minus(limit).abs().div(limit), 2)
      return {
        of: [target, measured],
        ask: waterAsks.oxygen({ target, measured }),
        right: verdictChoice(judged),
        wrong: [
          findings.within,
          overTimes(written(away)),
          ...chance
            .some(TARGETS, 3)
            .map((each) => verdictChoice(judge({ item: 'DO', date, class: each, measured, inputs: {} }))),
        ].filter((choice) => choice !== overTimes('0')),
        why: reckoned(judged),
      }
    },
  },

  waterLimit: {
    topic: '水',
    draw(chance) {
      const item = chance.one([...ITEMS, 'DO', 'petroleum'])
      const own = chance.one(['II', ...TARGETS])
      const rows = surface(item)
      const limit = rows.find((row) => row.class === own)
      if (!limit) return undefined
      return {
        of: [item, own],
        ask: waterAsks.limit({ item, class: own }),
        right: boundOf(limit),
        wrong: nearest(
          rows.map((row) => String(row.limit)),
          limit.limit,
          chance,
        ).map((other) => boundOf({ ...limit, limit: Number(other) })),
        why: [classesOf(rows), basis(limit.standard)],
      }
    },
  },

  waterNitrogen: {
    topic: '水',
    draw(chance, { date }) {
      const water = chance.percent(65) ? chance.one(RIVERS) : chance.one(LAKES)
      const target = chance.one(TARGETS)
      const measured = chance.decimal(0.6, 6, 1)
      const judged = judge({ item: '总氮', date, class: target, measured, inputs: { waterBody: water } })
      const still = judge({ item: '总氮', date, class: target, measured, inputs: { waterBody: LAKES[0] } })
      const unjudged = judged.remarks.some(({ kind }) => kind === 'riverNitrogen')
      return {
        of: [water, target, measured],
        ask: waterAsks.nitrogen({ water, target, measured }),
        right: unjudged ? riverNitrogen : verdictChoice(judged),
        wrong: [riverNitrogen, verdictChoice(still), findings.within, className('劣V')],
        why: reckoned(judged),
      }
    },
  },
} satisfies Record<string, Kind>

function drawnOf(item: Item, chance: Chance): string {
  const { from, to, places } = RANGES[item]
  return chance.decimal(from, to, places)
}

const surface = (item: string): Limit[] => limitsOf(item).filter(({ standard }) => standard === 'GB 3838-2002')

const boundOf = ({ limit, op }: Pick<Limit, 'limit' | 'op'>): string => (op === '>=' ? `不低于${limit}` : String(limit))
