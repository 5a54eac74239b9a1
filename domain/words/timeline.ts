import { bases, type TextId } from '../cases/case.ts'
import { channelNames } from '../cases/channel.ts'
import type { Deadline } from '../cases/deadlines.ts'
import { type CaseEvent, type EventKind, type Logged, requests, results, satisfactions } from '../cases/events.ts'
import { isRequest, wantedName } from '../cases/needs.ts'
import { levels } from '../cases/supervise.ts'
import { undoneCauses } from '../cases/undone.ts'
import { monthDayClock } from '../time/saying.ts'
import { callInTrail, latenessOf } from './calls.ts'
import { clip } from './case-lines.ts'
import { cityAnswer } from './city-revisits.ts'
import { namesOf } from './consult.ts'
import { factNames, newValue } from './corrections.ts'
import type { Lookup } from './lookup.ts'
import { besideVerb } from './own-words.ts'
import { lines, type Sentence } from './sentence.ts'
import { MESSAGE_BYTES } from './speech.ts'
import { verdictAfter } from './tests.ts'

type Told = { [K in EventKind]: (event: Extract<CaseEvent, { kind: K }>, look: Lookup, before: string) => string }

/** What each fact is called in 过程. A fact without a sentence does not compile. */
const told = {
  registered: (e) =>
    `登记(${channelNames[e.channel]}${e.externalNo === undefined ? '' : ` ${e.externalNo}`}${officialTerm(e.deadline)})`,
  claimed: (e, look) => `领哨:${e.owner.unit} ${look.name(e.owner.person)}`,
  released: (e, look) => `放回${after(e.why, look)}`,
  assigned: (e, look) => `派给:${e.owner.unit} ${look.name(e.owner.person)}`,
  offered: (e, look) => `转办待接:${e.to.unit} ${look.name(e.to.person)}`,
  offerLapsed: (e, look) => `转办${e.declined ? '对方不接' : '无人接'},仍由原承办人办理${after(e.why, look)}`,
  urged: () => '催办',
  contacted: (e, look) => `已联系诉求人${after(e.text, look, 'contacted')}`,
  contactTried: () => '联系诉求人未接通',
  contactWaived: (e, look) => `免联系${after(e.why, look)}`,
  arrived: (e, look) => `到场${after(e.text, look)}`,
  arrivalWaived: (e, look) => `免到场${after(e.why, look)}`,
  progressed: (e, look) => `进展${after(e.text, look)}`,
  tested: (e, look) =>
    `检测${e.inPlaceOf === undefined ? '' : '(代前次)'}${after(e.text, look)}${verdictAfter(e.judged)}`,
  handled: (e, look) => `处置完成${after(e.text, look, 'handled')}`,
  revisited: (e, look) => `回访:${solvedName(e)} ${satisfactions[e.satisfaction]}${after(e.text, look, 'revisited')}`,
  revisitTried: () => '回访未接通',
  replied: () => '已在平台回复',
  cityRevisited: (e, look) => `市回访:${cityAnswer(e)}${after(e.text, look, 'cityRevisited')}`,
  cityRevisitRedated: (e) => `市回访日期更正为${monthDayClock(e.heldAt)}`,
  asked: (e, look) =>
    `${isRequest(e.wanted) ? '申请' : '请负责人同意'}「${wantedName(e.wanted)}」${e.until === undefined ? '' : `到${monthDayClock(e.until)}`}${after(e.why, look)}`,
  agreed: (e) =>
    isRequest(e.wanted) ? `同意「${wantedName(e.wanted)}」报平台` : `负责人同意「${wantedName(e.wanted)}」`,
  denied: (e, look) => `${isRequest(e.wanted) ? '' : '负责人'}不同意「${wantedName(e.wanted)}」${after(e.why, look)}`,
  ruled: (e, look) =>
    `平台${e.granted ? '同意' : '不同意'}「${requests[e.request]}」${e.until === undefined ? '' : `到${monthDayClock(e.until)}`}${after(e.why, look)}`,
  resumed: (e) => `挂账结束${e.deadline ? `,时限${monthDayClock(e.deadline.at)}` : ''}`,
  closed: (e) => `办结:${results[e.result]}`,
  reopened: (e, look) =>
    `${e.resent ? `平台再次派来,恢复办理${e.deadline ? `,时限${monthDayClock(e.deadline.at)}` : ''}` : '重办'}${e.because === undefined ? '' : `(#${e.because}回访未解决)`}${after(e.why, look)}`,
  merged: (e) => `并入#${e.into}${e.same ? '(同一诉求人)' : ''}`,
  tookIn: (e) => `#${e.other}并入${e.same ? '(同一诉求人)' : ''}`,
  unmerged: (e) => `从#${e.from}拆出`,
  letGo: (e) => `#${e.other}拆出`,
  ownerFollowed: (e, look) =>
    e.owner ? `随并案改由${e.owner.unit} ${look.name(e.owner.person)}承办` : '随并案放回待领哨',
  helpCalled: (e, look) => callInTrail(e, look, monthDayClock),
  cannotCome: (e, look) => `${e.unit}来不了${after(e.why, look)}`,
  helpCalledOff: (e) => `${e.unit}不用来了`,
  reportedIn: (e, look) => `${e.unit}报到${after(e.text, look)}`,
  followUpSet: (e) => `回头看定在${monthDayClock(e.on)}`,
  followedUp: (e, look) => `回头看:${e.rebound ? '有反弹' : '无反弹'}${after(e.text, look)}`,
  consultCalled: (e, look) => `会商 ${monthDayClock(e.at)}:${namesOf(e.members)}${after(e.why, look)}`,
  consultCancelled: () => '取消会商',
  consultConcluded: (e, look) => `会商结论${after(e.text, look)}`,
  supervised: (e, look) =>
    `${levels[e.level]}督办${e.from === undefined ? '' : `(原#${e.from})`},${monthDayClock(e.until)}前${after(e.why, look)}`,
  unsupervised: (e) => `销督(${levels[e.level]})`,
  urgencyRaised: () => '督办到期日,按急件办理',
  urgencyLowered: (e, look) => `不再按急件${after(e.why, look)}`,
  snoozed: (e, look) => `缓到${monthDayClock(e.until)}${after(e.why, look)}`,
  voided: (e, look) => `作废${after(e.why, look)}`,
  restored: () => '恢复',
  noted: (e, look) => `补记${after(e.text, look)}`,
  photoAdded: () => '存照片或文件1份',
  photoDropped: () => '撤回照片或文件1份',
  undone: () => '撤销上一步',
  placeCorrected: (e, look, before) =>
    e.place === undefined ? `更正街镇:${e.street ?? ''}` : `更正地址${instead(before, look.text(e.place), look)}`,
  factCorrected: (e, look) => `更正${factNames[e.what]}${newValue(e, look)}`,
  basisCorrected: (e) => `口径改为${bases[e.basis]}`,
  contentCorrected: (e, look, before) => {
    const now = look.text(e.content)
    const added = before !== '' && now.startsWith(before) ? now.slice(before.length).replace(/^[;。]+/, '') : ''
    return added ? `补充内容:${shown(added, look, 60)}` : `更正内容${instead(before, now, look)}`
  },
} satisfies Told

/** What the complainant said in a revisit: 「部分解决」. */
export function solvedName({ solved, partly }: { solved: boolean; partly?: true }): string {
  return partly ? '部分解决' : solved ? '已解决' : '未解决'
}

/** The old words and the new: 「:11号楼→18号楼」; nothing where they may not be shown. */
function instead(before: string, now: string, look: Lookup): string {
  if (!now) return ''
  const after = shown(now, look, 30)
  return before && before !== now ? `:${shown(before, look, 30)}→${after}` : `:${after}`
}

/** What place or content was before each correction, '' for other facts; what was undone counts no more. */
function wordsBefore(log: readonly Logged[], look: Lookup): Map<number, string> {
  const undone = undoneCauses(log)
  const found = new Map<number, string>()
  let place: TextId | undefined
  let content: TextId | undefined
  for (const { seq, event, cause } of log) {
    if (event.kind === 'placeCorrected') found.set(seq, look.text(place))
    if (event.kind === 'contentCorrected') found.set(seq, look.text(content))
    if (event.kind !== 'registered' && cause !== undefined && undone.has(cause)) continue
    if (event.kind === 'registered' || event.kind === 'placeCorrected') place = event.place ?? place
    if (event.kind === 'registered' || event.kind === 'contentCorrected') content = event.content
  }
  return found
}

// What it was before anybody corrected it or the platform moved it.
function officialTerm(deadline: Deadline | undefined): string {
  return deadline?.official ? `,时限${monthDayClock(deadline.at)}${deadline.derived ? '推算' : ''}` : ''
}

/** Of a confidential case nobody reads here what was complained of, nor where. */
function guarded(event: CaseEvent, confidential: boolean, look: Lookup): Lookup {
  const words = ['placeCorrected', 'contentCorrected', 'factCorrected'] as EventKind[]
  const hidden = confidential && words.includes(event.kind)
  return hidden ? { ...look, text: () => '' } : look
}

function after(text: TextId | undefined, look: Lookup, verb?: Parameters<typeof besideVerb>[0]): string {
  const said = verb === undefined ? look.text(text) : besideVerb(verb, look.text(text))
  return said ? `:${shown(said, look, 60)}` : ''
}

function shown(words: string, look: Lookup, limit: number): string {
  return clip(words, look.whole ? Number.POSITIVE_INFINITY : limit)
}

/** Pictures one person sent one after the other are one row. */
function runs(log: readonly Logged[]): { last: Logged; count: number }[] {
  const rows: { last: Logged; count: number }[] = []
  for (const logged of log) {
    const before = rows.at(-1)
    const more = logged.event.kind === 'photoAdded' && before?.last.event.kind === 'photoAdded'
    if (before && more && before.last.by === logged.by)
      rows[rows.length - 1] = { last: logged, count: before.count + 1 }
    else rows.push({ last: logged, count: 1 })
  }
  return rows
}

/** At most twelve, and no more than one message holds. */
function lastThatFit(rows: readonly string[]): readonly string[] {
  let room = MESSAGE_BYTES - HEAD_BYTES
  const fitting = rows.toReversed().findIndex((row) => {
    room -= new TextEncoder().encode(row).length + 1
    return room < 0
  })
  const most = fitting === -1 ? 12 : Math.min(12, fitting)
  return rows.slice(-most)
}

const HEAD_BYTES = 60

/** One fact in words, without when and who. */
export function factInWords({ event }: Logged, look: Lookup): string {
  const tell = told[event.kind] as (event: CaseEvent, look: Lookup, before: string) => string
  return tell(event, look, '')
}

/** One line of 过程: what happened, beside the last event it tells of. */
export interface TrailStep {
  last: Logged
  words: string
}

/** Every step of a case in words, oldest first. */
export function steps(log: readonly Logged[], look: Lookup): TrailStep[] {
  const first = log[0]?.event
  const confidential = first?.kind === 'registered' && first.confidential
  const before = wordsBefore(log, look)
  const undone = undoneCauses(log)
  const late = latenessOf(log)
  return runs(log).map(({ last, count }) => {
    const { seq, by, event, cause } = last
    const tell = told[event.kind] as (event: CaseEvent, look: Lookup, before: string) => string
    const one = tell(event, guarded(event, confidential, look), before.get(seq) ?? '')
    const what = count > 1 ? one.replace('1份', `${count}份`) : one
    const who = by === undefined || what.includes(look.name(by)) ? '' : `(${look.name(by)})`
    const gone = cause !== undefined && undone.has(cause) ? '(已撤销)' : ''
    return { last, words: `${what}${late.get(seq) ?? ''}${who}${gone}` }
  })
}

/** The log of a case read aloud, the newest that fit last. */
export function timeline(log: readonly Logged[], look: Lookup): Sentence {
  const rows = steps(log, look).map(({ last, words }) => `${monthDayClock(last.at)} ${words}`)
  const no = log[0]?.no
  const shown = lastThatFit(rows)
  return lines(`#${no} 过程${rows.length > shown.length ? `(最近${shown.length}步)` : ''}:`, ...shown)
}
