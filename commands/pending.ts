import { decisionList, nothingToDecide } from '../domain/words/decisions.ts'
import { awaiting, showDecisions } from './awaiting.ts'
import { command } from './command.ts'

/** 待批: what waits for the speaker's word, numbered; 「同意 1 3」 means this list from now on. */
export default command({
  verb: 'pending',
  words: ['待批', '待审批', '待我批', '待批的', '待我同意', '待同意'],
  where: 'private',
  theirsAlone: true,
  summary: '等我同意的事项,按序号回「同意 1」',
  hint: { line: '批', say: '「待批」' },
  args: {},
  examples: [
    { as: '王磊', in: 'private', say: '待批', hears: '没有等您定的事项' },
    {
      as: '王磊',
      in: 'private',
      say: '待批',
      after: [
        { as: '李强', in: '方庄群', say: '领哨 101' },
        { as: '李强', in: '方庄群', say: '101 不宜检测 店铺已停业' },
      ],
      hears: '请您定1件:\n1 #101',
    },
  ],
  run(context) {
    const awaited = awaiting(context)
    if (!awaited.decisions.length) return nothingToDecide()
    showDecisions(awaited, context)
    return decisionList(awaited.decisions, awaited.cases, context.look)
  },
})
