import type { PersonId } from '../cases/case.ts'
import { type Role, roleNames } from '../people/roles.ts'
import { type Room, roomName } from '../people/rooms.ts'
import { dateOf } from '../time/wall.ts'
import type { Lookup } from './lookup.ts'
import { lines, type Sentence } from './sentence.ts'

// What the administrator hears: rooms, roles, duty, areas.

export function bound(room: Room): Sentence {
  return lines(
    `本群已绑定为${roomName(room)}。本群涉件消息会记录用于办理。`,
    room.kind === 'street'
      ? '报件:写清小区楼号和问题,或直接粘贴工单。领件:引用卡片回「领哨」。用法回「帮助」。'
      : '用法回「帮助」。',
  )
}

export function unbound(room: Room): Sentence {
  return [`${roomName(room)}已解绑,我在这里不再记录,也不再说话。`]
}

export function nowAdmin(): Sentence {
  return lines(
    '你已是管理员。接下来三步:',
    '1 把我拉进工作群,在群里回「绑定 方庄街道」(或「绑定 执法一队」「绑定 全区」「绑定 领导」)',
    '2 在群里回「授权 @张三 执法一队 队员」「授权 @李四 街镇管家」',
    '3 「片区 执法一队 方庄 成寿寺」「值班 执法一队 @甲 @乙 本周」',
    '急件卡片要带局值班电话,回「设置 局值班电话 号码」。',
  )
}

interface Grant {
  role: Role
  /** In a unit nobody knew before. */
  isNew?: boolean
}

/** Asked before roles are given: 「给小马授权「执法一队 队员」」. */
export function grantQuestion({ people, ...grant }: Grant & { people: readonly PersonId[] }, look: Lookup): string {
  return `给${whom(people, look)}授权「${roleSaid(grant)}」`
}

/** In: who got which role; `fresh`: they did not hold it yet. */
export function granted({ person, ...grant }: Grant & { person: PersonId }, look: Lookup, fresh: boolean): Sentence {
  const what = roleSaid(grant)
  return [fresh ? `已授权:${look.name(person)} ${what}。` : `${look.name(person)}本来就是${what}。`]
}

function roleSaid({ role, isNew }: Grant): string {
  const where = role.unit ?? role.street
  return `${where === undefined || where === roleNames[role.role] ? '' : `${where}${isNew ? '(新单位)' : ''} `}${roleNames[role.role]}`
}

/** Asked before roles are taken back. */
export function revokeQuestion(people: readonly (PersonId | undefined)[], look: Lookup): string {
  return `收回${whom(
    people.flatMap((person) => person ?? []),
    look,
  )}的全部角色`
}

// Several are counted and named, so that a wrong one is seen.
function whom(people: readonly PersonId[], look: Lookup): string {
  const names = people.map(look.name).join('、')
  return people.length > 1 ? `${people.length}人(${names})` : names
}

export function revoked(person: PersonId, count: number, look: Lookup): Sentence {
  return [count ? `已撤权:${look.name(person)}的${count}项角色。` : `${look.name(person)}没有角色可撤。`]
}

export function dutySet(unit: string, people: readonly PersonId[], look: Lookup, from: number, to: number): Sentence {
  return [`${unit}值班:${people.map(look.name).join('、')},${daysOf(from, to, look.now)}。`]
}

/** 「今天」, or 「11-23至11-29」, for a span from midnight to midnight. */
function daysOf(from: number, to: number, now: number): string {
  const [first, last] = [dateOf(from), dateOf(to - 1)]
  if (first !== last) return `${first.slice(5)}至${last.slice(5)}`
  return first === dateOf(now) ? '今天' : first.slice(5)
}

export function areasSet(unit: string, streets: readonly string[]): Sentence {
  return [`${unit}片区:${streets.join('、')}。`]
}
