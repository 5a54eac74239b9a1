import { chain } from '../commands/chain.ts'
import { isTalkOf, MOST_AT_ONCE, perform, type Wish } from '../commands/perform.ts'
import { hintAtTalk } from '../commands/privacy.ts'
import { forStrangers, wordings } from '../commands/registry.ts'
import type { Kept } from '../db/inbox.ts'
import { isStorageFailure } from '../db/open.ts'
import type { Tx } from '../db/unit.ts'
import type { CaseNo } from '../domain/cases/case.ts'
import { isOfferedTo } from '../domain/cases/transfer.ts'
import type { Verb } from '../domain/people/rights.ts'
import type { Room } from '../domain/people/rooms.ts'
import { unitAt } from '../domain/people/unit-said.ts'
import type { Call } from '../domain/reading/command.ts'
import type { Complaint } from '../domain/reading/complaint.ts'
import { LONGEST, type Meaning } from '../domain/reading/meaning.ts'
import { isMeant, namesNone } from '../domain/reading/meant.ts'
import { outsideAt } from '../domain/reading/outside.ts'
import { isCourtesy, isGreeting } from '../domain/reading/talk.ts'
import { Refusal } from '../domain/refusal.ts'
import { dateOf, instant, minutes } from '../domain/time/wall.ts'
import { atYourService, fault, tooOld, toStranger, wait } from '../domain/words/answers.ts'
import { refuse } from '../domain/words/refusals.ts'
import { lines, type Sentence } from '../domain/words/sentence.ts'
import type { To } from '../domain/words/speech.ts'

import { answerQuestion } from './answering.ts'
import { hearFiles } from './files.ts'
import { rememberNaming } from './naming.ts'
import { answerQuiz } from './quizzing.ts'
import { takeBack } from './recall.ts'
import { caseOf, fitsHere } from './refs.ts'
import { takeSheets } from './sheets/take.ts'
import { toldHere } from './told.ts'
import { unread } from './unread.ts'

/** A rule that broke: the number the person reads, and what the log needs. */
export interface Fault {
  id: string
  error: unknown
}

export interface Acting {
  tx: Tx
  now: number
  newFaultId: () => string
}

/** 「我是」, 「验证」, 「绑定管理员」 of somebody nobody knows: so often a day, no code is guessed that way. */
const STRANGERS_TRIES = 5

/** Commands that arrive later than this are asked back, not done. */
const LATE = minutes(10)

/**
 * Does what a kept message means, inside the unit that keeps it. Each wish has a savepoint of its own: a Refusal is
 * answered, a fault is answered with its number, and neither leaves anything else behind.
 * Out: the faults, for the log.
 */
export function act(kept: Kept, meaning: Meaning, acting: Acting): Fault[] {
  const faults = carryOut(kept, meaning, acting)
  const { tx, now } = acting
  const room = kept.room === undefined ? undefined : tx.people.room(kept.room)
  // Last: what a registered or corrected case says of it comes first; of a message that broke only its number is said.
  if (room && !faults.length && !meaning.tooLong && !kept.inbound.forwarded && kept.inbound.recalls === undefined)
    hintAtTalk(kept.inbound.text, { speaker: tx.people.speaker(kept.person, room), heard: kept.inbound, data: tx, now })
  return faults
}

function carryOut(kept: Kept, meaning: Meaning, { tx, now, newFaultId }: Acting): Fault[] {
  const { inbound } = kept
  const room = kept.room === undefined ? undefined : tx.people.room(kept.room)
  const speaker = tx.people.speaker(kept.person, room)
  const faults: Fault[] = []
  const named = new Set<CaseNo>()
  let answers = 0

  const say = (sentence: Sentence, key = `answer-${kept.id}-${answers++}`) =>
    tx.outbox.say({ to: conversation(), class: 'reply', key, sentence }, now)

  if (!speaker.known) {
    hearStranger()
    return faults
  }

  if (inbound.recalls !== undefined) {
    guarded(() => takeBack(kept, tx, now))
    if (!faults.length) tx.inbox.mark(kept.id, 'chatter')
    return faults
  }
  if (guarded(() => takeSheets(kept, speaker, tx, now))) {
    if (!faults.length) tx.inbox.mark(kept.id, 'handled')
    return faults
  }
  if (inbound.files.length) guarded(() => hearFiles(kept, tx, now))
  const answering = { kept, meaning, speaker, tx, now, say }
  if (guarded(() => answerQuiz(answering) || answerQuestion(answering))) {
    if (!faults.length) tx.inbox.mark(kept.id, 'handled')
    return faults
  }

  const told = toldHere(meaning, speaker, tx)
  const wishes = wishesOf(told ? { ...meaning, calls: [told], complaints: [] } : meaning)
  if (!wishes.length) {
    const thanked = inbound.text.trim() !== '' && isCourtesy(inbound.text)
    const addressed = meaning.tooLong || (meaning.spokenTo && !thanked)
    if (meaning.tooLong) say([refuse(new Refusal('too-long', { limit: LONGEST }), tx.look(now))])
    else if (addressed && isGreeting(inbound.text)) say(atYourService())
    else if (addressed && inbound.text.trim()) say(unread(inbound.text, speaker, { tx, now }))
    else if (inbound.mentionsMe && !thanked && !inbound.files.length) say(atYourService())
    guarded(() => rememberNaming({ kept, speaker, quotedRefs: meaning.quotedRefs, nos: [] }, tx, now))
    if (!faults.length) tx.inbox.mark(kept.id, addressed ? 'handled' : 'chatter')
    if (addressed) slowDown()
    return faults
  }

  let silent = true
  for (const [index, wish] of wishes.entries()) if (attempt(wish, index)) silent = false
  guarded(() => rememberNaming({ kept, speaker, quotedRefs: meaning.quotedRefs, nos: [...named] }, tx, now))
  if (!faults.length) tx.inbox.mark(kept.id, silent ? 'chatter' : 'handled')
  if (!silent) slowDown()
  return faults

  // Whoever nobody knows may prove who they are, a few times a day; everything else is one polite line a day. Their words
  // are looked at once and not kept.
  function hearStranger(): void {
    const call = meaning.calls.find(({ verb }) => forStrangers.has(verb))
    const isTry = call !== undefined && tx.inbox.addressedSince(kept.person, instant(dateOf(now))) < STRANGERS_TRIES
    if (isTry) attempt({ verb: call.verb, nos: [], rest: call.rest, call, complaints: [], further: [] }, 0)
    else say(toStranger(), strangerKey(kept.person, now))
    if (!faults.length) tx.inbox.mark(kept.id, isTry ? 'handled' : 'chatter')
    tx.inbox.takenBack(kept.id)
  }

  // A room that was bound just now hears its own binding.
  function conversation(): To {
    const here = room ?? (inbound.room && tx.people.boundRoom(inbound.room.id))
    return here ? { room: here.id } : { person: kept.person }
  }

  /** False when it turned out that nobody spoke to the bot. */
  function attempt(wish: Meant, index: number): boolean {
    return guarded(() => {
      if (wish.call && isTalkOf(speaker, wish.call, meaning.spokenTo)) return false
      const recent = wish.call && namesNone(wish.call, wordings) ? recentCases(wish.verb) : []
      const fits = (ref: string) => fitsHere(ref, speaker, tx)
      if (wish.call && !isMeant(wish.call, { spokenTo: meaning.spokenTo, recent, fits, isSomebody })) return false
      const nos = recent.length ? recent : casesOf(wish.call, { meaning, tx, room, quote: inbound.quote?.text ?? '' })
      if (wish.verb !== 'report' && now - inbound.sentAt > LATE) {
        say(tooOld(inbound.sentAt, now, masked(nos)))
        return true
      }
      const answer = done(wish, nos, index)
      if (answer?.length) say(answer)
      for (const no of nos) named.add(no)
      return true
    })
  }

  function done(wish: Meant, nos: CaseNo[], index: number): Sentence | undefined {
    if (!wish.further.length || !nos.length)
      return perform(speaker, { ...wish, nos }, { data: tx, on: occasion(wish, index) })
    const steps = [wish, ...wish.further].map((step, i) => {
      const on = occasion(step, index)
      return { wish: step, on: { ...on, key: `${on.key}-${i}` } }
    })
    // What many cases feel is asked once more, step by step.
    if (nos.length > MOST_AT_ONCE)
      return lines(...steps.map((step) => perform(speaker, { ...step.wish, nos }, { data: tx, on: step.on })))
    return chain(speaker, steps, { nos, data: tx })
  }

  /** Its own savepoint: a Refusal is answered, a fault is answered with its number. True when something was said. */
  function guarded(body: () => unknown): boolean {
    try {
      return tx.savepoint(() => body() === true)
    } catch (error) {
      if (isStorageFailure(error)) throw error
      if (error instanceof Refusal) say([refuse(error, tx.look(now))])
      else {
        const id = newFaultId()
        faults.push({ id, error })
        tx.inbox.failed(kept.id, id)
        say(fault(id))
      }
      return true
    }
  }

  /** A name that is nobody’s is no wish: 「101 给居民」. */
  function isSomebody(who: string): boolean {
    if (outsideAt(who) && /协办|到/.test(inbound.text)) return true
    return tx.roster.called(who).length > 0 || unitAt(who, tx.people.units()) !== undefined
  }

  /** The open case this speaker is at, or was offered, in this conversation. Refuses: which-case, when there are several. */
  function recentCases(verb: Verb): CaseNo[] {
    const since = now - tx.settings.on(dateOf(now)).recent
    const meant =
      verb === 'accept'
        ? tx.cases.open().filter((c) => isOfferedTo(c, speaker, now))
        : tx.cases.recentOf(kept.person, kept.room, since)
    // Whose number may be asked for in private is known without having spoken of the case here.
    if (!meant.length && verb === 'contactDetails' && !room)
      meant.push(...tx.cases.open().filter(({ owner }) => owner?.person === kept.person))
    const nos = meant.map(({ no }) => no)
    if (nos.length > 1) throw new Refusal('which-case', { nos, said: masked(nos) })
    return nos
  }

  /** What was said, as it may be said back: without what these cases' complainants are called. */
  function masked(nos: readonly CaseNo[]): string {
    const about = nos.length ? nos : [undefined]
    return about.reduce<string>(
      (words, no) => tx.vault.mask(no === undefined ? undefined : tx.cases.find(no)?.complainant, words),
      inbound.text.trim(),
    )
  }

  function occasion({ complaints, call }: Meant, index: number) {
    const { mentions, sentAt } = inbound
    const heard = {
      text: call?.words ?? inbound.text,
      mentions,
      sentAt,
      complaints,
      ...(inbound.room && { room: inbound.room }),
      ...(call?.recent && { recent: call.recent }),
      ...(call?.quoted && { quoted: true as const }),
      ...(call?.told && { told: call.told }),
    }
    return { now, cause: kept.id, key: `${kept.id}-${index}`, heard }
  }

  // Stored and handled in order all the same; said once a minute.
  function slowDown(): void {
    const rules = tx.settings.on(dateOf(now))
    if (tx.inbox.addressedSince(kept.person, now - minutes(1)) === rules.addressedPerMinute + 1)
      say(wait(), `wait-${kept.person}-${Math.floor(now / minutes(1))}`)
  }
}

/** Once a day: the line for somebody nobody knows. */
export function strangerKey(person: number, now: number): string {
  return `stranger-${person}-${dateOf(now)}`
}

/** Keeps a message that broke outside of its wishes under a number, which the conversation reads. Out: the fault, for the log. */
export function giveUp({ id, person, room }: Kept, error: unknown, { tx, now, newFaultId }: Acting): Fault[] {
  const number = newFaultId()
  tx.inbox.failed(id, number)
  const to = room === undefined ? { person } : { room }
  tx.outbox.say({ to, class: 'reply', key: `answer-${id}-0`, sentence: fault(number) }, now)
  return [{ id: number, error }]
}

interface Meant extends Wish {
  call: Call | undefined
  complaints: readonly Complaint[]
  /** Further steps on the same case. */
  further: Meant[]
}

function wishesOf({ calls, complaints }: Meaning): Meant[] {
  if (complaints.length)
    return complaints.map((complaint) => ({
      verb: 'report',
      nos: [],
      rest: '',
      call: undefined,
      complaints: [complaint],
      further: [],
    }))
  const wishes: Meant[] = []
  for (const call of calls) {
    const wish: Meant = { verb: call.verb, nos: [], rest: call.rest, call, complaints: [], further: [] }
    const before = call.further ? wishes.at(-1) : undefined
    if (before) before.further.push(wish)
    else wishes.push(wish)
  }
  return wishes
}

/** The cases a call names: by number, platform number or its tail, or by the quoted card. Refuses: unknown-order, ambiguous-quote. */
function casesOf(
  call: Call | undefined,
  { meaning, tx, room, quote }: { meaning: Meaning; tx: Tx; room: Room | undefined; quote: string },
): CaseNo[] {
  if (!call) return []
  const named = call.refs.map((ref) => caseOf(ref, tx))
  if (!call.quoted && !call.quotedFirst) return named
  const nos = meaning.quotedRefs.map(Number)
  const [no] = nos
  const alone = nos.length === 1 && !meaning.wholeCard ? no : undefined
  const shared = room && alone !== undefined ? tx.outbox.sharing(room.id, alone, quote) : nos
  if (shared.length > 1) throw new Refusal('ambiguous-quote', { nos: shared })
  return [...nos, ...named]
}
