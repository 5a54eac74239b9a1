import { approvers, type Roster } from '../people/roster.ts'
import type { Settings } from '../settings.ts'
import type { Case, PersonId } from './case.ts'
import type { Wanted } from './events.ts'
import { isRequest } from './needs.ts'

/** Who has the say on what was asked: the role, and the people it was laid before. */
export interface Say {
  role: 'lead' | 'desk' | 'deputy'
  deciders: readonly PersonId[]
}

/** What decides who has the say: who holds which role, and the rules of the day. A Lookup is one. */
export interface SayRules extends Pick<Roster, 'leadsOf' | 'unitFor' | 'desks' | 'deputies'> {
  settings: Settings
}

/** Whom a case's request is laid before. Where nobody holds the role, those next to it; nobody when there is none of them. */
export function sayOn(c: Case, wanted: Wanted, rules: SayRules): Say {
  const role = decidedBy(c, wanted, rules.settings)
  if (role === 'lead') return { role, deciders: approvers(rules, c) }
  const [desks, deputies] = [rules.desks(), rules.deputies()]
  const [first, next] = role === 'desk' ? [desks, deputies] : [deputies, desks]
  return { role, deciders: first.length ? first : next }
}

/** Who has the say: the lead; of returns and extensions the desk up to a limit†, else the deputy (domain.md section 4, approve). */
export function decidedBy(c: Case, wanted: Wanted, settings: Settings): Say['role'] {
  switch (wanted) {
    case 'return':
      return (c.returns ?? 1) > settings.deskReturns ? 'deputy' : 'desk'
    case 'extend': {
      const more = c.extension === undefined || !c.deadline ? 0 : c.extension - c.deadline.at
      return more > settings.deskExtension ? 'deputy' : 'desk'
    }
    case 'suspend':
    case 'exclude':
      return 'deputy'
    default:
      return 'lead'
  }
}

/** Who asked: of a request whoever said it, else the owner. */
export function askerOf(c: Case, wanted: Wanted): PersonId | undefined {
  return isRequest(wanted) ? (c.requestedBy ?? c.owner?.person) : c.owner?.person
}
