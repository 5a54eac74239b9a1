import { type Case, isUnfinished } from '../domain/cases/case.ts'
import { pressingAt } from '../domain/cases/decisions.ts'
import type { EventKind, Logged } from '../domain/cases/events.ts'
import { heardUndone, whoHears } from '../domain/cases/hears.ts'
import { nextStep } from '../domain/cases/ladder.ts'
import { ripplesFromMerged, ripplesToMerged } from '../domain/cases/merge.ts'
import { climbing } from '../domain/cases/merge-ladder.ts'
import { urgentFrom } from '../domain/cases/supervise.ts'
import { dateOf, instant } from '../domain/time/wall.ts'
import type { Lookup } from '../domain/words/lookup.ts'
import type { Speech } from '../domain/words/speech.ts'
import type { AlikeBook } from './alike.ts'
import type { CaseBook } from './cases.ts'
import type { OutboxBook } from './outbox.ts'
import type { PeopleBook } from './people.ts'
import type { PlaceBook } from './places.ts'
import type { settingsBook } from './settings.ts'
import type { textBook } from './texts.ts'

interface Parts {
  alike: AlikeBook
  places: Pick<PlaceBook, 'propose'>
  cases: CaseBook
  people: PeopleBook
  texts: ReturnType<typeof textBook>
  settings: ReturnType<typeof settingsBook>
  say: OutboxBook['say']
  dropReminders: OutboxBook['dropReminders']
  takeBack: OutboxBook['takeBack']
  saidIn(message: number | undefined): number | undefined
}

/** The one way facts enter the log, and what the words need to know of everything else. */
export function recorder({
  alike,
  places,
  cases,
  people,
  texts,
  settings,
  say,
  dropReminders,
  takeBack,
  saidIn,
}: Parts) {
  function look(now: number): Lookup {
    return {
      ...people,
      now,
      settings: settings.on(dateOf(now)),
      get calendar() {
        return settings.calendar()
      },
      text: texts.body,
      name: people.name,
      saidIn,
      held,
      likely: (c) => alike.likely(c, settings.on(dateOf(now)), now),
    }
  }

  function held({ no, holds = [] }: Case): Case[] {
    return holds
      .flatMap((other) => cases.find(other) ?? [])
      .filter(({ state, mergedInto }) => state === 'merged' && mergedInto === no)
      .sort((a, b) => a.no - b.no)
  }

  /** A case as the ladder reads it, with those that go with it or the one it goes with. */
  function climbs(c: Case): ReturnType<typeof climbing> {
    return climbing(c, { held: held(c), main: c.mergedInto === undefined ? undefined : cases.find(c.mergedInto) })
  }

  // The deadlines of cases that go together rule each other.
  function armTogether(c: Case, now: number): void {
    const main = c.mergedInto === undefined ? undefined : cases.find(c.mergedInto)
    for (const one of [c, ...held(c), ...(main ? [main] : [])]) armUnsaid(one, now)
  }

  // What was due but not said yet, and still holds, is not passed over.
  function armUnsaid(c: Case, now: number): void {
    arm(c, Math.min(now, (cases.clockOf(c.no) ?? now + 1) - 1))
  }

  /** What facts about a case mean for those that go with it, and of a merged one for the case it goes with. */
  function ripples(facts: readonly Omit<Logged, 'seq'>[], c: Case): Omit<Logged, 'seq'>[] {
    const main = c.state === 'merged' && c.mergedInto !== undefined ? cases.find(c.mergedInto) : undefined
    return facts.flatMap(({ event, no: _no, ...rest }) =>
      [...ripplesToMerged(event, c, held(c)), ...(main ? ripplesFromMerged(event, c, main) : [])].map((fact) => ({
        ...rest,
        ...fact,
      })),
    )
  }

  /** When the sweep must look at a case again, after what was due at `now`: its next step, the end of an offer, a decision that cannot wait. */
  function arm(c: Case, now: number): void {
    const rules = { calendar: settings.calendar(), settings: settings.on(dateOf(now)) }
    const others = isUnfinished(c)
      ? [c.offer?.until, urgentFrom(c, (date) => instant(date, rules.settings.workFrom)), pressingAt(c, rules)]
      : []
    if (c.state === 'closed' && c.followUp !== undefined) others.push(c.followUp)
    const instants = [nextStep(climbs(c), now, rules)?.at, ...others].filter((at) => at !== undefined && at > now)
    cases.setClock(c.no, instants.length ? Math.min(...(instants as number[])) : undefined)
  }

  /** Whoever was told of what is undone now hears that it counts no more. */
  function taughtBetter(logged: Logged, c: Case, heard: Lookup): Speech[] {
    const { event } = logged
    const undoes = 'undoes' in event ? event.undoes : undefined
    if (undoes === undefined) return []
    const seqs = cases.log(c.no).flatMap(({ cause, seq }) => (cause === undoes ? [seq] : []))
    return heardUndone(takeBack(c.no, seqs), { c, logged, look: heard })
  }

  // What waits to be said of a fact that another one answered is useless: nobody reads 「建议重办」 of what is done again.
  function fallen(no: number, kind: EventKind): void {
    const answered = ANSWERS[kind]
    if (!answered) return
    takeBack(
      no,
      cases.log(no).flatMap(({ event, seq }) => (event.kind === answered ? [seq] : [])),
    )
  }

  const book = {
    look,
    arm,
    climbing: climbs,
    /** The calendar or a rule changed: the clock of every open case is set anew; what was due and not said stays due. */
    rearm(now: number): void {
      for (const c of [...cases.open(), ...cases.merged()]) armUnsaid(c, now)
    },
    /**
     * Stores facts, the state they fold to, the next step of its clock and what is said of them; reminders of the state
     * before, still unspoken, are dropped. In: facts of one case in order. Out: the new state.
     */
    record(facts: readonly Omit<Logged, 'seq'>[], now: number): Case {
      const c = cases.append(facts)
      if (facts.some(({ event }) => REWRITES.has(event.kind))) alike.update(c)
      if (facts.some(({ event }) => event.kind === 'closed')) places.propose(c, cases.log(c.no), now)
      // A card the night held back calls nobody any more, once somebody has the case.
      dropReminders(c.no, { cardHeldAt: c.state === 'waiting' ? undefined : now })
      armTogether(c, now)
      for (const { event } of facts) fallen(c.no, event.kind)
      const heard = look(now)
      const first = c.seq - facts.length + 1
      facts.forEach((fact, i) => {
        const logged = { ...fact, seq: first + i }
        for (const speech of [...whoHears(logged, c, heard), ...taughtBetter(logged, c, heard)]) say(speech, now)
      })
      for (const fact of ripples(facts, c)) book.record([fact], now)
      return cases.find(c.no) ?? c
    },
  }
  return book
}

/** Which fact answers which: unspoken words about the second fall. */
const ANSWERS: Partial<Record<EventKind, EventKind>> = { reopened: 'cityRevisited', agreed: 'asked', denied: 'asked' }

/** Facts after which a case reads otherwise, or is none any more. */
const REWRITES: ReadonlySet<EventKind> = new Set([
  'registered',
  'placeCorrected',
  'contentCorrected',
  'factCorrected',
  'voided',
  'restored',
  'merged',
  'unmerged',
  'undone',
])
