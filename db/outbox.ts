import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, lte, notInArray, sql } from 'drizzle-orm'
import type { CaseNo, RoomId } from '../domain/cases/case.ts'
import { refsOfQuote } from '../domain/reading/command.ts'
import { minutes } from '../domain/time/wall.ts'
import { isPersonal, type Sentence } from '../domain/words/sentence.ts'
import {
  type Enclosure,
  MESSAGE_BYTES,
  type Reached,
  type Speech,
  type SpeechClass,
  speechClasses,
  type To,
} from '../domain/words/speech.ts'
import type { Spoken } from '../domain/words/spoken.ts'
import type { TurnOf } from './budget.ts'
import { beginsLike, compose, cutToSize, plain, sizeOf } from './composing.ts'
import { gather } from './gathering.ts'
import type { Database } from './open.ts'
import { outbox, said } from './schema.ts'

/** A message about to be spoken: what it says, before names and secrets are filled in. */
export interface Message {
  id: number
  to: To
  class: SpeechClass
  personal: boolean
  attempts: number
  sentence: Sentence
  /** The message is this file, not the words. */
  file?: Enclosure
  nos: CaseNo[]
}

const LIVE = sql`${outbox.state} in ('pending','sending')`
const URGENT_CLASSES: SpeechClass[] = ['urgent', 'reply']

/** One row is one message; sentences join a row that still waits, and each is said once for ever by its key. */
export function outboxBook(db: Database) {
  const saidBefore = db
    .select({ key: said.key })
    .from(said)
    .where(eq(said.key, sql.placeholder('key')))
    .prepare()
  const sentencesOf = db
    .select()
    .from(said)
    .where(and(eq(said.outbox, sql.placeholder('outbox')), eq(said.dropped, false)))
    .orderBy(asc(sql`${said}.rowid`))
    .prepare()

  const heads = db
    .select({ id: outbox.id, class: outbox.class, attempts: outbox.attempts })
    .from(outbox)
    .where(
      and(
        sql`${outbox.state} = 'pending'`,
        lte(outbox.notBefore, sql.placeholder('now')),
        sql`not exists ${ahead('room')}`,
        sql`not exists ${ahead('person')}`,
      ),
    )
    // The plus keeps SQLite from walking all rows ever said in the order of their ids.
    .orderBy(sql`+${outbox.id}`)
    .limit(sql.placeholder('limit'))
    .prepare()

  /** Says something once, in as many messages as it needs. Out: the row it begins in, or undefined when its key was said before. */
  function say(speech: Speech, now: number): number | undefined {
    if (speech.file || speech.gathers) return sayWhole(speech, now)
    const rows = cutToSize(speech.sentence).map((sentence, i) =>
      sayWhole({ ...speech, sentence, key: i ? `${speech.key}-${i}` : speech.key }, now),
    )
    return rows[0]
  }

  function sayWhole(speech: Speech, now: number): number | undefined {
    if (saidBefore.get({ key: speech.key })) return speech.gathers ? sayAnew(speech, now) : undefined
    const notBefore = Math.max(speech.notBefore ?? now, now)
    const row = (speech.gathers ? undefined : joinable(speech, { notBefore, now })) ?? begin(speech, { notBefore, now })
    db.insert(said)
      .values({
        key: speech.key,
        outbox: row,
        no: speech.no ?? null,
        sentence: speech.sentence,
        brief: speech.brief ?? null,
        reminder: speech.reminder ?? false,
        at: now,
      })
      .run()
    return row
  }

  /** The row of a sentence that nobody has begun to speak. */
  function unspoken(key: string): number | undefined {
    return db
      .select({ id: outbox.id })
      .from(said)
      .innerJoin(outbox, eq(said.outbox, outbox.id))
      .where(and(eq(said.key, key), eq(said.dropped, false), eq(outbox.state, 'pending'), eq(outbox.attempts, 0)))
      .get()?.id
  }

  // Messages left without a sentence go too.
  function drop(rows: readonly { key: string; outbox: number }[]): void {
    if (!rows.length) return
    const keys = rows.map(({ key }) => key)
    db.update(said).set({ dropped: true }).where(inArray(said.key, keys)).run()
    for (const id of new Set(rows.map((row) => row.outbox)))
      if (!sentencesOf.get({ outbox: id })) db.update(outbox).set({ state: 'dropped' }).where(eq(outbox.id, id)).run()
  }

  function sayAnew(speech: Speech, now: number): number | undefined {
    const row = unspoken(speech.key)
    if (row === undefined) return undefined
    db.update(said).set({ sentence: speech.sentence, at: now }).where(eq(said.key, speech.key)).run()
    db.update(outbox)
      .set({ notBefore: speech.notBefore ?? now })
      .where(eq(outbox.id, row))
      .run()
    return row
  }

  function begin(speech: Speech, when: { notBefore: number; now: number }): number {
    return db
      .insert(outbox)
      .values({
        ...addressee(speech.to),
        class: speech.class,
        personal:
          isPersonal(speech.sentence) || (speech.file?.kind === 'ledger' && speech.file.wish.withNames === true),
        apart: speech.apart ?? false,
        file: speech.file ?? null,
        notBefore: when.notBefore,
        goodUntil: speech.goodUntil ?? null,
        createdAt: when.now,
      })
      .returning({ id: outbox.id })
      .get().id
  }

  // The last waiting row of the same conversation and class, if nobody spoke of it yet and there is room for one more.
  function joinable(speech: Speech, { notBefore, now }: { notBefore: number; now: number }): number | undefined {
    if (isPersonal(speech.sentence) || speech.apart || speech.file) return undefined
    const row = db
      .select()
      .from(outbox)
      .where(
        and(
          conversation(speech.to),
          eq(outbox.class, speech.class),
          eq(outbox.state, 'pending'),
          eq(outbox.attempts, 0),
        ),
      )
      .orderBy(sql`${outbox.id} desc`)
      .limit(1)
      .get()
    if (!row || row.personal || row.apart || row.file || row.notBefore > notBefore || !agesWith(row, speech, now))
      return undefined
    const there = sentencesOf.all({ outbox: row.id })
    const bytes = sizeOf(compose(row.class, [...there, { sentence: speech.sentence, brief: speech.brief ?? null }]))
    if (bytes > MESSAGE_BYTES) return undefined
    if (speech.goodUntil !== undefined && row.goodUntil !== null && speech.goodUntil > row.goodUntil)
      db.update(outbox).set({ goodUntil: speech.goodUntil }).where(eq(outbox.id, row.id)).run()
    return row.id
  }

  // What waits is good for as long after it could be said.
  function wait({ id, goodUntil }: typeof outbox.$inferSelect, until: number, now: number): void {
    db.update(outbox)
      .set({ notBefore: until, ...(goodUntil !== null && { goodUntil: goodUntil + (until - now) }) })
      .where(eq(outbox.id, id))
      .run()
  }

  function message(row: typeof outbox.$inferSelect): Message {
    const sentences = sentencesOf.all({ outbox: row.id })
    return {
      id: row.id,
      to: row.room !== null ? { room: row.room } : { person: row.person as number },
      class: row.class,
      personal: row.personal,
      attempts: row.attempts,
      sentence: compose(row.class, sentences),
      ...(row.file && { file: row.file }),
      nos: [...new Set(sentences.flatMap(({ no }) => no ?? []))],
    }
  }

  function spoken(row: typeof outbox.$inferSelect, at: number): Spoken {
    const keys = sentencesOf.all({ outbox: row.id }).map(({ key }) => key)
    return { class: row.class, counted: row.budgetDay !== null, at, nos: message(row).nos, keys }
  }

  return {
    say,
    said: (key: string): boolean => saidBefore.get({ key }) !== undefined,
    /** Whether a sentence still waits to be spoken. */
    waits: (key: string): boolean => unspoken(key) !== undefined,
    /** Takes back a sentence that waits alone in its message. */
    unsay(key: string): void {
      const row = unspoken(key)
      if (row === undefined) return
      db.update(said).set({ dropped: true }).where(eq(said.key, key)).run()
      if (!sentencesOf.get({ outbox: row })) db.update(outbox).set({ state: 'dropped' }).where(eq(outbox.id, row)).run()
    },
    /** How many counted messages a room has heard on a day, or is hearing. */
    counted: (room: RoomId, day: string): number =>
      db
        .select({ n: sql<number>`count(*)` })
        .from(outbox)
        .where(and(eq(outbox.room, room), eq(outbox.budgetDay, day), notInArray(outbox.state, ['dropped', 'refused'])))
        .get()?.n ?? 0,
    /** When a room last read a card, if it did in a span of time (after, until). */
    lastCard: (room: RoomId, after: number, until: number): number | undefined =>
      db
        .select({ at: sql<number | null>`max(${outbox.claimedAt})` })
        .from(outbox)
        .where(
          and(
            eq(outbox.room, room),
            sql`${outbox.class} = 'card'`,
            inArray(outbox.state, ['sending', 'sent', 'unknown']),
            gt(outbox.claimedAt, after),
            lte(outbox.claimedAt, until),
          ),
        )
        .get()?.at ?? undefined,
    /** What a room read on a day, in order. */
    spokenIn: (room: RoomId, from: number, to: number): Spoken[] =>
      db
        .select()
        .from(outbox)
        .where(and(eq(outbox.room, room), eq(outbox.state, 'sent'), gt(outbox.sentAt, from - 1), lt(outbox.sentAt, to)))
        .orderBy(asc(outbox.sentAt), asc(outbox.id))
        .all()
        .map((row) => spoken(row, row.sentAt ?? row.createdAt)),
    /** What a room will read later, in order. */
    waitingIn: (room: RoomId, now: number): Spoken[] =>
      db
        .select()
        .from(outbox)
        .where(and(eq(outbox.room, room), sql`${outbox.state} = 'pending'`, gt(outbox.notBefore, now)))
        .orderBy(asc(outbox.notBefore), asc(outbox.id))
        .all()
        .map((row) => spoken(row, row.notBefore)),
    /** 静音: what already waits for a room waits until then; answers and what is urgent do not. */
    holdBack(room: RoomId, until: number, now: number): void {
      db.update(outbox)
        .set({
          notBefore: sql`max(${outbox.notBefore}, ${until})`,
          goodUntil: sql`${outbox.goodUntil} + max(0, ${until} - max(${outbox.notBefore}, ${now}))`,
        })
        .where(and(eq(outbox.room, room), sql`${outbox.state} = 'pending'`, notInArray(outbox.class, URGENT_CLASSES)))
        .run()
    },
    /** The silence is over: what waited only for its end may go. */
    letGo(room: RoomId, heldUntil: number, now: number): void {
      db.update(outbox)
        .set({ notBefore: now })
        .where(and(eq(outbox.room, room), sql`${outbox.state} = 'pending'`, eq(outbox.notBefore, heldUntil)))
        .run()
    },
    /** Drops what still waits to remind of a case: it moved on. */
    dropReminders(no: CaseNo, { cardHeldAt }: { cardHeldAt?: number | undefined } = {}): void {
      const stillWaits = and(eq(said.dropped, false), eq(outbox.state, 'pending'), eq(outbox.attempts, 0))
      const unspoken = db
        .select({ key: said.key, outbox: said.outbox })
        .from(said)
        .innerJoin(outbox, eq(said.outbox, outbox.id))
      const rows = [
        ...unspoken.where(and(eq(said.no, no), sql`${said.reminder} = 1`, stillWaits)).all(),
        ...(cardHeldAt === undefined
          ? []
          : unspoken.where(and(eq(said.key, `card-${no}`), gt(outbox.notBefore, cardHeldAt), stillWaits)).all()),
      ]
      drop(rows)
    },
    /** What facts of a case told whom in private: unspoken words are dropped. Out: who may have read theirs. */
    takeBack(no: CaseNo, seqs: readonly number[]): Reached[] {
      const rows = db
        .select({
          key: said.key,
          outbox: said.outbox,
          state: outbox.state,
          attempts: outbox.attempts,
          person: outbox.person,
          room: outbox.room,
          class: outbox.class,
        })
        .from(said)
        .innerJoin(outbox, eq(said.outbox, outbox.id))
        .where(and(eq(said.no, no), eq(said.dropped, false)))
        .all()
        .filter(({ key }) => seqs.some((seq) => `${key}-`.includes(`-${no}-${seq}-`)))
      const unspoken = rows.filter(({ state, attempts }) => state === 'pending' && attempts === 0)
      drop(unspoken)
      const told = rows.filter((row) => !unspoken.includes(row) && row.state !== 'dropped' && row.state !== 'refused')
      const reached = told.flatMap(({ person, room, class: kind }): Reached[] => {
        const urgent = kind === 'urgent'
        if (person !== null) return [{ to: { person }, urgent }]
        return room === null ? [] : [{ to: { room }, urgent }]
      })
      return [...new Map(reached.map((one) => [JSON.stringify(one.to), one])).values()]
    },
    /**
     * What may be spoken now: of each conversation and class the first waiting row, unless one of them is being spoken.
     * The others wait in the table, where further sentences can still join them.
     */
    ready: (now: number, limit = 500): { id: number; class: SpeechClass; attempts: number }[] =>
      heads.all({ now, limit }),
    /** The next instant after `now` at which a row becomes ready. */
    nextReady: (now: number): number | undefined =>
      db
        .select({ at: sql<number | null>`min(${outbox.notBefore})` })
        .from(outbox)
        .where(and(sql`${outbox.state} = 'pending'`, gt(outbox.notBefore, now)))
        .get()?.at ?? undefined,
    /** The next instant at which a waiting row is no longer of use. */
    nextExpiry: (): number | undefined =>
      db
        .select({ at: sql<number | null>`min(${outbox.goodUntil})` })
        .from(outbox)
        .where(sql`${outbox.state} = 'pending'`)
        .get()?.at ?? undefined,
    /**
     * Takes the message to speak for a place at the gate: the first of that row's conversation and class, so that
     * order holds even when a retry comes late, with what else waits for its room. Undefined when it is spoken already,
     * another is being spoken, or `turnOf` puts it off: then it waits until that time.
     */
    claim(id: number, now: number, turnOf: TurnOf = () => ({})): Message | undefined {
      const asked = db.select().from(outbox).where(eq(outbox.id, id)).get()
      if (!asked) return undefined
      const first = db
        .select()
        .from(outbox)
        .where(
          and(
            conversation(message(asked).to),
            eq(outbox.class, asked.class),
            LIVE,
            sql`(${outbox.notBefore} <= ${now} or ${outbox.attempts} > 0)`,
          ),
        )
        // One that is being spoken comes first, whatever its number: nothing else goes out beside it.
        .orderBy(sql`${outbox.state} = 'pending'`, asc(outbox.id))
        .limit(1)
        .get()
      if (!first || first.state === 'sending' || first.notBefore > now) return undefined
      // Perhaps heard already: what it says and counts stays as it was.
      const anew = first.attempts === 0
      const turn = anew ? turnOf({ to: message(first).to, class: first.class }) : {}
      if (turn.waitsUntil !== undefined) {
        wait(first, turn.waitsUntil, now)
        return undefined
      }
      const counted = turn.day === undefined ? first : { ...first, budgetDay: turn.day }
      const gathered = anew ? gather(db, counted, { now, turnOf }) : {}
      const row = db
        .update(outbox)
        .set({ ...gathered, state: 'sending', claimedAt: now, attempts: first.attempts + 1 })
        .where(eq(outbox.id, first.id))
        .returning()
        .get()
      return message(row)
    },
    /** Remembers the keyed hash of the words, before they go out, to know their echo. */
    speaking(id: number, spoken: string): void {
      db.update(outbox).set({ spoken }).where(eq(outbox.id, id)).run()
    },
    sent(id: number, at: number, gatewayId?: string): void {
      db.update(outbox)
        .set({ state: 'sent', sentAt: at, ...(gatewayId !== undefined && { gatewayId }) })
        .where(and(eq(outbox.id, id), LIVE))
        .run()
    },
    /** Certainly not spoken: it waits again, as if it had not been tried. */
    unsent(id: number): void {
      db.update(outbox)
        .set({ state: 'pending', attempts: sql`${outbox.attempts} - 1`, budgetDay: null })
        .where(and(eq(outbox.id, id), eq(outbox.state, 'sending')))
        .run()
    },
    refused(id: number): void {
      db.update(outbox)
        .set({ state: 'refused' })
        .where(and(eq(outbox.id, id), eq(outbox.state, 'sending')))
        .run()
    },
    /**
     * Perhaps spoken (the power went, or the deadline passed) and no echo came: once more, never twice; what holds
     * personal data not at all. Out: 'again' or 'unknown', undefined when it was settled meanwhile.
     */
    uncertain(id: number, again: number, now: number): 'again' | 'unknown' | undefined {
      const row = db
        .select()
        .from(outbox)
        .where(and(eq(outbox.id, id), eq(outbox.state, 'sending')))
        .get()
      if (!row) return undefined
      const state = row.personal || row.attempts >= 2 ? 'unknown' : 'pending'
      db.update(outbox)
        .set(state === 'pending' ? { state, notBefore: Math.max(row.notBefore, again) } : { state, unknownAt: now })
        .where(eq(outbox.id, id))
        .run()
      return state === 'pending' ? 'again' : 'unknown'
    },
    /** What was given up as unknown in a span of time (after, until), without what the administrators heard of at once. */
    unknownSince: (after: number, until: number): Message[] =>
      db
        .select()
        .from(outbox)
        .where(
          and(
            gt(outbox.unknownAt, after),
            lte(outbox.unknownAt, until),
            eq(outbox.state, 'unknown'),
            eq(outbox.personal, false),
          ),
        )
        .orderBy(asc(outbox.id))
        .all()
        .map(message),
    /** Our own words came back, in a room or (no `to`) in some private conversation: spoken. Out: its row, if one fits. */
    echoed(to: To | undefined, spoken: string, at: number, gatewayId: string): number | undefined {
      // The gateway gave this id when it was spoken: not the echo of another row with the same words.
      const known = db.select({ id: outbox.id }).from(outbox).where(eq(outbox.gatewayId, gatewayId)).get()
      if (known) return known.id
      const row = db
        .select({ id: outbox.id, state: outbox.state })
        .from(outbox)
        .where(
          and(to ? conversation(to) : isNotNull(outbox.person), eq(outbox.spoken, spoken), isNull(outbox.gatewayId)),
        )
        .orderBy(asc(outbox.id))
        .limit(1)
        .get()
      if (!row) return undefined
      db.update(outbox).set({ state: 'sent', sentAt: at, gatewayId }).where(eq(outbox.id, row.id)).run()
      return row.id
    },
    /** Rows somebody was speaking when the power went. */
    interrupted: (): Message[] =>
      db.select().from(outbox).where(sql`${outbox.state} = 'sending'`).orderBy(asc(outbox.id)).all().map(message),
    /** Drops what came too late to be useful. Out: the conversations and cases it was about. */
    expire(now: number): { to: To; nos: CaseNo[]; first: number }[] {
      const stale = db
        .select()
        .from(outbox)
        .where(and(sql`${outbox.state} = 'pending'`, isNotNull(outbox.goodUntil), lte(outbox.goodUntil, now)))
        .orderBy(asc(outbox.id))
        .all()
      const byConversation = new Map<string, { to: To; nos: CaseNo[]; first: number }>()
      for (const row of stale) {
        const { to, nos } = message(row)
        const known = byConversation.get(JSON.stringify(to))
        byConversation.set(JSON.stringify(to), {
          to,
          nos: [...new Set([...(known?.nos ?? []), ...nos])],
          first: known?.first ?? row.id,
        })
        db.update(outbox).set({ state: 'dropped' }).where(eq(outbox.id, row.id)).run()
      }
      return [...byConversation.values()]
    },
    /**
     * The cases of the message that was quoted in a room: the newest that begins like the quote, which WeChat may have
     * cut. Where none does: those of all messages that begin with the case. More than one means the quote is not clear.
     */
    sharing(room: RoomId, no: CaseNo, quote: string): CaseNo[] {
      const spoken = and(eq(outbox.room, room), inArray(outbox.state, ['sent', 'sending']))
      const latest = db.select().from(outbox).where(spoken).orderBy(sql`${outbox.id} desc`).limit(QUOTABLE).all()
      for (const row of latest) {
        const { sentence } = message(row)
        if (beginsLike(sentence, quote)) return refsOfQuote(plain(sentence)).map(Number)
      }
      const rows = db
        .select({ outbox: said.outbox })
        .from(said)
        .innerJoin(outbox, eq(said.outbox, outbox.id))
        .where(and(eq(said.no, no), spoken))
        .all()
      const nos = rows.flatMap((row) => {
        const all = sentencesOf.all({ outbox: row.outbox }).flatMap((sentence) => sentence.no ?? [])
        return all[0] === no ? all : []
      })
      return [...new Set(nos)]
    },
    /** Everything that waits or went wrong, for the board and the doctor. */
    counts: (): Record<string, number> =>
      Object.fromEntries(
        db
          .select({ state: outbox.state, n: sql<number>`count(*)` })
          .from(outbox)
          .groupBy(outbox.state)
          .all()
          .map(({ state, n }) => [state, n]),
      ),
  }
}

export type OutboxBook = ReturnType<typeof outboxBook>

// Rows of the same conversation and class that go before a row: one being spoken, or an earlier one whose turn it is.
function ahead(side: 'room' | 'person') {
  const other = sql.raw(`other.${side}`)
  return sql`(select 1 from ${outbox} as other where ${other} = ${outbox[side]} and other.class = ${outbox.class}
    and other.state in ('pending','sending')
    and (other.state = 'sending' or (other.id < ${outbox.id} and (other.not_before <= ${sql.placeholder('now')} or other.attempts > 0))))`
}

const TOGETHER = minutes(10)

// What never goes stale joins its like; of the rest only what was said at about the same time, so that no old
// reminder lives on with the new ones that join it.
function agesWith(row: { goodUntil: number | null; createdAt: number }, speech: Speech, now: number): boolean {
  if (row.goodUntil === null || speech.goodUntil === undefined)
    return row.goodUntil === null && speech.goodUntil === undefined
  return now - row.createdAt < TOGETHER
}

// So far back somebody scrolls to quote.
const QUOTABLE = 300

function addressee(to: To): { room: number | null; person: number | null } {
  return 'room' in to ? { room: to.room, person: null } : { room: null, person: to.person }
}

function conversation(to: To) {
  return 'room' in to ? eq(outbox.room, to.room) : eq(outbox.person, to.person)
}

/** BullMQ's priority of a class; undefined goes before all others. */
export function priorityOf(kind: SpeechClass): number | undefined {
  return URGENT_CLASSES.includes(kind) ? undefined : speechClasses[kind]
}
