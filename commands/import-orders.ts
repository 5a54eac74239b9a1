import { minutes } from '../domain/time/wall.ts'
import { sendBacklog } from '../domain/words/sheets.ts'
import { optional, rest } from './args.ts'
import { command } from './command.ts'

/** How long the announcement holds. */
const HOLDS = minutes(10)

/**
 * 导入存量 静默: the next spreadsheet of this person is registered without cards. Without 静默 as any spreadsheet of
 * orders: each street one list. Refuses: not-allowed, private-only.
 */
export default command({
  verb: 'importOrders',
  words: ['导入存量', '导入工单'],
  summary: '导入工单表;加「静默」只登记不发卡片',
  hint: { line: '报' },
  where: 'private',
  args: { how: optional(rest) },
  examples: [{ as: '赵蕾', in: 'private', say: '导入存量 静默', hears: '好,10分钟内把存量表' }],
  run({ args, speaker, data, now }) {
    const silent = /静默|不发/.test(args.how ?? '')
    data.sheets.announce(speaker.person, { silent }, now + HOLDS)
    return sendBacklog(silent)
  },
})
