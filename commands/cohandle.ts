import { cohandle } from '../domain/cases/help-call.ts'
import { unitOf } from '../domain/people/speaker.ts'
import { Refusal } from '../domain/refusal.ts'
import { helpAnswer } from '../domain/words/answers.ts'
import { caseNo, mentioned, optional, rest } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'
import { ownerNamed, unitAt } from './owner.ts'

/** 协办: the owner calls another unit, or a unit joins by itself; the owner stays. Refuses: wrong-state, not-yours, no-unit. */
export default command({
  verb: 'cohandle',
  words: ['协办', '请协办'],
  summary: '叫别的单位一起办,或自己加入',
  hint: { line: '转', say: '「协办 128 监测站」' },
  args: { no: caseNo, people: optional(mentioned), unit: optional(rest) },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '协办 101 监测站',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 已请监测站协办',
    },
  ],
  run({ args, speaker, data, look, now, change }) {
    const named = ownerNamed(
      { people: args.people, unit: args.unit, street: data.cases.find(args.no)?.street },
      { data, look, now },
    )
    const unit = named?.unit ?? unitOf(speaker)
    if (unit === undefined) throw new Refusal('no-unit', { no: args.no })
    const person = args.people?.length ? named?.person : undefined
    const words = args.people?.length ? args.unit : args.unit && unitAt(args.unit.trim(), data)?.rest
    const why = words ? { why: keep(data, args.no, words) } : {}
    const { c } = change(args.no, (before) =>
      cohandle(before, speaker, { unit, ...(person !== undefined && { person }), ...why }),
    )
    return helpAnswer(c, unit)
  },
})
