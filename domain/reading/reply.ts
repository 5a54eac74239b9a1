import type { CaseNo } from '../cases/case.ts'
import { normalise } from './normal.ts'

/** What an answer to one of the bot's questions says. */
export type Reply = { choice: number } | { no: CaseNo } | 'new'

/** Reads 「1」, 「118」, 「#118」, 「新件」, and nothing longer: anything else is no answer to a question. */
export function readReply(source: string): Reply | undefined {
  const text = normalise(source)
    .text.trim()
    .replace(/[。.!！~～]+$/u, '')
  if (/^(?:是|算|都是)?新(?:的一)?件$/u.test(text)) return 'new'
  const [, hash, digits] = /^(?:是|归|补充)?\s*(#?)\s*(\d{1,6})\s*(?:号|件)?(?:的|吧)?$/u.exec(text) ?? []
  if (digits === undefined || digits.startsWith('0')) return undefined
  return hash || digits.length > 2 ? { no: Number(digits) } : { choice: Number(digits) }
}

/**
 * The cases a message names without asking for anything: 「#128 现场照片」, 「照片是128的」. In: words without quote, and
 * the numbers the quote names. Out: numbers as typed; whether such cases exist is not known here.
 */
export function namedIn(source: string, quotedRefs: readonly string[]): CaseNo[] {
  const { text } = normalise(source)
  const hashed = [...text.matchAll(/#\s?(\d{3,6})(?!\d)/gu)].map((match) => Number(match[1]))
  const about = ABOUT_FILES.exec(text)
  const said = about ? [about[1] ?? about[2]].flatMap((ref) => (ref === undefined ? [] : [Number(ref)])) : []
  return [...new Set([...hashed, ...said, ...quotedRefs.map(Number)])]
}

/** Whether the words are about pictures, videos, files or a location that were sent. */
export function isAboutFiles(text: string): boolean {
  return /照片|图片|视频|附件|文件|位置|定位/u.test(text)
}

const FILES = '(?:现场)?(?:照片|图片|图|视频|附件|位置|定位)'
const ABOUT_FILES = new RegExp(
  `(?:^|[^\\d])([1-9]\\d{2,5})号?件?的?(?:${FILES})|${FILES}[^\\d]{0,6}([1-9]\\d{2,5})(?!\\d)`,
  'u',
)
