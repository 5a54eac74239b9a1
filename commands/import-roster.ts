import { minutes } from '../domain/time/wall.ts'
import { justImported, sendRoster } from '../domain/words/sheets.ts'
import { command } from './command.ts'

/** 导入名单: the roster is taken as soon as its file comes in private, before or after these words. Refuses: not-allowed, private-only. */
export default command({
  verb: 'importRoster',
  words: ['导入名单'],
  summary: '导入人员、单位、值班名单(私聊发表格)',
  hint: { line: '人', say: '「导入名单」' },
  where: 'private',
  args: {},
  examples: [{ as: '孙悦', in: 'private', say: '导入名单', hears: '把填好的名单' }],
  run({ speaker, data, now }) {
    return data.sheets.lastOf(speaker.person, now - minutes(10)) ? justImported : sendRoster
  },
})
