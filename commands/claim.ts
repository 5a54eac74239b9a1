import type { Case, UnitId } from '../domain/cases/case.ts'
import { claim } from '../domain/cases/claim.ts'
import { accept, isOfferedTo } from '../domain/cases/transfer.ts'
import { unitOf } from '../domain/people/speaker.ts'
import { STREETS } from '../domain/reading/gazetteer.ts'
import { Refusal } from '../domain/refusal.ts'
import { alreadyYours, claimed } from '../domain/words/answers.ts'
import { caseNo, optional, rest } from './args.ts'
import { command } from './command.ts'

/**
 * 领哨 / 认领: a unit takes cases that wait, before anyone whistles.
 * Refuses: unknown-case, out-of-scope, already-claimed, not-waiting, no-unit, other-unit, other-street.
 */
export default command({
  verb: 'claim',
  words: ['领哨', '认领', '我领', '我们领', '接单'],
  also: [
    /^(?:这个|这件|这单|该件)?归?(?:我们?|咱们?)(?:这边)?(?:来|去|领哨?|认领|接单?|管|的)(?:吧|了|啦|哈|啊)?[。.!！~～]*$/,
    /^(?:这个|这件|这单|该件)?归?(?!给|交|请|让|派|转|由|叫|你|您|到|在|找|问|等|他|她|别|哪|谁|不|没)(?<rest>[\p{Script=Han}]{1,6}(?:队|科|站|街道|镇))(?:这边)?(?:来|去|领哨?|认领|接单?|管|的)(?:吧|了|啦|哈|啊)?[。.!！~～]*$/u,
    /^(?:先)?领(?:下|走|一下)?(?:吧|了|啦|哈)?[。.!！~～]*$/,
    /^(?:归我们?|归咱们?|接单|接了|领哨?了?|认领|领走)(?:吧|了|啦|哈)?[。.!！~～]*$/,
    /^这个?点位?(?:属于|归|是)我们(?:街道|镇|队|片区|辖区)?(?:的|管)?[。.!！]*$/,
  ],
  step: { stage: 0 },
  ofMain: true,
  summary: '主动领走待领的件',
  hint: { line: '领', say: '引用卡片回「领哨」,或「领哨 128」' },
  args: { no: caseNo, said: optional(rest) },
  examples: [
    { as: '李强', in: '方庄群', say: '领哨 101', hears: '#101 已领哨:执法一队 李强' },
    { as: '李强', in: '方庄群', say: '101 我们领', hears: '#101 已领哨:执法一队 李强' },
    { as: '周敏', in: '方庄群', say: '我来', quote: '#101 待领哨｜餐饮油烟', hears: '#101 已认领:方庄街道 周敏' },
  ],
  run({ args, speaker, look, now, change }) {
    const { no, said } = args
    const { c, changed } = change(no, (before) => {
      const unit = unitOf(speaker, before.street)
      if (unit === undefined) throw new Refusal('no-unit', { no })
      if (isOther(said, unit)) throw new Refusal('other-unit', { no, said: said ?? '', unit })
      if (isOtherStreet(unit, before)) throw new Refusal('other-street', { no, street: before.street, own: unit })
      // 「128 我们接」 from those it was offered to takes the offer.
      if (isOfferedTo(before, speaker, now)) return accept(before, speaker, now)
      return claim(before, { person: speaker.person, unit })
    })
    return changed ? claimed(c, look) : alreadyYours(c)
  },
})

// 「认领」 is for the steward of the case's own street; where that is not known yet, for any.
function isOtherStreet(unit: UnitId, c: Case): c is Case & { street: string } {
  return c.street !== undefined && unit !== c.street && STREETS.includes(unit)
}

// 「大气科领了」 from somebody of another unit takes nothing for either of them; 「一队领」 means one's own 执法一队.
function isOther(said: string | undefined, own: string): boolean {
  if (said === undefined || !UNIT.test(said)) return false
  return !own.includes(said) && !said.includes(own)
}

const UNIT = /^(?![马先回到去已就在])[\p{Script=Han}]{1,6}(?:队|科|站|街道|镇)$/u
