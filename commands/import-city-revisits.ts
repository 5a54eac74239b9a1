import { minutes } from '../domain/time/wall.ts'
import { sendCityRevisits } from '../domain/words/city-sheets.ts'
import { command } from './command.ts'

/** How long the announcement holds. */
const HOLDS = minutes(10)

/** 导入市回访: the next spreadsheet of this person is the platform's file of revisits. Refuses: not-allowed, private-only. */
export default command({
  verb: 'importCityRevisits',
  words: ['导入市回访', '导入回访', '导入回访结果'],
  summary: '导入平台的市回访表(私聊发表格)',
  hint: { line: '报' },
  where: 'private',
  args: {},
  examples: [{ as: '赵蕾', in: 'private', say: '导入市回访', hears: '好,10分钟内把平台的市回访表' }],
  run({ speaker, data, now }) {
    data.sheets.announce(speaker.person, { as: 'cityRevisits' }, now + HOLDS)
    return sendCityRevisits()
  },
})
