import type { Books, Tx } from '../db/unit.ts'
import type { Case, PersonId } from '../domain/cases/case.ts'
import { decisionsOf } from '../domain/cases/decisions.ts'
import { approvers } from '../domain/people/roster.ts'
import { instant } from '../domain/time/wall.ts'
import { decisionList } from '../domain/words/decisions.ts'
import { leadAsked } from '../domain/words/notices.ts'
import { askForFriendship } from './settle.ts'

/** When leads read what they are asked: 11:30 and 16:00 of working days†. */
export function approvalTimes({ settings }: Books, date: string): number[] {
  if (!settings.calendar().workday(date)) return []
  return settings.on(date).approvalLists.map((time) => instant(date, time))
}

/** 待批: each lead reads, numbered, what their unit's cases ask; the numbers are kept for 「同意 1 3」. Nothing asked, nothing sent. */
export function approvalList(tx: Tx, { at, now, until }: { at: number; now: number; until: number }): void {
  const open = tx.cases.open()
  const leads = new Map<PersonId, Case[]>()
  for (const c of open.filter(({ asked }) => asked?.length))
    for (const lead of approvers(tx.people, c)) leads.set(lead, [...(leads.get(lead) ?? []), c])
  for (const [lead, cases] of leads) {
    const decisions = decisionsOf(cases)
    const room = cases.find(({ no }) => no === decisions[0]?.no)?.cardRoom
    if (!tx.people.reachable(lead)) {
      if (room !== undefined) askForFriendship(tx, { room, person: lead }, now)
      continue
    }
    const sentence = decisionList(decisions, new Map(cases.map((c) => [c.no, c])), tx.look(now))
    tx.shown.keep(lead, decisions, now)
    tx.outbox.say(
      { to: { person: lead }, class: 'list', key: `decisions-${at}-${lead}`, sentence, goodUntil: until },
      now,
    )
  }
}

/** What can no longer wait for a list is asked at once, each once per deadline. */
export function askPressing(tx: Tx, c: Case, now: number): void {
  const { deadline } = c
  if (!deadline) return
  const kind = c.urgent ? 'urgent' : 'notice'
  for (const wanted of c.asked ?? [])
    for (const lead of approvers(tx.people, c)) {
      const key = `asked-now-${c.no}-${wanted}-${deadline.at}-${lead}`
      tx.outbox.say(
        { to: { person: lead }, class: kind, key, no: c.no, sentence: leadAsked(c, wanted, tx.look(now)) },
        now,
      )
    }
}
