import { claim } from '../domain/cases/claim.ts'
import { unitOf } from '../domain/people/speaker.ts'
import { Refusal } from '../domain/refusal.ts'
import { alreadyYours, claimed } from '../domain/words/answers.ts'
import { lines } from '../domain/words/sentence.ts'
import { caseNos } from './args.ts'
import { command } from './command.ts'

/**
 * 领哨 / 认领: a unit takes cases that wait, before anyone whistles.
 * Refuses: unknown-case, out-of-scope, already-claimed, not-waiting, no-unit.
 */
export default command({
  verb: 'claim',
  words: ['领哨', '认领', '我领', '接单'],
  also: [
    /^(?:这个|这件|这单|该件)?(?:归)?(?:我们?|咱们?|本队|我队|本科|我科|我街道|[\p{Script=Han}]{1,6}(?:队|科|站|街道|镇))(?:这边)?(?:来|去|领哨?|认领|接(?:单)?|管|的)?(?:领)?(?:吧|了|啦|哈|啊)?[。.!！~～]*$/u,
    /^(?:归我们|归我|我们的|接单|领哨?了?|认领|领走)(?:吧|了|啦|哈)?[。.!！~～]*$/,
    /^这个?点位?(?:属于|归|是)我们(?:街道|镇|队|片区|辖区)?(?:的|管)?(?:[,，](?:已经|马上|这就)?有?人?(?:过去|去)了?)?[。.!！]*$/,
  ],
  summary: '主动领走待领的件',
  args: { nos: caseNos },
  examples: [
    { as: '李强', in: '方庄群', say: '领哨 101', hears: '#101 已领哨:执法一队 李强' },
    { as: '李强', in: '方庄群', say: '101 我们领', hears: '#101 已领哨:执法一队 李强' },
    { as: '周敏', in: '方庄群', say: '我来', quote: '#101 待领哨｜餐饮油烟', hears: '#101 已认领:方庄街道 周敏' },
  ],
  run({ args, speaker, look, change }) {
    const answers = args.nos.map((no) => {
      const { c, changed } = change(no, (before) => {
        const unit = unitOf(speaker, before.street)
        if (unit === undefined) throw new Refusal('no-unit', { no })
        return claim(before, { person: speaker.person, unit })
      })
      return changed ? claimed(c, look, c.owner?.unit === c.street) : alreadyYours(c)
    })
    return lines(...answers)
  },
})
