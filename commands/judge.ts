import { measurementsIn } from '../domain/reading/measurements.ts'
import { Refusal } from '../domain/refusal.ts'
import { judge } from '../domain/standards/judge.ts'
import { wallOf } from '../domain/time/wall.ts'
import { judgedAnswer } from '../domain/words/tests.ts'
import { rest } from './args.ts'
import { command } from './command.ts'

/** 判: what a measurement means, without a case; nothing is kept. Refuses: missing-argument. */
export default command({
  verb: 'judge',
  words: ['判', '判定', '判一下', '算一下'],
  only: /\d|未检出/,
  summary: '按标准判一组检测值,不记到件上',
  hint: { line: '测' },
  args: { what: rest },
  examples: [
    {
      as: '陈曦',
      in: '方庄群',
      say: '判 昼间62.4 背景61.1 2类',
      hears: '昼间 2类 62.4 背景61.1:差1.3≈1,限值60,无法判定',
    },
    { as: '陈曦', in: 'private', say: '判 臭气 <10、13、18', hears: '臭气浓度 二级-新扩改建 <10' },
  ],
  run({ args, heard }) {
    const { date: today, minute } = wallOf(heard.sentAt)
    const { samples } = measurementsIn(args.what, { today, minute })
    if (!samples.length)
      throw new Refusal('missing-argument', { verb: 'judge', what: '检测值', example: '判 昼间62.4 背景61.1 2类' })
    return judgedAnswer(samples.map(judge))
  },
})
