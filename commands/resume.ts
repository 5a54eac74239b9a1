import type { Case, CaseNo } from '../domain/cases/case.ts'
import { suspendedSince, resume as takeUp } from '../domain/cases/resume.ts'
import { readDeadline } from '../domain/reading/when.ts'
import { Refusal } from '../domain/refusal.ts'
import { notSuspended, resumed } from '../domain/words/requests.ts'
import type { Sentence } from '../domain/words/sentence.ts'
import { caseNo, optional, rest } from './args.ts'
import { type Context, command } from './command.ts'

/** 「时限12月9日」, 「到12月9日18:00」, 「12月9日前」; a date further on belongs to the reason. */
const DATED =
  /(?:时限|期限|截止|到|至|^)[改为到至\s]*(?<date>(?:20\d\d[-年/.])?\d{1,2}[月./-]\d{1,2}.{0,12}|\d{1,3}[天日].{0,4})/u

/** 取消挂账: the clock goes on, until the date the platform gives, else moved by the time it rested. Refuses: wrong-state, unknown-time. */
export default command({
  verb: 'resume',
  words: ['取消挂账', '解除挂账', '结束挂账', '挂账结束', '挂账到期', '挂账取消', '挂账解除', '恢复办理', '销账'],
  only: /^[#＃:：\s]*\d/,
  summary: '结束挂账,时限接着算;平台给了新时限就写上',
  hint: { line: '批', say: '「取消挂账 128」' },
  args: { no: caseNo, said: optional(rest) },
  examples: [
    {
      as: '赵蕾',
      in: 'private',
      say: '取消挂账 101 时限12月9日',
      after: [
        { as: '李强', in: '方庄群', say: '领哨 101' },
        { as: '李强', in: '方庄群', say: '挂账 101 等市政管网改造' },
        { as: '高明', in: 'private', say: '同意 101' },
        { as: '赵蕾', in: 'private', say: '平台批复 101 挂账 同意' },
      ],
      hears: '#101 挂账已结束',
    },
  ],
  run: (context) => endSuspension(context, { no: context.args.no, said: context.args.said ?? '' }),
})

/** The same said as a ruling of the platform: 「平台批复 101 挂账到期」. */
export function endSuspension(
  { data, look, now, change }: Pick<Context<object>, 'data' | 'look' | 'now' | 'change'>,
  { no, said }: { no: CaseNo; said: string },
): Sentence {
  const date = DATED.exec(said.trim())?.groups?.date
  const named = date === undefined ? undefined : readDeadline(date, now)
  if (date !== undefined && (!named || named.at <= now))
    throw new Refusal('unknown-time', { said: date, example: `取消挂账 ${no} 时限12月9日` })
  const since = (c: Case) => suspendedSince(data.cases.log(c.no)) ?? now
  const { c, changed } = change(no, (before) => takeUp(before, { now, since: since(before), named: named?.at }))
  return changed ? resumed(c, look) : notSuspended(c, look)
}
