import type { Case, CaseNo } from '../domain/cases/case.ts'
import type { CaseEvent } from '../domain/cases/events.ts'
import { intake, may, type Verb, whoMay } from '../domain/people/rights.ts'
import { holds, inScope, type Speaker } from '../domain/people/speaker.ts'
import type { Call } from '../domain/reading/command.ts'
import { Refusal } from '../domain/refusal.ts'
import { exampleOf } from '../domain/words/help.ts'
import { lines, type Sentence } from '../domain/words/sentence.ts'
import { sureOf } from '../domain/words/set-up.ts'
import type { Arg, Words } from './args.ts'
import type { Command, Context, Heard, Sure, Waiting } from './command.ts'
import { askerOf } from './confirm.ts'
import type { Data } from './data.ts'
import { covered, each } from './each.ts'
import { towardsMain } from './of-main.ts'
import { argsOf, commandOf, commands } from './registry.ts'

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
  if (!may(speaker, command.verb) && command.otherwise && may(speaker, command.otherwise))
    return perform(speaker, { ...wish, verb: command.otherwise }, { data, on })
  const [first] = wish.nos
  if (!may(speaker, command.verb) && command.refusal && first !== undefined) throw command.refusal(first)
  if (!may(speaker, command.verb)) throw notAllowed(command, speaker, first)
  if (speaker.room?.kind === 'city' && !intake.has(command.verb))
    throw new Refusal('intake-only', { verb: command.words[0] ?? '' })
  if (command.where === 'private' && speaker.room) throw new Refusal('private-only', { verb: command.words[0] ?? '' })
  if (command.where === 'room' && !on.heard.room) throw new Refusal('room-only', { verb: command.words[0] ?? '' })
  const { nos, notes } = towardsMain(command, wish.nos, data)
  if (notes.length) return lines(perform(speaker, { ...wish, nos }, { data, on }), ...notes)
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

/** A leader is not told to ask for the right to do others' work. */
function notAllowed({ verb, words }: Command, speaker: Speaker, first: CaseNo | undefined): Refusal {
  const leads = first !== undefined && holds(speaker, 'chief', 'deputy') && may(speaker, 'urge')
  return new Refusal('not-allowed', {
    verb: words[0] ?? verb,
    who: whoMay(verb),
    ...(leads && { leader: first }),
  })
}

/** How many cases may be acted on at once without being asked (domain.md section 4, bulk acts). */
export const MOST_AT_ONCE = 5

function askedFirst(command: Command, { nos }: Wish, { confirm }: Context<object>): Sentence | undefined {
  if (nos.length <= MOST_AT_ONCE || command.verb === 'show' || command.verb === 'confirm') return undefined
  const asked = confirm(undefined, (code) => sureOf(`一次「${command.words[0]}」${nos.length}件`, code))
  return 'ask' in asked ? asked.ask : undefined
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

/** What sounds like a command that is others' to give, and does not begin with its word, is talk: 「盯一下这件」. */
export function isTalkOf(
  speaker: Pick<Speaker, 'roles'>,
  { verb, words }: Pick<Call, 'verb' | 'words'>,
  spokenTo: boolean,
): boolean {
  const command = commands.find((one) => one.verb === verb)
  if (!command || may(speaker, verb)) return false
  if (command.theirsAlone && !spokenTo) return true
  if (!command.alsoTheirs) return false
  if (command.alsoTheirs !== true && !command.alsoTheirs.test(words)) return false
  return !command.words.some((word) => words.replace(/^[#＃\d\s]+/, '').startsWith(word))
}
