import type { FileRow, Sender } from '../db/files.ts'
import type { Tx } from '../db/unit.ts'
import { type Case, type CaseNo, isOpen } from '../domain/cases/case.ts'
import { correctPlace } from '../domain/cases/correct.ts'
import type { CaseEvent } from '../domain/cases/events.ts'
import { addPhoto, NEARBY, type Placement, placementOf } from '../domain/cases/photos.ts'
import { note } from '../domain/cases/steps.ts'
import { hintOf, readPlace } from '../domain/reading/place.ts'
import { dateOf } from '../domain/time/wall.ts'
import { filesKept, locationKept, samePhoto, whichCase } from '../domain/words/files.ts'
import { lines, s } from '../domain/words/sentence.ts'
import type { To } from '../domain/words/speech.ts'

/** An acknowledgement, and a question, wait so long for more of the same. */
const MORE = 10_000
const MOST_CHOICES = 6

/** Puts a sender's pictures of no case to the case they named around them, as far as that is known now. */
export function placeFiles(tx: Tx, sender: Sender, now: number): void {
  for (const file of undecided(tx, sender)) {
    const placement = placed(tx, file, now)
    if ('to' in placement) attach(tx, file, placement.to, now)
    else tx.files.change(file.id, { askAt: 'waitUntil' in placement ? placement.waitUntil : now + MORE })
  }
}

/** Gives pictures to a case because their sender said so. Out: how many there were. */
export function giveFiles(tx: Tx, files: readonly FileRow[], to: { no: CaseNo; now: number }): number {
  for (const file of files) attach(tx, file, to.no, to.now)
  return files.length
}

/** A file is loaded, or a location was read: it goes to its case if that is known. */
export function settleFile(tx: Tx, id: number, now: number): void {
  const file = tx.files.find(id)
  if (!file) return
  if (file.no !== null) add(tx, file, { no: file.no, now })
  else placeFiles(tx, file, now)
}

/** Asks every sender whose pictures waited long enough, once for all of them. */
export function askForCases(tx: Tx, now: number): void {
  for (const sender of tx.files.toAsk(now)) askFor(tx, sender, now)
}

/** Whose case is neither known nor asked for, nor given up as chatter. */
function undecided(tx: Tx, { person, room }: Sender): FileRow[] {
  return tx.files.loose(person, room).filter(({ askAt }) => askAt !== null)
}

/** Where a sender is spoken to: the conversation the file came from. */
export function conversationOf({ person, room }: Sender): To {
  return room === null ? { person } : { room }
}

function placed(tx: Tx, { person, room, sentAt }: FileRow, now: number): Placement {
  const namings = tx.files
    .namings({ person, room }, sentAt - NEARBY, sentAt + NEARBY)
    .filter(({ no }) => tx.cases.find(no)?.state !== 'void')
  return placementOf(sentAt, namings, now)
}

function attach(tx: Tx, file: FileRow, no: CaseNo, now: number): void {
  tx.files.change(file.id, { no, askAt: null })
  if (file.state === 'held') add(tx, file, { no, now })
}

/** It is loaded and its case is known. */
function add(tx: Tx, file: FileRow, { no, now }: { no: CaseNo; now: number }): void {
  const c = tx.cases.find(no)
  if (!c) return
  tx.files.change(file.id, { state: 'stored' })
  if (file.kind === 'location') {
    addLocation(tx, file, { c, now })
    return
  }
  record(tx, file, { c, now, facts: addPhoto(c, file.id) })
  acknowledge(tx, file, { no, now })
  pointOut(tx, file, { c, now })
}

/** The label of a location completes a case without a place, or is a line of its timeline. */
function addLocation(tx: Tx, file: FileRow, { c, now }: { c: Case; now: number }): void {
  if (!file.name) return
  const label = tx.vault.mask(c.complainant, file.name)
  const by = tx.people.speaker(file.person, file.room === null ? undefined : tx.people.room(file.room))
  if (c.missing.includes('place') && isOpen(c)) {
    const { street, community } = readPlace(file.name, hintOf({ ...c, learned: tx.places.learned() }))
    const room = tx.people.roomFor(street)
    const to = {
      place: tx.texts.keep(label),
      ...(street !== undefined && { street }),
      ...(community !== undefined && { community }),
      ...(room && { room: room.id }),
    }
    record(tx, file, { c, now, facts: correctPlace(c, by, to) })
  } else record(tx, file, { c, now, facts: note(tx.texts.keep(`位置:${label}`)) })
  tx.outbox.say(
    { to: conversationOf(file), class: 'reply', key: `location-${file.id}`, no: c.no, sentence: locationKept(c.no) },
    now,
  )
}

function record(tx: Tx, file: FileRow, { c, now, facts }: { c: Case; now: number; facts: readonly CaseEvent[] }): void {
  const log = facts.map((event) => ({ no: c.no, at: now, by: file.person, cause: file.message, event }))
  if (log.length) tx.record(log, now)
}

/** Nine pictures, one answer: ten seconds after the last of them. */
function acknowledge(tx: Tx, file: FileRow, { no, now }: { no: CaseNo; now: number }): void {
  const last = tx.files.lastAck(file, no)
  const ack = last !== undefined && tx.outbox.waits(ackKey(last)) ? last : file.id
  tx.files.change(file.id, { ack })
  sayKept(tx, { ...file, ack, no }, now + MORE)
}

/** Says anew how many files an acknowledgement counts; takes it back when none is left. */
export function recount(tx: Tx, file: FileRow, now: number): void {
  if (file.ack === null || file.no === null) return
  if (tx.files.inAck(file.ack).length) {
    if (tx.outbox.waits(ackKey(file.ack))) sayKept(tx, { ...file, ack: file.ack, no: file.no }, now + MORE)
  } else tx.outbox.unsay(ackKey(file.ack))
}

function sayKept(tx: Tx, { ack, no, ...file }: Sender & { ack: number; no: CaseNo }, notBefore: number): void {
  const kinds = tx.files.inAck(ack).map(({ kind }) => kind)
  const sentence = filesKept(no, kinds)
  tx.outbox.say(
    { to: conversationOf(file), class: 'reply', key: ackKey(ack), no, sentence, notBefore, gathers: true },
    notBefore - MORE,
  )
}

const ackKey = (ack: number): string => `files-${ack}`

/** The same picture at another case, of another matter: its lead is told, once for the two. */
function pointOut(tx: Tx, file: FileRow, { c, now }: { c: Case; now: number }): void {
  const hash = tx.files.find(file.id)?.hash
  const other = hash ? tx.files.sameElsewhere(hash, c.no)[0] : undefined
  const otherCase = other?.no == null ? undefined : tx.cases.find(other.no)
  const unit = c.owner?.unit ?? tx.people.unitFor(c)
  if (!otherCase || unit === undefined || matterOf(c) === matterOf(otherCase)) return
  const look = tx.look(now)
  const sentence = samePhoto(c, otherCase, tx.people.name(file.person), look)
  for (const lead of tx.people.leadsOf(unit))
    tx.outbox.say(
      { to: { person: lead }, class: 'notice', key: `same-photo-${c.no}-${otherCase.no}-${lead}`, no: c.no, sentence },
      now,
    )
}

function matterOf({ no, mergedInto }: Case): CaseNo {
  return mergedInto ?? no
}

function askFor(tx: Tx, sender: Sender, now: number): void {
  const waiting = undecided(tx, sender)
  const loaded = waiting.filter(({ state }) => state === 'held')
  if (tx.files.looseSince(sender, now - MORE)) {
    for (const { id } of waiting) tx.files.change(id, { askAt: now + MORE })
    return
  }
  for (const { id, state } of waiting) tx.files.change(id, { askAt: state === 'held' ? null : now + NEARBY })
  const choices = loaded[0] ? choicesFor(tx, loaded[0], now) : []
  if (!choices.length) return
  for (const { id } of loaded) tx.files.change(id, { askedAt: now, askAt: null })
  tx.questions.ask(
    { person: sender.person, kind: 'files', choices: choices.map(({ no }) => no), files: loaded.map(({ id }) => id) },
    now,
  )
  const sentence = whichCase(
    loaded.map(({ kind }) => kind),
    choices,
    tx.look(now),
  )
  const inPrivate = sender.room === null || tx.people.reachable(sender.person)
  tx.outbox.say(
    {
      to: inPrivate ? { person: sender.person } : conversationOf(sender),
      class: 'reply',
      key: `which-case-${loaded[0]?.id}`,
      sentence: inPrivate ? sentence : lines(s`${{ at: sender.person }} ${sentence}`),
    },
    now,
  )
}

/** The cases named around a picture; else those its sender acted on here lately, and owns. */
function choicesFor(tx: Tx, file: FileRow, now: number): Case[] {
  const placement = placed(tx, file, now)
  if ('among' in placement && placement.among.length)
    return placement.among.flatMap((no) => tx.cases.find(no) ?? []).slice(0, MOST_CHOICES)
  const since = now - tx.settings.on(dateOf(now)).recent
  const street = file.room === null ? undefined : tx.people.room(file.room)?.street
  const owned = tx.cases.ownedBy(file.person).filter((c) => street === undefined || c.street === street)
  const all = [...tx.cases.recentOf(file.person, file.room ?? undefined, since), ...owned]
  return [...new Map(all.map((c) => [c.no, c])).values()].sort((a, b) => a.no - b.no).slice(0, MOST_CHOICES)
}
