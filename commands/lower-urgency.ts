import { lowerUrgency } from '../domain/cases/void.ts'
import { calmed, neverUrgent } from '../domain/words/notices.ts'
import { caseNo, reason } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'

/** 降级: the owner says, with a reason, that a case is not urgent; its clocks go on as those of an ordinary one. Refuses: claim-first, wrong-state, not-yours. */
export default command({
  verb: 'lowerUrgency',
  words: ['降级', '取消紧急', '转为一般'],
  summary: '不是急件了:说明原因,按一般件计时',
  hint: { line: '办', say: '「降级 128 原因」' },
  args: { no: caseNo, why: reason },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '降级 102 现场没有异味,无人不适',
      after: [
        { as: '小刘', in: '方庄群', say: '芳群园四区12号楼有刺鼻气味,多人头晕' },
        { as: '李强', in: '方庄群', say: '领哨 102' },
      ],
      hears: '#102 不再按急件提醒',
    },
  ],
  run({ args, speaker, data, look, change }) {
    const { c, changed } = change(args.no, (before) => lowerUrgency(before, speaker, keep(data, args.no, args.why)))
    return changed ? calmed(c, look) : neverUrgent(c)
  },
})
