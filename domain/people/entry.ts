import type { PersonId } from '../cases/case.ts'
import type { Role } from './roles.ts'
import { unitAt } from './unit-said.ts'

/** A line of the roster: somebody by name, and the role they shall hold. */
export interface Entry extends Role {
  name: string
  nickname?: string
}

/** A line as it is kept: who is proposed for it, who was not it, who it is. */
export interface RosterEntry extends Entry {
  id: number
  proposed?: PersonId
  denied?: PersonId
  person?: PersonId
}

/** Roles nobody gets by a nickname: a personal code proves them (domain.md section 3). */
export function needsCode({ role }: Pick<Role, 'role'>): boolean {
  return role === 'lead' || role === 'desk' || role === 'deputy' || role === 'chief' || role === 'admin'
}

/** Somebody seen in a bound room, with the names they go by. */
export interface Candidate {
  person: PersonId
  names: readonly string[]
}

/**
 * Who seems to be meant by each open line: exactly one person goes by that name or nickname, and the name is that of one
 * person in the roster only; a namesake in another unit is told apart when the nickname names the unit. In: all lines,
 * also those somebody stands for.
 */
export function proposals(entries: readonly RosterEntry[], candidates: readonly Candidate[]): Map<number, PersonId> {
  const found = new Map<number, PersonId>()
  for (const entry of entries) {
    if (entry.person !== undefined || needsCode(entry)) continue
    const namesake = entries.some((other) => other.name === entry.name && !sameHuman(other, entry))
    const fitting = candidates.filter(
      ({ person, names }) => person !== entry.denied && !isAnother(person, entry) && fits(entry, names, namesake),
    )
    const [only, another] = fitting
    if (only && !another) found.set(entry.id, only.person)
  }
  return found

  // Proved to be somebody else of the list: their name says nothing about this line.
  function isAnother(person: PersonId, entry: RosterEntry): boolean {
    return entries.some((other) => other.person === person && !sameHuman(other, entry))
  }
}

/** Open lines a person means who says 「我是 王磊 执法一队」: the name, and the unit or street if one was said. */
export function linesOf(entries: readonly RosterEntry[], said: string): RosterEntry[] {
  const words = said.split(/[\s,，、。]+|(?<=[队科站室办镇道心局])的/u).filter(Boolean)
  const units = [...new Set(entries.flatMap(({ unit }) => unit ?? []))]
  const isAt = ({ unit, street }: Entry, word: string) => {
    const where = withoutRole(word)
    return [unit, street, short(street)].includes(where) || (unit !== undefined && unitAt(where, units)?.unit === unit)
  }
  return entries.filter((entry) => {
    const at = words.indexOf(entry.name)
    return at >= 0 && words.every((word, i) => i === at || isAt(entry, word))
  })
}

// 「方庄街道网格员」
function withoutRole(word: string): string {
  return word.replace(/(?<=.)(?:的)?(?:网格员|街镇管家|管家|队员|监测员|工作人员|负责人)?(?:的|这边的?)?$/u, '')
}

function fits(entry: RosterEntry, names: readonly string[], namesake: boolean): boolean {
  return names.some((name) => {
    if (entry.nickname !== undefined && name === entry.nickname) return true
    const words = name.split(/[\s\-—_·|/、,，()()【】[\]:]+/u)
    const named = words.includes(entry.name) || (name.length <= 16 && name.endsWith(entry.name) && name !== entry.name)
    if (!named) return false
    return !namesake || [entry.unit, short(entry.street)].some((where) => where !== undefined && name.includes(where))
  })
}

/** Whether two lines mean one person, who may hold several roles of a unit, or be steward of several streets. */
export function sameHuman(a: Entry, b: Entry): boolean {
  return a.name === b.name && a.unit === b.unit && (a.unit !== undefined || a.street === b.street || a.role === b.role)
}

function short(street: string | undefined): string | undefined {
  return street?.replace(/(街道|镇)$/, '')
}
