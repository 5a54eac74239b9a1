import { withoutCallsOf } from './called.ts'
import type { Case, Owner } from './case.ts'
import { cityRevisited, suffers } from './city-revisit.ts'
import { concluded, consultation } from './consult.ts'
import { type CaseEvent, type Logged, type Registered, results, type Wanted } from './events.ts'
import { followed, letGo, merged, tookIn, unmerged } from './merge-fold.ts'
import { reopened, uncalled } from './reopen-fold.ts'
import { askableAgain, asked, resent, resumed, ruled } from './request-fold.ts'
import { PROGRESS } from './supervise.ts'
import { raised, supervised, unsupervised, withoutThoseOf } from './supervise-fold.ts'
import { hasResult } from './tests-standing.ts'

/** The state of a case from its events, in order; what was undone is passed over. Never reads a text. */
export function fold(log: readonly Logged[]): Case | undefined {
  const undone = new Set(log.flatMap(({ event }) => (event.kind === 'undone' ? [event.undoes] : [])))
  const stands = ({ event, cause }: Logged) => event.kind === 'registered' || cause === undefined || !undone.has(cause)
  let c: Case | undefined
  for (const logged of log) {
    if (c && logged.seq !== c.seq + 1) throw new Error(`case ${logged.no} has event ${logged.seq} after ${c.seq}`)
    c = c && !stands(logged) ? { ...c, seq: logged.seq } : after(c, logged)
  }
  return c
}

/** The case after one more event. Throws on an event that cannot follow: a broken log, never a user's error. */
export function after(c: Case | undefined, logged: Logged): Case {
  const { event, seq } = logged
  if (event.kind === 'registered') {
    if (c) throw new Error(`case ${logged.no} registered twice`)
    return registered(logged, event)
  }
  if (!c) throw new Error(`case ${logged.no} starts with ${event.kind}`)
  return { ...apply(c, logged), seq }
}

function apply(c: Case, logged: Logged): Case {
  const { event, at } = logged
  const then = askableAgain(c, event.kind)
  return changed(then.supervised && PROGRESS.has(event.kind) ? { ...then, supervisedWordAt: at } : then, logged)
}

function changed(c: Case, { event, at, seq, by }: Logged): Case {
  switch (event.kind) {
    case 'registered':
    case 'undone':
    case 'progressed':
    case 'noted':
      return c
    case 'claimed':
    case 'assigned':
      return owned(c, event.owner, { at, seq })
    case 'released': {
      const { owner: _owner, claimedAt: _claimedAt, offer: _offer, snoozedUntil: _snoozed, ...rest } = c
      return { ...uncalled(rest), state: 'waiting', waitingSince: at, armedBy: { ...c.armedBy, waiting: seq } }
    }
    case 'offered':
      return { ...c, offer: { to: event.to, until: event.until } }
    case 'offerLapsed':
      return without(c, 'offer')
    case 'urged':
      return { ...c, urged: (c.urged ?? 0) + 1, urgedToldAt: toldOf(c, at) }
    case 'contacted':
      return { ...c, contactedAt: c.contactedAt ?? at }
    case 'contactTried':
      return { ...c, contactTries: [...(c.contactTries ?? []), at] }
    case 'contactWaived':
      return { ...c, contactWaived: true }
    case 'arrived':
      return { ...c, arrivedAt: c.arrivedAt ?? at }
    case 'arrivalWaived':
      return { ...c, arrivalWaived: true }
    case 'tested':
      return {
        ...without(c, 'passed'),
        ...(hasResult(event) && { testedAt: at }),
        ...(isPassed(event) && { passed: true }),
      }
    case 'handled':
      return { ...without(c, 'snoozedUntil'), state: 'handled', handledAt: at }
    case 'revisited':
      return {
        ...suffers(c, event.solved, at),
        revisitedAt: at,
        revisit: {
          solved: event.solved,
          ...(event.partly && { partly: event.partly }),
          satisfaction: event.satisfaction,
        },
      }
    case 'revisitTried':
      return { ...c, revisitTries: [...(c.revisitTries ?? []), at] }
    case 'cityRevisited': {
      const { kind: _kind, heldAt, text: _text, ...told } = event
      return cityRevisited(c, { told, heldAt, at })
    }
    case 'cityRevisitRedated':
      return { ...c, cityRevisitedAt: event.heldAt }
    case 'replied':
      return { ...c, repliedAt: c.repliedAt ?? at }
    case 'asked':
      return asked(c, event, by)
    case 'agreed':
      return { ...answered(c, event.wanted), agreed: [...new Set([...(c.agreed ?? []), event.wanted])] }
    case 'denied':
      return { ...answered(c, event.wanted), ...(event.wanted in results && { refused: event.wanted }) }
    case 'ruled':
      return ruled(c, event, seq)
    case 'resumed':
      return resumed(c, event, seq)
    case 'closed':
      return { ...without(c, 'snoozedUntil'), state: 'closed', closedAt: at, result: event.result }
    case 'reopened':
      return event.resent ? resent(c, event, { at, seq }) : reopened(c, event, { at, seq })
    case 'merged':
      return merged(c, event, { at, seq })
    case 'tookIn':
      return tookIn(c, event)
    case 'unmerged':
      return unmerged(c, { at, seq })
    case 'letGo':
      return letGo(withoutCallsOf(withoutThoseOf(c, event.other), event.other), event.other)
    case 'ownerFollowed':
      return followed(c, event.owner, { at, seq })
    case 'helpCalled': {
      const { kind: _kind, of = by, ...call } = event
      const others = (c.helpers ?? []).filter(({ unit }) => unit !== event.unit)
      return { ...c, helpers: [...others, { ...call, at, seq, ...(of !== undefined && { by: of }) }] }
    }
    case 'cannotCome':
      return c
    case 'helpCalledOff':
      return { ...c, helpers: (c.helpers ?? []).filter(({ unit }) => unit !== event.unit) }
    case 'reportedIn':
      return {
        ...c,
        helpers: (c.helpers ?? []).map((helper) =>
          helper.unit === event.unit ? { ...helper, arrivedAt: at } : helper,
        ),
      }
    case 'photoAdded':
      return { ...c, photos: [...(c.photos ?? []), event.file] }
    case 'photoDropped': {
      const photos = (c.photos ?? []).filter((file) => file !== event.file)
      return photos.length ? { ...c, photos } : without(c, 'photos')
    }
    case 'followUpSet':
      return { ...c, followUp: event.on }
    case 'followedUp':
      return without(c, 'followUp')
    case 'consultCalled':
      return { ...c, consultation: consultation(event, by) }
    case 'consultCancelled':
      return without(c, 'consultation')
    case 'consultConcluded':
      return concluded(c, event, at)
    case 'supervised':
      return by === undefined ? c : supervised(c, event, { at, by, seq })
    case 'unsupervised':
      return unsupervised(c, event)
    case 'urgencyRaised':
      return raised(c)
    case 'urgencyLowered':
      return { ...c, urgent: false }
    case 'snoozed':
      return { ...c, snoozedUntil: event.until }
    case 'voided':
      return { ...c, state: 'void', stateBefore: c.state }
    case 'restored': {
      const { stateBefore, ...rest } = uncalled(c)
      return { ...rest, state: stateBefore ?? 'waiting' }
    }
    case 'placeCorrected': {
      const { street: _street, community: _community, cardRoom, ...rest } = c
      const room = event.cardRoom ?? cardRoom
      return {
        ...rest,
        ...(event.place !== undefined && { place: event.place }),
        ...(event.street !== undefined && { street: event.street }),
        ...(event.community !== undefined && { community: event.community }),
        ...(room !== undefined && { cardRoom: room }),
        missing: event.place === undefined ? c.missing : c.missing.filter((what) => what !== 'place'),
      }
    }
    case 'factCorrected': {
      const { kind: _kind, what: _what, ...facts } = event
      // A moved deadline has its reminders anew.
      return { ...c, ...facts, ...(facts.deadline && { armedBy: { ...c.armedBy, deadline: seq } }) }
    }
    case 'basisCorrected':
      return { ...c, basis: event.basis }
    case 'contentCorrected':
      return {
        ...c,
        content: event.content,
        category: event.category,
        industry: event.industry,
        ...(event.subject !== undefined && { subject: event.subject }),
        urgent: event.urgent,
        missing: c.missing.filter((what) => what !== 'problem'),
      }
  }
}

function owned(c: Case, owner: Owner, { at, seq }: { at: number; seq: number }): Case {
  const { offer: _offer, snoozedUntil: _snoozed, urgedToldAt, ...rest } = c
  return {
    ...rest,
    // Another owner was not told yet.
    ...(urgedToldAt !== undefined && c.owner?.person === owner.person && { urgedToldAt }),
    state: c.state === 'waiting' ? 'claimed' : c.state,
    owner,
    firstReceiver: c.firstReceiver ?? owner.unit,
    firstClaimer: c.firstClaimer ?? owner.person,
    // Other hands give the complainant no longer to wait.
    claimedAt: c.contactedAt === undefined ? (c.claimedAt ?? at) : at,
    armedBy: { ...c.armedBy, claim: seq },
  }
}

// The owner hears of urging at most once in four hours (domain.md section 4).
function toldOf(c: Case, at: number): number {
  return c.urgedToldAt !== undefined && at - c.urgedToldAt < URGED_ONCE ? c.urgedToldAt : at
}

const URGED_ONCE = 4 * 3_600_000

function isPassed({ judged = [] }: Extract<CaseEvent, { kind: 'tested' }>): boolean {
  return judged.length > 0 && judged.every(({ verdict }) => verdict === 'within')
}

function answered(c: Case, wanted: Wanted): Case {
  const asked = (c.asked ?? []).filter((other) => other !== wanted)
  return asked.length ? { ...c, asked } : without(c, 'asked')
}

function without<K extends keyof Case>(c: Case, key: K): Case {
  const { [key]: _gone, ...rest } = c
  return rest as Case
}

function registered({ no, seq, at, by }: Logged, { kind: _kind, listed: _listed, ...facts }: Registered): Case {
  if (by === undefined) throw new Error(`case ${no} was registered by nobody`)
  return {
    ...facts,
    no,
    seq,
    state: 'waiting',
    reportedBy: by,
    registeredAt: at,
    waitingSince: at,
    armedBy: { waiting: seq, claim: seq, deadline: seq },
  }
}
