import type { Case, UnitId } from '../cases/case.ts'
import { shortStreet } from '../people/rooms.ts'
import { dayClock, span } from '../time/saying.ts'
import { addDays, dateOf } from '../time/wall.ts'
import type { Lookup } from './lookup.ts'
import { lines, type Sentence } from './sentence.ts'

interface Duties {
  urgent: readonly Case[]
  overdue: readonly Case[]
  due: readonly Case[]
  waiting: readonly Case[]
}

/** The most cases one line names; the rest is a number. */
const NAMED = 8

/** The private list of duty and desk on a non-working day. */
export function dutyList(duties: Duties, name: string, look: Lookup): Sentence {
  const first = duties.waiting[0] ?? duties.urgent.find((c) => c.state === 'waiting')
  return lines(
    `${name},今天值班清单:`,
    ...rows(duties, look),
    first ? `领件回「领哨 ${first.no}」,现况回编号。` : '现况回编号。',
  )
}

/** 节前清零, for a unit's or the district's room: units, never names. In: the dates off and the figures. */
export function beforeHoliday(duties: Duties, { off, look }: { off: readonly string[]; look: Lookup }): Sentence {
  const last = off.at(-1) ?? dateOf(look.now)
  const first = off[0] ?? last
  const dates = first === last ? monthDay(first) : `${monthDay(first)}至${monthDay(last)}`
  return lines(`【节前清零】${dates}休息,请今天办完或交给值班:`, ...rows(duties, look))
}

/** To the lead: who is there on the days off. */
export function whoIsOnDuty(unit: UnitId, dates: readonly string[], today: string): Sentence {
  const first = dates[0] ?? today
  const when = first === addDays(today, 1) ? '明天' : monthDay(first)
  const all = dates.length > 1 ? `(${dates.map(monthDay).join('、')}都还没排)` : ''
  return [
    `${when}谁值班?${unit}${all}。在群里回「值班 ${unit} @某人 ${first === addDays(today, 1) ? '明天' : first.slice(5)}」。`,
  ]
}

/** To the administrators: a year whose holidays nobody knows. */
export function noCalendar(year: number): Sentence {
  return [
    `${year}年放假安排还没录入,先按周一至周五推算。公布后回「调休 ${year}-01-01 休」「调休 ${year}-02-07 班」,录到10月1日为止算全。`,
  ]
}

function rows({ urgent, overdue, due, waiting }: Duties, look: Lookup): string[] {
  const { now } = look
  return [
    list('急件', urgent, (c) => `#${c.no}${where(c)}${c.deadline ? ` ${dayClock(c.deadline.at, now)}` : ''}`),
    list('超期', overdue, (c) => `#${c.no} ${c.owner?.unit ?? '待领'} ${span(now - (c.deadline?.at ?? now))}`),
    list('到期', due, (c) => `#${c.no} ${c.owner?.unit ?? '待领'} ${dayClock(c.deadline?.at ?? now, now)}`),
    list('待领', waiting, (c) => `#${c.no}${where(c)} ${span(now - c.waitingSince)}`),
  ].filter(Boolean)
}

function list(name: string, cases: readonly Case[], word: (c: Case) => string): string {
  if (!cases.length) return ''
  return `${name}${cases.length}:${cases.slice(0, NAMED).map(word).join('、')}${cases.length > NAMED ? '…' : ''}`
}

const where = (c: Case): string => (c.street === undefined ? '' : shortStreet(c.street))
const monthDay = (date: string): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`
