import { conclude } from '../domain/cases/consult.ts'
import { readInstant } from '../domain/reading/when.ts'
import { concluded } from '../domain/words/consult.ts'
import { caseNo, rest } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'

/** 会商结论: conclusion, measures, who, by when. From then on an unsolved revisit asks the lead for 未解决已解释. Refuses: claim-first, wrong-state, not-yours. */
export default command({
  verb: 'conclude',
  words: ['会商结论'],
  only: /^[#＃:：\s]*\d/,
  ofMain: true,
  summary: '记会商结论:措施、谁、何时前',
  hint: { line: '转' },
  args: { no: caseNo, what: rest },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '会商结论 101 加高烟道,执法一队督促,12月5日前',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 已记会商结论,措施12-05 18:00前',
    },
  ],
  run({ args, speaker, data, look, now, change }) {
    const due = readInstant(args.what, now)
    const until = due !== undefined && due > now ? { until: due } : {}
    const text = keep(data, args.no, args.what)
    return concluded(change(args.no, (c) => conclude(c, speaker, { text, ...until })).c, look)
  },
})
