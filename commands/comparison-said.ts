import { sameStretch, spanFigures } from '../domain/figures/comparison.ts'
import { basesInOrder, reckoned } from '../domain/figures/period.ts'
import { inScope } from '../domain/people/speaker.ts'
import { categoryName } from '../domain/reading/category.ts'
import type { Comparison } from '../domain/reading/comparison.ts'
import { dateOf } from '../domain/time/wall.ts'
import { comparisonWords } from '../domain/words/comparison.ts'
import type { Sentence } from '../domain/words/sentence.ts'
import type { Context } from './command.ts'
import { unitOfCase } from './figures-said.ts'
import { scopeSaid } from './scope.ts'

/** 统计 of a kind, a place or an industry in a span, beside another. `here`: the scope's name where none is said. Refuses: unknown-scope. */
export function compared(
  { span, other, categories, industry, place }: Comparison,
  here: string,
  { data, speaker, now }: Pick<Context<object>, 'data' | 'speaker' | 'now'>,
): Sentence {
  const said = scopeSaid(place, { data, speaker }, '统计 油烟 本周 对比上周')
  const scope = said ?? speaker.room
  const rules = { settings: data.settings.on(dateOf(now)), now, log: data.cases.log }
  const rowOf = (of: { from: number; to: number }) => spanFigures(casesIn(of), of, rules)
  const own = rowOf(span)
  const name = [said?.street ?? said?.unit ?? here, industry, categories && commonName(categories)]
  const row = other && rowOf(other)
  const stretch = other && spanFigures(casesIn(other), sameStretch(other, own, now), rules).received
  return comparisonWords(
    name.filter(Boolean).join(' '),
    own,
    row && stretch !== undefined ? { row, stretch } : undefined,
  )

  function casesIn({ from, to }: { from: number; to: number }) {
    const all = data.figures.touching(from, to).filter((c) => inScope(speaker, c))
    const mine = all
      .filter((c) => scope?.street === undefined || c.street === scope.street)
      .filter((c) => scope?.unit === undefined || unitOfCase(c, data) === scope.unit)
      .filter((c) => !categories || categories.includes(c.category))
      .filter((c) => industry === undefined || c.industry === industry)
    return basesInOrder.flatMap((basis) => reckoned(mine, { basis, assessed: false }))
  }
}

function commonName(categories: NonNullable<Comparison['categories']>): string {
  const names = [...new Set(categories.map(categoryName))]
  return names.length > 3 ? `${names.slice(0, 3).join('、')}等${names.length}类` : names.join('、')
}
