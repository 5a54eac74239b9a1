import { callsCarriedOver } from '../domain/cases/called.ts'
import type { CaseNo } from '../domain/cases/case.ts'
import { merge, mustBeMergeable } from '../domain/cases/merge.ts'
import { carriedOver } from '../domain/cases/supervise.ts'
import { Refusal } from '../domain/refusal.ts'
import { alreadyMerged, mergedInto, mergeQuestion } from '../domain/words/merge.ts'
import { sureOf } from '../domain/words/set-up.ts'
import { caseNos, optional, rest } from './args.ts'
import { command } from './command.ts'

/**
 * 并案: several complainants, one matter, or one complainant again; asked once more before it is done.
 * Refuses: merge-self, merged-already, merge-chain, merge-holds, wrong-state, not-yours, missing-argument.
 */
export default command({
  verb: 'merge',
  words: ['并案', '并案到', '合并到', '合并', '并到', '并件'],
  also: [
    // 「130和128是同一件」, quoting 「跟118是一回事」
    /^(?<rest>(?:这个|这件|这条|该件)?(?:也)?(?:跟|和|与|同)[^?？]{1,30}?(?:是|属于)?(?:一个事|一件事|一回事|一码事|同一?个?件?事|同一件|一样的事|重复)[^?？]*)$/u,
    /^(?<rest>(?:都|其实|应该|可能|好像)*(?:是|属于|说的是|(?=重复[的了]))(?:同一?个?件?事|同一件|一个事|一件事|一回事|一码事|重复[的了]?)[^?？]*)$/u,
    /^(?<rest>(?:这个|这件|这两?件|两件)?(?:可以|应该|能|都)?(?:并案|合并|合一块|并一起|合到一起)(?:办理?|处理|吧|了|一下)*[。.!！]*)$/u,
  ],
  only: /^[#＃:：\s]*\d/,
  quotedFirst: true,
  summary: '同一件事的几个件并到一件办',
  hint: { line: '转', say: '「并案 130 到 128」' },
  args: { nos: caseNos, to: optional(rest) },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '并案 102 到 101',
      shows: '并案 130 到 128',
      after: [
        { as: '李强', in: '方庄群', say: '领哨 101' },
        {
          as: '赵蕾',
          in: 'private',
          say: '【工单编号】202611220102\n【地址】方庄街道芳古园一区11号楼\n【反映内容】老灶火锅油烟大\n【联系电话】13800005678',
        },
      ],
      hears: '把#102并入#101 方庄街道',
    },
  ],
  run({ args, speaker, data, look, find, change, confirm }) {
    const { from, into } = meant(args)
    const main = find(into)
    const cases = from.map(find)
    const fresh = cases.filter((c) => c.state !== 'merged' || c.mergedInto !== into)
    if (!fresh.length) return alreadyMerged(cases, main)
    for (const c of fresh) mustBeMergeable(c, main, { by: speaker, held: look.held(c) })
    const pairs = fresh.map((c) => ({ c, same: data.vault.samePerson(c.complainant, main.complainant) }))
    const asked = confirm(undefined, (code) => sureOf(mergeQuestion(pairs, main, look), code))
    if ('ask' in asked) return asked.ask
    for (const { c, same } of pairs) {
      const [goes, stays] = merge(c, find(into), same)
      change(c.no, () => [goes])
      change(into, (before) => [stays, ...carriedOver(c, before), ...callsCarriedOver(c, before)])
    }
    return mergedInto(
      pairs.map(({ c }) => find(c.no)),
      main,
    )
  },
})

// 「130 到 128」; quoted 「并案118」; 「130和128是同一件」: what came later goes with what came first.
function meant({ nos, to = '' }: { nos: CaseNo[]; to?: string | undefined }): { from: CaseNo[]; into: CaseNo } {
  const said = /(?<!\d)[1-9]\d{2,8}(?!\d|号楼|室|米|元)/.exec(to)?.[0]
  if (said !== undefined) return { from: nos, into: Number(said) }
  const into = /同|一|重复/.test(to) ? Math.min(...nos) : nos.at(-1)
  const from = nos.filter((no) => no !== into)
  if (into === undefined || !from.length)
    throw new Refusal('missing-argument', { verb: 'merge', what: '并到哪一件', example: `并案 ${nos[0]} 到 128` })
  return { from, into }
}
