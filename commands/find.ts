import { may } from '../domain/people/rights.ts'
import { inScope } from '../domain/people/speaker.ts'
import { mask } from '../domain/reading/personal.ts'
import { shown } from '../domain/words/answers.ts'
import { foundList } from '../domain/words/questions.ts'
import { rest } from './args.ts'
import { command } from './command.ts'

/** 查: cases of this scope whose place, subject or content hold the words, newest first, closed ones too; a number shows that case. */
export default command({
  verb: 'find',
  words: ['查', '查找', '搜'],
  only: /^(?!一?下[\s。.!！]*$)\S/,
  summary: '按店名、地址、内容查件,办结的也查',
  hint: { line: '查', say: '「查 老灶火锅」' },
  args: { what: rest },
  examples: [{ as: '李强', in: '方庄群', say: '查 老灶火锅', hears: '查到1件:\n#101 方庄街道' }],
  run({ args, data, speaker, look, find }) {
    const no = /^#?\s?(\d{3,6})$/.exec(args.what)?.[1]
    if (no !== undefined) return shown(find(Number(no)), look, may(speaker, 'claim'))
    const words = args.what.split(/[\s,，、]+/).filter(Boolean)
    const found = data.cases.withWords(words.slice(0, 5), SEARCHED).filter((c) => inScope(speaker, c))
    return foundList(speaker.room ? undefined : mask(words.join(' ')), found, look)
  },
})

const SEARCHED = 500
