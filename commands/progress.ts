import { note, progress } from '../domain/cases/steps.ts'
import { noted } from '../domain/words/answers.ts'
import { keptWaiting } from '../domain/words/late.ts'
import { caseNo, rest } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'
import { keepLate } from './late.ts'

/** 进展: a line of the timeline; on a closed case a note that reaches its last owner. Refuses: claim-first, not-yours. */
export default command({
  verb: 'progress',
  words: ['进展', '情况说明', '反馈'],
  plain: /^进展[\s:：,，]/,
  ofMain: true,
  summary: '记一笔进展',
  hint: { line: '办', say: '「进展 128 …」' },
  args: { no: caseNo, what: rest },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '进展 101 商户已联系厂家换滤芯',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 已记进展',
    },
  ],
  run(context) {
    const { args, speaker, data, look, change, find, heard } = context
    const late = keepLate(args.no, { what: heard.told ? '情况' : '进展', words: args.what }, context)
    if (late) return late
    const text = keep(data, args.no, args.what)
    // 「101没闻到味」 before anybody has it.
    if (heard.told && find(args.no).state === 'waiting') return keptWaiting(change(args.no, () => note(text)).c)
    return noted(change(args.no, (c) => progress(c, speaker, text)).c, '进展', look)
  },
})
