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
  words: ['转办', '转给', '转交', '移交'],
  also: [
    // 「转给二队」, 「转监测站」, 「移交给陈曦,要先检测」
    /^(?:转办|转交|移交|转)(?:给|到)?\s*(?<who>\p{Script=Han}{2,10}?)(?:来|去)?(?:办理?|处理|跟进|负责|承办)?(?:吧|了|哈)?(?<rest>[。.!！]*$|[,，\s][\s\S]*)$/u,
  ],
  ofMain: true,
  summary: '转给同事,或别的单位(对方回「接」)',
  hint: { line: '转', say: '「转办 128 @小孟 原因」' },
  args: { no: caseNo, people: optional(mentioned), words: optional(rest) },
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
    {
      as: '李强',
      in: '方庄群',
      say: '101转给监测站',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 等监测站 陈曦接',
    },
  ],
  run({ args, speaker, data, look, now, change }) {
    const example = `转办 ${args.no} @小孟 原因`
    const missing = new Refusal('missing-argument', { verb: 'transfer', what: '转给谁', example })
    const { to, rest } = ownerNamed(args, { data, look, speaker, street: data.cases.find(args.no)?.street, missing })
    const why = rest ? { why: keep(data, args.no, rest) } : {}
    const until = now + look.settings.transferAnswer
    return offered(change(args.no, (c) => transfer(c, speaker, { to, until, ...why })).c, look, speaker.person)
  },
})
