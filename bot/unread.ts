import { nearest } from '../commands/nearest.ts'
import type { Tx } from '../db/unit.ts'
import { may } from '../domain/people/rights.ts'
import type { Speaker } from '../domain/people/speaker.ts'
import { streetNamed } from '../domain/reading/street.ts'
import { asksForQuiet, isQuestion } from '../domain/reading/talk.ts'
import { didYouMean } from '../domain/words/answers.ts'
import { shown } from '../domain/words/page.ts'
import type { Sentence } from '../domain/words/sentence.ts'
import { howToMute, numberInPrivate, testWaivedBy, unclearAbout } from '../domain/words/unclear.ts'
import { described } from './described.ts'
import { stillOpen } from './quizzing.ts'
import { fitsHere, known } from './refs.ts'

const PHONE = /电话|手机|号码|联系方式/u
const NO_TEST = /(?:不用|不必|不要|不需要?|无需|免)再?(?:检|监|复)?测/u
const REF = /(?<![\dA-Za-z.:-])#?(\d{3,24})(?![\d.:-])/g

/**
 * The answer to words that were said to the bot and mean no command: of one case that is named, how to get the
 * complainant's number when they want that, or where it stands when they ask; which case is described; otherwise the nearest command, or what could be written of that case.
 */
export function unread(text: string, speaker: Speaker, { tx, now }: { tx: Tx; now: number }): Sentence {
  if (asksForQuiet(text)) return howToMute(may(speaker, 'mute'))
  const nos = [...text.matchAll(REF)].flatMap(([, ref = '']) =>
    fitsHere(ref, speaker, tx) ? (known(ref, tx) ?? []) : [],
  )
  const [no] = nos
  const c = no !== undefined && new Set(nos).size === 1 ? tx.cases.find(no) : undefined
  if (c && PHONE.test(text)) return numberInPrivate(c.no)
  if (c && !isQuestion(text) && NO_TEST.test(text)) return testWaivedBy(c.no)
  if (c && isQuestion(text)) return shown(c, tx.look(now), may(speaker, 'claim'))
  const open = stillOpen(speaker, tx, now)
  if (open) return open
  const like = nos.length ? undefined : described(text, speaker, { tx, now })
  if (like) return like
  const street = streetAsked(text)
  const example = street === undefined ? nearest(text, speaker) : `三句话 ${street}`
  return c && example === undefined ? unclearAbout(c.no) : didYouMean(text, example)
}

// 「方庄怎么样」
function streetAsked(text: string): string | undefined {
  if (!isQuestion(text)) return undefined
  return [4, 3, 2].map((length) => text.trim().slice(0, length)).find((word) => streetNamed(word) !== undefined)
}
