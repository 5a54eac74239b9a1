import { isTalkOf } from '../../commands/perform.ts'
import { wordings as own } from '../../commands/registry.ts'
import type { Verb } from '../../domain/people/rights.ts'
import type { RoleId } from '../../domain/people/roles.ts'
import type { Call, Wording } from '../../domain/reading/command.ts'
import type { Complaint } from '../../domain/reading/complaint.ts'
import { type Meaning, understand } from '../../domain/reading/meaning.ts'
import { isMeant, namesNone } from '../../domain/reading/meant.ts'
import { isNameLike } from '../../domain/reading/personal.ts'
import { readPlace } from '../../domain/reading/place.ts'
import { isSecret } from '../../domain/reading/secrecy.ts'
import { toComeFor } from '../../domain/reading/to-come.ts'
import { dateOf, wallOf } from '../../domain/time/wall.ts'
import type { Message } from './message.ts'
import { testFields } from './tests.ts'
import { warningsOf } from './warnings.ts'
import { whyCall, whyCase } from './why.ts'

/** What the program makes of a message, as `npm run read` prints it. */
export interface Reading {
  id: string | number | null
  kind: 'report' | 'command' | 'attach' | 'ignore'
  cases: ReadCase[]
  /** Of the first thing asked for; the others stand in `also`. */
  verb: string | null
  refs: Refs
  also: { verb: string; refs: Refs; said?: string }[]
  fields: Record<string, unknown>
  warnings: string[]
  /** Which words gave what. */
  why: object[]
}

/** Cases by number, the quoted one, the one the speaker is at, or none. */
export type Refs = (number | string)[] | 'quoted' | 'recent'

type ReadCase = { [field: string]: unknown }

/** Reads a message by the rules of the running program; of what only its books know, the message says what it needs. */
export function read(message: Message): Reading {
  const { id, inbound, room, bound, now } = message
  const nothing: Reading = {
    id: id ?? null,
    kind: 'ignore',
    cases: [],
    verb: null,
    refs: [],
    also: [],
    fields: {},
    warnings: [],
    why: [],
  }
  if (isSecret(inbound.text)) return { ...nothing, warnings: ['secret'] }
  if (!bound && !/^\s*绑定/.test(inbound.text)) return { ...nothing, warnings: ['unbound-room'] }
  const meaning = understand(inbound, { ...(room && { room }), wordings: wordingsFor(message.role), now })
  if (meaning.tooLong) return { ...nothing, warnings: ['too-long'] }
  if (meaning.complaints.length)
    return {
      ...nothing,
      kind: 'report',
      cases: meaning.complaints.map(caseOf),
      warnings: meaning.complaints.flatMap(warningsOf),
      why: meaning.complaints.map((complaint) => whyCase(complaint, inbound.text)),
    }
  const roles = message.role && [{ role: message.role }]
  const calls = meaning.calls
    .filter((call) => isMeant(call, atHand(message, meaning)))
    .filter((call) => !roles || !isTalkOf({ roles }, call, meaning.spokenTo))
  const [first, ...more] = calls
  if (first)
    return {
      ...nothing,
      ...commandOf(first, message),
      also: more.map((call) => alsoOf(call, message)),
      why: calls.map(whyCall),
    }
  return attached(message, meaning) ?? nothing
}

/** What the program can do, and what people of this role say of what it will. */
function wordingsFor(role: RoleId | undefined): readonly Wording[] {
  const known = WORDINGS.get(role) ?? [...(toComeFor(role, own) as unknown as Wording[]), ...own]
  WORDINGS.set(role, known)
  return known
}

const WORDINGS = new Map<RoleId | undefined, readonly Wording[]>()

/** Verbs by which the program tells apart what the table of verbs has under one id. */
const IDS: Partial<Record<Verb, string>> = {
  agree: 'approve',
  accept: 'transfer',
  waiveContact: 'contact',
  trail: 'show',
  whose: 'show',
  brief: 'show',
  errands: 'mine',
  reported: 'mine',
  find: 'list',
  overdue: 'list',
  dueSoon: 'list',
  unsupervise: 'supervise',
  conclude: 'consult',
}

function idOf({ verb }: Call): string {
  return IDS[verb] ?? verb
}

function atHand({ recent }: Message, { spokenTo }: Meaning) {
  return { spokenTo, recent, fits: (ref: string) => /^[1-9]\d*$/.test(ref), isSomebody }
}

// Who is in the house only the books know: here whoever is called like a unit or like a person.
function isSomebody(who: string): boolean {
  return /(?:队|科|站|室|办|中心|街道|镇|所|管家)$/.test(who) || isNameLike(who)
}

function caseOf({ notes: _, altPhones, receivedAt, deadline, grade, flat, ...said }: Complaint): ReadCase {
  return {
    ...said,
    ...(flat !== undefined && { flat }),
    ...(altPhones && { altPhones }),
    ...(receivedAt !== undefined && { receivedAt: iso(receivedAt) }),
    ...(deadline !== undefined && { deadline: iso(deadline) }),
    ...(grade && { grade }),
  }
}

function commandOf(call: Call, message: Message): Pick<Reading, 'kind' | 'verb' | 'refs' | 'fields' | 'warnings'> {
  const several = refsOf(call, message) === 'recent' && message.recent.length > 1
  return {
    kind: 'command',
    verb: idOf(call),
    refs: refsOf(call, message),
    fields: {
      ...(call.verb !== idOf(call) && { does: call.verb }),
      ...(call.rest && { said: call.rest }),
      ...(call.verb === 'test' && testFields(call.rest, dateOf(message.inbound.sentAt))),
    },
    warnings: several ? [`which-case: ${message.recent.join(' ')}`] : [],
  }
}

function alsoOf(call: Call, message: Message): Reading['also'][number] {
  return { verb: idOf(call), refs: refsOf(call, message), ...(call.rest && { said: call.rest }) }
}

function refsOf(call: Call, { recent, role, inbound }: Message): Refs {
  // 「同意 1 3」 names places in a list, 「并案118」 under a card what it goes to.
  if (call.verb === 'agree')
    return (/^\D*((?:\d{1,6}[\s、,，和]*)*)/.exec(call.words)?.[1]?.match(/\d+/g) ?? []).map(Number)
  if ((call.verb as string) === 'merge' && inbound.quote && call.refs.length === 1) return 'quoted'
  if (call.quoted) return 'quoted'
  if (call.recent || (recent.length > 0 && namesNone(call, wordingsFor(role)))) return 'recent'
  return call.refs.map((ref) => (/^[1-9]\d{0,8}$/.test(ref) ? Number(ref) : ref))
}

/** A picture goes to the case its sender is at or quotes; a place on the map says where. */
function attached(message: Message, { quotedRefs }: Meaning): Reading | undefined {
  const { id, inbound, room, recent } = message
  const [file] = inbound.files
  if (!file || file.kind === 'voice') return undefined
  const place = file.kind === 'location' ? readPlace(file.name, { whole: true, ...roomStreet(room) }) : undefined
  const refs: Refs = quotedRefs.length ? 'quoted' : recent.length === 1 ? 'recent' : []
  if (!place?.named && !refs.length) return undefined
  const { street, community, address } = place ?? {}
  const fields = { ...(street && { street }), ...(community && { community }), ...(address && { address }) }
  const warnings = place ? warningsOf({ notes: place.notes }) : []
  return { id: id ?? null, kind: 'attach', cases: [], verb: null, refs, also: [], fields, warnings, why: [] }
}

function roomStreet(room: Message['room']): { street?: string } {
  return room?.street === undefined ? {} : { street: room.street }
}

function iso(at: number): string {
  const { date, time } = wallOf(at)
  return `${date}T${time}:00+08:00`
}
