import type { CaseNo, UnitId } from '../domain/cases/case.ts'
import { type RoleId, roleNamed } from '../domain/people/roles.ts'
import { nearestStreet, streetNamed } from '../domain/reading/street.ts'
import { Refusal } from '../domain/refusal.ts'

/** What stands behind a command's word, taken piece by piece. */
export interface Words {
  /** What is left of the text. */
  rest: string
  /** Numbers that were found to be cases. */
  nos: CaseNo[]
  mentions: readonly { id: string; name: string }[]
}

/** How one argument is read. `read` takes it from the words; undefined when it is not there. */
export interface Arg<T> {
  /** How it is called in help and in the question for it. */
  name: string
  onCase?: true
  /** Of several cases named it takes one: the command runs for each. */
  one?: true
  optional?: true
  read(words: Words): T | undefined
}

/** One case: named, quoted, or found by its platform number. */
export const caseNo: Arg<CaseNo> = { name: '编号', onCase: true, one: true, read: ({ nos }) => nos[0] }

/** One or several cases. */
export const caseNos: Arg<CaseNo[]> = { name: '编号', onCase: true, read: ({ nos }) => (nos.length ? nos : undefined) }

/** Everything that is left. */
export const rest: Arg<string> = {
  name: '内容',
  read(words) {
    const said = words.rest.trim()
    words.rest = ''
    return said || undefined
  },
}

/** Why: everything that is left. */
export const reason: Arg<string> = called('原因', rest)

/** The next word. */
export const word: Arg<string> = { name: '词', read: takeWord }

/** The people mentioned. Refuses: several-called. */
export const mentioned: Arg<readonly { id: string; name: string }[]> = {
  name: '@某人',
  read(words) {
    const unclear = words.mentions.find(({ id }) => id === '')
    if (unclear) throw new Refusal('several-called', { said: unclear.name })
    for (const { name } of words.mentions) words.rest = words.rest.replaceAll(`@${name}`, ' ')
    words.rest = words.rest.replace(/@[^\s@]+\s?/g, ' ').trim()
    return words.mentions.length ? words.mentions : undefined
  },
}

/** A unit by its name. */
export const unit: Arg<UnitId> = { name: '单位', read: takeWord }

/** A role by its name: 队员, 管家, 分管领导. Refuses: unknown-role. */
export const role: Arg<RoleId> = {
  name: '角色',
  read(words) {
    const said = takeWord(words)
    if (said === undefined) return undefined
    const named = roleNamed(said)
    if (!named) throw new Refusal('unknown-role', { said })
    return named
  },
}

/** One or several streets, by short or full name. Refuses: unknown-street. */
export const streets: Arg<string[]> = {
  name: '街镇',
  read(words) {
    const found: string[] = []
    for (let said = takeWord(words); said !== undefined; said = takeWord(words)) {
      const street = streetNamed(said)
      if (street === undefined) throw unknownStreet(said)
      found.push(street)
    }
    return found.length ? found : undefined
  },
}

/** The same argument, but it may be missing. */
export function optional<T>(arg: Arg<T>): Arg<T | undefined> {
  return { ...arg, optional: true }
}

/** The same argument under another name. */
export function called<T>(name: string, arg: Arg<T>): Arg<T> {
  return { ...arg, name }
}

/** The refusal for a word that is no street, with the one it looks like and a right example. */
export function unknownStreet(said: string, example = '绑定 方庄街道'): Refusal {
  const nearest = nearestStreet(said)
  return new Refusal('unknown-street', { said, example, ...(nearest !== undefined && { nearest }) })
}

function takeWord(words: Words): string | undefined {
  const match = /^[\s,，、:：]*([^\s,，、:：]+)/.exec(words.rest)
  if (!match) return undefined
  words.rest = words.rest.slice(match[0].length).trimStart()
  return match[1]
}
