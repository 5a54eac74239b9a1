import type { Room } from '../people/rooms.ts'
import { askingLimit } from './asks-limit.ts'
import { type Call, leadingWords, refsOfQuote, takeNumbers, type Wording } from './command.ts'
import { type Complaint, readComplaints } from './complaint.ts'
import type { Inbound } from './inbound.ts'
import type { Learned } from './learned.ts'
import { normalise } from './normal.ts'
import { readWishes } from './several.ts'
import { asksForQuiet, asksState, isQuestion, isTalk } from './talk.ts'
import { readTelling, type Telling } from './telling.ts'
import { isTrouble } from './trouble.ts'

/** What a message wants of the bot, before anybody looked at a case (domain.md section 6). */
export interface Meaning {
  /** Spoken to by mention or in private. */
  spokenTo: boolean
  /** What is to be done, in order. */
  calls: Call[]
  /** Cases the quoted text names. */
  quotedRefs: string[]
  /** The quoted text is one whole card, so its number is the only one meant. */
  wholeCard: boolean
  /** Complaints to register, when nothing is to be done. */
  complaints: Complaint[]
  /** What it tells of a case, when it asks for nothing. */
  told?: Telling
  /** Too long to be read. */
  tooLong: boolean
}

/** Longer texts are answered only if their beginning speaks to the bot, and never read further. */
export const LONGEST = 8000
const BEGINNING = 500

const NOTHING: Meaning = {
  spokenTo: false,
  calls: [],
  quotedRefs: [],
  wholeCard: false,
  complaints: [],
  tooLong: false,
}

/** What is known when a message is read: its room (absent in private), the commands' wordings, names taught by closed cases. */
export interface At {
  room?: Room
  wordings: readonly Wording[]
  learned?: Learned
  now: number
}

/**
 * Reads a message: silence, commands, or complaints. Pure, and the costly half: it runs before any transaction.
 * In: the message and what is known. Never throws.
 */
export function understand(inbound: Inbound, at: At): Meaning {
  const { wordings, now } = at
  const spokenTo = inbound.mentionsMe || inbound.room === undefined
  if (inbound.forwarded || inbound.recalls !== undefined) return NOTHING
  if (inbound.text.length > LONGEST) return { ...NOTHING, spokenTo, tooLong: tooLongButMeant(inbound, at) }
  const quote = inbound.quote?.text ?? ''
  const quotedRefs = refsOfQuote(quote)
  const common = { spokenTo, quotedRefs, wholeCard: /引用本条回|请\d+分钟内回/.test(quote), tooLong: false }
  const { text } = normalise(inbound.text)
  const calls = readWishes(text, wordings, { quotedRefs, spokenTo })
  const asked = calls.length || !spokenTo ? undefined : askingLimit(text, now)
  const alone = calls.length || inbound.room ? asked : (asked ?? introducing(text, now) ?? askingNumber(text))
  if (alone) return { ...common, calls: [alone], complaints: [] }
  const reports = calls.length > 0 && calls.every(({ verb }) => verb === 'report')
  // 「转办」 above a pasted order is said of the order.
  const order = calls.length > 0 && calls.every(namesNoCase) && isOrder(inbound.text, now)
  if (calls.length && !reports && !order) return { ...common, calls, complaints: [] }
  if (!calls.length && !inbound.room && asksState(inbound.text)) return { ...common, calls, complaints: [] }
  const told = calls.length ? undefined : readTelling(text, quotedRefs)
  const words = reports && !order ? calls.map(({ rest }) => rest).join('\n') : inbound.text
  const complaints = complaintsIn(words, { ...at, spokenTo, reports })
  return { ...common, calls, complaints, ...(told && { told }) }
}

function namesNoCase({ refs, quoted }: Call): boolean {
  return !refs.length && !quoted
}

function isOrder(text: string, now: number): boolean {
  return !PATROL.test(text) && readComplaints(text, { now }).structured
}

// 「我是小马,方庄街道网格员」, in private: somebody names themselves, and complains of nothing.
function introducing(text: string, now: number): Call | undefined {
  const who = /^我(?:是|叫)\s*(?<who>\p{Script=Han}{2,4}(?:[\s,，、。][\s\S]*)?)$/u.exec(text.trim())?.groups?.who
  if (who === undefined || who.length > LONGEST_NAME || NOBODY.test(who)) return undefined
  const { structured, pollution } = readComplaints(who, { now })
  if (structured || pollution) return undefined
  return {
    verb: 'introduce',
    refs: [],
    quoted: false,
    rest: who.replace(/[\s。.!！]+$/u, ''),
    onlyNumber: false,
    words: text,
  }
}

// 「那个电话给我」, 「号码」, in private: of the one case that can be meant; 「101号码多少」: of that.
function askingNumber(text: string): Call | undefined {
  const { refs, rest } = takeNumbers(text.trim())
  if (refs.length > 1 || !NUMBER_ASKED.test(rest.replace(/^码/u, '号码'))) return undefined
  return { verb: 'contactDetails', refs, quoted: false, rest: '', onlyNumber: false, words: text }
}

const NUMBER_ASKED =
  /^(?:请|麻烦|帮我|给我|发我|我要|要|把|查|取)*(?:一下)?(?:那个|这个|那件|这件|那单|这单|他|她|人家|对方|诉求人|来电人|反映人|投诉人|居民|业主|住户)?的?(?:那个|这个)?(?:联系)?(?:电话|手机|号码|联系方式)(?:号码?)?(?:是|有)?(?:多少|几号|啥|什么|给我|发我|发来|发给我|给一下|发一下|有吗|呢|要一下)*(?:一下|吧|呗|看看)?[。.!！?？~]*$/u

const LONGEST_NAME = 40
const NOBODY = /^(?:谁|什么|哪|怎么|想|说|问|来|要|在|不|居民|业主|住户|租户|商户|群众|市民|附近|本人|新来|想问)/u

// Our own card, copied; and the rows of a patrol: both name places and nuisances, and neither is a complaint.
const OUR_CARD = /(?:^|\n)[ \t]*(?:【急】)?#\d{3,} [\p{Script=Han}]{2,4}[｜|]/u
const PATROL = /(?:热点网格|巡查)(?:反馈|情况|结果|打卡|报告)/

/** Structured orders anywhere; free text where a place and a problem are named; when spoken to, the problem is enough; 上报, either. The leaders' room reports nothing by free text. */
function complaintsIn(
  words: string,
  { room, now, learned, spokenTo, reports }: Omit<At, 'wordings'> & { spokenTo: boolean; reports: boolean },
): Complaint[] {
  if (!words.trim() || OUR_CARD.test(words) || PATROL.test(words) || asksForQuiet(words)) return []
  const { structured, complaints, pollution, place, near } = readComplaints(words, {
    now,
    unasked: !spokenTo && !reports,
    ...(learned && { learned }),
    ...(room?.street !== undefined && { street: room.street }),
  })
  if (structured) return complaints
  // 「方庄怎么样」 names a place and asks.
  if (reports) return pollution || (place && !isQuestion(words)) ? complaints : []
  if (room?.kind === 'leaders') return []
  if (spokenTo) return pollution || (place && isTrouble(words, complaints)) ? complaints : []
  return (place || near) && pollution && !isTalk(words) ? complaints : []
}

function tooLongButMeant(inbound: Inbound, { wordings, now }: { wordings: readonly Wording[]; now: number }): boolean {
  const { text } = normalise(inbound.text.slice(0, BEGINNING))
  if (inbound.mentionsMe || inbound.room === undefined) return true
  return (
    leadingWords(wordings).some(({ word }) => text.startsWith(`${word} `)) || readComplaints(text, { now }).structured
  )
}
