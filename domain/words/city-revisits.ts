import type { Case, CaseNo } from '../cases/case.ts'
import { askedToReopen, type CityRevisit, isBad, isContradicted } from '../cases/city-revisit.ts'
import { type Satisfaction, satisfactions } from '../cases/events.ts'
import type { CityAnswer } from '../reading/city-revisit.ts'
import { type Period, periodOf } from '../time/period.ts'
import { dateOf } from '../time/wall.ts'
import { briefly, stateNames } from './case-lines.ts'
import type { Lookup } from './lookup.ts'
import { lines, type Sentence } from './sentence.ts'
import { periodName } from './spans.ts'

// 市回访: what the city heard, and what follows.

/** 「已联系 未解决 不满意」, or that the city reached nobody. */
export function cityAnswer(told: CityRevisit): string {
  if (told.invalid) return '未接通(不计入有效回访)'
  return `${told.contacted ? '已联系' : '未联系'} ${settledAs(told)} ${satisfactions[told.satisfaction]}`
}

const settledAs = ({ solved, partly }: CityRevisit): string => (partly ? '部分解决' : solved ? '已解决' : '未解决')

/** What a 市回访 still lacks, and how it is said whole: 「联系没有、解决没有」, 「市回访 128 已联系 未解决 满意」. */
export function cityUnanswered(no: CaseNo, open: readonly CityAnswer[], told: CityRevisit | undefined) {
  const said = [
    told && !open.includes('contacted') && !told.contacted ? '未联系' : '已联系',
    told && !open.includes('solved') ? settledAs(told) : '未解决',
    told && !open.includes('satisfaction') ? satisfactions[told.satisfaction] : '不满意',
  ]
  return { what: open.map((answer) => questions[answer]).join('、'), example: `市回访 ${no} ${said.join(' ')}` }
}

const questions: Record<CityAnswer, string> = { contacted: '联系没有', solved: '解决没有', satisfaction: '满不满意' }

/** The answer to the desk: what was noted, and who was asked whether it is done again. */
export function cityRevisitNoted(c: Case, changed: boolean, look: Lookup): Sentence {
  if (!c.cityRevisit) return []
  const told = `市回访${changed ? '已记' : '已经记过'}:${cityAnswer(c.cityRevisit)}。`
  if (!changed || !isBad(c.cityRevisit)) return [`#${c.no} ${told}`]
  const gap = isContradicted(c) ? '局内回访是满意,已列入差异。' : ''
  return lines(`#${c.no} ${told}${gap}${unclear(c)}`, proposal(c, look))
}

/** A 市回访 that belongs to a period whose 归档包 is confirmed: what was kept of it lacks this. '' for none. */
export function archivedAgain(periods: readonly Period[]): string {
  const each = [...new Set(periods)].map(
    (period) => `${periodName(period)}已归档,补了这些,请回「归档包 ${Number(period.slice(5))}月」再存一份。`,
  )
  return each.join('')
}

/** The answer to the desk: the same again, of another day, which decides the period. */
export function cityRevisitRedated({ no, cityRevisit, cityRevisitedAt }: Case): Sentence {
  if (!cityRevisit || cityRevisitedAt === undefined) return []
  return [
    `#${no} 市回访日期改为${monthDay(cityRevisitedAt)},计入${periodName(periodOf(cityRevisitedAt))}:${cityAnswer(cityRevisit)}。`,
  ]
}

/** The lead, in private: how the city found it, and the next step. */
export function reopenProposed(c: Case, look: Lookup): Sentence {
  const told = c.cityRevisit ? cityAnswer(c.cityRevisit) : ''
  const gap = isContradicted(c) ? '(局内回访是满意)' : ''
  return [`${briefly(c, look)} 市回访:${told}${gap}。${nextStep(c)}`]
}

// 「没联系上」 may have meant the city itself: the answer says what was understood.
function unclear({ no, cityRevisit: told }: Case): string {
  const alone = told && !told.contacted && !told.solved && told.satisfaction === 'none'
  return alone ? `若是市里没打通,回「市回访 ${no} 未接通」。` : ''
}

function proposal(c: Case, look: Lookup): string {
  if (!canReopen(c)) return ''
  const leads = askedToReopen(c, look).map(look.name)
  return leads.length
    ? `已请${leads.join('、')}定是否重办(「重办 ${c.no} 原因」)。`
    : `还没有负责人可问。要重办回「重办 ${c.no} 原因」。`
}

/** A case of which the bureau heard that it was well, and the city that it was not. */
export interface Contradiction {
  c: Case
  /** What the bureau had heard. */
  own: { at: number; solved: boolean; partly?: true; satisfaction: Satisfaction }
}

/** The week's list to the desk and the leads: both answers beside each other. */
export function contradictions(rows: readonly Contradiction[], look: Lookup): Sentence {
  return lines(
    `局内满意、市里不满意${rows.length}件:`,
    ...rows.slice(0, MOST).map(({ c, own }) => contradictionLine(c, own, look)),
    rows.length > MOST ? `另有${rows.length - MOST}件,回「成绩」看编号。` : '',
    '请核对回访是怎么问的;经过回「过程 编号」。',
  )
}

function contradictionLine(c: Case, own: Contradiction['own'], look: Lookup): string {
  const ours = `局内${monthDay(own.at)} ${own.partly ? '部分解决' : '已解决'} ${satisfactions[own.satisfaction]}`
  const theirs = `市里${monthDay(c.cityRevisitedAt ?? own.at)} ${c.cityRevisit ? cityAnswer(c.cityRevisit) : ''}`
  const state = c.state === 'closed' ? '' : `,${stateNames[c.state]}`
  return `${briefly(c, look)} ${c.owner?.unit ?? ''}:${ours};${theirs}${state}`
}

const monthDay = (at: number): string => dateOf(at).slice(5)

/** So many one message holds. */
const MOST = 12

/** For the page of a case: what the city heard, and when; '' before it called. */
export function cityLine(c: Case): string {
  if (!c.cityRevisit || c.cityRevisitedAt === undefined) return ''
  const gap = isContradicted(c) ? ',局内回访是满意' : ''
  return `市回访${monthDay(c.cityRevisitedAt)}:${cityAnswer(c.cityRevisit)}${gap}`
}

function nextStep(c: Case): string {
  return canReopen(c) ? `建议重办,回「重办 ${c.no} 原因」。` : '还在办,请尽快联系诉求人。'
}

function canReopen({ state }: Case): boolean {
  return state === 'handled' || state === 'closed'
}
