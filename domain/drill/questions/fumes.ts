import { kitchenSaid } from '../../standards/classes.ts'
import { findLimit } from '../../standards/find-limit.ts'
import { fumeItems } from '../../standards/fumes.ts'
import { judge } from '../../standards/judge.ts'
import { limitsOf } from '../../standards/limits.ts'
import { remarksSaid } from '../../words/judgement.ts'
import { atLeast, distances, fumeAsks, kitchenRow, kitchenSize, kitchens, overItems } from '../../words/quiz-air.ts'
import { basis, findings, overTimes, reckoned, verdictChoice } from '../../words/quiz-basis.ts'
import type { Kind } from '../question.ts'

const OIL = 'catering_fume_oil'
const REMOVAL = 'catering_fume_oil_removal'
const DISTANCES = ['catering_site_distance_boundary', 'catering_outlet_distance', 'catering_outlet_distance_deodorised']

/** Kitchens: the three items, discharge past the purifier, their size, and how far from windows. */
export const fumeKinds = {
  fumesThree: {
    topic: '油烟',
    draw(chance, { date }) {
      const oil = chance.decimal(0.3, 2, 1)
      const pm = chance.decimal(1.5, 8.5, 1)
      const nmhc = chance.decimal(3, 16, 1)
      const measured = { catering_fume_oil: oil, catering_fume_pm: pm, catering_fume_nmhc: nmhc }
      const judged = judge({ item: 'catering_fumes', date, measured, inputs: {} })
      const over = (judged.parts ?? []).flatMap(({ verdict, item }) => (verdict === 'over' && item ? [item] : []))
      const subsets = [
        [],
        ...fumeItems.map((item) => [item]),
        [fumeItems[0], fumeItems[1]],
        [fumeItems[1], fumeItems[2]],
        [...fumeItems],
      ]
      return {
        of: [oil, pm, nmhc],
        ask: fumeAsks.three({ oil, pm, nmhc }),
        right: overItems(over),
        wrong: chance.some(subsets, subsets.length).map(overItems),
        why: reckoned(judged),
      }
    },
  },

  fumeTimes: {
    topic: '油烟',
    draw(chance, { date }) {
      const item = chance.one(fumeItems)
      const found = findLimit({ item, date })
      if (!('limit' in found)) return undefined
      const { limit } = found.limit
      const measured = chance.decimal(limit * 1.1, limit * 3, 1)
      const judged = judge({ item, date, measured, inputs: {} })
      if (judged.exceed === undefined) return undefined
      return {
        of: [item, measured],
        ask: fumeAsks.times({ item, measured }),
        right: judged.exceed,
        why: reckoned(judged),
      }
    },
  },

  kitchenSize: {
    topic: '油烟',
    draw(chance, { date }) {
      const stoves = chance.whole(1, 12)
      const own = kitchenSaid(`${stoves}个基准灶头`)
      const sizes = limitsOf(REMOVAL).filter(({ standard }) => standard === 'GB 18483-2001')
      const found = findLimit({ item: REMOVAL, date, code: 'GB 18483', classes: own === undefined ? [] : [own] })
      if (!('limit' in found)) return undefined
      const others = sizes.filter((size) => size.class !== own)
      const [other] = others
      return {
        of: [stoves],
        ask: fumeAsks.kitchen(stoves),
        right: kitchenSize(found.limit.class, found.limit.limit),
        wrong: [
          ...others.map((size) => kitchenSize(size.class, size.limit)),
          ...(other ? [kitchenSize(found.limit.class, other.limit)] : []),
        ],
        why: [`${sizes.map((size) => kitchenRow(size.class, size.limit)).join('、')}。`, basis(found.limit.standard)],
      }
    },
  },

  fumeDirect: {
    topic: '油烟',
    draw(chance, { date }) {
      const how = chance.one(['none', 'off', 'off', 'on'] as const)
      const works = how === 'on'
      const measured = chance.decimal(0.3, works ? 1.8 : 1, 1)
      const judged = judge({ item: OIL, date, measured, inputs: { purifier: works, directDischarge: !works } })
      const plain = judge({ item: OIL, date, measured, inputs: {} })
      return {
        of: [how, measured],
        ask: fumeAsks.direct({ measured, how: kitchens[how] }),
        right: judged.remarks.some(({ kind }) => kind === 'deemed') ? findings.deemed : verdictChoice(judged),
        wrong: [findings.deemed, verdictChoice(plain), findings.within, overTimes(measured), findings.invalid],
        why: reckoned(judged),
      }
    },
  },

  fumeDistance: {
    topic: '油烟',
    draw(chance, { date }) {
      const item = chance.one(DISTANCES)
      const metres = String(chance.whole(6, 24))
      const judged = judge({ item, date, measured: metres, inputs: {} })
      return {
        of: [item, metres],
        ask: fumeAsks.distance({ item, metres }),
        right: judged.verdict === 'within' ? distances.far : distances.near,
        wrong: Object.values(distances),
        yesNo: true,
        why: [
          `${atLeast(item, judged.limit ?? '')}${remarksSaid(judged).join(';')}。`,
          basis(judged.standard, { item }),
        ],
      }
    },
  },
} satisfies Record<string, Kind>
