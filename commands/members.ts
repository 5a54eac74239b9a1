import type { Case } from '../domain/cases/case.ts'
import type { Member } from '../domain/cases/consult.ts'
import { type RoleId, roleNamed, roleNames } from '../domain/people/roles.ts'
import { unitAt } from '../domain/people/unit-said.ts'
import { streetNamed } from '../domain/reading/street.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Data } from './data.ts'

/**
 * Who shall come to a consultation, by the words said: a unit, a street (its steward), a person by name («高明», «高明局长»),
 * or whoever holds a role («分管领导»); somebody of elsewhere stays a name. Refuses: several-named.
 */
export function membersNamed(names: readonly string[], c: Case, data: Data): Member[] {
  const all = names.flatMap((name) => {
    const known = memberNamed(name, c, data)
    if (known) return known
    // 「高明和陈曦」
    const parts = name.split(/[和与跟及]/u).map((part) => memberNamed(part, c, data))
    return parts.length > 1 && parts.every((part) => part !== undefined) ? parts.flat() : [{ name }]
  })
  return all.filter(({ name }, i) => all.findIndex((one) => one.name === name) === i)
}

/**
 * Who is known among the words behind a time: 「明天下午3点 监测站 高明局长 三楼会议室」; everybody else's words are what it is
 * about. Refuses: several-named.
 */
export function knownIn(words: string, c: Case, data: Data): { members: Member[]; about: string } {
  const said = words.split(/[\s、,，;；]+/u).filter(Boolean)
  const called = said.map((name) => name.replace(/(?:参加|到会|一起)$/u, ''))
  const first = called.findIndex((name) => memberNamed(name, c, data) === undefined)
  const names = first < 0 ? called : called.slice(0, first)
  const members = membersNamed(names, c, data)
  return { members, about: names.length ? said.slice(names.length).join(' ') : words }
}

function memberNamed(said: string, c: Case, data: Data): Member[] | undefined {
  const unit = unitAt(said, data.people.units())?.unit ?? streetNamed(said)
  if (unit !== undefined) return [{ name: unit, unit }]
  const role = roleAt(said)
  const people = personNamed(said, data) ?? (role && holdersOf(role, c, data))
  return people?.length ? people.map((person) => ({ name: data.people.name(person), person })) : undefined
}

// 「高明」, 「高明局长」
function personNamed(said: string, data: Data): [number] | undefined {
  const role = ROLES.find((word) => said.length > word.length + 1 && said.endsWith(word))
  const name = role === undefined ? said : said.slice(0, -role.length)
  const called = data.roster.called(name)
  if (called.length > 1) throw new Refusal('several-named', { people: called, said: name })
  const [person] = called
  return person === undefined ? undefined : [person]
}

const ALSO = ['局长', '副局长', '局领导', '队长', '科长', '站长', '主任', '管家', '同志']
const ROLES = [...ALSO, ...Object.values(roleNames)].sort((a, b) => b.length - a.length)

function roleAt(said: string): RoleId | undefined {
  const word = said.replace(/^(?:请|本|我们?)/u, '')
  return word === '副局长' ? 'deputy' : roleNamed(word)
}

// Whose of a street or a unit: those of this case.
function holdersOf(role: RoleId, c: Case, data: Data): number[] {
  if (role === 'steward') return c.street === undefined ? [] : data.people.stewardsOf(c.street)
  if (role === 'lead') return c.owner ? data.people.leadsOf(c.owner.unit) : []
  return role === 'deputy' || role === 'chief' || role === 'desk' ? data.people.holders(role) : []
}
