import { consult } from '../domain/cases/consult.ts'
import { unitAt } from '../domain/people/unit-said.ts'
import { readConsultation } from '../domain/reading/consultation.ts'
import { Refusal } from '../domain/refusal.ts'
import { consultCalled } from '../domain/words/consult.ts'
import { caseNo, mentioned, optional, rest } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'

/** 会商: who comes and when; members hear once and again in the list of that day. Refuses: missing-argument, past-date, claim-first, wrong-state, not-yours. */
export default command({
  verb: 'consult',
  words: ['会商', '申请会商', '疑难会商', '提请会商'],
  also: [
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
  ],
  run({ args, speaker, data, look, now, change }) {
    const said = readConsultation(args.words ?? '', { now, settings: look.settings })
    const people = (args.people ?? []).flatMap(({ id }) => data.people.personOf(id) ?? [])
    const members = [
      ...people.map((person) => ({ name: look.name(person), person })),
      ...said.members.map((name) => {
        const unit = unitAt(name, data.people.units())?.unit
        return unit === undefined ? { name } : { name: unit, unit }
      }),
    ]
    const lacks =
      !members.length || /会商/.test(args.words ?? '')
        ? '请哪些单位、什么时候'
        : said.at === undefined
          ? '什么时候'
          : ''
    if (lacks || said.at === undefined)
      throw new Refusal('missing-argument', {
        verb: 'consult',
        what: lacks,
        example: `会商 ${args.no} 法制科 监测站 周四14:00`,
      })
    if (said.at <= now) throw new Refusal('past-date', { said: '这个时间' })
    const at = said.at
    const why = said.about ? { why: keep(data, args.no, said.about) } : {}
    return consultCalled(change(args.no, (c) => consult(c, speaker, { members, at, ...why })).c, look)
  },
})
