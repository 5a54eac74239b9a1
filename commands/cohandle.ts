import { cohandle } from '../domain/cases/help-call.ts'
import { unitOf } from '../domain/people/speaker.ts'
import { Refusal } from '../domain/refusal.ts'
import { helpAnswer } from '../domain/words/answers.ts'
import { caseNo, mentioned, optional, rest } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'
import { partyNamed } from './owner.ts'

/** 协办: the owner calls another unit, or a unit joins by itself; the owner stays. Refuses: wrong-state, not-yours, no-unit, unknown-party, several-named, assign-or-help. */
export default command({
  verb: 'cohandle',
  words: ['协办', '请协办'],
  also: [
    // 「请大气科协办」, 「叫监测站一起去」, 「二队配合一下」
    /^(?:请|麻烦|叫|让|通知|联系)?\s*(?<who>\p{Script=Han}{2,10}?)(?:也|帮忙?)?(?:来|去)?(?:协办|配合|协助|支援|一起(?:来|去|办|看)?)(?:一?下)?(?:吧|哈)?(?<rest>[。.!！]*$|[,，\s][\s\S]*)$/u,
    // 「麻烦水科看一下」: of a case that waits it may mean two things.
    /^(?:请|麻烦|劳烦|烦请|辛苦)\s*(?<who>\p{Script=Han}{2,10}?)(?:也|帮忙?)?(?:来|去)?(?:现场)?(?:看看|[看查测]一?下|监测一?下|检测一?下|瞧瞧)(?:吧|哈)?[。.!！]*$/u,
  ],
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
      say: '请监测站协办101',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 已请监测站协办',
    },
  ],
  run({ args, speaker, data, heard, change, find }) {
    const street = data.cases.find(args.no)?.street
    const party = partyNamed(args, { data, speaker, street })
    if (!party && args.words) throw new Refusal('unknown-party', {})
    const unit = party?.unit ?? unitOf(speaker, street)
    if (unit === undefined) throw new Refusal('no-unit', { no: args.no })
    if (!HELP.test(heard.text) && find(args.no).state === 'waiting')
      throw new Refusal('assign-or-help', { no: args.no, unit })
    const called = {
      unit,
      ...(party?.person !== undefined && { person: party.person }),
      ...(party?.rest && { why: keep(data, args.no, party.rest) }),
    }
    return helpAnswer(change(args.no, (before) => cohandle(before, speaker, called)).c, unit)
  },
})

/** Said so that it can only mean help. */
const HELP = /协办|配合|协助|支援|一起/
