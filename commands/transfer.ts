import { transfer } from '../domain/cases/transfer.ts'
import { Refusal } from '../domain/refusal.ts'
import { offered } from '../domain/words/answers.ts'
import { caseNo, mentioned, optional, rest } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'
import { ownerNamed } from './owner.ts'

/**
 * 转办: to a colleague at once; to another unit as an offer it must take (「接」), so long the owner stays.
 * Refuses: claim-first, wrong-state, not-yours, missing-argument.
 */
export default command({
  verb: 'transfer',
  words: ['转办', '转给'],
  summary: '转给同事,或别的单位(对方回「接」)',
  hint: { line: '转', say: '「转办 128 @小孟 原因」' },
  args: { no: caseNo, people: mentioned, why: optional(rest) },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '转办 101 @王磊 我今天外出',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 已转给:执法一队 王磊',
    },
    {
      as: '李强',
      in: '方庄群',
      say: '转办 101 @陈曦 要先检测',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 等监测站 陈曦接',
    },
  ],
  run({ args, speaker, data, look, now, change }) {
    const to = ownerNamed(
      { people: args.people, unit: undefined, street: data.cases.find(args.no)?.street },
      { data, look, now },
    )
    if (!to)
      throw new Refusal('missing-argument', { verb: 'transfer', what: '转给谁', example: `转办 ${args.no} @小孟 原因` })
    const why = args.why === undefined ? {} : { why: keep(data, args.no, args.why) }
    const until = now + look.settings.transferAnswer
    return offered(change(args.no, (c) => transfer(c, speaker, { to, until, ...why })).c, look)
  },
})
