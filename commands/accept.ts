import { accept } from '../domain/cases/transfer.ts'
import { claimed } from '../domain/words/answers.ts'
import { caseNo } from './args.ts'
import { command } from './command.ts'

/** 接: the other unit takes what was offered to it. Refuses: no-offer. */
export default command({
  verb: 'accept',
  words: ['接', '我接', '接手'],
  summary: '接下转给自己的件',
  args: { no: caseNo },
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
  run: ({ args, speaker, look, now, change }) => claimed(change(args.no, (c) => accept(c, speaker, now)).c, look),
})
