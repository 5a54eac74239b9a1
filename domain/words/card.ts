import { type Case, isOpen, type PersonId } from '../cases/case.ts'
import { rowOf } from '../cases/grade.ts'
import { summoned } from '../people/roster.ts'
import { contentOf, deadlineLine, headline, stateNames } from './case-lines.ts'
import type { Lookup } from './lookup.ts'
import { at, lines, mentioned, type Sentence, s } from './sentence.ts'

/** The one card of a case, with the two who must act and the next step (wording.md). */
export function card(c: Case, look: Lookup): Sentence {
  if (c.urgent) return urgentCard(c, look)
  return lines(
    headline(c, look),
    contentOf(c, look),
    deadlineLine(c, look),
    missingLine(c),
    likelyLine(c, look),
    callFor(c, look),
  )
}

/** The card as one line, when several come at once. */
export function cardBrief(c: Case, look: Lookup): Sentence {
  return s`${headline(c, look)}${c.missing.length ? `,待补${missingOf(c)}` : ''}${likelyBriefly(c, look)}${c.owner ? '' : `,回「领哨 ${c.no}」`}`
}

/** The end of several cards in one message: calls, once, the two whom most of them called. In: the whole cards. */
export function callForAll(cards: readonly Sentence[]): Sentence {
  const calls = Map.groupBy(cards.flatMap(mentioned), (person) => person)
  const most = [...calls].sort(([, a], [, b]) => b.length - a.length).slice(0, 2)
  return most.length ? [...most.map(([person]) => at(person)), `请看以上${cards.length}件`] : []
}

function urgentCard(c: Case, look: Lookup): Sentence {
  return lines(
    `【急】${headline(c, look)}`,
    contentOf(c, look),
    deadlineLine(c, look),
    missingLine(c),
    likelyLine(c, look),
    c.owner
      ? callFor(c, look)
      : s`${names(summoned(look, c, look.now), look)}请${minutesToClaim(c, look)}分钟内回「领哨 ${c.no}」`,
    `涉及人身安全先拨119/120${look.settings.dutyPhone ? `;局值班电话 ${look.settings.dutyPhone}` : ''}`,
  )
}

function callFor(c: Case, look: Lookup): Sentence {
  if (c.owner) return [`${c.owner.unit} ${look.name(c.owner.person)}在办,不用再领。`]
  return s`${names(summoned(look, c, look.now), look)}引用本条回「领哨」`
}

function names(people: readonly PersonId[], look: Lookup): Sentence {
  return people.flatMap((person) => [at(person), dutyMark(person, look)])
}

function dutyMark(person: PersonId, look: Lookup): string {
  const unit = look.unitsOf(person).find((mine) => look.dutyOf(mine, look.now).includes(person))
  return unit === undefined ? '' : `(${unit}值班) `
}

function missingLine(c: Case): string {
  if (!c.missing.length) return ''
  return `待补:${missingOf(c)},补充回「更正 ${c.no} ${c.missing[0] === 'place' ? '地址' : '内容'} …」`
}

/** 「可能重复:#118(办理中)。同一件事回「并案118」」: a hint; people decide. */
function likelyLine(c: Case, look: Lookup): string {
  const likely = look.likely(c)
  const open = likely.find(isOpen)
  const next = open ? `。同一件事回「并案${open.no}」` : ''
  return likely.length
    ? `可能重复:${likely.map(({ no, state }) => `#${no}(${stateNames[state]})`).join('、')}${next}`
    : ''
}

function likelyBriefly(c: Case, look: Lookup): string {
  const [first] = look.likely(c)
  return first ? `,可能重复#${first.no}` : ''
}

function missingOf(c: Case): string {
  return c.missing.map((field) => (field === 'place' ? '地址' : '问题')).join('、')
}

// Until the first step of its ladder.
function minutesToClaim(c: Case, { settings }: Lookup): number {
  const first = rowOf(c) === 'day' ? settings.dayUnclaimedPrivate : settings.emergencyUnclaimedLead
  return Math.round(first / 60_000)
}
