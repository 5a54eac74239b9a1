import { arrive, waiveArrival } from '../domain/cases/steps.ts'
import { isOf } from '../domain/people/speaker.ts'
import { Refusal } from '../domain/refusal.ts'
import { noted } from '../domain/words/answers.ts'
import { reportedIn } from '../domain/words/calls.ts'
import { caseNo, optional, rest } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'
import { keepLate } from './late.ts'

/** 到场; 免到场 with a reason. Refuses: missing-argument, claim-first, wrong-state, not-yours. */
export default command({
  verb: 'arrive',
  words: ['到场', '到现场', '已到', '免到场'],
  also: [
    /^(?:我们?|人)?(?:已经?|刚)?到(?:达)?(?:了?(?:现场|场|点位|店里|工地)了?|了)(?<rest>(?:[,，。;；:：\s][\s\S]*)?)$/u,
    // 「现场到了」, 「现场去过了」, 「去了现场」
    /^(?:我们?|人)?(?:已经?|刚)?(?:(?:现场|点位|店里|工地)(?:已经?|刚)?(?:到|去)(?:过|完)?了|去(?:过|了)(?:现场|点位|店里|工地)了?)(?<rest>(?:[,，。;；:：\s][\s\S]*)?)$/u,
    // 「现场检查:净化器未开启」, 「现场核查过了」, 「我在现场了」
    /^(?:我们?|人)?(?:已经?|刚)?(?:在(?:现场|店里|工地)了|(?:去)?现场(?:检查|核查|核实|查看|勘查|看)(?:(?:过|完)了?|了|(?=[:：])))(?<rest>(?:[,，。;；:：\s][\s\S]*)?)$/u,
  ],
  plain: /现场|到场|点位|店里|工地|已到/,
  step: { stage: 1 },
  ofMain: true,
  summary: '记到场,可接着说情况',
  hint: { line: '办', say: '「128 到场」+照片' },
  args: { no: caseNo, what: optional(rest) },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '101 到场 净化器没开',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 已记到场',
    },
  ],
  run(context) {
    const { args, speaker, data, look, now, change, heard } = context
    const late = keepLate(args.no, { what: '到场', words: args.what }, context)
    if (late) return late
    const text = args.what === undefined ? undefined : keep(data, args.no, args.what)
    if (!heard.text.includes('免到场')) {
      const { c, changed } = change(args.no, (before) => arrive(before, speaker, text))
      const mine = c.helpers?.filter(({ unit }) => isOf(speaker, unit)) ?? []
      const [first] = mine
      if (c.state !== 'claimed' && first)
        return reportedIn(c, { unit: (mine.find(({ arrivedAt }) => arrivedAt === now) ?? first).unit, changed }, look)
      const reported = c.helpers?.some(({ arrivedAt }) => arrivedAt === now)
      return noted(c, reported ? '到场、报到' : '到场', look)
    }
    if (text === undefined)
      throw new Refusal('missing-argument', {
        verb: 'arrive',
        what: '理由',
        example: `免到场 ${args.no} 电话核实已停业`,
      })
    return noted(change(args.no, (c) => waiveArrival(c, speaker, text)).c, '免到场', look)
  },
})
