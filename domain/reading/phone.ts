import { digitOf, SPOKEN_DIGIT } from './numerals.ts'

export interface Digits {
  kind: 'mobile' | 'landline' | 'id'
  /** Digits only; a landline as 010 + 8 digits, an extension after a dash. */
  value: string
  start: number
  end: number
}

interface Span {
  digits: string
  start: number
  end: number
}

interface Group extends Span {
  /** Only what may stand inside a number parts it from the group before. */
  follows: boolean
  /** Its last digits may be those of a building. */
  house: boolean
}

const GROUPS = /[0-9]+|[零〇洞幺一二两三四五六七八九拐勾]+/gu
const SEPARATOR = /^[ \t\-\u2010-\u2015\u2212·•・.,\uff0c]{0,3}$/u
const MOBILE = /^1[3-9]\d{9}$/u
const LANDLINE = /^[2-8]\d{7}$/u
const IDENTITY = /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/u
const DATE8 = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/u
const EXTENSION = /^\s*(?:转|分机|-)\s*(\d{1,6})(?!\d)/u
/** «138000012343号楼»: the last digits belong to the building. */
const BUILDING = /^(?:号|栋|幢|座|单元|楼|层)/u
const LABELLED = /(?:电话|来电|手机|座机|固话|联系方式|致电|拨打|号码|TEL|tel)[是为:\uff1a\s】\]号码]{0,4}$/u

/**
 * Mobile numbers, Beijing landlines and identity numbers in folded text: with blanks, dashes or dots between the
 * digits, with +86 or 010 before them, spoken digit by digit. Dates and order numbers are none. In order of place.
 */
export function findDigits(text: string): Digits[] {
  const groups = groupsOf(text)
  const found: Digits[] = []
  for (let i = 0; i < groups.length; i++) {
    const from = { text, groups, first: i, runs: runsFrom(groups, i) }
    const hit = identityAt(from) ?? mobileAt(from) ?? landlineAt(from)
    if (!hit) continue
    found.push(...hit.found)
    i = hit.last
  }
  return found
}

interface Hit {
  found: Digits[]
  /** Index of the last group it used. */
  last: number
}

interface From {
  text: string
  groups: Group[]
  first: number
  runs: Runs
}

function identityAt({ text, groups, first, runs }: From): Hit | undefined {
  for (const length of [18, 17]) {
    const run = runs[length]
    if (!run) continue
    const tail =
      length === 17 ? /^[ \t\-\u2010-\u2015\u2212·•・.]{0,3}[xX]/u.exec(text.slice(run.end, run.end + 4))?.[0] : ''
    if (tail === undefined || !IDENTITY.test(run.digits.slice(0, 17))) continue
    return {
      found: [{ kind: 'id', value: run.digits + (tail && 'X'), start: run.start, end: run.end + tail.length }],
      last: run.last,
    }
  }
  const old = /身份证|证件/u.test(text.slice(Math.max(0, (groups[first]?.start ?? 0) - 8), groups[first]?.start))
  const run = old ? runs[15] : undefined
  return run && { found: [{ kind: 'id', value: run.digits, start: run.start, end: run.end }], last: run.last }
}

function mobileAt({ groups, first, runs }: From): Hit | undefined {
  const glued = gluedMobiles(groups[first], first)
  if (glued) return glued
  const run = runs[11]
  if (run && MOBILE.test(run.digits)) return one('mobile', run.digits, run)
  const prefixed = runs[13] ?? runs[15]
  const bare = prefixed?.digits.replace(/^(?:00)?86/u, '')
  return prefixed && bare && MOBILE.test(bare) ? one('mobile', bare, prefixed) : undefined
}

/** Two numbers written without anything between them. */
function gluedMobiles(group: Group | undefined, last: number): Hit | undefined {
  if (!group || group.digits.length < 22 || group.digits.length % 11 !== 0 || group.digits.length > 66) return undefined
  const numbers = group.digits.match(/.{11}/gu) ?? []
  if (!numbers.every((n) => MOBILE.test(n))) return undefined
  const found = numbers.map(
    (value, i): Digits => ({ kind: 'mobile', value, start: group.start + i * 11, end: group.start + (i + 1) * 11 }),
  )
  return { found, last }
}

function landlineAt({ text, groups, first, runs }: From): Hit | undefined {
  const full = runs[11]
  if (full?.digits.startsWith('010') && LANDLINE.test(full.digits.slice(3)))
    return withExtension(text, full.digits, full)
  const run = runs[8]
  if (!run || !LANDLINE.test(run.digits)) return undefined
  const labelled = LABELLED.test(text.slice(Math.max(0, run.start - 12), run.start))
  if (DATE8.test(run.digits) && !labelled) return undefined
  if (run.last > first && !labelled && !/^\d{4}$/u.test(groups[first]?.digits ?? '')) return undefined
  if (
    /[0-9A-Za-z][-_]?$/u.test(text.slice(Math.max(0, run.start - 2), run.start)) ||
    (/^-\d/u.test(text.slice(run.end, run.end + 2)) && !labelled)
  )
    return undefined
  if (!labelled && !/^[5-8]/u.test(run.digits)) return undefined
  return withExtension(text, `010${run.digits}`, run)
}

function withExtension(text: string, value: string, run: Run): Hit {
  const extension = EXTENSION.exec(text.slice(run.end, run.end + 12))
  if (!extension) return one('landline', value, run)
  return one('landline', `${value}-${extension[1]}`, { ...run, end: run.end + extension[0].length, last: run.last + 1 })
}

function one(kind: Digits['kind'], value: string, run: Run): Hit {
  return { found: [{ kind, value, start: run.start, end: run.end }], last: run.last }
}

interface Run extends Span {
  last: number
}

/** Longest number that is looked for: an identity number. */
const LONGEST = 18

/** Whole neighbouring groups from the first on, by the number of digits they have together. */
function runsFrom(groups: Group[], first: number): Runs {
  const runs: Runs = []
  const start = groups[first]?.start ?? 0
  let digits = ''
  for (let i = first; i < groups.length && digits.length < LONGEST; i++) {
    const group = groups[i] as Group
    if (i > first && !group.follows) break
    const before = digits.length
    digits += group.digits
    runs[digits.length] ??= { digits, start, end: group.end, last: i }
    // The last digits may belong to the building behind them.
    for (let over = 1; group.house && over < 5 && digits.length - over > before; over++)
      runs[digits.length - over] ??= { digits: digits.slice(0, -over), start, end: group.end - over, last: i }
  }
  return runs
}

type Runs = (Run | undefined)[]

function groupsOf(text: string): Group[] {
  const groups: Group[] = []
  for (const match of text.matchAll(GROUPS)) {
    const spoken = SPOKEN_DIGIT.test(match[0])
    const digits = spoken ? [...match[0]].map(digitOf).join('') : match[0]
    const start = match.index
    const end = start + match[0].length
    const before = groups.at(-1)
    const follows = before !== undefined && SEPARATOR.test(text.slice(before.end, Math.min(start, before.end + 4)))
    groups.push({
      digits,
      start,
      end,
      follows: follows && start - (before?.end ?? 0) < 4,
      house: BUILDING.test(text.slice(end, end + 2)),
    })
  }
  return groups
}
