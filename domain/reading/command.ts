import type { Verb } from '../people/rights.ts'
import { cutAtSteps, type Step } from './steps.ts'
import { numberFirst, numberToHead } from './word-order.ts'

/** What the commands tell the reader of themselves: their words, and whether they act on a case. */
export interface Wording {
  verb: Verb
  /** Words that begin a message. */
  words: readonly string[]
  /** Whole sentences that act on a case named before them or quoted: 「我们领」, 「归我们」. */
  also?: readonly RegExp[]
  /** Those sentences also count alone, soon after acting on exactly one open case here; of a pattern, only where it fits. */
  plain?: true | RegExp
  /** Whole messages of this form are the command, whoever they are said to: 「【平台预警】…」. */
  forms?: readonly RegExp[]
  /** So are whole questions, said to the bot: 「三率多少」. */
  asked?: readonly RegExp[]
  /** In a room, neither addressed to the bot nor quoting a case, its words count only with this behind them. */
  only?: RegExp
  /** Needs a case: named, quoted, or the recent one. */
  onCase: boolean
  /** Takes nothing more: words behind it are chatter, not an argument. */
  bare: boolean
  /** Changes the case: a question about it (「领哨128吗」) is not the command. */
  acts?: boolean
  /** Under a quoted card the quoted case stands before the one that is named: 「并案118」. */
  quotedFirst?: true
  /** A step of handling: several may follow one another in one message, none before one of an earlier stage. */
  step?: Step
}

/** One thing somebody wants done. */
export interface Call {
  verb: Verb
  /** As typed: running numbers, or a platform number or its tail. Empty: the quoted case, or none. */
  refs: string[]
  quoted: boolean
  /** Said without naming a case: the one this speaker acted on lately, if there is exactly one. */
  recent?: true
  /** What stands behind the word and the numbers. */
  rest: string
  /** Nothing but a number was said: only meant if it fits a case. */
  onlyNumber: boolean
  /** The words it was read from, without those of other wishes in the message. */
  words: string
  /** A person or unit said without @: only meant if there is one of that name. */
  who?: string
  /** Beside the cases it names it is about the quoted one, which stands first. */
  quotedFirst?: true
  /** A further step on the case of the call before it. */
  further?: true
  /** Told without a command's word; whoever tells it has to do with the case. */
  told?: true
}

const NUMBER = String.raw`#?\s?([A-Za-z]{0,4}-?\d[\d-]{0,31})(?:\s?号)?(?:\s?件)?`
// Behind a mere space a number is a case only if it stands alone: 「领哨 128 129」, never 「128 300米」.
const ANOTHER = String.raw`\s+(?=#|\d{3,32}(?:[\s、,，和及]|$|[我咱都全均]))`
// 「56.1」, 「22:40」 and 「2小时」 are measured, not cases.
const WHOLE = String.raw`(?![\d-]*(?:[.:]\d|小时|分钟|天|点))`
const NUMBERS = new RegExp(
  String.raw`^${NUMBER}${WHOLE}(?:\s?[、,，和及]\s?${NUMBER}${WHOLE}|${ANOTHER}${NUMBER}${WHOLE})*`,
)
const ONE_NUMBER = new RegExp(NUMBER, 'g')
/** A phone is never the number of a case. */
const PHONE = /^(?:(?:86-?)?1[3-9]\d-?\d{4}-?\d{4}|0\d{2,3}-?\d{7,8})$/
/** 「12345转来的」 names the hotline, `#12345` a case. */
const HOTLINE = /^(?:12345|12369)(?!\d)/
const ASKED = /^[^,，。;；]{0,3}[吗么没]?[?？]|^[^,，。;；]{0,3}(?:[吗么]|没有?)\s*$/
const NEGATED = /^[\s,，:：]*(先|暂)?(别|不要|不用|不必|不能|甭|勿|莫|暂缓|先不)/
const BOUNDARY = /^($|[\s\d#＃@:：,，。.!！?？;；、(（「"“])/
const TAKEN_BACK = /^(?:才怪|不[是对行了归能]|算了|还是|可惜|但|不过)|[吗么?？]\s*$/
// Behind the word of a command and in its own words: what was said just before does not count.
const WITHDRAWN =
  /^[\s,，。;；、…~～-]*(?:[那哦]?还是)?(?:算了|不领了?|不接了?|才怪|不了|不对(?!口|外|应)|当我没说|开玩笑|逗你|[说发打]错|还是(?:别|先?不|先?等|让|给))/
const ENDING = /^[\s。.!！?？~～吧了哈啊呀哦]*$/

/**
 * The commands in a message, in order; none for ordinary talk. In: normalised text without mention and quote, the
 * wordings of all commands, the cases the quote names, and whether the bot was spoken to anyway (mention or private).
 */
export function readCalls(
  text: string,
  wordings: readonly Wording[],
  to: { quotedRefs: readonly string[]; spokenTo: boolean },
): Call[] {
  const words = numberToHead(text.trim()) ?? text.trim()
  if (!words) return []
  const leading = byPlaces(words, wordings, to) ?? byLeadingWord(words, wordings, to) ?? byForm(words, wordings, to)
  if (leading) return leading
  const numbered = byNumbers(numberFirst(words) ?? words, wordings)
  if (numbered.length) return numbered
  const alone = byNumberAlone(words)
  if (alone) return [alone]
  if (to.quotedRefs.length) return byQuote(words, wordings)
  return byRecent(words, wordings)
}

/** Case numbers a quoted text names at the head of a line: 「#131 待领哨｜…」. */
export function refsOfQuote(quote: string): string[] {
  return [
    ...new Set(
      [
        ...quote.matchAll(
          /(?:^|\n)(?:【急】|[^\n#]{0,12}@[^\n#]{0,40})?\s*#(\d{3,9}(?=\D|$)|\d{1,2}(?= \p{Script=Han}{2,4}[｜|]))/gu,
        ),
      ].map((match) => match[1] as string),
    ),
  ]
}

/** All words that begin a message, longest first. */
export function leadingWords(wordings: readonly Wording[]): readonly Leading[] {
  const known = LEADING.get(wordings)
  if (known) return known
  const words = wordings
    .flatMap((wording) => wording.words.map((word) => ({ word, wording })))
    .sort((a, b) => b.word.length - a.word.length)
  LEADING.set(wordings, words)
  return words
}

interface Leading {
  word: string
  wording: Wording
}

// The wordings never change, and every message asks for them several times.
const LEADING = new WeakMap<readonly Wording[], readonly Leading[]>()

// 「到现场了 净化器开着」: plain words about the case this speaker is at; whether there is one, the cases decide.
function byRecent(text: string, wordings: readonly Wording[]): Call[] {
  if (NEGATED.test(text)) return []
  const plain = wordings.filter(({ plain }) => plain === true || plain?.test(text))
  const calls = inSteps(text, wordings, (words) => onCase(words, plain, { refs: [], quoted: false }))
  return calls.map((call) => ({ ...call, recent: true }))
}

// 「1同意」, 「1 3同意,2不同意 理由」: places in the list this person was shown.
function byPlaces(text: string, wordings: readonly Wording[], to: Parameters<typeof byLeadingWord>[2]) {
  if (!to.spokenTo) return undefined
  const parts = text.split(/[,，;；\n]\s*(?=\d)/).map((part) => PLACES.exec(part)?.groups)
  if (!parts.every((groups) => groups !== undefined)) return undefined
  const calls = parts.map(({ places, word, rest }) => byLeadingWord(`${word} ${places} ${rest}`.trim(), wordings, to))
  return calls.flatMap((call) => call ?? [])
}

const PLACES =
  /^(?<places>\d{1,2}(?:[\s、,，和]+\d{1,2})*)\s*(?:号|条)?\s*(?:我)?(?<word>不?同意)了?(?<rest>(?:[\s,，。:：][\s\S]*)?)$/

function byForm(text: string, wordings: readonly Wording[], { spokenTo }: { spokenTo: boolean }): Call[] | undefined {
  const fits = (forms?: readonly RegExp[]) => forms?.some((form) => form.test(text)) ?? false
  const formed = wordings.find(({ forms, asked }) => fits(forms) || (spokenTo && fits(asked)))
  return formed && [{ verb: formed.verb, refs: [], quoted: false, rest: text, onlyNumber: false, words: text }]
}

function byLeadingWord(
  text: string,
  wordings: readonly Wording[],
  { quotedRefs, spokenTo }: { quotedRefs: readonly string[]; spokenTo: boolean },
): Call[] | undefined {
  for (const { word, wording } of leadingWords(wordings)) {
    if (!text.startsWith(word)) continue
    const behind = text.slice(word.length)
    if (!BOUNDARY.test(behind) || NEGATED.test(behind)) continue
    const toCase = wording.onCase && quotedRefs.length > 0
    if (wording.only && !spokenTo && !toCase && !wording.only.test(behind.trim())) continue
    const { refs, rest } = numbersBehind(behind.replace(/^[\s:：]+/, ''), wording)
    // 「检测101 不用测」 is not a measurement of 101 either.
    if (NEGATED.test(rest)) return refs.length ? [] : undefined
    if (wording.acts && (ASKED.test(rest) || WITHDRAWN.test(rest))) return undefined
    const quoted = toCase && !refs.length
    // Without a number it is said of the case this speaker is at, or to somebody else.
    if (wording.plain && !refs.length && !quoted && !spokenTo) continue
    const meant = spokenTo || refs.length > 0 || quoted || (wording.bare || wording.onCase ? ENDING.test(rest) : true)
    if (!meant) continue
    const first = wording.quotedFirst && toCase && refs.length === 1 ? { quotedFirst: true as const } : {}
    const call: Call = { verb: wording.verb, refs, quoted, rest: rest.trim(), onlyNumber: false, words: text, ...first }
    if (!wording.step) return [call]
    const opening = (words: string): Call => ({ ...call, words, rest: words.slice(word.length).trim() })
    return inSteps(`${word} ${call.rest}`, wordings, opening)
  }
  return undefined
}

function numbersBehind(text: string, { onCase, plain }: Wording): { refs: string[]; rest: string } {
  if (!onCase) return { refs: [], rest: text }
  const taken = takeNumbers(text)
  // 「检测 56 背景48」: what may be said without a number takes a small one for its own.
  const small = plain !== undefined && !text.startsWith('#') && taken.refs.every((ref) => ref.length < 3)
  return small ? { refs: [], rest: text } : taken
}

// 「128 我们领」, 「103号和105号大气科领了,104号给水科」: each part begins with numbers and says what is done with them.
function byNumbers(text: string, wordings: readonly Wording[]): Call[] {
  const [first = [], ...more] = text.split(/[，,；;。\n]+(?=\s*#?\d)/).map((part) => oneNumbered(part, wordings))
  const parts = [first, ...more].filter((calls) => calls.length > 0)
  if (first.length && parts.length >= 2) return parts.flat()
  const whole = oneNumbered(text, wordings)
  return whole.length ? whole : first
}

function oneNumbered(text: string, wordings: readonly Wording[]): Call[] {
  const { refs, rest: behind } = takeNumbers(text)
  // 「101 102 都到场了」
  const rest = refs.length > 1 ? behind.replace(/^(?:全?都|全|均)\s*/, '') : behind
  if (!refs.length || !rest || NEGATED.test(rest)) return []
  // 「5号我们去」 is a day, 「12号楼…」 a house.
  if (!text.startsWith('#') && refs.every((ref) => ref.length < 3)) return []
  return inSteps(rest, wordings, (words) => onCase(words, wordings, { refs, quoted: false }))
}

/** One wish on a case that was named before the words, and the further steps in them. */
function inSteps(words: string, wordings: readonly Wording[], opening: (words: string) => Call | undefined): Call[] {
  const whole = opening(words)
  if (!whole) return []
  const read = (clause: string) =>
    NEGATED.test(clause) ? undefined : onCase(clause, wordings, { refs: whole.refs, quoted: whole.quoted })
  const [first = words, ...later] = cutAtSteps(words, whole, { wordings, read })
  const steps = later.flatMap((clause) => read(clause) ?? []).map((call) => ({ ...call, further: true as const }))
  return [(later.length ? opening(first) : undefined) ?? whole, ...steps]
}

function onCase(words: string, wordings: readonly Wording[], on: On): Call | undefined {
  return said(words, wordings, on) ?? leadingAfter(words, wordings, on)
}

type On = Pick<Call, 'refs' | 'quoted'>

// 「131 已联系 …」: the word of a command behind the number.
function leadingAfter(rest: string, wordings: readonly Wording[], on: On): Call | undefined {
  for (const { word, wording } of leadingWords(wordings)) {
    if (!wording.onCase || !rest.startsWith(word)) continue
    const behind = rest.slice(word.length)
    if (!BOUNDARY.test(behind) && !ENDING.test(behind)) continue
    if (wording.acts && (ASKED.test(behind) || WITHDRAWN.test(behind))) return undefined
    return {
      verb: wording.verb,
      ...on,
      rest: ENDING.test(behind) ? '' : behind.replace(/^[\s:：,，]+/, '').trim(),
      onlyNumber: false,
      words: rest,
    }
  }
  return undefined
}

function byNumberAlone(text: string): Call | undefined {
  const match = /^(?:#\s?(\d{1,9})|(\d{3,24}))[?？。!！]?$/.exec(text)
  const ref = match?.[1] ?? match?.[2]
  return ref === undefined || PHONE.test(ref)
    ? undefined
    : { verb: 'show', refs: [ref], quoted: false, rest: '', onlyNumber: match?.[1] === undefined, words: text }
}

function byQuote(text: string, wordings: readonly Wording[]): Call[] {
  if (NEGATED.test(text)) return []
  return inSteps(text, wordings, (words) => said(words, wordings, { refs: [], quoted: true }))
}

function said(text: string, wordings: readonly Wording[], on: On): Call | undefined {
  for (const words of [text, firstClause(text)])
    for (const wording of wordings)
      for (const pattern of wording.also ?? []) {
        const match = words === undefined ? null : pattern.exec(words)
        if (match && wording.acts && isWithdrawn(text)) return undefined
        if (match) return { verb: wording.verb, ...on, ...saidIn(match), onlyNumber: false, words: text }
      }
  return undefined
}

// 「整改完,说错了」
function isWithdrawn(text: string): boolean {
  return WITHDRAWN.test(text.replace(/^[^,，。;；!！\s]{1,20}/, ''))
}

function saidIn({ groups }: RegExpExecArray): Pick<Call, 'rest' | 'who'> {
  const rest = (groups?.rest ?? '').replace(/^[\s,，。;；:：]+/, '').trim()
  const who = groups?.who?.trim()
  return who === undefined ? { rest } : { rest: `${who} ${rest}`.trim(), who }
}

// 「我们领,已经派人过去」 means its first clause, unless the second takes it back.
function firstClause(text: string): string | undefined {
  const match = /^([^,，。;；!！\n]{1,20})[,，。;；!！\n]+([\s\S]+)$/.exec(text)
  return match?.[2] === undefined || TAKEN_BACK.test(match[2]) || WITHDRAWN.test(match[2]) ? undefined : match[1]
}

/** The numbers a text begins with, as typed, and what stands behind them; a phone is none. */
export function takeNumbers(text: string): { refs: string[]; rest: string } {
  const head = NUMBERS.exec(text)?.[0] ?? ''
  const found = [...head.matchAll(ONE_NUMBER)].map(({ 1: ref = '', index }) => ({ ref: ref.replace(/-$/, ''), index }))
  const phone = found.find(({ ref }) => PHONE.test(ref))
  if (phone?.index === 0 || HOTLINE.test(text)) return { refs: [], rest: text }
  const refs = found.filter(({ index }) => phone === undefined || index < phone.index).map(({ ref }) => ref)
  return { refs, rest: text.slice(phone?.index ?? head.length).replace(/^[\s,，:：]+/, '') }
}
