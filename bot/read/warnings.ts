import type { Complaint } from '../../domain/reading/complaint.ts'
import type { Note } from '../../domain/reading/note.ts'
import { ownershipOf } from '../../domain/reading/owners.ts'

type Said = { [K in Note['kind']]: (note: Extract<Note, { kind: K }>) => string }

const said: Said = {
  'old-name': ({ from, to }) => `old-name: ${from}->${to}`,
  typo: ({ from, to }) => `typo: ${from}->${to}`,
  'street-conflict': ({ said, street, community }) => `street-conflict: ${said}, ${community} is of ${street}`,
  'ambiguous-place': ({ name, candidates }) => `ambiguous-place: ${name} (${candidates.join(' ')})`,
  'road-elsewhere': ({ name, street, other }) => `road-elsewhere: ${name}, taken for ${street}, may be ${other}`,
  'ambiguous-phone': ({ count }) => `ambiguous-phone: ${count}, nothing paired`,
  'deadline-derived': ({ from }) => `deadline-derived: ${from}`,
  outside: ({ place }) => `outside: ${place}`,
  'identity-number': () => 'identity-number',
  also: ({ category }) => `also: ${category}`,
}

/** What the reading noticed of a complaint, and whose its kind usually is when it is not the bureau's own. */
export function warningsOf({ notes, category }: Pick<Complaint, 'notes'> & Partial<Complaint>): string[] {
  const noticed = notes.map((note) => (said[note.kind] as (note: Note) => string)(note))
  const { owner, with: others } = category === undefined ? { owner: '', with: '' } : ownershipOf(category)
  const elsewhere = owner && !/生态环境/.test(owner) ? [`owner: ${owner}${others ? `, with ${others}` : ''}`] : []
  return [...noticed, ...elsewhere]
}
