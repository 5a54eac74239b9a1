import { reply } from '../domain/cases/steps.ts'
import { noted } from '../domain/words/answers.ts'
import { closedAfterMain } from '../domain/words/merge.ts'
import { lines } from '../domain/words/sentence.ts'
import { caseNo } from './args.ts'
import { command } from './command.ts'

/** 已回复: the answer stands on the platform; the official clock stops. Refuses: claim-first, not-yours. */
export default command({
  verb: 'replied',
  words: ['已回复', '平台已回复'],
  also: [
    // 「101平台回复了」, 「101已回」, 「101 答复完了」
    /^(?:平台(?:上)?(?:已经?)?(?:回复?|答复)(?:完|好|过)?了|已经?(?:在)?(?:平台)?(?:上)?(?:回复?|答复)(?:完|好|过)?(?:平台)?了?|(?:回复|答复)(?:完|好|过)?(?:平台)?了|(?:平台(?:上)?)?(?:已经?)?(?:回复|答复)(?:完毕|完成|已?提交)了?)[。.!！]*$/u,
  ],
  only: /^[#＃:：\s]*\d/,
  step: { stage: 3 },
  summary: '平台答复完,官方时限停表',
  hint: { line: '结', say: '「已回复 128」' },
  args: { no: caseNo },
  examples: [
    {
      as: '赵蕾',
      in: 'private',
      say: '已回复 101',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 已记平台回复',
    },
  ],
  run({ args, speaker, look, change, find }) {
    const before = find(args.no).state
    change(args.no, (c) => reply(c, speaker))
    const c = find(args.no)
    const answer = noted(c, '平台回复', look)
    return before === 'merged' && c.state === 'closed' ? lines(answer, closedAfterMain(c)) : answer
  },
})
