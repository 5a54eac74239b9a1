import { close, closeMerged } from '../domain/cases/close.ts'
import { readResult } from '../domain/reading/revisit.ts'
import { closedOrAsked } from '../domain/words/answers.ts'
import { testsAtClose } from '../domain/words/closing.ts'
import { closedTogether } from '../domain/words/merge.ts'
import { lines } from '../domain/words/sentence.ts'
import { caseNo, optional, rest } from './args.ts'
import { command } from './command.ts'
import { testsOf } from './of-main.ts'

/** 办结: with everything its source needs; other results than 已解决 ask the lead. Refuses: not-ready, wrong-state, not-yours, lead-asked. */
export default command({
  verb: 'close',
  words: ['办结', '结案'],
  also: [/^(?:可以|能)(?:办结|结案|结)(?:了|吧|啦)+[。.!！]*$/u, /^(?:办结|结案)(?:吧|掉吧?)[。.!！]*$/u],
  step: { stage: 4 },
  summary: '办结;差什么会告诉你',
  hint: { line: '结', say: '「办结 128」' },
  args: { no: caseNo, result: optional(rest) },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '办结 101',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 还不能办结:差联系',
    },
  ],
  run({ args, speaker, data, look, find, change }) {
    const before = find(args.no)
    if (before.state === 'merged' && before.mergedInto !== undefined) {
      const main = find(before.mergedInto)
      const { c } = change(args.no, (one) => closeMerged(one, speaker, main))
      return closedOrAsked(c, testsAtClose(main, testsOf(main, data)), look)
    }
    const held = look.held(before)
    const { c } = change(args.no, (one) => close(one, speaker, readResult(args.result ?? '')))
    if (c.state !== 'closed') return closedOrAsked(c, '', look)
    return lines(
      closedOrAsked(c, testsAtClose(c, testsOf(c, data)), look),
      ...closedTogether(
        held.map(({ no }) => find(no)),
        c,
      ),
    )
  },
})
