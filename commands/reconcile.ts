import { minutes } from '../domain/time/wall.ts'
import { sendPlatformFile } from '../domain/words/reconcile.ts'
import { command } from './command.ts'

/** How long the announcement holds. */
const HOLDS = minutes(10)

/** 对账: the next spreadsheet of this person is the platform's, compared with our cases; nothing is changed by it. Refuses: not-allowed, private-only. */
export default command({
  verb: 'reconcile',
  words: ['对账', '平台对账'],
  summary: '和平台的工单表对账(私聊发表格)',
  hint: { line: '报' },
  where: 'private',
  args: {},
  examples: [{ as: '赵蕾', in: 'private', say: '对账', hears: '好,10分钟内把平台导出的工单表' }],
  run({ speaker, data, now }) {
    data.sheets.announce(speaker.person, { as: 'reconcile' }, now + HOLDS)
    return sendPlatformFile(data.runs.lastDone('reconcile'), now)
  },
})
