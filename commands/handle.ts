import { toHandle } from '../domain/cases/needs.ts'
import { handle } from '../domain/cases/steps.ts'
import { handled } from '../domain/words/answers.ts'
import { caseNo, optional, rest } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'
import { keepLate } from './late.ts'

/** 整改完: what was done. Needs contact and a test or a reason. Refuses: not-ready, claim-first, wrong-state, not-yours. */
export default command({
  verb: 'handle',
  words: ['整改完', '处理完', '处置完成', '整改完成', '处置完', '处理完成', '已整改', '办完'],
  also: [
    /^(?<rest>(?:已经?|都)?(?:整改|处理|处置)(?:完(?:成|毕)?|好)了?(?:[,，。;；:：\s][\s\S]*)?)$/u,
    // 「改好了」, 「弄完了」, 「搞定了」
    /^(?<rest>(?:已经?|都|全)?(?:(?:改|弄|搞|办|修|治|清)(?:完|好|定|妥)|整改到位|解决)了?(?:[,，。;；:：\s][\s\S]*)?)$/u,
    // 「已处理」, 「已完成整改」, 「整改已完成」, 「问题已解决」
    /^(?<rest>(?:已经?(?:处理|处置)了?|已经?完成(?:整改|处理|处置)|(?:整改|处理|处置)(?:工作)?已经?完成|问题(?:已经?|都)?解决)了?(?:[,，。;；:：\s][\s\S]*)?)$/u,
    /^(?<rest>整改前[\s\S]*整改后[\s\S]*)$/u,
    // 「换了滤芯,整改好了」: done by the speaker, not told of others, planned or denied.
    /^(?<rest>(?![\s\S]*(?:说|称|讲|表示|反映|听|问|预计|准备|打算|计划|等|要|会|前|之后|后再|如果|没|未|不|别|还|能|责令|答应|承诺|让|请|催|督促|明天|后天|下周|[吗么呢?？]))[^\n]{2,60}[,，。;；\s](?:已经?|现已|都|全部?)?(?:整改|处理|处置|改|修|清理)(?:完(?:成|毕)?|好|到位)了?[。.!！]*)$/u,
  ],
  plain: /整改|处理|处置|办完|(?:改|弄|搞|办|修|治|清)(?:完|好|定|妥)了/,
  step: { stage: 2 },
  ofMain: true,
  summary: '处置完成,说做了什么',
  hint: { line: '办', say: '「128 整改完 …」' },
  args: { no: caseNo, what: optional(rest) },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '101 整改完 换了净化器',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 还不能处置完成:差联系、检测',
    },
  ],
  run(context) {
    const { args, speaker, data, look, change } = context
    const late = keepLate(args.no, { what: '处置', words: args.what }, context)
    if (late) return late
    const text = args.what === undefined ? {} : { text: keep(data, args.no, args.what) }
    return handled(change(args.no, (c) => handle(c, speaker, { missing: toHandle(c), ...text })).c, look)
  },
})
