import { bases, type Case, doneAt } from '../cases/case.ts'
import { channelNames } from '../cases/channel.ts'
import type { EventKind, Logged } from '../cases/events.ts'
import { results, satisfactions } from '../cases/events.ts'
import type { Grade } from '../cases/grade.ts'
import { levels } from '../cases/supervise.ts'
import { undoneCauses } from '../cases/undone.ts'
import { categoryName } from '../reading/category.ts'
import type { LedgerField } from '../reading/ledger-fields.ts'
import { wallOf } from '../time/wall.ts'
import { stateNames } from './case-lines.ts'
import { cityAnswer } from './city-revisits.ts'
import type { Lookup } from './lookup.ts'
import { besideVerb } from './own-words.ts'
import { verdictAfter } from './tests.ts'
import { solvedName } from './timeline.ts'

/** A case as a ledger shows it. */
export interface LedgerCase {
  c: Case
  log: readonly Logged[]
  /** Its place in the table, from 1. */
  row: number
  /** Already covered (`王*`, `138****1234`), and only where somebody with the right asked for it. */
  complainant?: { name?: string; phone?: string }
}

type Cell = (of: LedgerCase, look: Lookup) => string

/** What each column holds, as 过程 and 成绩 tell it. */
const cells = {
  row: ({ row }) => String(row),
  no: ({ c }) => `#${c.no}`,
  externalNo: ({ c }) => c.externalNo ?? '',
  receivedAt: ({ c }) => (c.confidential ? wallOf(c.registeredAt).date : time(c.registeredAt)),
  channel: ({ c }) => channelNames[c.channel],
  grade: ({ c }) => `${c.urgent ? '急件 ' : ''}${gradeNames[c.grade]}`,
  street: ({ c }) => c.street ?? '',
  community: ({ c }) => c.community ?? '',
  address: ({ c }, look) => (c.confidential ? (c.community ?? '') : words(c.place, look)),
  content: ({ c }, look) => (c.confidential ? '诉求人要求保密' : words(c.content, look)),
  category: ({ c }) => categoryName(c.category),
  industry: ({ c }) => c.industry,
  subject: ({ c }, look) => (c.confidential ? '' : words(c.subject, look)),
  name: ({ complainant }) => complainant?.name ?? '',
  phone: ({ complainant }) => complainant?.phone ?? '',
  basis: ({ c }) => bases[c.basis],
  state: ({ c }) => stateNames[c.state],
  firstReceiver: ({ c }) => c.firstReceiver ?? '',
  unit: ({ c }) => c.owner?.unit ?? '',
  owner: ({ c }, look) => (c.owner ? look.name(c.owner.person) : ''),
  helpers: ({ c }) => names((c.helpers ?? []).filter(({ whistle }) => !whistle)),
  whistled: ({ c }) => names((c.helpers ?? []).filter(({ whistle }) => whistle)),
  claimedAt: ({ c }) => time(c.claimedAt),
  contactedAt: ({ c }) => time(doneAt(c, 'contactedAt')) || (c.contactWaived ? '免联系' : tries(c.contactTries)),
  arrivedAt: ({ c }) => time(doneAt(c, 'arrivedAt')) || (c.arrivalWaived ? '免到场' : ''),
  testedAt: ({ c }) => time(doneAt(c, 'testedAt')),
  tested: (of, look) => {
    const test = last(of, 'tested')
    if (test) return words(test.text, look)
    const asked = last(of, 'asked', (event) => event.wanted === 'noTest')
    const why = words(asked?.why, look)
    if (of.c.agreed?.includes('noTest')) return ['不宜检测', why].filter(Boolean).join(':')
    return of.c.asked?.includes('noTest') ? '不宜检测(待负责人同意)' : ''
  },
  standard: (of) => [...new Set((last(of, 'tested')?.judged ?? []).flatMap((one) => one.standard ?? []))].join('、'),
  verdict: (of) => verdictAfter(last(of, 'tested')?.judged).replace(/^ → /, ''),
  handledAt: ({ c }) => time(c.handledAt),
  handling: (of, look) => {
    const done = last(of, 'handled')
    return done
      ? besideVerb('handled', words(done.text, look)) || '处置完成'
      : words(last(of, 'progressed')?.text, look)
  },
  revisitedAt: ({ c }) => time(c.revisitedAt),
  revisit: ({ c }) => {
    if (c.revisit) return `${solvedName(c.revisit)} ${satisfactions[c.revisit.satisfaction]}`
    return c.contactWaived ? '免回访' : tries(c.revisitTries)
  },
  result: ({ c }) => (c.result ? results[c.result] : ''),
  repliedAt: ({ c }) => time(c.repliedAt),
  closedAt: ({ c }) => time(c.closedAt),
  deadline: ({ c: { deadline } }) =>
    deadline ? `${time(deadline.at)}${deadline.official ? '' : '(内部)'}${deadline.derived ? '(推算)' : ''}` : '',
  inTime: ({ c }, { now }) => inTimeWords(c, now),
  cityAt: ({ c }) => time(c.cityRevisitedAt),
  cityContacted: ({ c }) => heard(c, ({ contacted }) => (contacted ? '是' : '否')),
  citySolved: ({ c }) => heard(c, (told) => (told.solved ? '是' : told.partly ? '部分解决' : '否')),
  citySatisfied: ({ c }) => heard(c, ({ satisfaction }) => satisfactions[satisfaction]),
  city: ({ c }) => (c.cityRevisit ? cityAnswer(c.cityRevisit) : ''),
  supervised: ({ c }) =>
    (c.supervised ?? []).map(({ level, until }) => `${levels[level]}督办,${time(until)}前`).join(';'),
  requests: ({ c }) => requestsOf(c).join('、'),
  merged: ({ c }) => mergedWords(c),
  reopened: ({ c }) => (c.reopened ? `${c.reopened}次` : ''),
  consulted: ({ c }, look) =>
    c.concluded
      ? `${wallOf(c.concluded.at).date} ${words(c.concluded.text, look)}`
      : c.consultation
        ? `定于${time(c.consultation.at)}`
        : '',
  remark: ({ c }) => marksOf(c).join('、'),
} as const satisfies Record<LedgerField, Cell>

/** One cell of a ledger; '' where the case has nothing of it. */
export function ledgerCell(field: LedgerField, of: LedgerCase, look: Lookup): string {
  return (cells[field] as Cell)(of, look)
}

/** What must be seen of a row whatever the columns are: 已退单, 作废, 并入#101, 不计考核. */
export function marksOf(c: Case): string[] {
  return [
    c.state === 'returned' || c.state === 'void' ? stateNames[c.state] : '',
    mergedWords(c),
    c.excluded ? '剔除(不计考核口径)' : '',
    c.suspended ? '挂账' : '',
    c.confidential ? '保密' : '',
  ].filter(Boolean)
}

/** Of an official deadline only, as 按时率 counts it: 按时, 超时; '' while it runs, and of what was returned or is void. */
function inTimeWords({ state, deadline, repliedAt, suspended }: Case, now: number): string {
  if (!deadline?.official || suspended || state === 'returned' || state === 'void') return ''
  if (repliedAt !== undefined) return repliedAt <= deadline.at ? '按时' : '超时'
  return deadline.at <= now ? '超时(未回复)' : ''
}

function requestsOf(c: Case): string[] {
  return [
    c.state === 'returned' ? '已退单' : c.asked?.includes('return') ? '申请退单中' : '',
    c.deadlineBefore ? `已延期(原${time(c.deadlineBefore.at)})` : c.asked?.includes('extend') ? '申请延期中' : '',
    c.suspended ? '已挂账' : c.asked?.includes('suspend') ? '申请挂账中' : '',
    c.excluded ? '已剔除' : c.asked?.includes('exclude') ? '申请剔除中' : '',
  ].filter(Boolean)
}

function mergedWords(c: Case): string {
  if (c.mergedInto !== undefined) return `并入#${c.mergedInto}${c.sameCaller ? '(同一诉求人)' : ''}`
  return c.holds?.length ? `含${c.holds.map((no) => `#${no}`).join('、')}` : ''
}

function heard({ cityRevisit }: Case, say: (told: NonNullable<Case['cityRevisit']>) => string): string {
  if (!cityRevisit) return ''
  return cityRevisit.invalid ? '未接通' : say(cityRevisit)
}

/** The last event of a kind that stands: what was undone counts no more. */
function last<K extends EventKind>(
  { log }: LedgerCase,
  kind: K,
  fits: (event: Extract<Logged['event'], { kind: K }>) => boolean = () => true,
): Extract<Logged['event'], { kind: K }> | undefined {
  const undone = undoneCauses(log)
  type Wanted = Extract<Logged['event'], { kind: K }>
  return log.findLast(
    ({ event, cause }) =>
      event.kind === kind && !(cause !== undefined && undone.has(cause)) && fits(event as unknown as Wanted),
  )?.event as Wanted | undefined
}

function names(called: NonNullable<Case['helpers']>): string {
  return called.map(({ unit, arrivedAt }) => `${unit}${arrivedAt === undefined ? '' : '(已报到)'}`).join('、')
}

function tries(all: readonly number[] | undefined): string {
  return all?.length ? `未接通${all.length}次` : ''
}

function words(text: number | undefined, look: Lookup): string {
  return look.text(text).replace(/\s+/g, ' ').trim()
}

function time(at: number | undefined): string {
  if (at === undefined) return ''
  const { date, time } = wallOf(at)
  return `${date} ${time}`
}

const gradeNames: Record<Grade, string> = {
  '2h': '2小时',
  '24h': '24小时',
  '7d': '7天',
  '15d': '15天',
  letter: '信访',
  internal: '内部',
}
