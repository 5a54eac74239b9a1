import { arriveBy } from '../domain/cases/arrivals.ts'
import { isPressing, type Whistle } from '../domain/cases/called.ts'
import { whistle } from '../domain/cases/help-call.ts'
import { whistleAt } from '../domain/reading/call-said.ts'
import { Refusal } from '../domain/refusal.ts'
import { dateOf } from '../domain/time/wall.ts'
import { callAnswer } from '../domain/words/calls.ts'
import { caseNo, mentioned, optional, rest } from './args.ts'
import { callSaid, takeBack } from './called.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'

/**
 * 吹哨: the street calls units to a case, in one of three kinds, which must report in (报到): 应急 30 minutes†, 综合执法 2 hours†,
 * 重点难点 by the date said, else 18:00† of the next working day.
 * Refuses: wrong-state, not-whistler, missing-argument, unknown-party, unknown-time, several-named.
 */
export default command({
  verb: 'whistle',
  words: ['吹哨', '吹个哨', '应急吹哨', '综合执法吹哨', '重点难点吹哨', '取消吹哨', '撤回吹哨'],
  also: [
    // 「128吹哨监测站 综合执法」, 「128 申请吹哨 …」
    /^(?:申请|请求|要求)?吹(?:个|一下)?哨(?:叫|请|给)?\s*(?<rest>(?!成功|了|过|的|率|件|吗|没|报到)\p{Script=Han}[^?？]+)$/u,
  ],
  only: /^[#＃:：\s]*\d/,
  ofMain: true,
  summary: '街镇吹哨叫单位到场:应急、综合执法、重点难点',
  hint: { line: '报', say: '「吹哨 128 执法一队 应急」' },
  args: { no: caseNo, people: optional(mentioned), words: optional(rest) },
  examples: [
    {
      as: '周敏',
      in: '方庄群',
      say: '吹哨 101 执法一队 应急',
      hears: '#101 已吹哨(应急):执法一队 今天10:00前报到',
    },
    {
      as: '周敏',
      in: '方庄群',
      say: '吹哨 101 执法一队 监测站 重点难点 周五前',
      hears: '#101 已吹哨(重点难点):执法一队、监测站 11-27 18:00前报到',
    },
  ],
  run(context) {
    const { args, speaker, data, look, now, heard, change, find } = context
    const c = find(args.no)
    if (CANCELLED.test(heard.text)) return takeBack(context)
    const said = callSaid(args, { data, look, speaker, street: c.street })
    // 「周五前」 alone is 重点难点; what is wanted today may be any of the three.
    const later = said.until !== undefined && dateOf(said.until) > dateOf(now)
    const kind = said.whistle ?? kindBefore(heard.text) ?? (later ? 'hard' : undefined)
    if (!said.parties.length && !said.rest) throw missing(args.no, '叫哪个单位')
    if (!said.parties.length) throw new Refusal('unknown-party', { example: `吹哨 ${args.no} 执法一队 应急` })
    if (!kind) throw missing(args.no, '哪一种(应急、综合执法、重点难点)')
    const why = said.rest ? { why: keep(data, args.no, said.rest) } : {}
    const rules = { calendar: data.settings.calendar(), settings: look.settings }
    const until = said.until ?? arriveBy({ whistle: kind, pressing: isPressing({ whistle: kind }, c) }, now, rules)
    const calls = said.parties.map(({ unit, person, outside }) => ({
      unit,
      whistle: kind,
      ...(person !== undefined && { person }),
      ...(outside && { outside }),
      until,
      dated: said.until !== undefined,
      ...why,
    }))
    const { c: after, changed } = change(args.no, (before) => calls.flatMap((call) => whistle(before, speaker, call)))
    return callAnswer(after, { units: calls.map(({ unit }) => unit), changed }, look)
  },
})

const CANCELLED = /(?:取消|撤回)吹哨/u

// 「应急吹哨 128 执法一队」
function kindBefore(text: string): Whistle | undefined {
  const kind = /^(\p{Script=Han}{2,4}?)吹哨/u.exec(text.trim())?.[1]
  return kind === undefined ? undefined : whistleAt(kind)?.whistle
}

function missing(no: number, what: string): Refusal {
  return new Refusal('missing-argument', { verb: 'whistle', what, example: `吹哨 ${no} 执法一队 应急` })
}
