import { release } from '../domain/cases/release.ts'
import { released } from '../domain/words/answers.ts'
import { caseNo, reason } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'

/** 放回: the owner gives a case back; it waits again. Refuses: claim-first, wrong-state, not-yours. */
export default command({
  verb: 'release',
  words: ['放回', '放回去', '退领', '放出来'],
  also: [
    /^(?<rest>(?![\s\S]*退(?:单|回|了吧))(?:这个?|这件|该件)?不(?:归|属于|该)我们(?:这边|街道|镇|队|科|片区)?(?:管|负责|办|处理)的?(?:[,，。;；\s][\s\S]*)?)$/u,
    // 「101我不领了」, 「这件我们领不了,人手不够」
    /^(?<rest>(?:这个?|这件|该件)?(?:我们?|咱们?|俺们?)(?:先)?(?:不(?:领|接|办)了|(?:领|接|办)不了了?)(?:[,，。;；\s][\s\S]*)?)$/u,
  ],
  ofMain: true,
  summary: '把自己领的件放回待领',
  hint: { line: '转', say: '「放回 128 原因」' },
  args: { no: caseNo, why: reason },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '放回 101 不在我片区',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 已放回待领哨',
    },
  ],
  run({ args, speaker, data, change }) {
    return released(change(args.no, (c) => release(c, speaker, keep(data, args.no, args.why))).c)
  },
})
