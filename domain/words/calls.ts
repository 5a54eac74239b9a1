import { dueOfHelpers } from '../cases/arrivals.ts'
import { absent, awaited, type Called, isPressing, whistles, withoutClocks } from '../cases/called.ts'
import { type Case, isOpen, type TextId } from '../cases/case.ts'
import type { Logged } from '../cases/events.ts'
import { dayClock, span } from '../time/saying.ts'
import { minutes } from '../time/wall.ts'
import { briefly, clip, contentOf, stateNames } from './case-lines.ts'
import type { Lookup } from './lookup.ts'
import { lines, type Sentence, s } from './sentence.ts'

/** Who was meant, and whether the words changed anything. */
interface Meant {
  units: readonly string[]
  changed: boolean
}

/** The answer to 协办 and 吹哨: who was called, by when, and how they say that they are there. */
export function callAnswer(c: Case, { units, changed }: Meant, look: Lookup): Sentence {
  const called = units.flatMap((unit) => c.helpers?.find((one) => one.unit === unit) ?? [])
  const own = units.filter((unit) => !called.some((one) => one.unit === unit))
  const first = called[0]
  if (!first) return [`#${c.no} 本来就由${own.join('、')}承办。`]
  if (!changed) return [`#${c.no} 本来就叫了:${called.map((one) => stateOf(one, c, look)).join('、')}。`]
  if (first.joined) return [`#${c.no} 已加入协办:${first.unit}。到了请回「报到 ${c.no}」。`]
  const outside = called.filter((one) => one.outside)
  const inside = called.filter((one) => !one.outside)
  return lines(
    inside.length ? `#${c.no} ${askedFor(inside, c, look)}。到了请回「报到 ${c.no}」。` : '',
    outside.length
      ? `${inside.length ? '' : `#${c.no} `}${askedFor(outside, c, look)},不在本局名单,请直接联系;到了回「${c.no} ${outside[0]?.unit}已到」。`
      : '',
    own.length ? `${own.join('、')}是承办单位,不用再叫。` : '',
  )
}

// 「已吹哨(应急):执法一队 今天10:00前报到」, 「已请监测站协办,11-26 18:00前 出方案」, 「已记请城管协办」
function askedFor(calls: readonly Called[], c: Case, look: Lookup): string {
  const [{ whistle, until, dated, why, outside }] = calls as [Called]
  const units = calls.map(({ unit }) => unit).join('、')
  const words = clip(look.text(why), 30)
  const task = words && dated && !whistle ? ` ${words}` : ''
  const time = until === undefined ? '' : `${dayClock(until, look.now)}前${task || '报到'}`
  const more = words && !task ? `,${words}` : ''
  if (whistle) return `已吹哨(${whistles[whistle]}):${units} ${time}${more}`
  const asked = `${outside ? '已记' : '已'}请${units}协办${time && `,${time}`}${more}`
  return c.owner && !outside ? `${asked},承办人不变` : asked
}

/** The answer to 报到. */
export function reportedIn(c: Case, { unit, changed }: { unit: string; changed: boolean }, look: Lookup): Sentence {
  const call = c.helpers?.find((one) => one.unit === unit)
  if (!call) return [`#${c.no} 本来就由${unit}承办,不用报到。`]
  if (!changed) return [`#${c.no} ${unit}${dayClock(call.arrivedAt ?? look.now, look.now)}已报到。`]
  const late = lateBy(call)
  const others = awaited(c).map((one) => one.unit)
  const here = `${unit}${late ? `(晚${span(late)})` : ''}`
  const done = call.joined && call.at === call.arrivedAt ? `已加入协办:${here},已记报到` : `已记报到:${here}`
  return [`#${c.no} ${done}。${others.length ? `还等${others.join('、')}。` : ''}`]
}

/** The room or the people of a called unit read it once: what, where, by when, and how to answer. */
export function youAreCalled(
  c: Case,
  call: Called,
  { look, mentions }: { look: Lookup; mentions: Sentence },
): Sentence {
  const { unit, whistle, until, dated, why } = call
  const head = `${pressing(call, c)}${briefly(c, look)}`
  const wish = clip(look.text(why), 40)
  const words = wish || contentOf(c, look, 40)
  const time = until === undefined ? '' : `,${dayClock(until, look.now)}前${wish && dated && !whistle ? '' : '报到'}`
  return lines(
    `${head} ${whistle ? `吹哨(${whistles[whistle]}):请${unit}` : `请${unit}协办`}${time}`,
    words,
    s`${mentions}${mentions.length ? ' ' : ''}到了回「报到 ${c.no}」。`,
  )
}

/** The owner hears when somebody else called units to the case, or a unit joined. */
export function calledForOwner(c: Case, call: Called, look: Lookup): Sentence {
  if (call.joined) return [`${briefly(c, look)} ${call.unit}加入协办。`]
  return [
    `${pressing(call, c)}${briefly(c, look)} ${askedFor([call], c, look).replace(',承办人不变', '')}。现况回「${c.no}」。`,
  ]
}

/** In the room of the card, when it was said elsewhere: units, never people. */
export function calledInRoom(c: Case, call: Called, look: Lookup): Sentence {
  return [`${pressing(call, c)}#${c.no} ${askedFor([call], c, look)}。`]
}

// Whoever hears it at night reads first why.
function pressing(call: Called, c: Case): string {
  return isPressing(call, c) ? '【急】' : ''
}

/** A unit that was still awaited hears that the case is over, or in nobody's hands. */
export function callOver(c: Case, look: Lookup): Sentence {
  if (c.state === 'waiting') return [`${briefly(c, look)} 已放回待领,先不用来。`]
  return [`${briefly(c, look)} ${stateNames[c.state].replace(/^已?/, '已')},不用再来。`]
}

/** Who called a unit reads that it cannot come. */
export function cannotComeForYou(
  c: Case,
  { unit, why }: { unit: string; why: TextId | undefined },
  look: Lookup,
): Sentence {
  const words = why === undefined ? '' : `:${clip(look.text(why), 40)}`
  return [`${briefly(c, look)} ${unit}来不了${words}。不用等就回「${c.no} ${unit}不用来了」,要换单位再叫。`]
}

/** The answer to 「去不了」. */
export function cannotComeAnswer(c: Case, changed: boolean, look: Lookup): Sentence {
  if (!changed) return [`#${c.no} 没有在等你单位报到。承办的去不了请回「转办 ${c.no} @同事」。`]
  const told = awaited(c).flatMap(({ by }) => (by === undefined ? [] : [look.name(by)]))
  return [`#${c.no} 已记来不了,已告知${[...new Set(told)].join('、') || '承办人'}。能来了回「报到 ${c.no}」。`]
}

/** A unit hears that it need not come. */
export function callTakenBack(c: Case, look: Lookup): Sentence {
  return [`${briefly(c, look)} 不用来了。`]
}

/** The answer to 取消吹哨 and 「监测站不用来了」. */
export function calledOff(c: Case, { units, named }: { units: readonly string[]; named: readonly string[] }): Sentence {
  if (units.length) return [`#${c.no} 已取消,不用来:${units.join('、')}。`]
  return [`#${c.no} 本来就没在等${named.length ? named.join('、') : '吹哨单位'}报到。`]
}

/** The owner and the caller hear that a unit is there. */
export function helperThere(c: Case, unit: string): Sentence {
  const call = c.helpers?.find((one) => one.unit === unit)
  const late = call ? lateBy(call) : 0
  return [`#${c.no} ${unit}已报到${late ? `(晚${span(late)})` : ''}。`]
}

/** Who was called to a case and who has not come: for its page; '' when nobody was. */
export function calledLine(c: Case, look: Lookup): string {
  // Of a case that is over nobody is awaited; of a merged one the case it goes with does.
  const helpers = isOpen(c) ? (c.helpers ?? []) : withoutClocks(c.helpers ?? [])
  const calls = helpers.filter(
    ({ unit, arrivedAt }) => unit !== c.owner?.unit && (c.state !== 'merged' || arrivedAt !== undefined),
  )
  return calls.length ? `协办:${calls.map((one) => stateOf(one, c, look)).join('、')}` : ''
}

/** Behind 过程: who is still awaited; '' when nobody is. */
export function stillAwaited(c: Case | undefined, look: Lookup): string {
  const calls = c && ['waiting', 'claimed', 'handled'].includes(c.state) ? awaited(c) : []
  return calls.length ? `等报到:${calls.map((one) => stateOf(one, c as Case, look)).join('、')}` : ''
}

/** For the line of a case in its owner's list: 「执法一队未报到」, 「监测站今天18:00前 出方案」; '' when all are there. */
export function absentWords(c: Case, look: Lookup): string {
  const units = absent(c, look.now).map(({ unit }) => unit)
  const due = dueOfHelpers(c, look.now, look).map((call) => stateOf(call, c, look).replace(/ 已报到\((.*)\)$/, '$1'))
  return [units.length ? `${units.join('、')}未报到` : '', ...due].filter(Boolean).join(',')
}

/** In a list of the called unit, the caller, the owner and their leads: one unit that is awaited, did not come, or owes something. */
export function awaitedLine(c: Case, call: Called & { until: number }, look: Lookup): Sentence {
  const pressing = call.whistle === 'emergency' ? '【急】' : ''
  const next = call.arrivedAt === undefined ? `到了回「报到 ${c.no}」` : `办好回「进展 ${c.no} …」`
  return [`${pressing}${briefly(c, look)} ${callName(call)}:${stateOf(call, c, look)}。${next}`]
}

function callName({ whistle }: Called): string {
  return whistle ? `吹哨(${whistles[whistle]})` : '协办'
}

// 「执法一队 今天10:00前报到」, 「执法一队 应今天10:00前报到,未到」, 「大气科 11-26 18:00前 出方案」, 「监测站 已报到」
function stateOf(call: Called, c: Case, look: Lookup): string {
  const { unit, until, dated, why, arrivedAt, whistle, outside, joined } = call
  const words = whistle ? '' : clip(look.text(why), 20)
  const task = words && dated && until !== undefined ? `${dayClock(until, look.now)}前 ${words}` : ''
  if (arrivedAt !== undefined)
    return `${unit} 已报到${task && until !== undefined ? `(${until > look.now ? '' : '应'}${task})` : ''}`
  if (joined) return `${unit} 已加入`
  const late = awaited(c).some((one) => one.unit === unit) && until !== undefined && until <= look.now
  if (late) return `${unit} 应${dayClock(until, look.now)}前报到,还没到`
  if (outside) return `${unit}(局外)${task || words ? ` ${task || words}` : ''}`
  if (task) return `${unit} ${task}`
  return until === undefined ? `${unit} 未报到` : `${unit} ${dayClock(until, look.now)}前报到`
}

/** Milliseconds a unit came too late, to the minute; 0 in time. */
function lateBy({ until, arrivedAt, outside }: Pick<Called, 'until' | 'arrivedAt' | 'outside'>): number {
  const late = until === undefined || arrivedAt === undefined || outside ? 0 : arrivedAt - until
  return late >= minutes(1) ? late : 0
}

/** How late each 报到 of a log was, by its seq: 「(晚20分)」. */
export function latenessOf(log: readonly Logged[]): Map<number, string> {
  const until = new Map<string, number | undefined>()
  const found = new Map<number, string>()
  for (const { seq, at, event } of log) {
    if (event.kind === 'helpCalled') until.set(event.unit, event.outside ? undefined : event.until)
    if (event.kind === 'helpCalledOff') until.delete(event.unit)
    if (event.kind === 'released') until.clear()
    if (event.kind !== 'reportedIn') continue
    const by = until.get(event.unit)
    const late = lateBy({ arrivedAt: at, ...(by !== undefined && { until: by }) })
    if (late) found.set(seq, `(晚${span(late)})`)
  }
  return found
}

/** What a call is named in 过程. */
export function callInTrail(
  { unit, whistle, joined, outside, until, dated, why }: Omit<Called, 'at' | 'seq' | 'by'>,
  look: Lookup,
  shown: (at: number) => string,
): string {
  const words = clip(look.text(why), look.whole ? Number.POSITIVE_INFINITY : 60)
  const time = until === undefined ? '' : `,${shown(until)}前${words && dated && !whistle ? '' : '报到'}`
  const end = words ? `:${words}` : ''
  if (joined) return `${unit}加入协办${end}`
  if (whistle) return `吹哨(${whistles[whistle]}):${unit}${time}${end}`
  return `请${unit}${outside ? '(局外)' : ''}协办${time}${end}`
}
