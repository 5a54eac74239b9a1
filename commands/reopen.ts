import type { Case } from '../domain/cases/case.ts'
import { reopen } from '../domain/cases/close.ts'
import { reopened } from '../domain/words/answers.ts'
import { reopenedWith } from '../domain/words/merge.ts'
import { resentAnswer } from '../domain/words/returned.ts'
import { caseNo, reason } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'

/** 重办: handled or closed, back to the old owner; a returned one the platform sends again. Refuses: wrong-state, not-yours. */
export default command({
  verb: 'reopen',
  words: ['重办', '重新办理'],
  summary: '重新办理已处置或办结的件',
  hint: { line: '结' },
  args: { no: caseNo, why: reason },
  examples: [{ as: '赵蕾', in: '方庄群', say: '重办 101 居民反映晚上还有味', hears: '#101 还没人领' }],
  run({ args, speaker, data, look, find, change }) {
    const mainOf = ({ mergedInto }: Case) => (mergedInto === undefined ? undefined : data.cases.find(mergedInto))
    const { state } = find(args.no)
    const { c } = change(args.no, (before) =>
      reopen(before, speaker, { why: keep(data, args.no, args.why), main: mainOf(before) }),
    )
    if (state === 'returned') return resentAnswer(c, look)
    const main = c.state === 'merged' ? mainOf(c) : undefined
    return main ? reopenedWith(c, main, look) : reopened(c, look)
  },
})
