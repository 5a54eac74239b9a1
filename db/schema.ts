import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  blob,
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { Basis, Case, State } from '../domain/cases/case.ts'
import type { Channel } from '../domain/cases/channel.ts'
import type { Decision } from '../domain/cases/decisions.ts'
import type { CaseEvent, EventKind } from '../domain/cases/events.ts'
import type { Grade } from '../domain/cases/grade.ts'
import type { Question, Topic } from '../domain/drill/question.ts'
import type { Outcome } from '../domain/drill/quiz.ts'
import type { RestorePlan } from '../domain/people/restore.ts'
import type { RoleId, UnitKind } from '../domain/people/roles.ts'
import type { RoomKind } from '../domain/people/rooms.ts'
import type { CategoryId, Industry } from '../domain/reading/category.ts'
import type { LedgerTemplate } from '../domain/reading/ledger-sheet.ts'
import type { SheetUse } from '../domain/reading/sheet.ts'
import type { BackupFaultCode, LastBackup } from '../domain/words/backup.ts'
import type { Sentence } from '../domain/words/sentence.ts'
import type { Enclosure, SpeechClass } from '../domain/words/speech.ts'

// Instants are milliseconds since the epoch, dates 'YYYY-MM-DD' in Asia/Shanghai, flags 0 or 1.
const instant = (name: string) => integer(name, { mode: 'number' })
const flag = (name: string) => integer(name, { mode: 'boolean' })

// ── people and rooms ────────────────────────────────────────────────────────────────────────────

/** Everybody whose words we may keep: members of bound rooms and those who wrote in private. */
export const people = sqliteTable('people', {
  id: integer('id').primaryKey(),
  /** The WeChat contact id: identity. A name never is. */
  contact: text('contact').notNull().unique(),
  name: text('name').notNull(),
  /** Friends alone can be written to in private. */
  friend: flag('friend').notNull().default(false),
  /** The last private message failed then. */
  unreachableSince: instant('unreachable_since'),
  /** Somebody known under an older id: this row stays only for what it did meanwhile. */
  became: integer('became').references((): AnySQLiteColumn => people.id),
})

export const units = sqliteTable('units', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<UnitKind>().notNull(),
})

export const roles = sqliteTable(
  'roles',
  {
    id: integer('id').primaryKey(),
    person: integer('person')
      .notNull()
      .references(() => people.id),
    role: text('role').$type<RoleId>().notNull(),
    unit: text('unit').references(() => units.id),
    street: text('street'),
    grantedBy: integer('granted_by').references(() => people.id),
    grantedAt: instant('granted_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    index('roles_of_person').on(t.person),
    index('roles_of_unit').on(t.unit),
    index('roles_of_street').on(t.street),
  ],
)

/** 片区: the streets a unit answers for. */
export const areas = sqliteTable('areas', {
  street: text('street').primaryKey(),
  unit: text('unit')
    .notNull()
    .references(() => units.id),
})

/** 归口: the unit a category or an industry belongs to, wherever it happens; by the id of the category or the industry's name. */
export const ownership = sqliteTable('ownership', {
  what: text('what').primaryKey(),
  unit: text('unit')
    .notNull()
    .references(() => units.id),
})

/** 值班. */
export const duties = sqliteTable(
  'duties',
  {
    id: integer('id').primaryKey(),
    unit: text('unit')
      .notNull()
      .references(() => units.id),
    person: integer('person')
      .notNull()
      .references(() => people.id),
    from: instant('from_at').notNull(),
    to: instant('to_at').notNull(),
  },
  (t) => [index('duties_of_unit').on(t.unit, t.to), check('duties_order', sql`${t.from} < ${t.to}`)],
)

export const rooms = sqliteTable(
  'rooms',
  {
    id: integer('id').primaryKey(),
    /** The WeChat room id. */
    contact: text('contact').notNull().unique(),
    topic: text('topic').notNull(),
    kind: text('kind').$type<RoomKind>().notNull(),
    street: text('street'),
    unit: text('unit').references(() => units.id),
    boundBy: integer('bound_by')
      .notNull()
      .references(() => people.id),
    boundAt: instant('bound_at').notNull(),
    unboundAt: instant('unbound_at'),
    /** When its members were last asked of the gateway; null until then. */
    countedAt: instant('counted_at'),
  },
  (t) => [
    index('rooms_of_street').on(t.street),
    check('rooms_kind', sql`${t.kind} in ('street','unit','district','leaders','city')`),
    check('rooms_street', sql`(${t.kind} = 'street') = (${t.street} is not null)`),
    check('rooms_unit', sql`(${t.kind} = 'unit') = (${t.unit} is not null)`),
  ],
)

/** Who was seen in which bound room. */
export const members = sqliteTable(
  'members',
  {
    room: integer('room')
      .notNull()
      .references(() => rooms.id),
    person: integer('person')
      .notNull()
      .references(() => people.id),
    /** The nickname in this room: what a mention is written with. */
    alias: text('alias'),
  },
  (t) => [primaryKey({ columns: [t.room, t.person] }), index('members_person').on(t.person)],
)

/** The rooms the account is in, bound or not: what 绑定全部 chooses from. Nothing else is kept of an unbound room. */
export const wechatRooms = sqliteTable('wechat_rooms', {
  contact: text('contact').primaryKey(),
  topic: text('topic').notNull(),
  at: instant('at').notNull(),
})

/** 名单: who shall hold which role, as imported; the person stands there once they proved themselves. */
export const roster = sqliteTable(
  'roster',
  {
    id: integer('id').primaryKey(),
    /** Name, role, unit and street: a line imported twice is one. */
    once: text('once').notNull().unique(),
    name: text('name').notNull(),
    role: text('role').$type<RoleId>().notNull(),
    unit: text('unit').references(() => units.id),
    street: text('street'),
    nickname: text('nickname'),
    /** 值班 that was imported before anybody knew who this is. */
    duty: text('duty', { mode: 'json' }).$type<{ from: number; to: number }[]>().notNull().default([]),
    importedAt: instant('imported_at').notNull(),
    /** Who seems to be meant; somebody has to say so. */
    proposed: integer('proposed').references(() => people.id),
    /** Who was taken for it and was not. */
    denied: integer('denied').references(() => people.id),
    person: integer('person').references(() => people.id),
    verifiedAt: instant('verified_at'),
  },
  (t) => [index('roster_of_person').on(t.person)],
)

/** 确认 CODE: what somebody asked for and has not confirmed yet (same person, same conversation, five minutes). */
export const confirmations = sqliteTable(
  'confirmations',
  {
    id: integer('id').primaryKey(),
    person: integer('person')
      .notNull()
      .references(() => people.id),
    room: text('room'),
    code: text('code').notNull(),
    wish: text('wish', { mode: 'json' }).$type<unknown>().notNull(),
    expiresAt: instant('expires_at').notNull(),
    doneAt: instant('done_at'),
  },
  (t) => [index('confirmations_of_person').on(t.person, t.expiresAt)],
)

/** The latest numbered list of each kind that was shown to a person: what their numbers mean. */
export const shownLists = sqliteTable(
  'shown_lists',
  {
    person: integer('person')
      .notNull()
      .references(() => people.id),
    kind: text('kind').notNull(),
    items: text('items', { mode: 'json' }).$type<unknown[]>().notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.person, t.kind] })],
)

/** Requests to be a friend of people nobody knows: they wait for an administrator's 通过. */
export const friendRequests = sqliteTable('friend_requests', {
  /** The gateway's id of the request. */
  id: text('id').primaryKey(),
  contact: text('contact').notNull(),
  name: text('name').notNull(),
  at: instant('at').notNull(),
  approvedAt: instant('approved_at'),
  settledAt: instant('settled_at'),
})

/** 提意见: what people wished for, masked. */
export const suggestions = sqliteTable('suggestions', {
  id: integer('id').primaryKey(),
  message: integer('message')
    .unique()
    .references(() => inbox.id),
  person: integer('person')
    .notNull()
    .references(() => people.id),
  room: integer('room').references(() => rooms.id),
  words: text('words').notNull(),
  at: instant('at').notNull(),
})

/** Contact ids of before, of a person or a room: history stays joined when a login brings others. */
export const formerIds = sqliteTable(
  'former_ids',
  {
    contact: text('contact').primaryKey(),
    person: integer('person').references(() => people.id),
    room: integer('room').references(() => rooms.id),
    at: instant('at').notNull(),
  },
  (t) => [check('former_ids_one', sql`(${t.person} is null) <> (${t.room} is null)`)],
)

/** 恢复绑定: which new ids seem to be whose, as the gateway was last asked; gone once confirmed. */
export const restoring = sqliteTable(
  'restoring',
  {
    id: integer('id').primaryKey(),
    plan: text('plan', { mode: 'json' }).$type<RestorePlan>().notNull(),
    at: instant('at').notNull(),
  },
  (t) => [check('restoring_one', sql`${t.id} = 1`)],
)

/** One-time codes, kept as hashes. */
export const codes = sqliteTable('codes', {
  hash: text('hash').primaryKey(),
  purpose: text('purpose').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
})

// ── what was heard ──────────────────────────────────────────────────────────────────────────────

/** Every message of a bound room or a private conversation, once. Its words are sealed and blanked in time. */
export const inbox = sqliteTable(
  'inbox',
  {
    id: integer('id').primaryKey(),
    message: text('message').notNull().unique(),
    person: integer('person')
      .notNull()
      .references(() => people.id),
    room: integer('room').references(() => rooms.id),
    /** AES-256-GCM of the message as it came; null once it is no longer needed. */
    sealed: blob('sealed', { mode: 'buffer' }),
    sentAt: instant('sent_at').notNull(),
    keptAt: instant('kept_at').notNull(),
    state: text('state').$type<InboxState>().notNull(),
    /** The number the person read when a rule broke. */
    fault: text('fault'),
  },
  (t) => [
    index('inbox_waiting').on(t.id).where(sql`${t.state} = 'kept'`),
    index('inbox_of_room').on(t.room),
    index('inbox_of_person').on(t.person, t.keptAt),
    index('inbox_sealed').on(t.keptAt).where(sql`${t.sealed} is not null`),
    check('inbox_state', sql`${t.state} in ('kept','handled','chatter','failed')`),
  ],
)
export type InboxState = 'kept' | 'handled' | 'chatter' | 'failed'

/** Spreadsheets that came in private: fetched, read row by row, answered. */
export const sheets = sqliteTable(
  'sheets',
  {
    id: integer('id').primaryKey(),
    message: integer('message')
      .notNull()
      .unique()
      .references(() => inbox.id),
    person: integer('person')
      .notNull()
      .references(() => people.id),
    /** What to ask the gateway for. */
    attachment: text('attachment').notNull(),
    name: text('name').notNull(),
    state: text('state').$type<'wanted' | 'done' | 'lost'>().notNull().default('wanted'),
    /** What its sender said it is; absent, its columns tell. */
    as: text('as').$type<SheetUse>(),
    /** 存量 静默: registered without cards. */
    silent: flag('silent').notNull().default(false),
    /** Rows that were dealt with; work goes on behind them. */
    rows: integer('rows_done').notNull().default(0),
    /** What could not be taken and why, without personal data. */
    faults: text('faults', { mode: 'json' }).$type<{ row: number; why: string }[]>().notNull(),
    tries: integer('tries').notNull().default(0),
    at: instant('at').notNull(),
  },
  (t) => [
    index('sheets_wanted').on(t.id).where(sql`${t.state} = 'wanted'`),
    check('sheets_state', sql`${t.state} in ('wanted','done','lost')`),
  ],
)

/** What somebody said they would send next: 导入存量 静默, for a while. */
export const announced = sqliteTable('announced', {
  person: integer('person')
    .primaryKey()
    .references(() => people.id),
  silent: flag('silent').notNull(),
  as: text('as').$type<SheetUse>(),
  until: instant('until').notNull(),
})

/** 台账模板: how the bureau writes the header of its ledger, as it was learned; the last row counts. */
export const ledgerTemplates = sqliteTable('ledger_templates', {
  id: integer('id').primaryKey(),
  /** The name of the file it came in. */
  name: text('name').notNull(),
  /** Null: back to our own header. */
  template: text('template', { mode: 'json' }).$type<LedgerTemplate>(),
  learnedBy: integer('learned_by')
    .notNull()
    .references(() => people.id),
  learnedAt: instant('learned_at').notNull(),
})

// ── cases ───────────────────────────────────────────────────────────────────────────────────────

/** Masked words, apart from the log: a blanked body leaves its digest, so the chain stays valid. */
export const texts = sqliteTable('texts', {
  id: integer('id').primaryKey(),
  salt: text('salt'),
  body: text('body'),
  digest: text('digest').notNull(),
})

/**
 * Whose masked words the index of like cases (`alike`, an FTS5 table without content) holds. A trigger forgets a case
 * there as soon as one of its texts is blanked.
 */
export const alikeTexts = sqliteTable(
  'alike_texts',
  {
    text: integer('text').primaryKey(),
    no: integer('no').notNull(),
  },
  (t) => [index('alike_texts_of_case').on(t.no)],
)

/** 记地名: names of compounds and roads the gazetteer does not know, and their street, as administrators confirmed. */
export const learnedPlaces = sqliteTable(
  'learned_places',
  {
    id: integer('id').primaryKey(),
    name: text('name').notNull(),
    street: text('street').notNull(),
    learnedBy: integer('learned_by')
      .notNull()
      .references(() => people.id),
    learnedAt: instant('learned_at').notNull(),
    /** The closed cases it came from. */
    cases: text('cases', { mode: 'json' }).$type<number[]>().notNull(),
    forgottenBy: integer('forgotten_by').references(() => people.id),
    forgottenAt: instant('forgotten_at'),
  },
  (t) => [uniqueIndex('learned_once').on(t.name, t.street).where(sql`${t.forgottenAt} is null`)],
)

/** What closed cases suggest to be learned; an administrator says yes or no. */
export const placeProposals = sqliteTable(
  'place_proposals',
  {
    id: integer('id').primaryKey(),
    name: text('name').notNull(),
    street: text('street').notNull(),
    no: integer('no')
      .notNull()
      .references(() => cases.no),
    at: instant('at').notNull(),
    settledAt: instant('settled_at'),
    settledBy: integer('settled_by').references(() => people.id),
  },
  (t) => [
    uniqueIndex('proposed_once').on(t.name, t.street, t.no),
    index('proposals_open').on(t.at).where(sql`${t.settledAt} is null`),
  ],
)

/** Personal data, sealed with AES-256-GCM. */
export const vault = sqliteTable(
  'vault',
  {
    id: integer('id').primaryKey(),
    sealed: blob('sealed', { mode: 'buffer' }),
    /** Keyed hash of the phone: finds the same complainant again, erased with the rest. */
    phoneHash: text('phone_hash'),
    keptAt: instant('kept_at').notNull(),
    erasedAt: instant('erased_at'),
  },
  (t) => [index('vault_phone').on(t.phoneHash)],
)

/** Each look at personal data: who, which case, when, why. */
export const disclosures = sqliteTable('disclosures', {
  id: integer('id').primaryKey(),
  vault: integer('vault')
    .notNull()
    .references(() => vault.id),
  no: integer('no').notNull(),
  person: integer('person')
    .notNull()
    .references(() => people.id),
  at: instant('at').notNull(),
  why: text('why').notNull(),
})

/** The state of each case: `fold` of its events, nothing else. */
export const cases = sqliteTable(
  'cases',
  {
    no: integer('no').primaryKey(),
    state: text('state').$type<State>().notNull(),
    channel: text('channel').$type<Channel>().notNull(),
    basis: text('basis').$type<Basis>().notNull(),
    grade: text('grade').$type<Grade>().notNull(),
    urgent: flag('urgent').notNull(),
    confidential: flag('confidential').notNull(),
    category: text('category').$type<CategoryId>().notNull(),
    industry: text('industry').$type<Industry>().notNull(),
    street: text('street'),
    community: text('community'),
    externalNo: text('external_no'),
    place: integer('place').references(() => texts.id),
    subject: integer('subject').references(() => texts.id),
    content: integer('content').references(() => texts.id),
    complainant: integer('complainant').references(() => vault.id),
    missing: text('missing', { mode: 'json' }).$type<('place' | 'problem')[]>().notNull(),
    reportedBy: integer('reported_by')
      .notNull()
      .references(() => people.id),
    reportedIn: integer('reported_in').references(() => rooms.id),
    cardRoom: integer('card_room').references(() => rooms.id),
    registeredAt: instant('registered_at').notNull(),
    deadlineAt: instant('deadline_at'),
    deadlineOfficial: flag('deadline_official'),
    deadlineDerived: flag('deadline_derived'),
    ownerPerson: integer('owner_person').references(() => people.id),
    ownerUnit: text('owner_unit'),
    firstReceiver: text('first_receiver'),
    waitingSince: instant('waiting_since').notNull(),
    claimedAt: instant('claimed_at'),
    contactedAt: instant('contacted_at'),
    arrivedAt: instant('arrived_at'),
    testedAt: instant('tested_at'),
    handledAt: instant('handled_at'),
    revisitedAt: instant('revisited_at'),
    repliedAt: instant('replied_at'),
    closedAt: instant('closed_at'),
    /** When the city last called: what a period counts. */
    cityRevisitedAt: instant('city_revisited_at'),
    armedBy: text('armed_by', { mode: 'json' }).$type<{ waiting: number; claim: number; deadline: number }>().notNull(),
    /** What is read only with the case itself: tries, waivers, requests, offers, helpers. */
    details: text('details', { mode: 'json' }).$type<Details>(),
    seq: integer('seq').notNull(),
  },
  (t) => [
    index('cases_open').on(t.street, t.no).where(sql`${t.state} in ('waiting','claimed','handled')`),
    index('cases_merged').on(t.no).where(sql`${t.state} = 'merged'`),
    index('cases_of_owner').on(t.ownerPerson).where(sql`${t.state} in ('waiting','claimed','handled')`),
    uniqueIndex('cases_external').on(t.externalNo).where(sql`${t.externalNo} is not null and ${t.state} <> 'void'`),
    index('cases_registered').on(t.registeredAt),
    index('cases_reported').on(t.reportedBy, t.registeredAt),
    index('cases_city_revisited').on(t.cityRevisitedAt),
    index('cases_due').on(t.deadlineAt),
    index('cases_handled').on(t.handledAt),
    index('cases_revisited').on(t.revisitedAt),
    check('cases_no', sql`${t.no} >= 101`),
    check('cases_state', sql`${t.state} in ('waiting','claimed','handled','closed','returned','merged','void')`),
    check('cases_owner', sql`(${t.ownerPerson} is null) = (${t.ownerUnit} is null)`),
    check('cases_deadline', sql`(${t.deadlineAt} is null) = (${t.deadlineOfficial} is null)`),
  ],
)

/** The parts of a case that no query looks for. */
export type Details = Pick<Case, (typeof detailFields)[number]>
export const detailFields = [
  'offer',
  'urged',
  'urgedToldAt',
  'contactTries',
  'revisitTries',
  'contactWaived',
  'arrivalWaived',
  'asked',
  'askedWhy',
  'refused',
  'agreed',
  'revisit',
  'cityRevisit',
  'result',
  'reopened',
  'reopenedAt',
  'helpers',
  'snoozedUntil',
  'stateBefore',
  'firstClaimer',
  'photos',
  'returns',
  'requestedBy',
  'extension',
  'deadlineBefore',
  'suspended',
  'excluded',
  'mergedInto',
  'beforeMerge',
  'sameCaller',
  'holds',
  'brought',
  'supervised',
  'supervisedWordAt',
  'supervisedToday',
  'consultation',
  'concluded',
  'passed',
  'compliantNuisance',
  'contradicted',
  'followUp',
] as const satisfies (keyof Case)[]

/** What happened, append-only and chained: a trigger refuses every update and delete. */
export const events = sqliteTable(
  'events',
  {
    id: integer('id').primaryKey(),
    no: integer('no')
      .notNull()
      .references(() => cases.no),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    by: integer('by').references(() => people.id),
    cause: integer('cause').references(() => inbox.id),
    kind: text('kind').$type<EventKind>().notNull(),
    data: text('data', { mode: 'json' }).$type<CaseEvent>().notNull(),
    /** SHA-256 over the previous hash, this event and the digests of its texts. */
    hash: text('hash').notNull(),
  },
  (t) => [
    uniqueIndex('events_of_case').on(t.no, t.seq),
    index('events_cause').on(t.cause),
    index('events_at').on(t.at),
  ],
)

/** 归档包 that somebody confirmed: the personal data of such a 考核期 may be erased when their time is over. */
export const archives = sqliteTable('archives', {
  /** 'YYYY-MM': from the 19th of the month before to the 18th. */
  period: text('period').primaryKey(),
  confirmedAt: instant('confirmed_at').notNull(),
  by: integer('by')
    .notNull()
    .references(() => people.id),
  /** The head of the chain of events when it was confirmed: what it says can be held against the log for ever. */
  head: text('head'),
})

/** Cases whose personal data and words are gone. */
export const erasures = sqliteTable('erasures', {
  no: integer('no')
    .primaryKey()
    .references(() => cases.no),
  at: instant('at').notNull(),
})

/** When a sweep must look at a case again: its next ladder step. */
export const clocks = sqliteTable(
  'clocks',
  {
    no: integer('no')
      .primaryKey()
      .references(() => cases.no),
    at: instant('at').notNull(),
  },
  (t) => [index('clocks_due').on(t.at)],
)

// ── what is said ────────────────────────────────────────────────────────────────────────────────

/** One row, one message. Its sentences stand in `said`. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer('id').primaryKey(),
    room: integer('room').references(() => rooms.id),
    person: integer('person').references(() => people.id),
    class: text('class').$type<SpeechClass>().notNull(),
    state: text('state').$type<OutboxState>().notNull().default('pending'),
    /** Counts against the room's budget of the day. */
    budgetDay: text('budget_day'),
    personal: flag('personal').notNull().default(false),
    /** Never one message with others. */
    apart: flag('apart').notNull().default(false),
    /** A file instead of words: what it is, made when it is spoken. */
    file: text('file', { mode: 'json' }).$type<Enclosure>(),
    notBefore: instant('not_before').notNull(),
    goodUntil: instant('good_until'),
    createdAt: instant('created_at').notNull(),
    claimedAt: instant('claimed_at'),
    sentAt: instant('sent_at'),
    /** How often it was handed to the gateway; never more than twice. */
    attempts: integer('attempts').notNull().default(0),
    /** Keyed hash of the words as spoken: recognises our own echo. */
    spoken: text('spoken'),
    gatewayId: text('gateway_id'),
    /** When it was given up, nobody knowing whether it was spoken. */
    unknownAt: instant('unknown_at'),
  },
  (t) => [
    index('outbox_pending').on(t.notBefore, t.id).where(sql`${t.state} = 'pending'`),
    index('outbox_sending').on(t.id).where(sql`${t.state} = 'sending'`),
    index('outbox_of_room').on(t.room, t.class, t.id).where(sql`${t.state} in ('pending','sending')`),
    index('outbox_of_person').on(t.person, t.class, t.id).where(sql`${t.state} in ('pending','sending')`),
    index('outbox_budget').on(t.room, t.budgetDay).where(sql`${t.budgetDay} is not null`),
    index('outbox_cards').on(t.room, t.claimedAt).where(sql`${t.class} = 'card'`),
    index('outbox_unknown').on(t.unknownAt).where(sql`${t.unknownAt} is not null`),
    index('outbox_gateway').on(t.gatewayId).where(sql`${t.gatewayId} is not null`),
    check('outbox_to', sql`(${t.room} is null) <> (${t.person} is null)`),
    check('outbox_state', sql`${t.state} in ('pending','sending','sent','dropped','unknown','refused')`),
  ],
)
export type OutboxState = 'pending' | 'sending' | 'sent' | 'dropped' | 'unknown' | 'refused'

/** Sentences, each once for ever by its natural key. */
export const said = sqliteTable(
  'said',
  {
    key: text('key').primaryKey(),
    outbox: integer('outbox')
      .notNull()
      .references(() => outbox.id),
    no: integer('no'),
    sentence: text('sentence', { mode: 'json' }).$type<Sentence>().notNull(),
    /** A card shrunk to one line, when several share a message. */
    brief: text('brief', { mode: 'json' }).$type<Sentence>(),
    /** Dropped when the case moves on before it was spoken. */
    reminder: flag('reminder').notNull().default(false),
    dropped: flag('dropped').notNull().default(false),
    at: instant('at').notNull(),
  },
  (t) => [index('said_of_outbox').on(t.outbox), index('said_of_case').on(t.no).where(sql`${t.reminder} = 1`)],
)

/** 静音: nothing unsolicited is said in a room until then, but what is urgent. The last row of a room holds. */
export const mutes = sqliteTable(
  'mutes',
  {
    id: integer('id').primaryKey(),
    room: integer('room')
      .notNull()
      .references(() => rooms.id),
    until: instant('until').notNull(),
    by: integer('by')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
  },
  (t) => [index('mutes_of_room').on(t.room, t.id)],
)

/** The last numbered list of decisions a person was shown: what 「同意 1 3」 means. */
export const shown = sqliteTable('shown', {
  person: integer('person')
    .primaryKey()
    .references(() => people.id),
  items: text('items', { mode: 'json' }).$type<Decision[]>().notNull(),
  at: instant('at').notNull(),
})

// ── clocks, settings, the line ──────────────────────────────────────────────────────────────────

/** A scheduled thing is done once per period. */
export const jobRuns = sqliteTable(
  'job_runs',
  {
    name: text('name').notNull(),
    period: text('period').notNull(),
    state: text('state').$type<'done' | 'skipped'>().notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.name, t.period] })],
)

/** House rules with the date from which they hold. */
export const settings = sqliteTable(
  'settings',
  {
    key: text('key').notNull(),
    from: text('from_date').notNull(),
    value: text('value', { mode: 'json' }).$type<unknown>().notNull(),
    by: integer('by').references(() => people.id),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.from] })],
)

/** 调休 that the calendar library does not know. */
export const calendarDays = sqliteTable('calendar_days', {
  date: text('date').primaryKey(),
  workday: flag('workday').notNull(),
})

/** The last sign of life of the line, so that a restart knows how long nobody was listening. */
export const pulse = sqliteTable(
  'pulse',
  {
    id: integer('id').primaryKey(),
    heardAt: instant('heard_at').notNull(),
  },
  (t) => [check('pulse_one', sql`${t.id} = 1`)],
)

/** Times in which nothing was heard. */
export const absences = sqliteTable(
  'absences',
  {
    id: integer('id').primaryKey(),
    from: instant('from_at').notNull(),
    to: instant('to_at').notNull(),
  },
  (t) => [uniqueIndex('absences_from').on(t.from)],
)

// ── pictures and open questions ─────────────────────────────────────────────────────────────────

/** Pictures, videos, files and locations named in messages: first wanted from the gateway, then kept sealed on the disk. */
export const files = sqliteTable(
  'files',
  {
    id: integer('id').primaryKey(),
    message: integer('message')
      .notNull()
      .references(() => inbox.id),
    /** What the gateway is asked for. */
    attachment: text('attachment').notNull(),
    kind: text('kind').$type<FileKind>().notNull(),
    /** Masked; of a location its label. */
    name: text('name').notNull(),
    person: integer('person')
      .notNull()
      .references(() => people.id),
    room: integer('room').references(() => rooms.id),
    sentAt: instant('sent_at').notNull(),
    /** wanted: not loaded yet · held: loaded, of no case · stored: of a case · lost: given up. */
    state: text('state').$type<FileState>().notNull(),
    /** Decided perhaps before it is loaded. */
    no: integer('no').references(() => cases.no),
    tries: integer('tries').notNull().default(0),
    tryAt: instant('try_at').notNull(),
    /** SHA-256 of the bytes as they are kept. */
    hash: text('hash'),
    size: integer('size'),
    /** Nothing a camera wrote is left in it; false where the format is none we can read. */
    stripped: flag('stripped'),
    latitude: real('latitude'),
    longitude: real('longitude'),
    /** The first file of the acknowledgement it is counted in. */
    ack: integer('ack'),
    /** When its sender is asked, unless its case is named before. */
    askAt: instant('ask_at'),
    askedAt: instant('asked_at'),
  },
  (t) => [
    uniqueIndex('files_attachment').on(t.message, t.attachment),
    index('files_wanted').on(t.tryAt).where(sql`${t.state} = 'wanted'`),
    index('files_loose').on(t.person, t.sentAt).where(sql`${t.no} is null`),
    index('files_asking').on(t.askAt).where(sql`${t.askAt} is not null`),
    index('files_of_case').on(t.no),
    index('files_hash').on(t.hash),
    check('files_state', sql`${t.state} in ('wanted','held','stored','lost')`),
  ],
)
export type FileKind = 'image' | 'video' | 'file' | 'location'
export type FileState = 'wanted' | 'held' | 'stored' | 'lost'

/** Each look at a kept picture or file: who, which case, when. */
export const fileLooks = sqliteTable(
  'file_looks',
  {
    id: integer('id').primaryKey(),
    file: integer('file')
      .notNull()
      .references(() => files.id),
    no: integer('no').notNull(),
    person: integer('person')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
  },
  (t) => [index('file_looks_case').on(t.no)],
)

/** Who named which case where: what a picture without words is about. */
export const namings = sqliteTable(
  'namings',
  {
    id: integer('id').primaryKey(),
    person: integer('person')
      .notNull()
      .references(() => people.id),
    room: integer('room').references(() => rooms.id),
    no: integer('no')
      .notNull()
      .references(() => cases.no),
    message: integer('message')
      .notNull()
      .references(() => inbox.id),
    at: instant('at').notNull(),
  },
  (t) => [index('namings_of_person').on(t.person, t.at)],
)

/** What the bot asked somebody and may be answered with 「1」, 「118」 or 「新件」. Each is answered once. */
export const questions = sqliteTable(
  'questions',
  {
    id: integer('id').primaryKey(),
    person: integer('person')
      .notNull()
      .references(() => people.id),
    kind: text('kind').$type<QuestionKind>().notNull(),
    /** Cases, in the order they were shown. */
    choices: text('choices', { mode: 'json' }).$type<number[]>().notNull(),
    /** The files it is about. */
    files: text('files', { mode: 'json' }).$type<number[]>(),
    /** The message it is about: its words wait for the answer. */
    message: integer('message').references(() => inbox.id),
    words: integer('words').references(() => texts.id),
    askedAt: instant('asked_at').notNull(),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    index('questions_open').on(t.person, t.askedAt).where(sql`${t.answeredAt} is null`),
    index('questions_silent').on(t.askedAt).where(sql`${t.answeredAt} is null`),
  ],
)
/** files: to which case they belong · same: whether a report is a known case. */
export type QuestionKind = 'files' | 'same'

// ── backups ─────────────────────────────────────────────────────────────────────────────────────

/** Backups that were asked for, by the clock or by somebody, and what became of them. */
export const backups = sqliteTable(
  'backups',
  {
    id: integer('id').primaryKey(),
    /** Who is told; nobody for the nightly one. */
    by: integer('by').references(() => people.id),
    at: instant('at').notNull(),
    state: text('state').$type<'wanted' | 'done' | 'failed'>().notNull().default('wanted'),
    /** How often it was begun. */
    tries: integer('tries').notNull().default(0),
    endedAt: instant('ended_at'),
    /** What was taken. */
    taken: text('taken', { mode: 'json' }).$type<LastBackup & { name: string }>(),
    /** It holds: it was opened and looked at. */
    sound: flag('sound').notNull().default(false),
    /** Why none was taken. */
    fault: text('fault').$type<BackupFaultCode>(),
  },
  (t) => [
    index('backups_wanted').on(t.id).where(sql`${t.state} = 'wanted'`),
    check('backups_state', sql`${t.state} in ('wanted','done','failed')`),
  ],
)

// ── practice ────────────────────────────────────────────────────────────────────────────────────

/** 练兵: questions people asked for, and how they answered. Their own business. */
export const quizQuestions = sqliteTable(
  'quiz_questions',
  {
    id: integer('id').primaryKey(),
    person: integer('person')
      .notNull()
      .references(() => people.id),
    kind: text('kind').notNull(),
    /** Kind and parameters: not asked again within a week. */
    identity: text('identity').notNull(),
    question: text('question', { mode: 'json' }).$type<Question>().notNull(),
    /** The topic that was wanted; any if absent. */
    wanted: text('wanted').$type<Topic>(),
    /** Of several in a row: the first one, and how many were wanted. */
    round: integer('round'),
    roundOf: integer('round_of'),
    askedAt: instant('asked_at').notNull(),
    outcome: text('outcome').$type<Outcome>(),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    index('quiz_of_person').on(t.person, t.askedAt),
    index('quiz_of_round').on(t.round).where(sql`${t.round} is not null`),
    check('quiz_outcome', sql`${t.outcome} in ('right','wrong','unknown','left')`),
  ],
)
