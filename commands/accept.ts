import { type CaseNo, doneAt } from '../domain/cases/case.ts'
import { claim } from '../domain/cases/claim.ts'
import { accept, decline } from '../domain/cases/transfer.ts'
import { unitOf } from '../domain/people/speaker.ts'
import { Refusal } from '../domain/refusal.ts'
import { claimed } from '../domain/words/answers.ts'
import { acceptedAnswer, declinedAnswer } from '../domain/words/offers.ts'
import type { Sentence } from '../domain/words/sentence.ts'
import { caseNo, optional, rest } from './args.ts'
import { type Context, command } from './command.ts'
import { keep } from './keep.ts'

/** 接 / 不接: the other unit takes what was offered to it; a case that waits is claimed. Refuses: nothing-offered, no-offer, no-unit. */
export default command({
  verb: 'accept',
  words: ['接', '我接', '接手', '不接'],
  plain: /^我?接手?[了吧。.!！~～]*$/,
  step: { stage: 0 },
  summary: '接下转给自己的件',
  hint: { line: '领' },
  args: { no: optional(caseNo), why: optional(rest) },
  examples: [
    {
      as: '陈曦',
      in: '方庄群',
      say: '接 101',
      after: [
        { as: '李强', in: '方庄群', say: '领哨 101' },
        { as: '李强', in: '方庄群', say: '转办 101 @陈曦 要先检测' },
      ],
      hears: '#101 已领哨:监测站 陈曦',
    },
  ],
  run(context) {
    const { args, speaker, look, now, change, heard } = context
    const { no } = args
    if (no === undefined) throw new Refusal('nothing-offered', {})
    if (/不接/.test(heard.text)) return turnDown(no, args.why, context)
    const { c } = change(no, (before) => {
      if (before.state !== 'waiting') return accept(before, speaker, now)
      const unit = unitOf(speaker, before.street)
      if (unit === undefined) throw new Refusal('no-unit', { no })
      return claim(before, { person: speaker.person, unit })
    })
    return doneAt(c, 'contactedAt') === undefined ? claimed(c, look) : acceptedAnswer(c, look)
  },
})

/** 不接 of an offer, and why. Refuses: no-offer. */
export function turnDown(
  no: CaseNo,
  words: string | undefined,
  { data, speaker, look, now, change }: Pick<Context<object>, 'data' | 'speaker' | 'look' | 'now' | 'change'>,
): Sentence {
  const why = words ? { why: keep(data, no, words) } : {}
  return declinedAnswer(change(no, (c) => decline(c, speaker, { now, ...why })).c, look)
}
