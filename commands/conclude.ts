import { conclude } from '../domain/cases/consult.ts'
import { lacking } from '../domain/reading/conclusion.ts'
import { readInstant } from '../domain/reading/when.ts'
import { concluded, concludeLacks } from '../domain/words/consult.ts'
import { caseNo, rest } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'

/**
 * 会商结论: conclusion, measures, who, by when; what is missing is asked for once. From then on an unsolved revisit asks the lead
 * for 未解决已解释. Refuses: claim-first, wrong-state, not-yours.
 */
export default command({
  verb: 'conclude',
  words: ['会商结论'],
  also: [
    // 「101 会商结论是…」, 「101 会商结果:…」
    /^会商(?:结论|结果|意见)(?:是|为|如下)?[\s,，:：]*(?<rest>(?!是|为|[呢吗])(?![^,，。;；]{0,8}(?:什么|怎么|啥|多久|还没|没有?出|出来|下来|[呢吗]))[^?？]{4,})$/u,
  ],
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
  run({ args, speaker, data, look, now, find, change, confirm }) {
    const due = readInstant(args.what, now)
    const until = due !== undefined && due > now ? { until: due } : {}
    const before = find(args.no)
    const kept = keep(data, args.no, args.what)
    const same = before.concluded && look.text(before.concluded.text) === look.text(kept)
    const text = same && before.concluded ? before.concluded.text : kept
    // Who may not is told at once, not after the code.
    const lacks = conclude(before, speaker, { text, ...until }).length
      ? lacking(args.what, data.people.units(), now)
      : []
    if (lacks.length) {
      const asked = confirm(undefined, (code) => concludeLacks(args.no, lacks, code))
      if ('ask' in asked) return asked.ask
    }
    const { c, changed } = change(args.no, (now) => conclude(now, speaker, { text, ...until }))
    return concluded(c, { by: speaker.person, changed }, look)
  },
})
