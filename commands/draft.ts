import { draft } from '../domain/words/draft.ts'
import { caseNo } from './args.ts'
import { command } from './command.ts'

/** 回复稿: the platform's answer from the timeline, at most 300 characters, no personal data, in private. Refuses: claim-first, out-of-scope. */
export default command({
  verb: 'draft',
  words: ['回复稿', '答复稿'],
  summary: '私聊取平台答复草稿',
  hint: { line: '结', say: '「回复稿 128」' },
  args: { no: caseNo },
  where: 'private',
  examples: [
    {
      as: '赵蕾',
      in: 'private',
      say: '回复稿 101',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 回复稿(请核对后粘到平台):',
    },
  ],
  run({ args, data, find, look }) {
    const c = find(args.no)
    return draft(c, data.cases.log(c.no), look)
  },
})
