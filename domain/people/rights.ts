import type { Hand } from '../cases/hands.ts'
import { type RoleId, roleNames } from './roles.ts'
import { holds, type Speaker } from './speaker.ts'

/** Who may do a verb: `everyone` in a bound room or with a role, or only holders of these roles. */
type Right = 'everyone' | readonly RoleId[]

/** Who works on cases; whose case it is, the verb's own rule decides. */
const HANDLERS = ['officer', 'tester', 'lead', 'steward', 'desk'] as const

/**
 * Who may use a verb (domain.md section 3). Help, refusals and the registry all ask `may`. A verb that is not here cannot
 * be registered. Whose case it must be stands in `hands`, what a city–district room takes in in `intake`.
 */
export const rights = {
  report: 'everyone',
  claim: ['officer', 'tester', 'lead', 'steward'],
  release: HANDLERS,
  assign: ['lead', 'desk'],
  transfer: HANDLERS,
  accept: HANDLERS,
  urge: 'everyone',
  contact: HANDLERS,
  waiveContact: HANDLERS,
  arrive: HANDLERS,
  progress: 'everyone',
  test: HANDLERS,
  handle: HANDLERS,
  revisit: HANDLERS,
  draft: HANDLERS,
  replied: HANDLERS,
  cityRevisit: ['desk'],
  importCityRevisits: ['desk'],
  reconcile: ['desk'],
  ledger: ['desk'],
  ledgerTemplate: ['desk', 'admin'],
  archive: ['desk', 'admin'],
  close: HANDLERS,
  reopen: HANDLERS,
  cohandle: HANDLERS,
  reportIn: HANDLERS,
  whistle: ['steward', 'lead', 'desk'],
  agree: ['lead', 'desk', 'deputy'],
  pending: ['lead', 'desk', 'deputy'],
  return: HANDLERS,
  extend: HANDLERS,
  suspend: HANDLERS,
  exclude: HANDLERS,
  rule: ['desk'],
  resume: ['desk', 'deputy'],
  followUp: HANDLERS,
  consult: [...HANDLERS, 'deputy', 'chief'],
  conclude: [...HANDLERS, 'deputy', 'chief'],
  supervise: ['deputy', 'chief'],
  unsupervise: ['deputy', 'chief'],
  merge: HANDLERS,
  unmerge: HANDLERS,
  snooze: HANDLERS,
  lowerUrgency: HANDLERS,
  void: 'everyone',
  restore: 'everyone',
  undo: 'everyone',
  correct: 'everyone',
  show: 'everyone',
  trail: 'everyone',
  mine: 'everyone',
  list: 'everyone',
  help: 'everyone',
  contactDetails: ['officer', 'tester', 'lead', 'steward', 'desk'],
  becomeAdmin: 'everyone',
  confirm: 'everyone',
  introduce: 'everyone',
  verify: 'everyone',
  backup: ['admin'],
  template: ['admin'],
  importRoster: ['admin'],
  importOrders: ['desk', 'admin'],
  bindAll: ['admin'],
  issueCodes: ['admin'],
  admit: ['admin', 'lead'],
  admissions: ['admin', 'lead'],
  setUpProgress: ['admin'],
  trial: ['admin'],
  goLive: ['admin'],
  bind: ['admin'],
  unbind: ['admin'],
  grant: ['admin'],
  revoke: ['admin'],
  duty: ['admin', 'lead'],
  area: ['admin'],
  reported: 'everyone',
  errands: HANDLERS,
  dueSoon: 'everyone',
  overdue: 'everyone',
  brief: 'everyone',
  stats: 'everyone',
  find: 'everyone',
  judge: 'everyone',
  standard: 'everyone',
  whose: 'everyone',
  setOwner: ['admin'],
  learnPlace: ['admin'],
  dropPlace: ['admin'],
  showPlace: ['admin'],
  forgetPlace: ['admin'],
  quiz: 'everyone',
  quizRecord: 'everyone',
  suggest: 'everyone',
  scenarios: 'everyone',
  photos: 'everyone',
  restoreBindings: ['admin'],
  settings: ['admin'],
  spokenToday: 'everyone',
  mute: ['lead', 'desk', 'admin', 'steward', 'deputy', 'chief'],
  calendarDays: ['admin'],
} as const satisfies Record<string, Right>

export type Verb = keyof typeof rights

/** Those who work on a case: who has it, colleagues of the unit, its lead, the desk. */
const AT_WORK = ['owner', 'unit', 'lead', 'desk'] as const satisfies readonly Hand[]
/** Those who answer for a case. */
const ANSWERING = ['owner', 'lead', 'desk'] as const satisfies readonly Hand[]

/**
 * Own or other case: the hands one must have in it, where the role alone is not enough (domain.md sections 4 and 10). A
 * verb with two sides has a line for each.
 */
export const hands = {
  release: ANSWERING,
  assign: ['lead', 'desk'],
  transfer: ANSWERING,
  contact: AT_WORK,
  arrive: [...AT_WORK, 'helper', 'steward', 'tester'],
  waiveArrival: AT_WORK,
  progress: [...AT_WORK, 'helper', 'tester', 'steward', 'reporter'],
  test: [...AT_WORK, 'helper', 'tester'],
  waiveTest: [...AT_WORK, 'tester'],
  handle: AT_WORK,
  revisit: AT_WORK,
  reply: ANSWERING,
  close: ANSWERING,
  reopen: ANSWERING,
  /** Another unit is called; anybody joins with their own. */
  cohandle: ANSWERING,
  whistle: ['steward', 'streetLead', 'desk'],
  /** For a unit that cannot say it itself. */
  reportInFor: [...AT_WORK, 'steward'],
  request: AT_WORK,
  /** Of a case nobody has: those it would be. */
  requestWaiting: ['area', 'steward', 'desk'],
  agree: ['lead'],
  followUp: [...AT_WORK, 'steward'],
  /** Leaders besides, of any case. */
  consult: AT_WORK,
  /** The case that goes, when somebody has it, and the one that stays. */
  merge: AT_WORK,
  mergeInto: [...AT_WORK, 'steward'],
  snooze: ['owner'],
  lowerUrgency: ['owner', 'lead'],
  voidWaiting: ['reporter', 'lead', 'desk'],
  void: ['lead', 'desk'],
  restore: ['reporter', 'lead', 'desk'],
  correct: ['owner', 'unit', 'reporter', 'steward', 'grid', 'desk'],
  /** Whom to call is not for everybody in the street's room. */
  correctCaller: ['owner', 'unit', 'reporter', 'steward', 'desk'],
  /** Number and deadline are the platform's. */
  correctOrder: ['reporter', 'desk'],
  correctBasis: ['desk'],
  /** Leaders besides. */
  photos: ['owner', 'lead', 'desk', 'tester'],
} as const satisfies Record<string, readonly Hand[]>

export type Deed = keyof typeof hands

/** What may be said in a city–district room, which is there for intake only: a report, and what keeps the room in order. */
export const intake: ReadonlySet<Verb> = new Set<Verb>([
  'report',
  'undo',
  'confirm',
  'help',
  'suggest',
  'bind',
  'unbind',
  'grant',
  'revoke',
  'admit',
  'mute',
  'spokenToday',
])

/** Whether this speaker may use this verb at all. Whose case it must be, `hands` says. */
export function may(speaker: Pick<Speaker, 'roles'>, verb: Verb): boolean {
  const right: Right = rights[verb]
  return right === 'everyone' || holds(speaker, ...right)
}

/** Who may, in words: 「队员、负责人」. */
export function whoMay(verb: Verb): string {
  const right: Right = rights[verb]
  return right === 'everyone' ? '群成员' : right.map((role) => roleNames[role]).join('、')
}
