import { called, caseNo, rest } from './args.ts'
import { askPlatform } from './ask-platform.ts'
import { command } from './command.ts'

/** What the platform asks of a return beside the reason. */
const WANTED = [
  [
    '建议单位',
    /建议|应由|应该?由|归.{1,12}管|属于?.{1,12}(?:职责|管辖)|(?:局|委|办|队|街道|镇|乡|中心|公司|区)(?:负责|承办|处理|办理)/u,
  ],
  ['依据', /依据|根据|按照?|规定|条例|办法|清单|职责|第.{1,4}条|三定/u],
] as const

/** 退单: not ours; the desk decides on the first†, the deputy on the second, the platform has the last word. Refuses: wrong-state, not-yours, waits-for-platform. */
export default command({
  verb: 'return',
  words: ['退单', '申请退单', '退件', '退回平台'],
  also: [
    /^(?!市?平台[^,，。]{0,6}(?:同意|批|通过|驳回))(?<rest>(?![\s\S]*(?:别|不要|不能|不用|先不|不可以|没法|怎么|能不能|可不可以|是不是)退)(?:[^?？]{0,60}[\s,，。;；])?(?:(?:这[个件条]|该件)?(?:\p{Script=Han}{0,4}(?:申请|建议|要求|想|只能|请))?)?(?:退单|退回(?:平台|12345|市里|区里|热线|专班|去|吧)|退了)(?:吧|了)?(?:[,，。;；!！\s][^吗?？]*)?)$/u,
  ],
  summary: '申请退单:写理由、建议单位、依据',
  hint: { line: '转', say: '「退单 128 理由 建议单位 依据」' },
  args: { no: caseNo, why: called('理由、建议单位、依据', rest) },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '退单 101 内部装修噪声,建议由住建委处理,依据三定职责',
      hears: '#101 退单申请已请专班定',
    },
  ],
  run: (context) =>
    askPlatform(context, {
      no: context.args.no,
      wanted: 'return',
      why: context.args.why,
      lacks: WANTED.filter(([, said]) => !said.test(context.args.why)).map(([what]) => what),
    }),
})
