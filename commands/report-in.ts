import { reportIn } from '../domain/cases/help-call.ts'
import { noted } from '../domain/words/answers.ts'
import { caseNo } from './args.ts'
import { command } from './command.ts'

/** 报到: a called unit is there. Refuses: wrong-state, not-called. */
export default command({
  verb: 'reportIn',
  words: ['报到'],
  only: /^[#＃:：\s]*\d/,
  summary: '协办单位报到',
  hint: { line: '转' },
  args: { no: caseNo },
  examples: [
    {
      as: '陈曦',
      in: '方庄群',
      say: '报到 101',
      after: [
        { as: '李强', in: '方庄群', say: '领哨 101' },
        { as: '李强', in: '方庄群', say: '协办 101 监测站' },
      ],
      hears: '#101 已记报到',
    },
  ],
  run: ({ args, speaker, look, change }) => noted(change(args.no, (c) => reportIn(c, speaker)).c, '报到', look),
})
