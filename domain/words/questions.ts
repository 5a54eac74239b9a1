import type { Case } from '../cases/case.ts'
import { results } from '../cases/events.ts'
import { needNames, needs } from '../cases/needs.ts'
import { shortStreet } from '../people/rooms.ts'
import { type CategoryId, categoryName } from '../reading/category.ts'
import { type Ownership, ownersAsOf } from '../reading/owners.ts'
import { dayClock, span } from '../time/saying.ts'
import { dateOf } from '../time/wall.ts'
import { briefly, clip, stateNames } from './case-lines.ts'
import type { Lookup } from './lookup.ts'
import { lines, type Sentence } from './sentence.ts'
import { MESSAGE_BYTES } from './speech.ts'

// Answers to people who ask: short lists, newest or most pressing first.

const MOST = 12
/** Rows of two lines each: one phone screen. */
const ON_A_SCREEN = 8
const BYTES = MESSAGE_BYTES - 200

function rows(head: string, cases: readonly Case[], row: (c: Case) => string, most = MOST): Sentence {
  let bytes = Buffer.byteLength(head)
  const said = cases
    .slice(0, most)
    .map(row)
    .filter((line) => {
      bytes += Buffer.byteLength(line) + 1
      return bytes < BYTES
    })
  const more = cases.length - said.length
  return lines(head, ...said, more > 0 ? `另有${more}件,说细一点可缩小范围。` : '')
}

/** 我报的: where each stands. */
export function reportedList(cases: readonly Case[], look: Lookup): Sentence {
  if (!cases.length) return ['近30天没有你报的件。报件写清小区楼号和问题。']
  return rows(`近30天你报了${cases.length}件:`, cases, (c) => `${briefly(c, look)} ${standing(c)}`)
}

/** 查: what was found, open or closed, newest first. */
export function foundList(said: string | undefined, cases: readonly Case[], look: Lookup): Sentence {
  const words = said === undefined ? '' : `「${clip(said, 16)}」`
  if (!cases.length) return [`没有查到${words}。换个词试试,例:「查 方庄 油烟」「查 尾号0087」。`]
  return rows(
    `${words}查到${cases.length}件:`,
    cases,
    (c) => `${briefly(c, look)} ${standing(c)},${dateOf(c.registeredAt).slice(5)}登记`,
    ON_A_SCREEN,
  )
}

function standing(c: Case): string {
  if (c.state === 'closed') return `办结${c.result === undefined ? '' : `(${results[c.result]})`}`
  return `${stateNames[c.state]}${c.owner ? `,${c.owner.unit}` : ''}`
}

/** 临期. */
export function soonList(cases: readonly Case[], look: Lookup): Sentence {
  if (!cases.length) return ['48小时内没有到期的件。']
  return rows(`48小时内到期${cases.length}件:`, cases, (c) => `${briefly(c, look)} ${dueAt(c, look)},${whoAndWhat(c)}`)
}

/** 超期: units, never names. */
export function overdueList(cases: readonly Case[], look: Lookup): Sentence {
  if (!cases.length) return ['没有超期的件。']
  return rows(
    `超期${cases.length}件:`,
    cases,
    (c) => `${briefly(c, look)} 超${span(look.now - (c.deadline?.at ?? look.now))},${whoAndWhat(c)}`,
  )
}

function dueAt(c: Case, look: Lookup): string {
  return c.deadline ? dayClock(c.deadline.at, look.now) : ''
}

function whoAndWhat(c: Case): string {
  if (!c.owner) return '待领'
  const missing = needs(c).map((need) => needNames[need])
  return `${c.owner.unit}${missing.length ? `,差:${missing.join('、')}` : ''}`
}

/** What three sentences about a street or unit say. */
export interface Brief {
  name: string
  open: readonly Case[]
  waiting: readonly Case[]
  overdue: readonly Case[]
  today: readonly Case[]
  soon: readonly Case[]
}

/** 三句话: how many and waiting; what is due or over; what needs action. */
export function threeSentences({ name, open, waiting, overdue, today, soon }: Brief, look: Lookup): Sentence {
  const oldest = [...waiting].sort((a, b) => a.waitingSince - b.waitingSince)[0]
  const waits = waiting.length
    ? `,待领${waiting.length}件(最久#${oldest?.no} ${span(look.now - (oldest?.waitingSince ?? look.now))})`
    : ',没有待领'
  const first = `${name}在办${open.length}件${waits}。`
  const over = overdue.length ? `超期${overdue.length}件(${nos(overdue)})` : '没有超期'
  const due = today.length ? `今日到期${today.length}件(${nos(today)})` : '今日无到期'
  const second = `${over},${due},48小时内到期${soon.length}件。`
  return lines(first, second, toDo([...overdue, ...today], waiting))
}

function toDo(pressing: readonly Case[], waiting: readonly Case[]): string {
  const claimable = waiting.slice(0, 3).map(({ no }) => `#${no}`)
  const rest = pressing.filter((c) => c.owner).slice(0, 3)
  const parts = [
    claimable.length ? `${claimable.join('、')}请领哨` : '',
    ...rest.map((c) => {
      const missing = needs(c).map((need) => needNames[need])
      return `#${c.no}${missing.length ? `差${missing.join('、')}` : '可办结'}`
    }),
  ].filter(Boolean)
  return parts.length ? `眼下要办:${parts.join(';')}。` : '眼下没有必须马上办的。'
}

function nos(cases: readonly Case[]): string {
  return `${cases
    .slice(0, 5)
    .map(({ no }) => `#${no}`)
    .join('、')}${cases.length > 5 ? '等' : ''}`
}

/** 归口: whose such a complaint usually is; what the administrator set for the bureau stands first. */
export function whoseIs(category: CategoryId, about: Ownership, inBureau: string | undefined): Sentence {
  return lines(
    `${categoryName(category)}归口:${about.owner};协同:${about.with}。`,
    inBureau === undefined ? '' : `本局由${inBureau}承办。`,
    `一般做法:${about.how}。`,
    `依据公开案例整理(${ownersAsOf}),把握${about.confidence};以平台派单为准。不归本局的也先登记,首接单位牵头对接。`,
  )
}

export function ownershipSet(what: string, unit: string | undefined, before: string | undefined): Sentence {
  const was = before === undefined ? '' : `(原${before})`
  return [
    unit === undefined
      ? `已取消${what}的归口${was}。`
      : `${what}归口:${unit}${was}。没有片区的街镇,新件卡片提醒该单位值班。`,
  ]
}

/** 调休: what was entered, and whether the year counts as known now. */
export function daysEntered(
  entered: readonly { date: string; workday: boolean }[],
  years: readonly { year: number; known: boolean }[],
): Sentence {
  const words = entered.slice(0, 10).map(({ date, workday }) => `${date}${workday ? '上班' : '休息'}`)
  const more = entered.length > 10 ? `等${entered.length}天` : ''
  const state = years.map(({ year, known }) => (known ? `${year}年已算全` : `${year}年还没算全(录到10月1日为止)`))
  return lines(`已录入:${words.join('、')}${more}。`, `${state.join(';')},提醒已按新日历重算。`)
}

/** 设置: one rule changed, old and new. */
export function settingChanged(change: {
  label: string
  before: string
  after: string
  from: string
  today: string
}): Sentence {
  const { label, before, after, from, today } = change
  return [
    `${label}:${before} → ${after},${from === today ? '今天起' : `从${Number(from.slice(5, 7))}月${Number(from.slice(8))}日起`}。`,
  ]
}

const SECTIONS: Record<string, string> = {
  '3': '人员',
  '4': '办理',
  '5': '时限',
  '6': '识别',
  '7': '发言',
  '9': '统计',
  '10': '隐私',
  '11': '预警',
}

/** A rule as the list shows it. */
export interface ShownSetting {
  section: string
  label: string
  value: string
  coming: string
}

/** 设置, the list: by section, in as many messages as it takes. */
export function settingsList(settings: readonly ShownSetting[]): Sentence[] {
  const sections = [...new Set(settings.map(({ section }) => section))]
  const blocks = sections.map((section) => {
    const mine = settings.filter((one) => one.section === section)
    return [
      `【${section} ${SECTIONS[section] ?? ''}】`,
      ...mine.map(({ label, value, coming }) => `${label}:${value}${coming}`),
    ].join('\n')
  })
  const messages: string[] = []
  for (const line of blocks.flatMap((block) => block.split('\n'))) {
    const last = messages.at(-1)
    if (last !== undefined && Buffer.byteLength(last) + Buffer.byteLength(line) < BYTES)
      messages[messages.length - 1] = `${last}\n${line}`
    else messages.push(line)
  }
  return messages.map((message, i) =>
    i === messages.length - 1 ? [`${message}\n改:「设置 群每日主动发言 6」或「… 6 从12月1日」`] : [message],
  )
}

/** 「三句话 方庄」 names what it is about. */
export function scopeName(scope: { street?: string; unit?: string } | undefined): string {
  if (scope?.street !== undefined) return shortStreet(scope.street)
  return scope?.unit ?? '本范围'
}
