import { caseNo, reason } from './args.ts'
import { askPlatform } from './ask-platform.ts'
import { command } from './command.ts'

/** 挂账: asked of the deputy, granted by the platform. Refuses: wrong-state, not-yours, waits-for-platform. */
export default command({
  verb: 'suspend',
  words: ['挂账', '申请挂账'],
  only: /^[#＃:：\s]*\d/,
  summary: '客观原因暂时解决不了,申请挂账',
  hint: { line: '转' },
  args: { no: caseNo, why: reason },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '挂账 101 等市政管网改造,预计明年5月完工',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 挂账申请已请分管领导定',
    },
  ],
  run: (context) => askPlatform(context, { no: context.args.no, wanted: 'suspend', why: context.args.why }),
})
