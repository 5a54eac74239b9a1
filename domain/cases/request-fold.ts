import type { Case, PersonId } from './case.ts'
import type { CaseEvent, EventKind } from './events.ts'
import { alone } from './merge-fold.ts'
import { isRequest } from './needs.ts'

/** After a question: it stands once, however often it is said; 退单 counts how often it was asked for. */
export function asked(
  c: Case,
  { wanted, until, why }: Extract<CaseEvent, { kind: 'asked' }>,
  by: PersonId | undefined,
): Case {
  const again = c.asked?.includes(wanted) === true
  return {
    ...c,
    asked: [...(c.asked ?? []).filter((other) => other !== wanted), wanted],
    ...(wanted === 'return' && !again && { returns: (c.returns ?? 0) + 1 }),
    ...(why !== undefined && { askedWhy: { ...c.askedWhy, [wanted]: why } }),
    ...(until !== undefined && { extension: until }),
    ...(isRequest(wanted) && by !== undefined && { requestedBy: by }),
  }
}

/** After 平台批复: only a grant changes anything, and then at once. */
export function ruled(c: Case, { request, granted, until }: Extract<CaseEvent, { kind: 'ruled' }>, seq: number): Case {
  const { agreed = [], extension, ...rest } = c
  const left = agreed.filter((wanted) => wanted !== request)
  const settled: Case = {
    ...rest,
    ...(left.length > 0 && { agreed: left }),
    ...(request !== 'extend' && extension !== undefined && { extension }),
  }
  if (!granted) return settled
  switch (request) {
    case 'return':
      return returned(settled)
    case 'suspend':
      return { ...settled, suspended: true }
    case 'exclude':
      return { ...settled, excluded: true }
    case 'extend':
      return until === undefined && extension === undefined
        ? settled
        : extended(settled, until ?? (extension as number), seq)
  }
}

function extended(c: Case, until: number, seq: number): Case {
  const before = c.deadlineBefore ?? c.deadline
  return {
    ...c,
    deadline: { at: until, official: c.deadline?.official ?? true, derived: false },
    ...(before && { deadlineBefore: before }),
    armedBy: { ...c.armedBy, deadline: seq },
  }
}

/** After 取消挂账: the clock goes on, with its reminders anew; the order's own deadline stays visible. */
export function resumed(
  { suspended: _suspended, ...c }: Case,
  { deadline }: Extract<CaseEvent, { kind: 'resumed' }>,
  seq: number,
): Case {
  const before = c.deadlineBefore ?? c.deadline
  return {
    ...c,
    ...(deadline && { deadline, ...(before && { deadlineBefore: before }) }),
    armedBy: { ...c.armedBy, deadline: seq },
  }
}

/**
 * After the platform sent a returned order again: whoever had it has it, else it waits. What was done stays; the answer on
 * the platform is due anew, by the deadline it names now.
 */
export function resent(
  { repliedAt: _replied, ...c }: Case,
  { deadline }: Extract<CaseEvent, { kind: 'reopened' }>,
  { at, seq }: { at: number; seq: number },
): Case {
  const { deadlineBefore, ...rest } = alone(c)
  return {
    ...rest,
    ...(deadline ? { deadline } : deadlineBefore && { deadlineBefore }),
    ...(c.owner ? { state: 'claimed', reopenedAt: at } : { state: 'waiting', waitingSince: at }),
    armedBy: { waiting: seq, claim: seq, deadline: seq },
  }
}

// What was still asked falls with it.
function returned(c: Case): Case {
  const { snoozedUntil: _snoozed, offer: _offer, asked: _asked, agreed, extension: _extension, ...rest } = c
  const kept = (agreed ?? []).filter((wanted) => !isRequest(wanted))
  return { ...rest, ...(kept.length > 0 && { agreed: kept }), state: 'returned' }
}

/** After more was done or heard, the lead may be asked anew for a result that was refused. */
export function askableAgain(c: Case, kind: EventKind): Case {
  if (!c.refused || !MORE_DONE.has(kind)) return c
  const { refused: _refused, ...rest } = c
  return rest
}

const MORE_DONE: ReadonlySet<EventKind> = new Set([
  'progressed',
  'handled',
  'revisited',
  'revisitTried',
  'tested',
  'asked',
  'agreed',
  'reopened',
])
