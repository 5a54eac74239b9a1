import { stillAwaited } from '../domain/words/calls.ts'
import { lines } from '../domain/words/sentence.ts'
import { timeline } from '../domain/words/timeline.ts'
import { caseNo } from './args.ts'
import { command } from './command.ts'

/** 过程: the log of a case read aloud. Refuses: unknown-case, out-of-scope. */
export default command({
  verb: 'trail',
  words: ['过程', '经过'],
  summary: '一件从登记到现在的每一步',
  hint: { line: '查', say: '「过程 128」' },
  args: { no: caseNo },
  examples: [{ as: '李强', in: '方庄群', say: '过程 101', hears: '#101 过程:' }],
  run({ args, data, find, look }) {
    const c = find(args.no)
    return lines(timeline(data.cases.log(c.no), look), stillAwaited(c, look))
  },
})
