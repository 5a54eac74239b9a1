import { restore } from '../domain/cases/void.ts'
import { restored } from '../domain/words/answers.ts'
import { resentAnswer } from '../domain/words/returned.ts'
import { caseNo } from './args.ts'
import { command } from './command.ts'

/** 恢复: a void case as it was; a returned one the platform sends again. Refuses: wrong-state, not-yours. */
export default command({
  verb: 'restore',
  words: ['恢复'],
  only: /^[#＃:：\s]*\d/,
  summary: '恢复作废的件,或平台再派来的退单件',
  hint: { line: '改' },
  args: { no: caseNo },
  examples: [
    {
      as: '赵蕾',
      in: 'private',
      say: '恢复 101',
      after: [{ as: '赵蕾', in: 'private', say: '作废 101' }],
      hears: '#101 已恢复',
    },
  ],
  run({ args, speaker, look, find, change }) {
    const { state } = find(args.no)
    const { c } = change(args.no, (before) => restore(before, speaker))
    return state === 'returned' ? resentAnswer(c, look) : restored(c, look)
  },
})
