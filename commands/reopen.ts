import { reopen } from '../domain/cases/close.ts'
import { reopened } from '../domain/words/answers.ts'
import { caseNo, rest } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'

/** 重办: handled or closed, back to the old owner. Refuses: wrong-state, not-yours. */
export default command({
  verb: 'reopen',
  words: ['重办', '重新办理'],
  summary: '重新办理已处置或办结的件',
  hint: { line: '结' },
  args: { no: caseNo, why: rest },
  examples: [{ as: '赵蕾', in: '方庄群', say: '重办 101 居民反映晚上还有味', hears: '#101 还没人领' }],
  run: ({ args, speaker, data, look, change }) =>
    reopened(change(args.no, (c) => reopen(c, speaker, keep(data, args.no, args.why))).c, look),
})
