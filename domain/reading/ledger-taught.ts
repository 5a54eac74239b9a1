import { bare, type LedgerField, ledgerFieldOf } from './ledger-fields.ts'
import { columnWords, type LedgerTemplate } from './ledger-sheet.ts'

/** What somebody says a column holds: by its place (from 0); null leaves it empty. */
export interface Taught {
  column: number
  field: LedgerField | null
}

/**
 * 「第31列 承办人」, 「科长意见是备注,第5列 空」, 「31=承办人」: columns by number or by their words, each with a field. Undefined
 * when any of it is not understood: half of it would be a guess.
 */
export function readTaught(said: string, template: Pick<LedgerTemplate, 'header' | 'fields'>): Taught[] | undefined {
  const parts = said
    .split(/[,，;；、\n]+/)
    .map((part) => part.trim())
    .filter(Boolean)
  const read = parts.map((part) => taughtIn(part, template))
  return read.length && read.every((one) => one !== undefined) ? (read as Taught[]) : undefined
}

/** The template with its columns as taught; a field stands in one column only. */
export function taughtTemplate(template: LedgerTemplate, taught: readonly Taught[]): LedgerTemplate {
  const fields = template.fields.map((field, i) => {
    const own = taught.find(({ column }) => column === i)
    if (own) return own.field
    return taught.some((one) => one.field === field) ? null : field
  })
  return { ...template, fields }
}

function taughtIn(part: string, template: Pick<LedgerTemplate, 'header' | 'fields'>): Taught | undefined {
  const [, which, what] = /^(.+?)\s*(?:[=＝:：→]|->|\s(?:是|填)|是|填|\s)\s*(\S+)$/.exec(part) ?? []
  if (which === undefined || what === undefined) return undefined
  const column = columnSaid(which, template)
  const field = /^(?:空|留空|不填|无)$/.test(what) ? null : ledgerFieldOf(what)
  return column === undefined || field === undefined ? undefined : { column, field }
}

function columnSaid(which: string, template: Pick<LedgerTemplate, 'header' | 'fields'>): number | undefined {
  const [, number] = /^第?\s*(\d{1,3})\s*列?$/.exec(which) ?? []
  if (number !== undefined)
    return Number(number) >= 1 && Number(number) <= template.fields.length ? Number(number) - 1 : undefined
  const wanted = bare(which)
  const found = template.fields.findIndex((_, i) => {
    const words = columnWords(template, i)
    return bare(words) === wanted || bare(words.split('·').at(-1) ?? '') === wanted
  })
  return found < 0 ? undefined : found
}
