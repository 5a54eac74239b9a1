import { readCategory } from '../../domain/reading/category.ts'
import type { Call } from '../../domain/reading/command.ts'
import type { Complaint } from '../../domain/reading/complaint.ts'
import { mentions } from '../../domain/reading/gazetteer.ts'
import { findLabels } from '../../domain/reading/labels.ts'
import { normalise } from '../../domain/reading/normal.ts'

/** Which words gave the place and the kind of a case, and behind which labels its fields stood. */
export function whyCase({ content, subject = '', street, community }: Complaint, source: string): object {
  const { text } = normalise(source)
  const named = mentions(text).filter(({ entry }) =>
    community !== undefined
      ? [...entry.communities, ...entry.stemOf].some((one) => one.name === community)
      : entry.street === street || [...entry.communities, ...entry.stemOf].some((one) => one.street === street),
  )
  const place = [...new Set(named.map(({ start, end }) => text.slice(start, end)))]
  const category = readCategory(content).why
  const labels = findLabels(text).filter(({ field }) => field !== 'ignored')
  return {
    place: place.length || street === undefined ? place : ['the room'],
    category: category.length ? category : readCategory(`${content} ${subject}`).why,
    ...(labels.length > 0 && { fields: Object.fromEntries(labels.map(({ field, word }) => [field, word])) }),
  }
}

/** The words a command was read from. */
export function whyCall({ words, quoted, recent }: Call): object {
  return { words: words.trim(), case: quoted ? 'the quoted card' : recent ? 'the case its speaker is at' : 'named' }
}
