import type { Case, CaseNo } from '../cases/case.ts'
import type { Settings } from '../settings.ts'
import { type Period, periodEnd, spanOfPeriod } from '../time/period.ts'
import { dayClock } from '../time/saying.ts'
import { dateOf } from '../time/wall.ts'
import type { Volume } from './archive.ts'
import { stateNames } from './case-lines.ts'
import { lines, type Sentence } from './sentence.ts'
import { periodName, spanName } from './spans.ts'

/** 「归档包 2026年11月期 1-3.pdf」; without a volume its index. */
export function archiveFileName(period: Period, volume?: Volume): string {
  const name = `归档包 ${period.slice(0, 4)}年${periodName(period)}`
  if (!volume) return `${name} 索引.xlsx`
  return volume.of > 1 ? `${name} ${volume.nth}-${volume.of}.pdf` : `${name}.pdf`
}

/** What is in the archive and what is not, and how it is confirmed. */
export function archiveMade(of: {
  period: Period
  cases: readonly Pick<Case, 'no' | 'state'>[]
  open: readonly CaseNo[]
  later: readonly CaseNo[]
  volumes: number
  code: string
  settings: Pick<Settings, 'erasure'>
}): Sentence {
  const { period, cases, open, later, volumes, code, settings } = of
  return lines(
    `${spanName({ ...spanOfPeriod(period), period })}归档包:${cases.length}件(${statesOf(cases)}),PDF ${volumes}册、索引1份,见上。`,
    openLine(open),
    laterLine(later),
    `请核对、存好,再回「确认 ${code}」(5分钟内)。确认后,这些件的个人信息、文字和照片从${dateOf(periodEnd(period) + settings.erasure)}起清除,案件、时间和统计保留。`,
  )
}

/** The question alone, when the files were sent before. */
export function archiveAsked(period: Period, count: number, code: string): Sentence {
  return [`${periodName(period)}${count}件归档,核对过就回「确认 ${code}」(5分钟内)。`]
}

export function archiveConfirmed(
  period: Period,
  of: { count: number; head: string | undefined; settings: Pick<Settings, 'erasure'> },
): Sentence {
  const proof = of.head === undefined ? '' : `链尾哈希 ${of.head.slice(0, 12)}…已记下。`
  return [
    `${periodName(period)}已归档,${of.count}件。${proof}个人信息、文字和照片从${dateOf(periodEnd(period) + of.settings.erasure)}起清除。`,
  ]
}

export function archivedBefore(period: Period, at: number, by: string, now: number): Sentence {
  return [`${periodName(period)}${dayClock(at, now)}已由${by}确认归档,不用再确认。`]
}

export function nothingToArchive(period: Period, open: readonly CaseNo[], later: readonly CaseNo[]): Sentence {
  return lines(
    `${spanName({ ...spanOfPeriod(period), period })}没有办结、可归档的件。`,
    openLine(open),
    laterLine(later),
  )
}

/** Archived by 考核期, and only once it is over. */
export function notOverYet(period: Period, last: Period): Sentence {
  return [
    `${periodName(period)}到${dateOf(periodEnd(period) - 1).slice(5)}才结束,结束后再归档。现在能归档的:「归档包 ${Number(last.slice(5))}月」。`,
  ]
}

export function archiveByPeriod(last: Period): Sentence {
  return [`归档按考核期(上月19日至本月18日),例:「归档包 ${Number(last.slice(5))}月」。`]
}

function openLine(open: readonly CaseNo[]): string {
  return open.length ? `本期登记、还没办结的${open.length}件不在包里,也不清除:${named(open)}。` : ''
}

function laterLine(later: readonly CaseNo[]): string {
  return later.length ? `本期登记、以后办结或市回访的${later.length}件,归到那一期的包里:${named(later)}。` : ''
}

function named(nos: readonly CaseNo[]): string {
  const first = nos.slice(0, 12).map((no) => `#${no}`)
  return `${first.join('、')}${nos.length > first.length ? '…' : ''}`
}

function statesOf(cases: readonly Pick<Case, 'state'>[]): string {
  return [...Map.groupBy(cases, ({ state }) => state)]
    .map(([state, group]) => `${stateNames[state]}${group.length}`)
    .join('、')
}
