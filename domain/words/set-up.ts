import type { Role } from '../people/roles.ts'
import { roleNames } from '../people/roles.ts'
import { type RoomKind, roomKinds } from '../people/rooms.ts'
import { clip } from './case-lines.ts'
import { lines, type Sentence } from './sentence.ts'
import { MESSAGE_BYTES } from './speech.ts'

/** Somebody who waits to be let in: by the roster, or as a friend. */
export interface Applicant {
  name: string
  role?: Role
  goesBy?: string
  /** In none of the bound rooms. */
  outside?: boolean
  asks?: 'friend'
}

/** The one list of those who wait, with numbers. */
export function admissionList(applicants: readonly Applicant[]): Sentence {
  if (!applicants.length) return ['没有等你通过的人。']
  const rows = applicants.map((one, i) =>
    one.asks === 'friend'
      ? `${i + 1} ${one.name || '(没有名字)'} 申请加好友`
      : `${i + 1} ${one.name} ${roleWords(one.role)}${asShown(one)}`,
  )
  const last = applicants.length
  return lines(
    `等你通过${last}人:`,
    ...rows,
    last === 1
      ? '是本人回「通过 1」,不是回「通过 除1」。'
      : `回「通过 1-${last}」,有不是本人的写「通过 1-${last} 除${Math.min(3, last)}」。`,
  )
}

// What tells somebody from who only took the name.
function asShown({ name, goesBy, outside }: Applicant): string {
  const shown = [
    ...(goesBy === undefined || goesBy === name ? [] : [`微信名:${clip(goesBy, 12)}`]),
    ...(outside ? ['不在工作群'] : []),
  ]
  return shown.length ? `(${shown.join(',')})` : ''
}

export function admitted(names: readonly string[], denied: number): Sentence {
  const said = names.length > 8 ? `${names.slice(0, 8).join('、')}等` : names.join('、')
  return [names.length ? `已通过${names.length}人:${said}。${denied ? `除去${denied}人。` : ''}` : '这些都已处理过了。']
}

/** To those who were let in. */
export function youAreIn(roles: readonly Role[]): Sentence {
  return lines(`已认证:${roles.map(roleWords).join('、')}。`, '用法回「帮助」。')
}

export function introduced(roles: readonly Role[]): Sentence {
  return [`收到,${roles.map(roleWords).join('、')},等负责人通过。`]
}

export const introducedFromOutside =
  '收到。名单上有你的话,会请负责人通过;负责人、专班、局领导请向管理员要口令,回「验证 口令」。'
export const alreadyIn = '你已经认证过了,直接用就行。'
export const codeForYou = '你的角色要用口令认证:向管理员要口令,私聊我回「验证 口令」。'

/** Personal codes, for the administrator to hand on. */
export function codesIssued(codes: readonly { entry: Role & { name: string }; code: string }[]): Sentence[] {
  if (!codes.length) return [['需要口令的人都已认证,或名单还没导入。']]
  return pages(
    '口令请逐个交给本人(当面或电话,7天内有效,只能用一次),本人私聊我回「验证 口令」:',
    codes.map(({ entry, code }) => `${entry.name} ${roleWords(entry)} ${code}`),
  )
}

/** One room of the list 绑定全部 shows. */
export interface RoomPlan {
  contact: string
  topic: string
  kind?: RoomKind
  street?: string
  unit?: string
}

/**
 * The rooms and what they would be bound to, in one numbered list; those that fit nothing are named at the end, and their
 * numbers go on: each can be settled by its number. Without a plan there is nothing to confirm.
 */
export function bindList(plans: readonly RoomPlan[], loose: readonly RoomPlan[], code: string): Sentence[] {
  const rows = plans.map((plan, i) => `${i + 1} ${clip(plan.topic, 14)}→${boundTo(plan)}`)
  const first = plans.length + 1
  const named = loose.slice(0, LOOSE_SHOWN).map(({ topic }, i) => `${first + i} ${clip(topic, 12)}`)
  const rest = loose.length
    ? `对不上的${loose.length}个:${named.join('、')}${loose.length > LOOSE_SHOWN ? '…' : ''},逐个回「绑定 ${first} 方庄街道」。`
    : ''
  if (!plans.length) return [[rest]]
  return pages(
    `找到${plans.length}个群:`,
    rows,
    lines(rest, `对的回「确认 ${code}」,有错的写「确认 ${code} 除7」(5分钟内)。`),
  )
}

/** So many stand on the tail of one list; the others come with the next. */
export const LOOSE_SHOWN = 8

/** A room that was bound by its number, from a private conversation. */
export function boundByNumber(topic: string, plan: Pick<RoomPlan, 'kind' | 'street' | 'unit'>): Sentence {
  return [`「${clip(topic, 14)}」已绑定为${boundTo(plan)},群里已发告知。`]
}

export function boundAll(count: number, left: number): Sentence {
  return [`已绑定${count}个群${left ? `,除去${left}个` : ''}。各群已发告知。进度回「开通进度」。`]
}

export const nothingToBind = '我在的群都已绑定,或还没有被拉进群。'

export function progressOfSetUp(p: {
  rooms: { bound: number; all: number }
  people: { proved: number; all: number }
  notFriends: number
}): Sentence {
  return [`群 ${p.rooms.bound}/${p.rooms.all} · 认证 ${p.people.proved}/${p.people.all} · 未加好友 ${p.notFriends}`]
}

export function trialSet(on: boolean): Sentence {
  return [
    on
      ? '试运行开始:只登记、发卡片和清单,不催办。结束回「正式运行」。'
      : '正式运行开始:各时限从现在起照常提醒。试运行回「试运行」。',
  ]
}

/** Asked before what many feel: 「将给3人授权…」. */
export function sureOf(what: string, code: string): Sentence {
  return [`${what}。确定回「确认 ${code}」(5分钟内,本人在这里回)。`]
}

/** Why a case waits again. */
export const ownerGone = '原承办人已离开'

/** To the administrator: somebody left, their cases went to their lead. */
export function handedOver(name: string, where: string, cases: number, to: string | undefined): Sentence {
  const went = to === undefined ? `${cases}件放回待领哨` : `${cases}件已转${to}`
  return [`${name}已退出${where},名下${cases ? went : '没有在办件'}。不再需要权限请回「撤权 @${name}」。`]
}

function roleWords(role: Role | undefined): string {
  if (!role) return ''
  const where = role.unit ?? role.street ?? ''
  return where === roleNames[role.role] ? where : `${where}${roleNames[role.role]}`
}

function boundTo({ kind, street, unit }: Pick<RoomPlan, 'kind' | 'street' | 'unit'>): string {
  return street ?? unit ?? (kind === undefined ? '' : roomKinds[kind])
}

/** Rows on as few messages as hold them; the tail stands on the last. */
export function pages(head: string, rows: readonly string[], tail: Sentence = []): Sentence[] {
  const found: string[][] = [[]]
  let bytes = Buffer.byteLength(head)
  for (const row of rows) {
    bytes += Buffer.byteLength(row) + 1
    if (bytes > MESSAGE_BYTES - 350) {
      found.push([])
      bytes = Buffer.byteLength(row)
    }
    found.at(-1)?.push(row)
  }
  return found.map((page, i) => lines(i === 0 ? head : '', ...page, i === found.length - 1 ? tail : ''))
}
