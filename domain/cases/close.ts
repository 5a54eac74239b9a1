import type { Speaker } from '../people/speaker.ts'
import { Refusal } from '../refusal.ts'
import type { Case, TextId } from './case.ts'
import type { Deadline } from './deadlines.ts'
import { type CaseEvent, type Result, results, type Wanted } from './events.ts'
import { mustBe, mustHave } from './hands.ts'
import { hasSomebodyToCall, needNames, needs, wantedName } from './needs.ts'

/**
 * 办结: with everything its source needs; a result other than 已解决 needs the lead's agreement and asks for it.
 * Out: closed, or the request to the lead. Refuses: not-ready with what is missing, not-solved, lead-asked, claim-first,
 * wrong-state, not-yours.
 */
export function close(c: Case, by: Speaker, said: Result | undefined): CaseEvent[] {
  if (c.state === 'closed') return []
  mustBe(c, 'claimed', 'handled')
  mustHave(c, by, 'close')
  const result = said ?? likelyResult(c)
  const missing = needs(c).filter((need) => !(need === 'revisit' && result === 'unreached'))
  if (missing.length)
    throw new Refusal('not-ready', { no: c.no, what: '办结', missing: missing.map((need) => needNames[need]) })
  if (result === 'solved') mustBeSolved(c)
  if (result === 'solved' || c.agreed?.includes(result)) return [{ kind: 'closed', result }]
  if (c.asked?.includes(result)) throw new Refusal('lead-asked', { no: c.no, wanted: wantedName(result) })
  if (c.refused === result) throw new Refusal('lead-refused', { no: c.no, wanted: wantedName(result) })
  return [{ kind: 'asked', wanted: result }]
}

/**
 * What a merged case still lacks of its own to be closed with the one it goes with: contact, revisit, reply, and the lead's
 * word on a result the other case has not.
 */
export function lacks(m: Case, main: Pick<Case, 'result'>): string[] {
  const result = resultWith(m, main)
  const open = result !== 'solved' && result !== main.result && !m.agreed?.includes(result)
  return [...needs(m).map((need) => needNames[need]), ...(open ? [`负责人同意「${wantedName(result)}」`] : [])]
}

/** 办结 of the case it goes with closes a merged one that lacks nothing. Out: nothing while it does. */
export function closeWith(m: Case, main: Pick<Case, 'result'>): CaseEvent[] {
  return lacks(m, main).length ? [] : [{ kind: 'closed', result: resultWith(m, main) }]
}

/**
 * 办结 of a merged case whose main case is closed: what it lacks, or the question to the lead.
 * Refuses: goes-with, not-ready, lead-asked, not-yours.
 */
export function closeMerged(m: Case, by: Speaker, main: Case): CaseEvent[] {
  if (main.state !== 'closed') throw new Refusal('goes-with', { no: m.no, into: main.no })
  mustHave(m, by, 'close')
  const missing = needs(m).map((need) => needNames[need])
  if (missing.length) throw new Refusal('not-ready', { no: m.no, what: '办结', missing })
  const closed = closeWith(m, main)
  if (closed.length) return closed
  const wanted = resultWith(m, main)
  if (wanted === 'solved') return []
  if (m.asked?.includes(wanted)) throw new Refusal('lead-asked', { no: m.no, wanted: wantedName(wanted) })
  return [{ kind: 'asked', wanted }]
}

// Its own complainant has the word; where nobody was asked apart, what the other case came to.
function resultWith(m: Case, { result = 'solved' }: Pick<Case, 'result'>): Result {
  const own = likelyResult(m)
  if (own !== 'solved') return own
  return !hasSomebodyToCall(m) || result === 'unfounded' ? result : 'solved'
}

/**
 * 重办: handled or closed, back to the old owner. Of a merged case its own complainant says so: it is called again, and the
 * work of the one it goes with goes on. A returned case the platform sends again. Refuses: wrong-state, still-open, not-yours.
 */
export function reopen(c: Case, by: Speaker, { why, main }: { why: TextId; main?: Case | undefined }): CaseEvent[] {
  if (c.state === 'returned') return resend(c, by, { why })
  if (c.state !== 'merged' || !main) mustBe(c, 'handled', 'closed')
  else if (main.state !== 'handled' && main.state !== 'closed')
    throw new Refusal('still-open', { no: c.no, into: main.no })
  mustHave(c, by, 'reopen')
  return [{ kind: 'reopened', why }]
}

/**
 * The platform sends a returned case again (重办, 恢复, or its order once more): by its owner, the lead or the desk. In: the
 * deadline it names now, if any. Refuses: wrong-state, not-yours.
 */
export function resend(
  c: Case,
  by: Speaker,
  { why, deadline }: { why?: TextId; deadline?: Deadline | undefined } = {},
): CaseEvent[] {
  mustBe(c, 'returned')
  mustHave(c, by, 'reopen')
  const other = deadline && deadline.at !== c.deadline?.at
  return [{ kind: 'reopened', resent: true, ...(why !== undefined && { why }), ...(other && { deadline }) }]
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
