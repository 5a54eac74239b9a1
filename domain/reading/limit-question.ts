import { airClassSaid, noiseClassSaid, odourClassSaid, waterClassSaid } from '../standards/classes.ts'
import { standingLimits } from '../standards/find-limit.ts'
import { fumeItems } from '../standards/fumes.ts'
import { itemSaid, matterOf } from '../standards/items.ts'
import { type Limit, standardSaid } from '../standards/limits.ts'
import { isNoiseCode, type NoiseSource, noiseCode, noiseId, noiseSaid } from '../standards/noise-item.ts'
import { airPeriodSaid, noisePeriodSaid } from '../standards/periods.ts'
import { isDate } from '../time/wall.ts'
import { normalise } from './normal.ts'

/**
 * The limits somebody asks for: 「噪声 2类 夜间」, 「油烟」, 「PM2.5 日均」, 「臭气 二级」, 「GB 12523 夜间」. In force on `today`, or on
 * a date that was said. Empty when nothing known was named.
 */
export function limitsAsked(said: string, today: string): readonly Limit[] {
  const text = normalise(said).text
  const words = text.split(/[\s,，、。?？]+/).filter(Boolean)
  const date = words.find(isDate) ?? today
  const code = standardSaid(text)?.code
  const room = /([AB])类房/.exec(text)?.[1]
  const noise = noiseSaid(code !== undefined && isNoiseCode(code) ? `噪声${text}` : text, {
    room: room !== undefined,
    ...(code !== undefined && { code }),
  })
  if (noise) {
    const sources: NoiseSource[] =
      noise.assumed && noise.kind === 'leq' ? ['social', 'industrial', 'ambient'] : [noise.source]
    const kinds =
      noise.kind === 'leq' && !noise.assumed ? (['leq', 'lmax', 'frequent', 'occasional'] as const) : [noise.kind]
    const ids = sources.flatMap((source) =>
      [...new Set(kinds.flatMap((kind) => noiseId({ source, kind }) ?? []))].map((id) => ({ id, source })),
    )
    return ids.flatMap(({ id, source }) => narrowed(standingLimits(id, date, noiseCode(source)), text))
  }
  return named(text, words, code).flatMap((id) => {
    const all = standingLimits(id, date, code)
    return narrowed(all.length ? all : standingLimits(id, date), text)
  })
}

function named(text: string, words: readonly string[], code: string | undefined): readonly string[] {
  const around = { hints: text, ...(code !== undefined && { code }), lake: /湖|水库/.test(text) }
  const found = [text, ...words, ...words.map((word) => word.replace(/(?:标准|限值|限制|要求|是多少|多少)+$/, ''))]
    .map((word) => itemSaid(word, around))
    .find((each) => each !== undefined && (each.kind === 'item' || each.group === 'fumes'))
  if (found?.kind === 'group') return fumeItems
  return found ? [found.id] : []
}

const CLASSES =
  /(?:[0-4][ab]?|[一二三四五]|[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V)\s?[类级](?:[-—]?(?:新[改扩]*建|现有))?|4[ab](?![a-z])|[ⅠⅡⅢⅣⅤ]/giu

function narrowed(limits: readonly Limit[], text: string): Limit[] {
  const matter = matterOf(limits[0]?.item ?? '')
  const classes = new Set([...text.matchAll(CLASSES)].flatMap(([said]) => classSaid(said, matter) ?? []))
  const plain = text.replace(/pm\s*(?:2\.5|10)/gi, ' ')
  const period = matter === 'noise' ? noisePeriodSaid(/昼|夜|白天|晚上/.exec(plain)?.[0] ?? '') : airPeriodSaid(plain)
  const classed = limits.filter(
    (limit) => !classes.size || limit.class === '-' || limit.class.split(',').some((each) => isOneOf(each, classes)),
  )
  return (classed.length ? classed : limits).filter(
    (limit) => period === undefined || limit.period === null || limit.period === period,
  )
}

// 4a and 4b are 「4类」 in short, and 「4类」 at a boundary is either.
function isOneOf(own: string, classes: ReadonlySet<string>): boolean {
  return (
    classes.has(own) ||
    [...classes].some((said) => said.startsWith('4') && own.startsWith('4') && (said === '4' || own === '4'))
  )
}

function classSaid(word: string, matter: ReturnType<typeof matterOf>): string | undefined {
  if (matter === 'noise') return noiseClassSaid(word)
  if (matter === 'air') return airClassSaid(word)
  if (matter === 'water') return waterClassSaid(word)
  return matter === 'odour' ? odourClassSaid(word)?.class : undefined
}
