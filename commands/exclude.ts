import { called, caseNo, rest } from './args.ts'
import { askPlatform } from './ask-platform.ts'
import { command } from './command.ts'

/** 剔除: asked of the deputy, granted by the platform. Refuses: wrong-state, not-yours, waits-for-platform. */
export default command({
  verb: 'exclude',
  words: ['剔除', '申请剔除'],
  only: /^[#＃:：\s]*\d/,
  summary: '申请不计考核口径,写明依据',
  hint: { line: '转' },
  args: { no: caseNo, why: called('依据', rest) },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '剔除 101 诉求人要求补偿,不属生态环境职责',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 剔除申请已请分管领导定',
    },
  ],
  run: (context) => askPlatform(context, { no: context.args.no, wanted: 'exclude', why: context.args.why }),
})
