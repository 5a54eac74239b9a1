import type { CaseNo, TextId } from '../domain/cases/case.ts'
import { cancelConsultation, consult } from '../domain/cases/consult.ts'
import { readConsultation } from '../domain/reading/consultation.ts'
import { Refusal } from '../domain/refusal.ts'
import { consultCalled, consultOff } from '../domain/words/consult.ts'
import { caseNo, mentioned, optional, rest } from './args.ts'
import { type Context, command } from './command.ts'
import { keepSaid } from './keep.ts'
import { knownIn, membersNamed } from './members.ts'

/**
 * 会商: who comes and when; members hear once and again in the list of that day. 「会商改到…」 keeps who comes, 「取消会商」 calls it off.
 * Refuses: missing-argument, past-wish, several-named, claim-first, wrong-state, not-yours.
 */
export default command({
  verb: 'consult',
  words: ['会商', '申请会商', '疑难会商', '提请会商', '取消会商', '会商取消'],
  also: [
    // 「101会商改到周五上午10点」, 「会商不开了」
    /^会商(?<rest>(?:时间)?(?:改|推迟|提前|延期?|挪)(?:到|成|为|在|至)[^?？]{2,40})$/u,
    /^(?:会商(?:取消|不开|不用|不搞)了?|不(?:用|再)?会商了)(?<rest>)[吧。.!！]*$/u,
    /^(?<rest>(?![\s\S]*(?:不用|不必|无需|别)(?:再)?会商)[^?？]{0,60}(?:申请|建议|请求|提请|组织|启动|需要)(?:疑难)?会商(?:一下)?[\s\S]*)$/u,
  ],
  only: /^[#＃:：\s]*\d/,
  ofMain: true,
  summary: '请几个单位会商:写单位和时间',
  hint: { line: '转' },
  args: { no: caseNo, people: optional(mentioned), words: optional(rest) },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '会商 101 法制科 监测站 周四14:00',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 会商:11-26 14:00,法制科、监测站,已通知。',
    },
    {
      as: '李强',
      in: '方庄群',
      say: '101会商改到周五上午10点',
      after: [
        { as: '李强', in: '方庄群', say: '领哨 101' },
        { as: '李强', in: '方庄群', say: '会商 101 法制科 监测站 周四14:00' },
      ],
      hears: '#101 会商:11-27 10:00,法制科、监测站,已通知。',
    },
    {
      as: '李强',
      in: '方庄群',
      say: '取消会商 101',
      after: [
        { as: '李强', in: '方庄群', say: '领哨 101' },
        { as: '李强', in: '方庄群', say: '会商 101 监测站 周四14:00' },
      ],
      hears: '#101 已取消会商,已告知监测站。',
    },
  ],
  run({ args, speaker, data, look, now, find, change, heard }) {
    const { consultation } = find(args.no)
    if (CANCELLED.test(heard.text)) {
      change(args.no, (c) => cancelConsultation(c, speaker))
      return consultOff(find(args.no), { members: consultation?.members ?? [], by: speaker.person }, look)
    }
    const moved = MOVED.test(args.words ?? '')
    const words = (args.words ?? '').replace(MOVED, '')
    const said = readConsultation(words, { now, settings: look.settings })
    const people = (args.people ?? []).flatMap(({ id }) => data.people.personOf(id) ?? [])
    const named = [
      ...people.map((person) => ({ name: look.name(person), person })),
      ...membersNamed(said.members, find(args.no), data),
    ]
    const behind = named.length ? { members: [], about: said.about } : knownIn(said.about, find(args.no), data)
    const about = behind.about
    const members = moved && !named.length ? (consultation?.members ?? []) : [...named, ...behind.members]
    const lacks =
      !members.length || /会商/.test(words) ? '请哪些单位、什么时候' : said.at === undefined ? '什么时候' : ''
    const example = `会商 ${args.no} 法制科 监测站 周四14:00`
    if (lacks || said.at === undefined) throw new Refusal('missing-argument', { verb: 'consult', what: lacks, example })
    if (said.at <= now) throw new Refusal('past-wish', { no: args.no, at: said.at, what: '会商', example })
    const at = said.at
    const why = aboutOf(about, consultation?.why, { data, look, no: args.no, moved })
    const { c, changed } = change(args.no, (before) =>
      consult(before, speaker, { members, at, ...(why !== undefined && { why }) }),
    )
    return consultCalled(c, { by: speaker.person, changed }, look)
  },
})

const CANCELLED = /取消会商|会商取消|不(?:用|再)?会商了|会商不(?:开|用|搞)了?/u
/** 「改到周五10点」: who comes stays as it was, unless others are named. */
const MOVED = /^[\s,，]*(?:时间)?(?:改|推迟|提前|延期?|挪)(?:到|成|为|在|至)\s*/u

// Said as it was before it is the same text; of a moved one it stands.
function aboutOf(
  about: string,
  before: TextId | undefined,
  { data, look, no, moved }: Pick<Context<object>, 'data' | 'look'> & { no: CaseNo; moved: boolean },
): TextId | undefined {
  if (!about) return moved ? before : undefined
  return keepSaid({ data, look }, { no, words: about, before })
}
