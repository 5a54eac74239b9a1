import type { Speaker } from '../people/speaker.ts'
import { Refusal } from '../refusal.ts'
import type { Case, TextId } from './case.ts'
import { leadSettles } from './consult.ts'
import type { CaseEvent, Satisfaction } from './events.ts'
import { mustBe, mustBeOpen, mustHave } from './hands.ts'
import { isCalled, reportedBy, reportIn } from './help-call.ts'
import { triedEnough } from './tries.ts'

/** 催: anybody may; counted, except by who has the case: nobody would be told. Refuses: wrong-state. */
export function urge(c: Case, by: Speaker): CaseEvent[] {
  mustBeOpen(c)
  return c.owner?.person === by.person ? [] : [{ kind: 'urged' }]
}

/** 已联系. Once; later words are progress. Refuses: claim-first, wrong-state, not-yours. */
export function contact(c: Case, by: Speaker, text?: TextId): CaseEvent[] {
  calling(c, by)
  if (c.contactedAt !== undefined) return text === undefined ? [] : [{ kind: 'progressed', text }]
  return [{ kind: 'contacted', ...(text !== undefined && { text }) }]
}

/** 联系不上: a try. */
export function contactTried(c: Case, by: Speaker): CaseEvent[] {
  calling(c, by)
  return [{ kind: 'contactTried' }]
}

/** 免联系, with a reason: stands for contact and revisit; once handled, for the revisit that is still to come. */
export function waiveContact(c: Case, by: Speaker, why: TextId): CaseEvent[] {
  if (c.state === 'handled') mustHave(c, by, 'revisit')
  else calling(c, by)
  return c.contactWaived ? [] : [{ kind: 'contactWaived', why }]
}

/** 到场; of a called unit its 报到 too, and nothing else where the case is in nobody's work. */
export function arrive(c: Case, by: Speaker, text?: TextId): CaseEvent[] {
  if (c.state !== 'claimed' && isCalled(c, by)) return reportIn(c, by, text === undefined ? {} : { text })
  handling(c, by, 'arrive')
  const there = reportedBy(c, by)
  if (c.arrivedAt !== undefined)
    return [...(text === undefined ? [] : [{ kind: 'progressed' as const, text }]), ...there]
  return [{ kind: 'arrived', ...(text !== undefined && { text }) }, ...there]
}

/** 免到场, with a reason. */
export function waiveArrival(c: Case, by: Speaker, why: TextId): CaseEvent[] {
  handling(c, by, 'waiveArrival')
  return c.arrivalWaived ? [] : [{ kind: 'arrivalWaived', why }]
}

/** 进展: a line of the timeline. */
export function progress(c: Case, by: Speaker, text: TextId): CaseEvent[] {
  mustBe(c, 'claimed', 'handled')
  mustHave(c, by, 'progress')
  return [{ kind: 'progressed', text }]
}

/** A late word on a closed case: kept, and its last owner hears of it. */
export function note(text: TextId): CaseEvent[] {
  return [{ kind: 'noted', text }]
}

/** 检测: a measurement as it was said, and what its figures mean. Refuses: claim-first, wrong-state, not-yours. */
export function test(c: Case, by: Speaker, { text, judged, unread, ...beside }: Tested): CaseEvent[] {
  mustBe(c, 'claimed', 'handled')
  mustHave(c, by, 'test')
  if (!judged?.length) return [{ kind: 'tested', text, ...(unread && { unread }) }]
  return [{ kind: 'tested', text, judged, ...beside }]
}

type Tested = Omit<Extract<CaseEvent, { kind: 'tested' }>, 'kind'>

/** 不宜检测: the lead is asked. */
export function waiveTest(c: Case, by: Speaker, why: TextId): CaseEvent[] {
  mustBe(c, 'claimed', 'handled')
  mustHave(c, by, 'waiveTest')
  if (c.agreed?.includes('noTest')) return []
  return [{ kind: 'asked', wanted: 'noTest', why }]
}

/**
 * 整改完: contacted where somebody must be called, and tested or stated.
 * Refuses: not-ready with what is missing, claim-first, wrong-state, not-yours.
 */
export function handle(
  c: Case,
  by: Speaker,
  { missing, text }: { missing: readonly string[]; text?: TextId },
): CaseEvent[] {
  handling(c, by, 'handle')
  if (missing.length) throw new Refusal('not-ready', { no: c.no, what: '处置完成', missing })
  return [{ kind: 'handled', ...(text !== undefined && { text }) }]
}

/**
 * 回访. Unsolved or 不满意 opens the case again; opened once before, or after a 会商结论, the lead is asked for another result instead and the
 * case stays handled. 部分解决 is settled at 办结, with the lead. Refuses: not-handled, not-yours.
 */
export function revisit(
  c: Case,
  by: Speaker,
  { solved, partly, satisfaction, text }: { solved: boolean; partly?: true; satisfaction: Satisfaction; text?: TextId },
): CaseEvent[] {
  revisiting(c, by)
  const said: CaseEvent = {
    kind: 'revisited',
    solved,
    ...(partly && { partly }),
    satisfaction,
    ...(text !== undefined && { text }),
  }
  if ((solved || partly) && satisfaction !== 'bad') return [said]
  if (leadSettles(c)) return [said, { kind: 'asked', wanted: 'explained', ...(text !== undefined && { why: text }) }]
  return [said, { kind: 'reopened', ...(text !== undefined && { why: text }) }]
}

/** 回访未接通: a try; after three the lead is asked for 未接通, which never counts as satisfied. */
export function revisitTried(c: Case, by: Speaker, now: number): CaseEvent[] {
  revisiting(c, by)
  const last: CaseEvent[] =
    triedEnough([...(c.revisitTries ?? []), now]) && !c.agreed?.includes('unreached')
      ? [{ kind: 'asked', wanted: 'unreached' }]
      : []
  return [{ kind: 'revisitTried' }, ...last]
}

/** 已回复: the answer stands on the platform, the official clock stops. Refuses: claim-first, not-yours. */
export function reply(c: Case, by: Speaker): CaseEvent[] {
  mustBe(c, 'claimed', 'handled', 'merged')
  mustHave(c, by, 'reply')
  return c.repliedAt === undefined ? [{ kind: 'replied' }] : []
}

function handling(c: Case, by: Speaker, deed: 'arrive' | 'waiveArrival' | 'handle'): void {
  mustBe(c, 'claimed')
  mustHave(c, by, deed)
}

/** Who is called for a case: of a merged one by whoever has the case it goes with, of a returned one by who first had it. */
function calling(c: Case, by: Speaker): void {
  if (c.state === 'merged' && !c.owner) throw new Refusal('claim-first', { no: c.mergedInto ?? c.no })
  if (c.state === 'handled') throw new Refusal('revisit-instead', { no: c.no })
  mustBe(c, 'claimed', 'merged', 'returned')
  mustHave(c, by, 'contact')
}

function revisiting(c: Case, by: Speaker): void {
  if (c.state === 'claimed') throw new Refusal('not-handled', { no: c.no })
  mustBe(c, 'handled', 'merged')
  mustHave(c, by, 'revisit')
}
