import type { Whistle } from '../domain/cases/called.ts'
import type { CaseNo } from '../domain/cases/case.ts'
import { type Call, callOff } from '../domain/cases/help-call.ts'
import type { Speaker } from '../domain/people/speaker.ts'
import { unitAt } from '../domain/people/unit-said.ts'
import { untilAt, whistleAt } from '../domain/reading/call-said.ts'
import { outsideAt } from '../domain/reading/outside.ts'
import { Refusal } from '../domain/refusal.ts'
import { monthDayClock } from '../domain/time/saying.ts'
import { calledOff } from '../domain/words/calls.ts'
import type { Lookup } from '../domain/words/lookup.ts'
import type { Sentence } from '../domain/words/sentence.ts'
import type { Context } from './command.ts'
import type { Data } from './data.ts'
import { type Party, partyNamed } from './owner.ts'

/** Who is called, of what kind, by when, and the words behind. */
export interface CallSaid {
  parties: (Party & Pick<Call, 'outside'>)[]
  whistle?: Whistle
  until?: number
  rest: string
}

/**
 * Reads whom somebody calls: 「大气科 周四前出方案」, 「执法一队、监测站 应急」, 「城管和交警」. A unit that was entered counts before help
 * from outside of the same name. Refuses: unknown-time, not-in-a-unit, several-named.
 */
export function callSaid(
  said: { people: readonly { id: string; name: string }[] | undefined; words: string | undefined },
  at: { data: Data; look: Lookup; speaker: Speaker; street?: string | undefined },
): CallSaid {
  const call: CallSaid = { parties: [], rest: apart(said.words ?? '') }
  const [first, ...others] = said.people ?? []
  if (first)
    call.parties.push(...[first, ...others].flatMap((one) => partyNamed({ people: [one], words: '' }, at) ?? []))
  while (call.rest) {
    call.rest = call.rest.replace(/^(?:[\s,，、;；:：]|[和与及跟](?=\p{Script=Han}{2}))+/u, '')
    const kind = whistleAt(call.rest)
    const party = kind ? undefined : partyAt(call, at)
    if (kind) call.whistle = kind.whistle
    if (party) call.parties.push(party)
    const next = kind ?? party
    if (!next) break
    call.rest = next.rest
  }
  const time = untilAt(call.rest, { now: at.look.now, settings: at.look.settings })
  if (!time) return call
  if (time.until <= at.look.now)
    throw new Refusal('unknown-time', { said: monthDayClock(time.until), example: '协办 128 大气科 周四前出方案' })
  const kind = whistleAt(time.rest)
  const rest = (kind?.rest ?? time.rest).replace(ARRIVES, '')
  return { ...call, ...(kind && { whistle: kind.whistle }), until: time.until, rest }
}

/** A call taken back: 取消吹哨 (every whistle that runs, or of the units said), 「监测站不用来了」. Refuses: wrong-state, not-yours. */
export function takeBack({
  args: { no, words, people },
  ...context
}: Pick<
  Context<{ no: CaseNo } & Partial<Parameters<typeof callSaid>[0]>>,
  'args' | 'data' | 'look' | 'speaker' | 'heard' | 'find' | 'change'
>): Sentence | undefined {
  const { data, look, speaker, heard, find, change } = context
  const before = find(no)
  const said = callSaid({ people, words }, { data, look, speaker, street: before.street })
  const named = said.parties.map(({ unit }) => unit)
  const { c } = change(no, (c) => callOff(c, speaker, named))
  const left = new Set(c.helpers?.map(({ unit }) => unit))
  const units = (before.helpers ?? []).map(({ unit }) => unit).filter((unit) => !left.has(unit))
  // 「让李强别去」 of a unit nobody called is talk between people.
  const isTalk = heard.room && NOT_NEEDED.test(heard.text) && !before.helpers?.some(({ unit }) => named.includes(unit))
  return isTalk ? undefined : calledOff(c, { units, named })
}

/** 「监测站不用来了」 */
export const NOT_NEEDED = /(?:不用|不必|不要|别)再?(?:来|过来|去|到场)了?[。.!！]*$/u

// 「30分钟内到」
const ARRIVES = /^(?:赶到|到达|到场|到位|到|来)(?:现场)?(?=$|[\s,，。])[\s,，。]*/u

// A person's name counts only where nobody was named yet: behind it stand words.
function partyAt(call: CallSaid, at: Parameters<typeof callSaid>[1]): CallSaid['parties'][number] | undefined {
  const words = apart(call.rest.replace(/^(?:请|叫|让|给|麻烦|通知)\s*(?=\p{Script=Han}{2})/u, ''))
  const unit = unitAt(words, at.data.people.units())
  if (unit) return { ...unit, rest: unit.rest.replace(COMES, '') }
  const outside = outsideAt(words)
  if (outside) return { ...outside, outside: true }
  return call.parties.length ? undefined : partyNamed({ people: undefined, words: call.rest }, at)
}

const COMES =
  /^(?:也|都)?(?:马上|立即|立刻|尽快|赶紧|赶快|速)?(?:来|到|过来|到场|来现场|到现场)(?:一下|吧)?(?=$|[\s,，。])[\s,，。]*/u

// 「执法一队和监测站」, 「大气科周四前出方案」: a unit ends where its kind of name ends.
function apart(words: string): string {
  return words
    .trim()
    .replace(/([队科站室])[和与及跟](?=\p{Script=Han}{2})/gu, '$1、')
    .replace(
      /^(\p{Script=Han}{2,8}?[队科站室])(?=(?:本|这|下)?周[一二三四五六日天]|今天|明天|后天|\d|(?:马上|立即|立刻|尽快|赶紧|赶快|速)?(?:来|到|过来)|应急|综合执法|重点难点)/u,
      '$1 ',
    )
}
