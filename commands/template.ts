import { rosterTemplate } from '../domain/words/sheets.ts'
import { command } from './command.ts'

/** 模板: the workbook of people, units and duty, to be filled in and sent back. Refuses: not-allowed, private-only. */
export default command({
  verb: 'template',
  words: ['模板', '名单模板'],
  summary: '取名单空表(人员、单位、值班)',
  hint: { line: '人', say: '「模板」' },
  where: 'private',
  args: {},
  examples: [{ as: '孙悦', in: 'private', say: '模板', hears: '〔文件〕领哨名单模板.xlsx' }],
  run({ speaker, data, now, occasion }) {
    const { name } = rosterTemplate
    data.outbox.say(
      {
        to: { person: speaker.person },
        class: 'reply',
        key: `template-${occasion}`,
        sentence: [name],
        file: { name, kind: 'rosterTemplate' },
      },
      now,
    )
    return undefined
  },
})
