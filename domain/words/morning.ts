import type { CaseNo, UnitId } from '../cases/case.ts'
import { shortStreet } from '../people/rooms.ts'
import { clock, span } from '../time/saying.ts'
import { addDays, dateOf, wallOf } from '../time/wall.ts'
import { CIRCLED } from './decisions.ts'
import { lines, type Sentence } from './sentence.ts'

/** What the words need of the figures. Who counts them is in reports/. */
export interface Dispatch {
  at: number
  supervised: readonly (Named & { chief?: true })[]
  overdue: readonly Named[]
  dueToday: readonly Named[]
  waiting: readonly Named[]
  open: number
  merged: number
  flow: { registered: number; claimed: number; replied: number; closed: number }
}

interface Named {
  no: CaseNo
  street?: string
  unit?: UnitId
  at: number
}

/** What waits for the readers' word: 「#126二次退单」. */
export interface Asked {
  no: CaseNo
  words: string
}

/** The most cases one list names; the rest is a number. */
const NAMED = 6

/**
 * 早调度 for the leaders, the district and the units (their own): at most five lines. In: the figures, the snapshot before,
 * and what waits for the readers' word and how the city's revisits stand, if anything does.
 */
export function morningForAll(
  dispatch: Dispatch,
  since: number,
  {
    decisions = [],
    rates = '',
    reconciled = '',
  }: { decisions?: readonly Asked[]; rates?: string; reconciled?: string } = {},
): Sentence {
  const { flow, open, merged } = dispatch
  const counts = `${sinceWords(since, dispatch.at)}新收${flow.registered} 领哨${flow.claimed} 回复${flow.replied} 办结${flow.closed}｜在办${open}${merged ? `(另并案${merged})` : ''}`
  return lines(
    title(dispatch.at, reconciled),
    watched(dispatch),
    joined(waiting(dispatch, true), counts),
    rates,
    toDecide(decisions),
  )
}

/** 早调度 for a street: only its own, and how to take what waits. */
export function morningForStreet(dispatch: Dispatch): Sentence {
  const first = dispatch.waiting[0]
  const next = first === undefined ? '' : `领件回「领哨 ${first.no}」`
  return lines(title(dispatch.at), watched(dispatch), waiting(dispatch, false), next)
}

// 「请您定2件:①#126二次退单 ②#98剔除」: skipped while nothing waits.
function toDecide(decisions: readonly Asked[]): string {
  if (!decisions.length) return ''
  const named = decisions.slice(0, NAMED).map(({ no, words }, i) => `${CIRCLED[i]}#${no}${words}`)
  const more = decisions.length > NAMED ? ',全部回「待批」看' : ''
  return `请您定${decisions.length}件:${named.join(' ')}。私聊我回「同意 ${decisions.length > 1 ? '1 2' : '1'}」${more}`
}

function title(at: number, reconciled = ''): string {
  const { date, weekday, time } = wallOf(at)
  const day = `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日 周${'一二三四五六日'[weekday - 1]}`
  return `【早调度】${day}(截至${time}${reconciled && `,${reconciled}`})`
}

function watched({ supervised, overdue, dueToday, at }: Dispatch): string {
  const count = new Set([...supervised, ...overdue, ...dueToday].map(({ no }) => no)).size
  if (!count) return ''
  const isChiefs = ({ chief }: { chief?: true }) => chief === true
  // A case stands once: under 督办 it says how much is left, or since when it is over.
  const unsupervised = ({ no }: Named) => !supervised.some((one) => one.no === no)
  const once = supervised.filter(
    (c) => isChiefs(c) || !supervised.some((one) => isChiefs(one) && one.no === c.no && one.at === c.at),
  )
  const leftOf = (c: Named) => `#${c.no} ${c.at > at ? '余' : '超'}${span(c.at - at)}`
  return `盯办${count}:${joined(
    list('一把手督办', once.filter(isChiefs), leftOf),
    list(
      '督办',
      once.filter((c) => !isChiefs(c)),
      leftOf,
    ),
    list('超期', overdue.filter(unsupervised), (c) => `#${c.no} ${c.unit ?? '待领'} ${span(at - c.at)}`),
    list('今日到期', dueToday.filter(unsupervised), (c) => `#${c.no} ${clock(c.at)}`),
  )}`
}

function waiting({ waiting: cases, at }: Dispatch, withStreet: boolean): string {
  if (!cases.length) return withStreet ? '待领0' : ''
  const where = (c: Named) => (withStreet && c.street !== undefined ? shortStreet(c.street) : '')
  return `待领${cases.length}:${list('', cases, (c) => `#${c.no}${where(c)} ${span(at - c.at)}`)}`
}

function list(name: string, cases: readonly Named[], word: (c: Named) => string): string {
  if (!cases.length) return ''
  const more = cases.length > NAMED ? `等${cases.length}件` : ''
  return `${name}${cases.slice(0, NAMED).map(word).join('、')}${more}`
}

function sinceWords(since: number, at: number): string {
  const before = dateOf(since)
  if (addDays(before, 1) === dateOf(at)) return '昨日'
  if (addDays(before, 3) === dateOf(at) && wallOf(at).weekday === 1) return '周末(周五起)'
  return `${before.slice(5)}以来`
}

const joined = (...parts: string[]): string => parts.filter(Boolean).join('｜')
