import { arriveBy } from '../domain/cases/arrivals.ts'
import { isPressing } from '../domain/cases/called.ts'
import { cohandle } from '../domain/cases/help-call.ts'
import { unitOf } from '../domain/people/speaker.ts'
import { Refusal } from '../domain/refusal.ts'
import { callAnswer } from '../domain/words/calls.ts'
import { caseNo, mentioned, optional, rest } from './args.ts'
import { callSaid, NOT_NEEDED, takeBack } from './called.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'

/**
 * 协办: the owner calls other units, or a unit joins by itself; the owner stays. Who is called must report in (2 hours†, or by
 * the date said); help from outside the bureau is kept as called in words.
 * Refuses: wrong-state, not-yours, no-unit, unknown-party, several-named, assign-or-help, unknown-time.
 */
export default command({
  verb: 'cohandle',
  words: ['协办', '请协办'],
  also: [
    // 「101 监测站不用来了」
    /^(?:叫|让|请)?(?<who>(?!我|咱|人|都|你)\p{Script=Han}{2,10}?)(?:的人)?(?:就|先|都)?(?:不用|不必|不要|别)(?:再)?(?:来|过来|去|到场)了?(?<rest>)[。.!！]*$/u,
    // 「128 我们协办」, 「我们来协办」
    /^(?<rest>我们?|咱们?)(?:这边)?(?:也)?(?:来|去|加入|一起)*协办(?:一?下)?(?:吧|了|哈)?[。.!！]*$/u,
    // 「请大气科协办」, 「叫监测站一起去」, 「二队配合一下」
    /^(?:需要|想请|要请|请|麻烦|叫|让|通知|联系)?\s*(?!谁|哪|有没有|没|不|要不要|还)(?<who>\p{Script=Han}{2,10}?)(?:也|帮忙?)?(?:来|去)?(?:协办|配合|协助|支援|一起(?:来|去|办|看)?)(?:一?下)?(?:吧|哈)?(?<rest>[。.!！]*$|[,，\s][\s\S]*)$/u,
    // 「麻烦水科看一下」: of a case that waits it may mean two things.
    /^(?:请|麻烦|劳烦|烦请|辛苦)\s*(?<who>\p{Script=Han}{2,10}?)(?:也|帮忙?)?(?:来|去)?(?:现场)?(?:看看|[看查测]一?下|监测一?下|检测一?下|瞧瞧)(?:吧|哈)?[。.!！]*$/u,
  ],
  alsoTheirs: NOT_NEEDED,
  ofMain: true,
  summary: '叫别的单位一起办,或自己加入',
  hint: { line: '转', say: '「协办 128 监测站」' },
  args: { no: caseNo, people: optional(mentioned), words: optional(rest) },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '协办 101 监测站',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 已请监测站协办',
    },
    {
      as: '李强',
      in: '方庄群',
      say: '协办 101 监测站 周四前出方案',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 已请监测站协办,11-26 18:00前 出方案',
    },
    {
      as: '李强',
      in: '方庄群',
      say: '协办 101 城管',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 已记请城管协办',
    },
    {
      as: '陈曦',
      in: '方庄群',
      say: '101 我们协办',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 已加入协办:监测站',
    },
  ],
  run(context) {
    const { args, speaker, data, look, now, heard, change, find } = context
    if (NOT_NEEDED.test(heard.text)) return takeBack(context)
    const c = find(args.no)
    const said = callSaid(args, { data, look, speaker, street: c.street })
    if (!said.parties.length && args.words && !JOINS.test(args.words))
      throw new Refusal('unknown-party', { example: `协办 ${args.no} 监测站` })
    const own = unitOf(speaker, c.street)
    if (!said.parties.length && own === undefined) throw new Refusal('no-unit', { no: args.no })
    const [first = { unit: own ?? '', rest: '' }] = said.parties
    if (!HELP.test(heard.text) && c.state === 'waiting')
      throw new Refusal('assign-or-help', { no: args.no, unit: first.unit })
    const why = said.rest && !JOINS.test(said.rest) ? { why: keep(data, args.no, said.rest) } : {}
    const rules = { calendar: data.settings.calendar(), settings: look.settings }
    const until = said.until ?? arriveBy({ pressing: isPressing({}, c) }, now, rules)
    const calls = (said.parties.length ? said.parties : [first]).map(({ unit, person, outside }) => ({
      unit,
      ...(person !== undefined && { person }),
      ...(outside && { outside }),
      ...(!outside || said.until !== undefined ? { until } : {}),
      dated: said.until !== undefined,
      ...why,
    }))
    const { c: after, changed } = change(args.no, (before) => calls.flatMap((call) => cohandle(before, speaker, call)))
    const units = calls.map(({ unit }) => unit)
    return callAnswer(after, { units, changed }, look)
  },
})

/** Said so that it can only mean help. */
const HELP = /协办|配合|协助|支援|一起/
/** 「我们」, 「我们也去」: the speaker's own unit. */
const JOINS = /^(?:我们?|咱们?)(?:这边)?(?:也|来|去|一起|加入)*[\s。.!！]*$/u
