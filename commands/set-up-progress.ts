import { lastLine } from '../domain/words/backup.ts'
import { lines } from '../domain/words/sentence.ts'
import { progressOfSetUp } from '../domain/words/set-up.ts'
import { command } from './command.ts'

/** 开通进度: rooms bound, people proved, who is not a friend yet. Refuses: not-allowed. */
export default command({
  verb: 'setUpProgress',
  words: ['开通进度'],
  summary: '看绑定、认证、加好友的进度',
  hint: { line: '人', say: '「开通进度」' },
  where: 'private',
  args: {},
  examples: [{ as: '孙悦', in: 'private', say: '开通进度', hears: '群 5/6 · 认证 11/11 · 未加好友 1' }],
  run: ({ data, now }) => lines(progressOfSetUp(data.admission.progress()), lastLine(data.backups.last(), now)),
})
