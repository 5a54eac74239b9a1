import type { Speaker } from '../people/speaker.ts'
import { Refusal } from '../refusal.ts'
import type { Case, TextId } from './case.ts'
import { type CaseEvent, type Result, results, type Wanted } from './events.ts'
import { mustBe, mustHave } from './hands.ts'
import { needNames, needs, wantedName } from './needs.ts'

/**
 * 办结: with everything its source needs; a result other than 已解决 needs the lead's agreement and asks for it.
 * Out: closed, or the request to the lead. Refuses: not-ready with what is missing, not-solved, lead-asked, claim-first,
 * wrong-state, not-yours.
 */
export function close(c: Case, by: Speaker, said: Result | undefined): CaseEvent[] {
  if (c.state === 'closed') return []
  mustBe(c, 'claimed', 'handled')
  mustHave(c, by, 'owner', 'lead', 'desk')
  const result = said ?? likelyResult(c)
  const missing = needs(c).filter((need) => !(need === 'revisit' && result === 'unreached'))
  if (missing.length)
    throw new Refusal('not-ready', { no: c.no, what: '办结', missing: missing.map((need) => needNames[need]) })
  if (result === 'solved') mustBeSolved(c)
  if (result === 'solved' || c.agreed?.includes(result)) return [{ kind: 'closed', result }]
  if (c.asked?.includes(result)) throw new Refusal('lead-asked', { no: c.no, wanted: wantedName(result) })
  return [{ kind: 'asked', wanted: result }]
}

/** 重办: handled or closed, back to the old owner. Refuses: wrong-state, not-yours. */
export function reopen(c: Case, by: Speaker, why: TextId): CaseEvent[] {
  mustBe(c, 'handled', 'closed')
  mustHave(c, by, 'lead', 'desk', 'owner')
  return [{ kind: 'reopened', why }]
}

/** 已解决 stands against no unsolved revisit and no other result that the lead was asked for or agreed to. */
function mustBeSolved(c: Case): void {
  if (c.revisit && !c.revisit.solved)
    throw new Refusal('not-solved', { no: c.no, revisit: c.revisit.partly ? '部分解决' : '未解决' })
  const [asked] = otherResults(c, c.asked)
  if (asked) throw new Refusal('lead-asked', { no: c.no, wanted: wantedName(asked) })
  const [agreed] = otherResults(c, c.agreed)
  if (agreed) throw new Refusal('not-solved', { no: c.no, agreed: wantedName(agreed) })
}

/** What the lead agreed to or was asked for, else what the revisit said, when the result is not named. */
function likelyResult(c: Case): Result {
  const [result] = [...otherResults(c, c.agreed), ...otherResults(c, c.asked)]
  if (result) return result
  if (c.revisit?.partly) return 'partly'
  return c.revisit && !c.revisit.solved ? 'explained' : 'solved'
}

/** Results among what the lead was asked; 未接通 no more once somebody was reached. */
function otherResults(c: Case, wanted: readonly Wanted[] = []): Exclude<Result, 'solved'>[] {
  return wanted
    .filter((one): one is Exclude<Result, 'solved'> => one in results)
    .filter((one) => one !== 'unreached' || c.revisitedAt === undefined)
    .sort((a, b) => Number(b === 'unreached') - Number(a === 'unreached'))
}
