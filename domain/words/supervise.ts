import { type Case, type CaseNo, isOpen, type PersonId } from '../cases/case.ts'
import { type Logged, results } from '../cases/events.ts'
import { byDate, type Level, levels, owesProgress, PROGRESS, ruledBy } from '../cases/supervise.ts'
import { clock, dayClock, monthDayClock, span } from '../time/saying.ts'
import { dateOf } from '../time/wall.ts'
import { briefly, stateNames } from './case-lines.ts'
import type { Lookup } from './lookup.ts'
import { at, lines, type Sentence, s } from './sentence.ts'
import { factInWords } from './timeline.ts'

/** The answer to 督办. */
export function supervised(
  c: Case,
  level: Level,
  { changed, look, quiet }: { changed: boolean; look: Lookup; quiet: boolean },
): Sentence {
  const until = c.supervised?.find((one) => one.level === level)?.until ?? look.now
  const by = dayClock(until, look.now)
  if (!changed)
    return [`#${c.no} 本来就在${levels[level]}督办,${by}前。改日期回「督办 ${c.no} 几号前」,取消回「销督 ${c.no}」。`]
  const first = ruledBy(c, { until })
  const deadline = first < until ? `${deadlineName(c)}${monthDayClock(first)}在前,先按它办。` : ''
  const when = quiet && !c.urgent ? '下次清单时告知' : '已告知'
  const told = c.owner ? `${when}承办人和负责人` : `还没人领,${when}负责人`
  const next = `${told};每个工作日${look.settings.superviseProgress}前报你一句进展。`
  return deadline
    ? lines(`#${c.no} 已列入${levels[level]}督办,${by}前。`, `${deadline}${next}`)
    : [`#${c.no} 已列入${levels[level]}督办,${by}前。${next}`]
}

/** The answer to 销督. */
export function unsupervised(c: Case, changed: boolean): Sentence {
  if (!changed) return [`#${c.no} 没有你的督办,不用销。`]
  return [
    isOpen(c)
      ? `#${c.no} 已销督,已告知承办人和负责人。`
      : `#${c.no} ${stateNames[c.state].replace(/^已?/, '已')},不再督办。`,
  ]
}

function deadlineName({ deadline }: Case): string {
  return deadline?.official ? '官方时限' : '内部时限'
}

/** The owner and the lead, at once. */
export function supervisedForYou(c: Case, { level, until }: { level: Level; until: number }, look: Lookup): Sentence {
  const next = c.owner
    ? `每个工作日${look.settings.superviseProgress}前请回一句「进展 ${c.no} …」。`
    : `还没人领,请回「领哨 ${c.no}」或「派给 ${c.no} @承办人」。`
  return [`${c.urgent ? '【急】' : ''}${briefly(c, look)} ${levels[level]}督办,${dayClock(until, look.now)}前。${next}`]
}

/** Who supervises a case that was merged: where the wish stands now. */
export function supervisedMoved(c: Case, { from, until }: { from?: CaseNo; until: number }, look: Lookup): Sentence {
  return [`你督办的#${from} 已并入${briefly(c, look)},督办记在#${c.no}上,${dayClock(until, look.now)}前。`]
}

/** In the room of the card. */
export function supervisedInRoom(c: Case, { level, until }: { level: Level; until: number }, look: Lookup): Sentence {
  return [`#${c.no} ${levels[level]}督办,${dayClock(until, look.now)}前。${c.owner ? '' : `请回「领哨 ${c.no}」。`}`]
}

/** The owner and the lead: no line a day any more. */
export function unsupervisedForYou(c: Case, look: Lookup): Sentence {
  const left = supervisedLine(c, look)
  return [left ? `${briefly(c, look)} 销去一级督办,还有${left}。` : `${briefly(c, look)} 已销督,照常办理。`]
}

/** For the page of a case: who supervises it and until when, each level apart; '' when nobody does. */
export function supervisedLine(c: Case, look: Lookup): string {
  if (!isOpen(c)) return ''
  return byDate(c)
    .map(({ level, until }) => `${levels[level]}督办 ${monthDayClock(until)}前${left(c, until, look)}`)
    .join(';')
}

// To the deadline of the case, where that comes first.
function left(c: Case, until: number, { now }: Lookup): string {
  const first = ruledBy(c, { until })
  const why = first < until ? '时限在前,' : ''
  return first > now ? `(${why}余${span(first - now)})` : `(${why}超${span(now - first)})`
}

function wantedBy(until: number, { now }: Lookup): string {
  return until > now ? `${dayClock(until, now)}前` : `已超${span(now - until)}`
}

/** Behind a case in its owner's list: until when it is wanted, and the line of progress that is still to be said today. */
export function supervisedWords(c: Case, look: Lookup): string {
  const wishes = byDate(c).map(({ level, until }) => `${levels[level]}督办${wantedBy(until, look)}`)
  if (!wishes.length) return ''
  const owes = owesProgress(c, look.now) ? `,${look.settings.superviseProgress}前回一句「进展 ${c.no} …」` : ''
  return `${wishes.join('、')}${owes}`
}

/** The day's line to the supervisor, a case each. In: the cases with their logs. */
export function progressToday(
  cases: readonly { c: Case; log: readonly Logged[]; level: Level; until: number }[],
  look: Lookup,
): Sentence {
  const rows = cases.map(({ c, log, level, until }) => {
    const last = log.findLast(({ event, at }) => PROGRESS.has(event.kind) && dateOf(at) === dateOf(look.now))
    const word = last ? `${clock(last.at)} ${factInWords(last, look)}` : '今天没有进展'
    return `${briefly(c, look)} ${c.owner?.unit ?? '待领'}${left(c, until, look)}:${word}${otherLevels(c, level, look)}`
  })
  return lines(
    `你督办的${rows.length}件:`,
    ...rows.slice(0, MOST),
    rows.length > MOST ? `另有${rows.length - MOST}件。` : '',
  )
}

function otherLevels(c: Case, own: Level, look: Lookup): string {
  const others = byDate(c).filter(({ level }) => level !== own)
  return others.map(({ level, until }) => `(${levels[level]}也督办,${wantedBy(until, look)})`).join('')
}

/** Behind 我的 of a leader: what they supervise, who has it and until when. */
export function supervisedMine(cases: readonly Case[], look: Lookup): string[] {
  if (!cases.length) return []
  const rows = cases
    .slice(0, AHEAD)
    .map((c) => `${briefly(c, look)} ${c.owner?.unit ?? '待领'};${supervisedLine(c, look)}`)
  return [`你督办的${cases.length}件:`, ...rows, ...(cases.length > AHEAD ? [`另有${cases.length - AHEAD}件。`] : [])]
}

/** The day's line to a supervisor who cannot be written to, in a room of theirs: which moved, nothing of what was said. */
export function progressInRoom(person: PersonId, cases: readonly Case[], { now }: Lookup): Sentence {
  const named = (some: readonly Case[], words: string) =>
    some.length
      ? `${words}${some
          .slice(0, MOST)
          .map(({ no }) => `#${no}`)
          .join('、')}${some.length > MOST ? '等' : ''}`
      : ''
  const [still, moved] = [cases.filter((c) => owesProgress(c, now)), cases.filter((c) => !owesProgress(c, now))]
  const words = [named(still, '今天没有进展'), named(moved, '今天有进展')].filter(Boolean).join(',')
  return s`${at(person)} 你督办的${String(cases.length)}件:${words}。请先加我为好友,经过和提醒好私信你。`
}

/** So many one message holds. */
const MOST = 10
/** So many stand beside other things. */
const AHEAD = 5

/** Who supervises it hears that it is over: closed, returned by the platform, or void. */
export function supervisedOver(c: Case, look: Lookup): Sentence {
  if (c.state !== 'closed')
    return [`你督办的${briefly(c, look)} ${stateNames[c.state].replace(/^已?/, '已')},不再督办。`]
  return [`你督办的${briefly(c, look)} 已办结:${c.result === undefined ? '' : results[c.result]}。`]
}
