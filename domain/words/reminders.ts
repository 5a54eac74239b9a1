import type { Case, PersonId } from '../cases/case.ts'
import { contactBy, contactSince, internalDeadline } from '../cases/deadlines.ts'
import { rowOf } from '../cases/grade.ts'
import type { DueOf, Step, StepKind } from '../cases/ladder.ts'
import type { Supervised } from '../cases/ladder-rungs.ts'
import { levels } from '../cases/supervise.ts'
import { dayClock, span } from '../time/saying.ts'
import { minutes } from '../time/wall.ts'
import { briefly } from './case-lines.ts'
import type { Lookup } from './lookup.ts'
import { at, type Sentence, s } from './sentence.ts'

/** Whom a reminder speaks to: a room (with those mentioned), the owner, or somebody else in private. */
export type Reader = { look: Lookup } & (
  | { to: 'room'; mentions: readonly PersonId[] }
  | { to: 'owner' | 'supervisor' | 'private' }
)

type Told = Pick<Step, 'step' | 'kind' | 'urgent' | 'derived' | 'at' | 'call' | 'supervision' | 'of'>

/**
 * One step of the ladder in words: number first, next step last. A room reads the unit, never who is late; names stand
 * only in private words to somebody other than the owner.
 */
export function reminder(step: Told, c: Case, reader: Reader): Sentence {
  const { look } = reader
  const call = reader.to === 'room' ? reader.mentions.map((person) => at(person)) : []
  const words = sentences[step.kind](c, reader, step)
  const head = `${step.urgent ? '【急】' : ''}${briefly(c, look)}`
  return s`${head} ${words.what}${step.derived ? '(推算)' : ''}。${call}${words.next}`
}

interface Words {
  what: string
  next: string
}

const sentences: Record<StepKind, (c: Case, reader: Reader, step: Told) => Words> = {
  unclaimed: (c, { to, look }) => ({
    what: `已等${span(look.now - c.waitingSince)},还没人领`,
    next: to === 'private' ? `请回「领哨 ${c.no}」,去不了请安排人` : `请${c.urgent ? '马上' : ''}回「领哨 ${c.no}」`,
  }),
  contact: (c, reader, { step }) => ({
    what: `${claimedFor(c, reader)},还没联系诉求人`,
    next:
      reader.to !== 'owner'
        ? `请督促联系,经过回「过程 ${c.no}」`
        : step === 'contact-soon'
          ? `请在${contactLimit(c, reader.look)}前打,号码回「联系方式 ${c.no}」`
          : `请现在就打,号码回「联系方式 ${c.no}」`,
  }),
  onsite: (c, reader) => ({
    what: `${claimedFor(c, reader)},还没到场`,
    next: reader.to === 'owner' ? `请马上到现场,现况回「${c.no}」` : `请督促到场,经过回「过程 ${c.no}」`,
  }),
  due: (c, reader, { step, of = c }) => ({
    what: `${whose(of, c)}${dueIn(of, reader.look)}${step === 'internal' ? internal(of, reader.look) : ''}${whoHasIt(c, reader)}`,
    next: c.owner ? `还差什么回「${of.no}」` : `请回「领哨 ${c.no}」`,
  }),
  arrival: (c, { look }, { call }) => ({
    what: `${call?.unit ?? ''}要在${dayClock(call?.until ?? look.now, look.now)}前报到,余${span((call?.until ?? look.now) - look.now)}`,
    next: `到了回「报到 ${c.no}」`,
  }),
  missing: (c, { look }, { call }) => ({
    what: `${call?.unit ?? ''}应${dayClock(call?.until ?? look.now, look.now)}前报到,还没到`,
    next: `请安排,到了回「报到 ${c.no}」`,
  }),
  supervised: (c, reader, { supervision }) => ({
    what: `${supervision ? `${wish(supervision, reader.look)},余${span(supervision.until - reader.look.now)}` : ''}${whoHasIt(c, reader)}`,
    next: c.owner ? `还差什么回「${c.no}」` : `请回「领哨 ${c.no}」`,
  }),
  supervisedOver: (c, reader, { supervision }) => ({
    what: `${supervision ? `${levels[supervision.level]}督办的时间到了,还没办结` : ''}${whoHasIt(c, reader)}`,
    next:
      reader.to === 'supervisor'
        ? `另定时间回「督办 ${c.no} 几号前」,不再督办回「销督 ${c.no}」`
        : c.owner
          ? `请尽快办结,今天回一句「进展 ${c.no} …」`
          : `请马上回「领哨 ${c.no}」`,
  }),
  expired: (c, reader, { of = c }) => ({
    what: `${whose(of, c)}${late(of, reader.look)}${whoHasIt(c, reader)}`,
    next: c.owner ? `请尽快办结,经过回「过程 ${c.no}」` : `请马上回「领哨 ${c.no}」`,
  }),
}

function wish({ level, until }: Supervised, { now }: Lookup): string {
  return `${levels[level]}督办,${dayClock(until, now)}前办结`
}

// 「并入的#130 今天18:00到期」: the work of #128 is ruled by the earliest of all.
function whose(of: DueOf, c: Case): string {
  return of.no === c.no ? '' : `并入的#${of.no} `
}

function claimedFor(c: Case, reader: Reader): string {
  const since = contactSince(c)
  const how = since !== undefined && since === c.reopenedAt ? '重办' : '领哨'
  return `${owner(c, reader)}${how}${span(reader.look.now - (since ?? c.registeredAt))}了`
}

function whoHasIt(c: Case, reader: Reader): string {
  if (!c.owner) return ',还没人领'
  return reader.to === 'owner' ? '' : `,${owner(c, reader)}在办`
}

function owner(c: Case, { to, look }: Reader): string {
  if (!c.owner || to === 'owner') return ''
  return to === 'room' ? c.owner.unit : `${c.owner.unit} ${look.name(c.owner.person)}`
}

function contactLimit(c: Case, { settings, now }: Lookup): string {
  return dayClock(contactBy(contactSince(c) ?? now, rowOf(c), settings), now)
}

function dueIn(c: DueOf, { now }: Lookup): string {
  if (!c.deadline) return '快到期'
  return `${dayClock(c.deadline.at, now)}到期,余${span(c.deadline.at - now)}`
}

// Quiet hours move the step before the time it is about.
function internal(c: DueOf, { settings, now }: Lookup): string {
  if (!c.deadline) return ''
  const by = internalDeadline(c.deadline, rowOf(c), settings)
  return by > now ? `,局内时限${dayClock(by, now)}` : ',局内时限已到'
}

function late(c: DueOf, { now }: Lookup): string {
  if (!c.deadline) return '已超期'
  const over = now - c.deadline.at
  return over < minutes(1) ? `${c.deadline.official ? '官方' : '内部'}时限到了` : `已超期${span(over)}`
}

/** Written into the audit when personal data is opened because a message holds it. */
export const disclosedBecause = '私聊发出联系方式'

/** Instead of personal data that was never given or is erased. */
export const notGiven = '未留'

/** In a room, to somebody who cannot be written to in private. */
export function befriend(person: PersonId): Sentence {
  return s`${at(person)} 有私信提醒发不到你,请先加我为好友。`
}
