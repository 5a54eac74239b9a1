import data from '../data/standards.json' with { type: 'json' }

export type Confidence = 'high' | 'medium-high' | 'medium' | 'low'

/** One limit of one standard, with where its figure comes from and how sure it is. */
export interface Limit {
  standard: string
  item: string
  metric: string
  /** '2', '4a', '2,3,4', '二级-新扩改建', 'III'; '-' where the standard knows no classes. */
  class: string
  period: string | null
  op: '<=' | '>='
  limit: number
  unit: string
  /** First and last day, 'YYYY-MM-DD'; no last day while it is in force. */
  validFrom: string
  validTo: string | null
  source: 'primary' | 'secondary' | 'memory'
  confidence: Confidence
  note?: string
  room?: 'A' | 'B'
  freqHz?: number
}

/** Every limit of every version. */
export const limits = data.limits as readonly Limit[]

const byItem = Map.groupBy(limits, ({ item }) => item)

/** The ids of everything that has a limit. */
export const itemIds: readonly string[] = [...byItem.keys()]

/** Every version of the limits of an item. */
export function limitsOf(item: string): readonly Limit[] {
  return byItem.get(item) ?? []
}

/** Whether a limit holds on a day. */
export function inForce({ validFrom, validTo }: Pick<Limit, 'validFrom' | 'validTo'>, date: string): boolean {
  return validFrom <= date && (validTo === null || date <= validTo)
}

/** The standard without its year: 「GB 12523-2025」 → 「GB 12523」. */
export function codeOf(standard: string): string {
  return standard.replace(/-\d{2,4}$/, '')
}

/** The full name of a standard, if it is one of ours. */
export function titleOf(standard: string): string | undefined {
  return (data.titles as Record<string, string>)[standard]
}

/**
 * A standard as people write it, 「gb12348」, 「DB11/T1488—2018」, 「GB 3096-2008」, 「《声环境质量标准》」: the code, and the year
 * if one was said.
 */
export function standardSaid(said: string): { code: string; year?: string } | undefined {
  const text = said
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s《》〈〉]/g, '')
    .replace(/[—–−―]+/g, '-')
  const [, letters, number, year] = /(GB|DB11|HJ)(?:\/T)?[/-]?(\d+)(?:-(\d{2,4}))?/.exec(text) ?? []
  if (letters === undefined) return titled(text)
  const code = codes.find((known) => known.replace(/[\s/]/g, '') === `${letters}${number}`)
  if (code === undefined) return undefined
  return { code, ...(year !== undefined && { year }) }
}

function titled(text: string): { code: string } | undefined {
  const bare = (title: string) => title.replace(/\(.*\)$|^北京市?/, '')
  const own = Object.entries(data.titles).filter(([, title]) => bare(title) === bare(text))
  const [found] = own.find(([standard]) => standard.startsWith('DB11') === /北京/.test(text)) ?? own[0] ?? []
  return found === undefined ? undefined : { code: codeOf(found) }
}

const codes = [...new Set([...Object.keys(data.titles), ...Object.keys(data.aqi)].map(codeOf))]

/** Limits whose figure nobody has read in the standard itself: the station must verify them before they may judge. */
export function unverified(): readonly Limit[] {
  return limits.filter(({ confidence }) => confidence !== 'high')
}
