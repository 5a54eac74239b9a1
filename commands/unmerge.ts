import { mainNoOf, unmerge } from '../domain/cases/merge.ts'
import { takenOut } from '../domain/words/merge.ts'
import { caseNo } from './args.ts'
import { command } from './command.ts'

/** 拆案: a merged case goes its own way, as it was before. Refuses: not-merged, not-yours. */
export default command({
  verb: 'unmerge',
  words: ['拆案', '拆开', '取消并案'],
  only: /^[#＃:：\s]*\d/,
  summary: '并错了:拆出来,恢复原样',
  hint: { line: '转' },
  args: { no: caseNo },
  examples: [{ as: '赵蕾', in: '方庄群', say: '拆案 101', hears: '#101 没有并案' }],
  run({ args, speaker, find, change }) {
    const c = find(args.no)
    const main = find(mainNoOf(c))
    const [leaves, stays] = unmerge(c, main, speaker)
    change(c.no, () => [leaves])
    change(main.no, () => [stays])
    return takenOut(find(c.no), main)
  },
})
