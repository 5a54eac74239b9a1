import type { PersonId } from '../domain/cases/case.ts'
import type { Decision } from '../domain/cases/decisions.ts'
import type { Speech } from '../domain/words/speech.ts'

/** A report as it will be read, and what its numbers mean from then on to those who read it (「同意 1」). */
export interface Rendered {
  speeches: readonly Speech[]
  shown?: readonly { person: PersonId; decisions: readonly Decision[] }[]
}
