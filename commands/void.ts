import { voidCase } from '../domain/cases/void.ts'
import { voided } from '../domain/words/answers.ts'
import { sureOf } from '../domain/words/set-up.ts'
import { caseNo, optional, rest } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'

/** 作废: reported by mistake; the number is never used again. Refuses: wrong-state, not-yours. */
export default command({
  verb: 'void',
  words: ['作废'],
  only: /^[#＃:：\s]*\d/,
  summary: '报错的件作废',
  hint: { line: '改', say: '「作废 128 原因」' },
  args: { no: caseNo, why: optional(rest) },
  examples: [{ as: '赵蕾', in: 'private', say: '作废 101 报重了', hears: '#101 已作废' }],
  run({ args, speaker, data, find, change, confirm }) {
    const before = find(args.no)
    // Who may not is told at once, not after the code.
    if (voidCase(before, speaker).length && before.reportedBy !== speaker.person) {
      const asked = confirm(undefined, (code) => sureOf(`作废别人报的#${args.no}`, code))
      if ('ask' in asked) return asked.ask
    }
    const why = args.why === undefined ? undefined : keep(data, args.no, args.why)
    return voided(change(args.no, (c) => voidCase(c, speaker, why)).c)
  },
})
