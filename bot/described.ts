import type { Tx } from '../db/unit.ts'
import { type Case, isOpen } from '../domain/cases/case.ts'
import { describedBy } from '../domain/cases/described.ts'
import { may } from '../domain/people/rights.ts'
import { inScope, type Speaker } from '../domain/people/speaker.ts'
import { isQuestion } from '../domain/reading/talk.ts'
import { likeKnown } from '../domain/words/files.ts'
import { shown } from '../domain/words/page.ts'
import type { Sentence } from '../domain/words/sentence.ts'
import { likeSeveral, likeToSupervise } from '../domain/words/unclear.ts'

const SUPERVISED = /督办|盯/u
const UNTIL =
  /(?:(?:下|本|这)?周[一二三四五六日天]|(?:\d{1,2}月)?\d{1,2}[日号]|\d{1,2}月\d{1,2}|[今明后]天|月底)(?:下班)?(?:之?前)?/u

/** Words to the bot that name no number but describe open cases of this scope: which is meant. Undefined when none is. */
export function described(text: string, speaker: Speaker, { tx, now }: { tx: Tx; now: number }): Sentence | undefined {
  const open = tx.cases.open().filter((c) => isOpen(c) && inScope(speaker, c))
  const [c, ...more] = describedBy(text, open, tx.texts.body)
  if (!c) return undefined
  if (more.length) return likeSeveral([c, ...more].map(({ no }) => no))
  if (isQuestion(text)) return shown(c, tx.look(now), may(speaker, 'claim'))
  if (SUPERVISED.test(text) && may(speaker, 'supervise')) return likeToSupervise(c, UNTIL.exec(text)?.[0])
  return asked(c, text, speaker, { tx, now })
}

// 「101」 files the words with it, as of a report that is likely known.
function asked(c: Case, text: string, { person }: Speaker, { tx, now }: { tx: Tx; now: number }): Sentence {
  const words = tx.texts.keep(tx.vault.mask(c.complainant, text.trim()).slice(0, 500))
  tx.questions.ask({ person, kind: 'same', choices: [c.no], words }, now)
  return likeKnown(c)
}
