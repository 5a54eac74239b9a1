import { unsupervise } from '../domain/cases/supervise.ts'
import { Refusal } from '../domain/refusal.ts'
import { unsupervised } from '../domain/words/supervise.ts'
import { caseNo } from './args.ts'
import { command } from './command.ts'

/** 销督: a leader's own level, 一把手 both. Refuses: leaders-supervise. */
export default command({
  verb: 'unsupervise',
  words: ['销督', '解除督办', '取消督办', '撤销督办', '结束督办'],
  also: [/^(?:这[个件])?(?:的)?督办(?:可以|就|先)?(?:销|撤销?|取消|解除|结束)(?:了|掉)?(?:吧|了)?[。.!！]*$/],
  only: /^[#＃:：\s]*\d/,
  ofMain: true,
  refusal: (no) => new Refusal('leaders-supervise', { no }),
  summary: '不再督办一件',
  hint: { line: '批' },
  args: { no: caseNo },
  examples: [
    {
      as: '高明',
      in: 'private',
      say: '销督 101',
      after: [{ as: '高明', in: 'private', say: '督办 101' }],
      hears: '#101 已销督',
    },
  ],
  run({ args, speaker, change }) {
    const { c, changed } = change(args.no, (c) => unsupervise(c, speaker))
    return unsupervised(c, changed)
  },
})
