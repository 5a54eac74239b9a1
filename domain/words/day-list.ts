import type { Called } from '../cases/called.ts'
import { type Case, isTicking } from '../cases/case.ts'
import type { Errand } from '../cases/errands.ts'
import { needNames, needs } from '../cases/needs.ts'
import { clock, dayClock, monthDayClock, span } from '../time/saying.ts'
import { dateOf } from '../time/wall.ts'
import { absentWords, awaitedLine } from './calls.ts'
import { briefly, whereOf } from './case-lines.ts'
import { consultWords } from './consult.ts'
import type { Lookup } from './lookup.ts'
import { pendingWords } from './requests.ts'
import { lines, type Sentence, s } from './sentence.ts'
import { MESSAGE_BYTES } from './speech.ts'
import { supervisedWords } from './supervise.ts'

/** What stands in somebody's list beside their own errands. */
export interface DayList {
  name: string
  errands: readonly Errand[]
  /** Reminders of cases that are others' or nobody's yet. */
  told: readonly Sentence[]
  /** Their open cases that need nothing now, and those that rest. */
  others: readonly Case[]
  resting: readonly Case[]
}

/** The personal list of 08:05 and 15:00 (domain.md section 5): numbered, by when, and how to answer. */
export function dayList(list: DayList, look: Lookup): Sentence {
  const { name, errands, told } = list
  const head = errands.length
    ? `${name},今天${errands.length}件:`
    : told.length
      ? `${name},请留意:`
      : `${name},今天没有到期和要联系的。`
  const rows = errands.map((errand, i) => `${i + 1} ${errandLine(errand, look)}`)
  return fitting([head, ...rows, ...told], [leftOver(list, look), howToAnswer(errands)])
}

/** 今天跑: the same errands, when asked for. */
export function runToday(errands: readonly Errand[], look: Lookup, behind: readonly string[] = []): Sentence {
  if (!errands.length) return lines('今天没有到期、要联系和要到场的件。全部在办回「我的」。', ...behind)
  const rows = errands.map((errand, i) => `${i + 1} ${errandLine(errand, look)}`)
  return fitting([`今天${errands.length}件:`, ...rows], behind)
}

/** A room reads of its own cases only: how many of the speaker's are none of them, and the word that lists them in private. */
export function elsewhere(count: number, word: string): string[] {
  return count ? [`另有${count}件不在本群范围,私聊我回「${word}」看。`] : []
}

/** 「#121 今天16:00到期,差:回访、平台回复」. */
export function errandLine(errand: Errand, look: Lookup): string {
  const { c, near, compound } = errand
  const way = near === undefined ? '' : `,与${near}同在${compound},顺路`
  return [
    `${c.urgent ? '【急】' : ''}#${c.no} ${reason(errand, look)}${way}`,
    absentWords(c, look),
    supervisedWords(c, look),
    consultWords(c, look),
  ]
    .filter(Boolean)
    .join(',')
}

function reason({ c, why, at, missing, near, dueWith }: Errand, look: Lookup): string {
  const whose = dueWith === undefined ? '' : `(按并入的#${dueWith})`
  const left = missing.length ? `,差:${missing.map((need) => needNames[need]).join('、')}` : ''
  const place = near === undefined ? `,${whereOf(c, look, 20)}` : ''
  if (at === undefined) return `要到场${place}`
  switch (why) {
    case 'overdue':
      return `已超期${span(look.now - at)}${whose}${left}`
    case 'dueToday':
      return `${dayClock(at, look.now)}到期${whose}${left}`
    case 'contact':
      return at > look.now
        ? `${dayClock(at, look.now)}前要联系,号码回「联系方式 ${c.no}」`
        : `联系已晚${span(look.now - at)},请先打,号码回「联系方式 ${c.no}」${dueToo(c, look)}`
    case 'visit':
      return `约${dateOf(at) === dateOf(look.now) ? clock(at) : dayClock(at, look.now)}到场${place}`
    case 'supervised':
    case 'consult':
      return missing.length ? `差:${missing.map((need) => needNames[need]).join('、')}` : `都齐了,回「办结 ${c.no}」`
    case 'dueSoon':
      return `${dayClock(at, look.now)}到期${whose}${left}`
  }
}

// A call that is late must not hide the deadline.
function dueToo(c: Case, { now }: Lookup): string {
  return c.deadline && c.repliedAt === undefined ? `;${dayClock(c.deadline.at, now)}到期` : ''
}

/** 我的: everything somebody has in hand, what each still needs and by when; `ahead` stands before it, behind it the cases their unit is called to. */
export function mineInFull(
  cases: readonly Case[],
  look: Lookup,
  {
    ahead = [],
    calls = [],
    behind = [],
  }: {
    ahead?: readonly string[]
    calls?: readonly { c: Case; call: Called & { until: number } }[]
    behind?: readonly string[]
  } = {},
): Sentence {
  const rows = cases.map((c, i) => `${i + 1} ${mineLine(c, look)}`)
  const [there, away] = [true, false].map((is) => calls.filter(({ call }) => (call.arrivedAt !== undefined) === is))
  const named = (some: typeof calls = [], head: string) =>
    some.length ? [`${head}${some.length}件:`, ...some.map(({ c, call }) => awaitedLine(c, call, look))] : []
  return fitting(
    [
      ...ahead,
      ...(cases.length ? [`你在办${cases.length}件:`, ...rows] : []),
      ...named(away, '等你单位报到'),
      ...named(there, '你单位协办'),
    ],
    behind,
  )
}

function mineLine(c: Case, look: Lookup): string {
  return [
    briefly(c, look),
    dueWords(c, look),
    supervisedWords(c, look),
    consultWords(c, look),
    absentWords(c, look),
    restWords(c, look),
  ]
    .filter(Boolean)
    .join(',')
}

function dueWords(c: Case, look: Lookup): string {
  const { now } = look
  const at = isTicking(c) ? c.deadline.at : undefined
  const due = at === undefined ? '' : at > now ? `余${span(at - now)}` : `超期${span(now - at)}`
  const missing = needs(c).map((need) => needNames[need])
  const left = missing.length
    ? `差:${missing.join('、')}`
    : c.state === 'merged'
      ? `随#${c.mergedInto}办结`
      : `都齐了,回「办结 ${c.no}」`
  return [due, left, pendingWords(c, look)].filter(Boolean).join(',')
}

function restWords(c: Case, look: Lookup): string {
  return c.snoozedUntil !== undefined && c.snoozedUntil > look.now ? `缓到${dayClock(c.snoozedUntil, look.now)}` : ''
}

function leftOver({ others, resting }: DayList, look: Lookup): string {
  const next = others.filter(isTicking)
  const nearest = next.sort((a, b) => (a.deadline?.at ?? 0) - (b.deadline?.at ?? 0))[0]
  const parts = [
    others.length
      ? `另有${others.length}件在办${nearest?.deadline ? `,最近#${nearest.no} ${monthDayClock(nearest.deadline.at)}到期` : ''}`
      : '',
    resting.length
      ? `缓着${resting.length}件:${resting.map((c) => `#${c.no}到${dayClock(c.snoozedUntil ?? 0, look.now)}`).join('、')}`
      : '',
  ].filter(Boolean)
  return parts.length ? `${parts.join(';')}。` : ''
}

function howToAnswer(errands: readonly Errand[]): string {
  const call = errands.find(({ why }) => why === 'contact')
  const rest = errands.find(({ why }) => why !== 'overdue')
  const parts = [call && `打完电话回「${call.c.no} 已联系」`, rest && `先放一放:「缓 ${rest.c.no} 2小时 原因」`]
  return parts.filter(Boolean).join('。')
}

const ROOM_FOR_END = 420

/** As many rows as one message holds, then how many more there are, then the end. */
function fitting(rows: readonly (string | Sentence)[], end: readonly string[]): Sentence {
  let bytes = 0
  const fits = rows.filter((row) => {
    bytes += sizeOf(row) + 1
    return bytes <= MESSAGE_BYTES - ROOM_FOR_END
  })
  const more = rows.length - fits.length
  return lines(...fits, more > 0 ? `另有${more}件,先办上面的。` : '', ...end)
}

function sizeOf(row: string | Sentence): number {
  const words =
    typeof row === 'string' ? row : s`${row}`.map((piece) => (typeof piece === 'string' ? piece : '…………')).join('')
  return Buffer.byteLength(words)
}
