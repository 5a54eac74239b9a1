import { may } from '../domain/people/rights.ts'
import { shown } from '../domain/words/answers.ts'
import { lines } from '../domain/words/sentence.ts'
import { caseNos } from './args.ts'
import { command } from './command.ts'

/** A case by its number: where it stands, who has it, what is still to do. Refuses: unknown-case, out-of-scope. */
export default command({
  verb: 'show',
  words: ['查件', '看件'],
  also: [/^(?:啥情况|什么情况|咋样了?|怎么样了?|到哪(?:一步)?了|进展如何|办得怎么样了?|详情)[啊呀呢]?[?？。!！]*$/],
  summary: '看一件的现况:直接回编号',
  hint: { line: '查', say: '「128」' },
  args: { nos: caseNos },
  examples: [
    { as: '李强', in: '方庄群', say: '101', hears: '#101 待领哨｜餐饮油烟｜方庄街道' },
    {
      as: '周敏',
      in: '方庄群',
      say: '啥情况',
      quote: '#101 待领哨｜餐饮油烟',
      hears: '#101 待领哨｜餐饮油烟｜方庄街道',
    },
  ],
  run: ({ args, find, look, speaker }) => lines(...args.nos.map((no) => shown(find(no), look, may(speaker, 'claim')))),
})
