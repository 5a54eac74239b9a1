import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { SearchWish } from '../domain/reading/search.ts'
import { cases, texts } from './schema.ts'

/** The condition that a case fits a term: its texts hold the words, or one of the term's other readings is its own. */
export function fits(term: SearchWish): SQL | undefined {
  const { words, street, categories, tail, states, unit, owners, within } = term
  if (states) return inArray(cases.state, states)
  return or(
    holds(words),
    street === undefined ? undefined : eq(cases.street, street),
    categories && inArray(cases.category, categories),
    tail === undefined ? undefined : endsWith(tail),
    unit === undefined ? undefined : eq(cases.ownerUnit, unit),
    owners && inArray(cases.ownerPerson, [...owners]),
    within && and(...within.map(fits)),
  )
}

function holds(words: string): SQL {
  const pattern = `%${escaped(words)}%`
  return sql`exists (select 1 from ${texts} where ${texts.id} in (${cases.place}, ${cases.subject}, ${cases.content}) and ${texts.body} like ${pattern} escape '\\')`
}

function endsWith(tail: string): SQL {
  return sql`${cases.externalNo} like ${`%${escaped(tail)}`} escape '\\'`
}

// What somebody typed is text: % and _ stand for themselves.
function escaped(words: string): string {
  return words.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
