import type { Books, Tx } from '../db/unit.ts'
import type { Case } from '../domain/cases/case.ts'
import { decisionsByPerson } from '../domain/cases/decisions.ts'
import { sayOn } from '../domain/cases/say.ts'
import { dateOf, instant, minutes } from '../domain/time/wall.ts'
import { decisionList } from '../domain/words/decisions.ts'
import { leadAsked } from '../domain/words/notices.ts'
import { urgently } from '../domain/words/sentence.ts'
import { askForFriendship } from './settle.ts'

/** When leads read what they are asked: 11:30 and 16:00 of working days†. */
export function approvalTimes({ settings }: Pick<Books, 'settings'>, date: string): number[] {
  if (!settings.calendar().workday(date)) return []
  return settings.on(date).approvalLists.map((time) => instant(date, time))
}

/** 待批: everyone with the say reads, numbered, what open cases ask of them; the numbers are kept for 「同意 1 3」. Nothing asked, nothing sent. */
export function approvalList(tx: Tx, { at, now, until }: { at: number; now: number; until: number }): void {
  const open = [...tx.cases.open(), ...tx.cases.merged()]
  const look = tx.look(now)
  const cases = new Map(open.map((c) => [c.no, c]))
  for (const [person, decisions] of decisionsByPerson(open, look)) {
    const room = cases.get(decisions[0]?.no ?? 0)?.cardRoom
    if (!tx.people.reachable(person)) {
      askForFriendship(tx, { room, person }, now)
      continue
    }
    tx.shown.keep(person, decisions, now)
    tx.outbox.say(
      {
        to: { person },
        class: 'list',
        key: `decisions-${at}-${person}`,
        sentence: decisionList(decisions, cases, look),
        goodUntil: until,
      },
      now,
    )
  }
}

/** What can no longer wait for a list is asked at once, each once per deadline. */
export function askPressing(tx: Tx, c: Case, now: number): void {
  const { deadline } = c
  if (!deadline) return
  // The list of this minute names it, too.
  const listed = approvalTimes(tx, dateOf(now)).some((at) => Math.abs(at - now) < minutes(1))
  if (listed && !c.urgent) return
  const look = tx.look(now)
  const kind = c.urgent ? 'urgent' : 'notice'
  for (const wanted of c.asked ?? [])
    for (const person of sayOn(c, wanted, look).deciders) {
      const asked = leadAsked(c, wanted, look)
      const sentence = c.urgent ? urgently(asked) : asked
      const key = `asked-now-${c.no}-${wanted}-${deadline.at}-${person}`
      tx.outbox.say({ to: { person }, class: kind, key, no: c.no, sentence }, now)
    }
}
