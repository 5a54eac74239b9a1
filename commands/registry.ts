import type { Case, CaseNo } from '../domain/cases/case.ts'
import type { CaseEvent } from '../domain/cases/events.ts'
import { may, type Verb, whoMay } from '../domain/people/rights.ts'
import { inScope, type Speaker } from '../domain/people/speaker.ts'
import type { Wording } from '../domain/reading/command.ts'
import { Refusal } from '../domain/refusal.ts'
import { exampleOf } from '../domain/words/help.ts'
import type { Sentence } from '../domain/words/sentence.ts'
import { sureOf } from '../domain/words/set-up.ts'
import accept from './accept.ts'
import admissions from './admissions.ts'
import admit from './admit.ts'
import agree from './agree.ts'
import area from './area.ts'
import type { Arg, Words } from './args.ts'
import arrive from './arrive.ts'
import assign from './assign.ts'
import becomeAdmin from './become-admin.ts'
import bind from './bind.ts'
import bindAll from './bind-all.ts'
import brief from './brief.ts'
import calendarDays from './calendar-days.ts'
import claim from './claim.ts'
import close from './close.ts'
import cohandle from './cohandle.ts'
import type { Command, Context, Heard, Sure, Waiting } from './command.ts'
import confirm, { askerOf } from './confirm.ts'
import contact from './contact.ts'
import contactDetails from './contact-details.ts'
import correct from './correct.ts'
import type { Data } from './data.ts'
import draft from './draft.ts'
import dueSoon from './due-soon.ts'
import duty from './duty.ts'
import { covered, each } from './each.ts'
import errands from './errands.ts'
import find from './find.ts'
import goLive from './go-live.ts'
import grant from './grant.ts'
import handle from './handle.ts'
import help from './help.ts'
import importOrders from './import-orders.ts'
import importRoster from './import-roster.ts'
import introduce from './introduce.ts'
import issueCodes from './issue-codes.ts'
import list from './list.ts'
import lowerUrgency from './lower-urgency.ts'
import mine from './mine.ts'
import mute from './mute.ts'
import overdue from './overdue.ts'
import progress from './progress.ts'
import release from './release.ts'
import reopen from './reopen.ts'
import replied from './replied.ts'
import report from './report.ts'
import reportIn from './report-in.ts'
import reported from './reported.ts'
import restore from './restore.ts'
import revisit from './revisit.ts'
import revoke from './revoke.ts'
import setOwner from './set-owner.ts'
import setUpProgress from './set-up-progress.ts'
import settings from './settings.ts'
import show from './show.ts'
import snooze from './snooze.ts'
import spokenToday from './spoken-today.ts'
import template from './template.ts'
import test from './test.ts'
import trail from './trail.ts'
import transfer from './transfer.ts'
import trial from './trial.ts'
import unbind from './unbind.ts'
import undo from './undo.ts'
import urge from './urge.ts'
import verify from './verify.ts'
import voidCase from './void.ts'
import waiveContact from './waive-contact.ts'
import whose from './whose.ts'

/** Everything people can say, in the order help shows it. */
export const commands: readonly Command[] = checked([
  report,
  claim,
  contact,
  contactDetails,
  arrive,
  handle,
  progress,
  urge,
  test,
  revisit,
  draft,
  replied,
  close,
  release,
  transfer,
  accept,
  cohandle,
  reportIn,
  assign,
  agree,
  admissions,
  admit,
  reopen,
  snooze,
  lowerUrgency,
  waiveContact,
  correct,
  undo,
  voidCase,
  restore,
  show,
  trail,
  mine,
  errands,
  list,
  find,
  whose,
  overdue,
  dueSoon,
  reported,
  brief,
  help,
  confirm,
  introduce,
  verify,
  becomeAdmin,
  template,
  importRoster,
  importOrders,
  bindAll,
  issueCodes,
  setUpProgress,
  trial,
  goLive,
  bind,
  unbind,
  grant,
  revoke,
  duty,
  area,
  setOwner,
  mute,
  spokenToday,
  settings,
  calendarDays,
] as unknown as Command[])

/** What the reader of messages knows of the commands. */
export const wordings: readonly Wording[] = commands.map((command) => ({
  verb: command.verb,
  words: command.words,
  ...(command.also && { also: command.also }),
  ...(command.plain && { plain: command.plain }),
  onCase: argsOf(command).some((arg) => arg.onCase),
  bare: argsOf(command).length === 0,
  ...(command.only && { only: command.only }),
  acts: command.verb !== 'show' && argsOf(command).some((arg) => arg.onCase),
}))

/** What may be said by somebody nobody knows yet. */
export const forStrangers: ReadonlySet<Verb> = new Set(
  commands.filter(({ strangersToo }) => strangersToo).map(({ verb }) => verb),
)

/** Why something is done: the message behind it, and a prefix for the keys of what is said. */
export interface Occasion {
  now: number
  cause?: number
  key: string
  heard: Heard
  /** This was confirmed: what was kept when it was asked, and what was left out. */
  sure?: { kept: unknown; except: readonly number[] }
}

/** One verb to carry out. */
export interface Wish {
  verb: Verb
  nos: CaseNo[]
  rest: string
}

/**
 * Carries out a verb for a speaker inside a unit of work: the one door for chat, page, hooks and imports.
 * Out: the answer, if it has one. Throws Refusals; anything else is a fault.
 */
export function perform(
  speaker: Speaker,
  wish: Wish,
  { data, on }: { data: Data; on: Occasion },
): Sentence | undefined {
  const command = commandOf(wish.verb)
  if (!may(speaker, command.verb))
    throw new Refusal('not-allowed', { verb: command.words[0] ?? command.verb, who: whoMay(command.verb) })
  if (command.where === 'private' && speaker.room) throw new Refusal('private-only', { verb: command.words[0] ?? '' })
  if (command.where === 'room' && !on.heard.room) throw new Refusal('room-only', { verb: command.words[0] ?? '' })
  const args = readArgs(command, { rest: wish.rest, nos: wish.nos, mentions: on.heard.mentions })
  const context = contextOf(speaker, args, { data, on, wish })
  const asked = askedFirst(command, wish, context)
  if (!asked && wish.nos.length > 1 && argsOf(command).some(({ one }) => one))
    return each(wish.nos, { data, look: () => data.look(on.now) }, (no) =>
      perform(speaker, { ...wish, nos: [no] }, { data, on: { ...on, key: `${on.key}-${no}` } }),
    )
  const answer = asked ?? covered(wish.nos, data, () => command.run(context))
  return typeof answer === 'string' ? [answer] : answer
}

/** How many cases may be acted on at once without being asked (domain.md section 4, bulk acts). */
const MOST_AT_ONCE = 5

function askedFirst(command: Command, { nos }: Wish, { confirm }: Context<object>): Sentence | undefined {
  if (nos.length <= MOST_AT_ONCE || command.verb === 'show' || command.verb === 'confirm') return undefined
  const asked = confirm(undefined, (code) => sureOf(`一次「${command.words[0]}」${nos.length}件`, code))
  return 'ask' in asked ? asked.ask : undefined
}

/** The command of a verb. */
export function commandOf(verb: Verb): Command {
  const found = commands.find((command) => command.verb === verb)
  if (!found) throw new Error(`no command for ${verb}`)
  return found
}

function contextOf<A extends object>(
  speaker: Speaker,
  args: A,
  { data, on, wish }: { data: Data; on: Occasion; wish: Wish },
): Context<A> {
  const { now, cause, key, heard } = on
  const look = data.look(now)
  function find(no: CaseNo): Case {
    const c = data.cases.find(no)
    if (!c) throw new Refusal('unknown-case', { no })
    if (!inScope(speaker, c)) throw new Refusal('out-of-scope', { no, ...(!speaker.room && { alone: true as const }) })
    return c
  }
  function change(no: CaseNo, facts: (c: Case) => CaseEvent[]) {
    const before = find(no)
    const happened = facts(before)
    if (!happened.length) return { c: before, changed: false }
    const log = happened.map((event) => ({
      no,
      at: now,
      by: speaker.person,
      ...(cause !== undefined && { cause }),
      event,
    }))
    return { c: data.record(log, now), changed: true }
  }
  function confirm<T>(kept: T, question: (code: string) => Sentence): Sure<T> | { ask: Sentence } {
    if (on.sure) return { sure: on.sure.kept as T, except: on.sure.except }
    const waiting: Waiting = { verb: wish.verb, nos: wish.nos, rest: masked(), mentions: heard.mentions, kept }
    return { ask: question(data.confirmations.ask(askerOf(speaker, heard), waiting, now)) }
  }
  // What waits is kept in the clear; of a case it is never more than what will be kept of it.
  const masked = () =>
    wish.nos.reduce((words, no) => data.vault.mask(data.cases.find(no)?.complainant, words), wish.rest)
  function again({ kept, mentions, ...wanted }: Waiting, except: readonly number[]) {
    return perform(speaker, wanted, { data, on: { ...on, heard: { ...heard, mentions }, sure: { kept, except } } })
  }
  return { args, speaker, now, look, data, occasion: key, cause, heard, commands, confirm, again, find, change }
}

function readArgs(command: Command, words: Words): object {
  const read = Object.entries(command.args as Record<string, Arg<unknown>>).map(([key, arg]) => {
    const value = arg.read(words)
    if (value === undefined && !arg.optional)
      throw new Refusal('missing-argument', {
        verb: command.verb,
        what: arg.name,
        example: exampleOf(command.examples[0], words.nos[0]),
      })
    return [key, value]
  })
  return Object.fromEntries(read)
}

function argsOf(command: Command): Arg<unknown>[] {
  return Object.values(command.args as Record<string, Arg<unknown>>)
}

// Two commands with one word, or one nobody can learn, are mistakes of ours: the program does not start with them.
function checked(all: Command[]): Command[] {
  const owner = new Map<string, Verb>()
  for (const { verb, words, summary, examples } of all) {
    if (!summary || !examples.length) throw new Error(`command ${verb} needs a summary and an example`)
    for (const word of words) {
      if (owner.has(word)) throw new Error(`「${word}」 belongs to ${owner.get(word)} and ${verb}`)
      owner.set(word, verb)
    }
  }
  return all
}
