import type { Case, PersonId, TextId } from '../cases/case.ts'
import { results, type Wanted } from '../cases/events.ts'
import { needs, wantedName } from '../cases/needs.ts'
import { askerOf } from '../cases/say.ts'
import { dayClock } from '../time/saying.ts'
import { briefly, claimWord, clip, contentOf, deadlineLine, stateNames } from './case-lines.ts'
import type { Lookup } from './lookup.ts'
import { wantedWords } from './requests.ts'
import { lines, type Sentence } from './sentence.ts'

// What others hear of a fact, in private and short: the number first, the next step last.

export function releasedInRoom(c: Case, look: Lookup): Sentence {
  return [`#${c.no} 放回待领哨:${briefly(c, look).replace(/^#\d+ /, '')},引用本条或回「领哨 ${c.no}」`]
}

/** In the room of the card: who has it now, when that was said elsewhere. */
export function ownedInRoom(c: Case, look: Lookup): Sentence {
  return [`#${c.no} 已由${c.owner ? `${c.owner.unit} ${look.name(c.owner.person)}` : '别人'}${claimWord(c)}。`]
}

/** The one who had it so far, when somebody else gave or took it. */
export function handedOn(c: Case, look: Lookup): Sentence {
  return [`${briefly(c, look)} 已转给${c.owner ? `${c.owner.unit} ${look.name(c.owner.person)}` : '别人'},不用你再办。`]
}

export function assignedToYou(c: Case, look: Lookup): Sentence {
  return lines(
    `${briefly(c, look)} 派给你了。`,
    `${contentOf(c, look, 40)};${deadlineLine(c, look)}`,
    `取号码回「联系方式 ${c.no}」,办不了回「放回 ${c.no} 原因」。`,
  )
}

/** 派给 said again: nothing changed and nobody was written to. */
export function alreadyTheirs(c: Case, look: Lookup): Sentence {
  return [`#${c.no} 本来就由${c.owner ? `${c.owner.unit} ${look.name(c.owner.person)}` : '别人'}承办。`]
}

export function offeredToYou(c: Case, look: Lookup): Sentence {
  const until = c.offer === undefined ? '' : `,${dayClock(c.offer.until, look.now)}前有效`
  return lines(`${briefly(c, look)} 想转给你,${contentOf(c, look, 40)}`, `接就回「接 ${c.no}」${until};不接不用回。`)
}

export function offerLapsed(c: Case, { declined, why }: { declined?: true; why?: TextId }, look: Lookup): Sentence {
  const words = why === undefined ? '' : `(${clip(look.text(why), 30)})`
  return [`${briefly(c, look)} 转办${declined ? '对方不接' : '没人接'}${words},仍由你办理。`]
}

export function urgedYou(c: Case, look: Lookup): Sentence {
  return [`${briefly(c, look)} 有人催办(第${c.urged ?? 1}次)。有进展回「进展 ${c.no} …」。`]
}

export function leadAsked(c: Case, wanted: Wanted, look: Lookup): Sentence {
  const why = clip(look.text(c.askedWhy?.[wanted]), 60).replace(/[。.]+$/u, '')
  return [
    `${briefly(c, look)} ${nameOf(askerOf(c, wanted), look)}申请「${wantedWords(c, wanted)}」${c.extension !== undefined && wanted === 'extend' ? `到${dayClock(c.extension, look.now)}` : ''}${why && `:${why}`}。同意回「同意 ${c.no}」,不同意回「不同意 ${c.no} 理由」。`,
  ]
}

function nameOf(person: PersonId | undefined, look: Lookup): string {
  return person === undefined ? '' : look.name(person)
}

export function leadAnswered(c: Case, wanted: Wanted, { yes, why = '' }: { yes: boolean; why?: string }): Sentence {
  const reason = why && `:${clip(why, 60)}`
  return [
    `#${c.no} 「${wantedName(wanted)}」负责人${yes ? '已同意' : '不同意'}${reason}。${c.state === 'closed' ? '已办结。' : `下一步看「${c.no}」。`}`,
  ]
}

export function toReporterClosed(c: Case, look: Lookup): Sentence {
  return [`你报的${briefly(c, look)},已办结:${c.result === undefined ? '' : results[c.result]}。`]
}

export function reopenedForYou(c: Case, look: Lookup): Sentence {
  return [
    `${briefly(c, look)} 重办,仍由你承办。${needs(c).includes('contact') ? '请再联系诉求人,' : ''}进展回「进展 ${c.no} …」。`,
  ]
}

export function voidedForYou(c: Case, look: Lookup): Sentence {
  return [`${briefly(c, look)} 已作废,不用再办。`]
}

export function restoredForYou(c: Case, look: Lookup): Sentence {
  return [`${briefly(c, look)} 已恢复,${c.owner ? `仍由${c.owner.unit} ${look.name(c.owner.person)}办理` : '待领哨'}。`]
}

/** For whoever read of what is undone now, and the room of the card: where the case stands. */
export function undoneForYou(c: Case, look: Lookup): Sentence {
  return [`${briefly(c, look)} 上一步已撤销,${whereItStands(c, look)}。`]
}

function whereItStands(c: Case, look: Lookup): string {
  if (c.state === 'void') return '不用再办'
  const by = c.owner && `由${c.owner.unit} ${look.name(c.owner.person)}`
  if (c.state === 'waiting' || by === undefined) return `现${stateNames[c.state]}`
  return c.state === 'claimed' ? `现${by}办理` : `现为${stateNames[c.state]},${by}承办`
}

/** The owner of a case whose place lies in another street than was thought. */
export function movedForYou(c: Case, look: Lookup): Sentence {
  return [`${briefly(c, look)} 地址已更正,改在${c.street ?? '别处'},仍由你办理。回「过程 ${c.no}」看。`]
}

export function notedForYou(c: Case, look: Lookup): Sentence {
  return [
    `${briefly(c, look)} 有新的补充,回「过程 ${c.no}」看。${c.state === 'closed' ? `要再办回「重办 ${c.no} 原因」。` : ''}`,
  ]
}

export function calmedForLead(c: Case, look: Lookup): Sentence {
  return [
    `${briefly(c, look)} ${c.owner ? look.name(c.owner.person) : ''}说明不再紧急,改按一般件计时。原因回「过程 ${c.no}」看。`,
  ]
}

export function calmed(c: Case, look: Lookup): Sentence {
  return lines(`#${c.no} 不再按急件提醒,已告知负责人。`, deadlineLine(c, look))
}

export function neverUrgent(c: Case): Sentence {
  return [`#${c.no} 本来就不是急件。`]
}

/** The one who handled should not be the one who asks whether it helped; a word, not a wall. */
export function sameHands(): Sentence {
  return ['处置和回访是同一人,建议换人回访。']
}
