import type { Speaker } from '../people/speaker.ts'
import { Refusal } from '../refusal.ts'
import type { Case, TextId } from './case.ts'
import type { CaseEvent, Logged, Request } from './events.ts'
import { mustBe, mustBeOpen, mustHave } from './hands.ts'
import { isRequest, wantedName } from './needs.ts'
import { undoneCauses } from './undone.ts'

/**
 * 退单, 延期, 挂账, 剔除: asked of who has the say; said again before the answer it replaces what was said, the same again and
 * what is granted already changes nothing. The clock goes on until the platform grants it (domain.md section 4). In: the
 * reason, and of an extension the deadline it asks for. Refuses: wrong-state, not-yours, waits-for-platform, not-later.
 */
export function request(
  c: Case,
  by: Speaker,
  { wanted, why, until }: { wanted: Request; why: TextId; until?: number },
): CaseEvent[] {
  // A merged case is an order of its own, with its own deadline.
  if (c.state !== 'merged') {
    if (wanted === 'return') mustBeReturnable(c)
    else mustBeOpen(c)
  }
  mayAsk(c, by)
  if (isGranted(c, wanted)) return []
  if (c.agreed?.includes(wanted)) throw new Refusal('waits-for-platform', { no: c.no, wanted: wantedName(wanted) })
  if (until !== undefined && c.deadline && until <= c.deadline.at)
    throw new Refusal('not-later', { no: c.no, at: c.deadline.at })
  const same = c.askedWhy?.[wanted] === why && (wanted !== 'extend' || c.extension === until)
  if (same && c.asked?.includes(wanted)) return []
  return [{ kind: 'asked', wanted, why, ...(until !== undefined && { until }) }]
}

/** Whether a case rests or is excluded already. */
export function isGranted({ suspended, excluded }: Pick<Case, 'suspended' | 'excluded'>, wanted: Request): boolean {
  return (wanted === 'suspend' && suspended === true) || (wanted === 'exclude' && excluded === true)
}

/** The ruling that stands, of a request or the last of all; undefined when a request is open or nothing was ruled. In: the log of the case. */
export function rulingBefore(
  c: Case,
  named: Request | undefined,
  log: readonly Logged[],
): Extract<CaseEvent, { kind: 'ruled' }> | undefined {
  if ([...(c.agreed ?? []), ...(c.asked ?? [])].some((one) => isRequest(one) && (named === undefined || one === named)))
    return undefined
  const undone = undoneCauses(log)
  const last = log.findLast(
    ({ event, cause }) =>
      event.kind === 'ruled' &&
      (named === undefined || event.request === named) &&
      (cause === undefined || !undone.has(cause)),
  )
  return last?.event.kind === 'ruled' ? last.event : undefined
}

/**
 * The request a ruling of the platform is about: the one it names, else the only one that was agreed to.
 * Refuses: no-request, which-request, request-undecided.
 */
function ruledOn(c: Case, named: Request | undefined): Request {
  const open = (c.agreed ?? []).filter(isRequest)
  const meant = named ?? (open.length === 1 ? open[0] : undefined)
  if (meant !== undefined && open.includes(meant)) return meant
  if (meant === undefined && open.length) throw new Refusal('which-request', { no: c.no, wanted: open.map(wantedName) })
  const undecided = (c.asked ?? []).find((one) => isRequest(one) && (named === undefined || one === named))
  if (undecided) throw new Refusal('request-undecided', { no: c.no, wanted: wantedName(undecided) })
  throw new Refusal('no-request', { no: c.no })
}

/** 平台批复: what the platform said to a request, the one that is named or else meant; `until`: the date it grants. Refuses: as ruledOn, not-later. */
export function rule(
  c: Case,
  {
    named,
    granted,
    why,
    until,
  }: { named: Request | undefined; granted: boolean; why?: TextId; until?: number | undefined },
): Extract<CaseEvent, { kind: 'ruled' }> {
  const request = ruledOn(c, named)
  const other = granted && request === 'extend' && until !== undefined && until !== c.extension ? until : undefined
  if (other !== undefined && c.deadline && other <= c.deadline.at)
    throw new Refusal('not-later', { no: c.no, at: c.deadline.at })
  return {
    kind: 'ruled',
    request,
    granted,
    ...(why !== undefined && { why }),
    ...(other !== undefined && { until: other, ...(c.extension !== undefined && { asked: c.extension }) }),
  }
}

/** The requests that wait for the platform. Refuses: no-request, request-undecided. */
export function awaitedOfPlatform(c: Case): Request[] {
  const open = (c.agreed ?? []).filter(isRequest)
  if (!open.length) ruledOn(c, undefined)
  return open
}

function mustBeReturnable(c: Case): void {
  if (c.state !== 'waiting') mustBe(c, 'claimed')
}

// A case nobody has is spoken for by those it would be: the 片区 unit, the street's steward, the desk.
function mayAsk(c: Case, by: Speaker): void {
  mustHave(c, by, c.state === 'waiting' ? 'requestWaiting' : 'request')
}
