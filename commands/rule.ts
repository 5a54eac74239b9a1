import { type Request, requests } from '../domain/cases/events.ts'
import { awaitedOfPlatform, rule, rulingBefore } from '../domain/cases/request.ts'
import { readExtension } from '../domain/reading/extension.ts'
import { Refusal } from '../domain/refusal.ts'
import { ruled, ruledBefore, stillAwaited } from '../domain/words/requests.ts'
import { caseNo, rest } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'
import { endSuspension } from './resume.ts'

/** Nothing is ruled yet. */
const PENDING = /还(?:没有?|未|在等|在走|在审)|尚未|(?:没有?|未)(?:消息|结果|回音|回复)|等(?:着|待)?平台/u
/** 「同意 延到12月5日」, 「同意 到12月5日」, 「同意延期3天」. */
const TO_DATE = /(?:延(?:期|长)?(?:到|至)?|批到|到|至)\s*(?<date>[\d一二两三四五六七八九十下本这明后周].*)$/u
/** 「挂账到期」, 「取消挂账」. */
const SUSPENSION_OVER = /挂账(?:已经?|期)?(?:到期|期满|结束|终止|取消|解除)|(?:取消|解除|结束|终止)挂账/u
const REFUSED = /(?:不|没有?|未)(?:予|获)?(?:同意|批|通过)|不予|驳回|退回申请/u
const GRANTED = /同意|通过|批准|批了|已批/u

/** 平台批复: what the platform said to a request; only now it takes effect. Refuses: missing-argument, no-request, which-request, request-undecided, not-later. */
export default command({
  verb: 'rule',
  words: ['平台批复', '批复'],
  also: [
    // 「平台没批」, 「平台同意退单了」; still undecided or a question is neither.
    /^(?![\s\S]*(?:[吗么没呢]|没有|不|[?？])[\s?？。!！]*$)(?<rest>(?:市)?平台(?:已经?|刚|那边)?(?:(?:没有?|不|未)?(?:同意|批准?|通过)|驳回|不予)[\s\S]*)$/u,
    // 「平台还没批」: who may rule reads what is awaited.
    /^(?<rest>(?:市)?平台(?:那边)?(?:还没有?|还未|尚未)(?:同意|批复?|批准|通过|回复|答复|消息|回音)(?:下来)?(?:呢|啊)?[。.!！]*)$/u,
  ],
  alsoTheirs: /还没|还未|尚未/,
  only: /^[#＃:：\s]*\d/,
  summary: '记平台对退单、延期、挂账、剔除的批复',
  hint: { line: '批', say: '「平台批复 128 同意」' },
  args: { no: caseNo, said: rest },
  examples: [
    {
      as: '赵蕾',
      in: 'private',
      say: '平台批复 101 同意',
      after: [
        { as: '李强', in: '方庄群', say: '退单 101 内部装修噪声,建议由住建委处理,依据三定职责' },
        { as: '赵蕾', in: 'private', say: '同意 101' },
      ],
      hears: '#101 平台已同意退单',
    },
  ],
  run({ args, data, look, now, find, change }) {
    if (PENDING.test(args.said)) {
      const c = find(args.no)
      return stillAwaited(c, awaitedOfPlatform(c))
    }
    if (SUSPENSION_OVER.test(args.said)) return endSuspension({ data, look, now, change }, args)
    const granted = !REFUSED.test(args.said)
    if (granted && !GRANTED.test(args.said))
      throw new Refusal('missing-argument', { verb: 'rule', what: '批复', example: `平台批复 ${args.no} 同意` })
    const names = Object.keys(requests) as Request[]
    const named = names.find((one) => args.said.includes(requests[one]))
    const before = find(args.no)
    const known = rulingBefore(before, named, data.cases.log(args.no))
    if (known?.granted === granted) return ruledBefore(before, known)
    let ruling: ReturnType<typeof rule> | undefined
    const { c } = change(args.no, (before) => {
      const date = TO_DATE.exec(args.said)?.groups?.date
      const until = date === undefined ? undefined : readExtension(date, { now, deadline: before.deadline?.at })?.until
      ruling = rule(before, { named, granted, until, ...(!granted && { why: keep(data, args.no, args.said) }) })
      return [ruling]
    })
    return ruling && ruled(c, ruling, look)
  },
})
