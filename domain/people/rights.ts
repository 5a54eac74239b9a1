import { type RoleId, roleNames } from './roles.ts'
import { holds, type Speaker } from './speaker.ts'

/** Who may do a verb: `everyone` in a bound room or with a role, or only holders of these roles. */
type Right = 'everyone' | readonly RoleId[]

/** Who works on cases; whose case it is, the verb's own rule decides. */
const HANDLERS = ['officer', 'tester', 'lead', 'steward', 'desk'] as const

/**
 * The one table of rights (domain.md section 3), by verb. Help, refusals and the registry all ask `may`.
 * A verb that is not here cannot be registered.
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
  rule: ['desk', 'deputy'],
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
  suggest: 'everyone',
  photos: 'everyone',
  restoreBindings: ['admin'],
  settings: ['admin'],
  spokenToday: 'everyone',
  mute: ['lead', 'desk', 'admin', 'steward'],
  calendarDays: ['admin'],
} as const satisfies Record<string, Right>

export type Verb = keyof typeof rights

/** Whether this speaker may use this verb at all. Whose case it is, the verb's own rule decides. */
export function may(speaker: Pick<Speaker, 'roles'>, verb: Verb): boolean {
  const right: Right = rights[verb]
  return right === 'everyone' || holds(speaker, ...right)
}

/** Who may, in words: 「队员、负责人」. */
export function whoMay(verb: Verb): string {
  const right: Right = rights[verb]
  return right === 'everyone' ? '群成员' : right.map((role) => roleNames[role]).join('、')
}
