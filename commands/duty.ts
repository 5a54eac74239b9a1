import { dutyTime } from '../domain/people/duty.ts'
import { holds } from '../domain/people/speaker.ts'
import { Refusal } from '../domain/refusal.ts'
import { dutySet } from '../domain/words/grants.ts'
import { called, mentioned, optional, rest } from './args.ts'
import { command } from './command.ts'

/**
 * 值班: who answers for a unit, today, tomorrow, this or next week, or on a date. A lead sets it for their own unit.
 * Refuses: not-allowed, nobody-mentioned, missing-argument, unknown-unit.
 */
export default command({
  verb: 'duty',
  words: ['值班'],
  only: /^$|@|^\S*(?:队|科|站|室|办|中心|专班)\s/,
  summary: '排值班:单位、@人、哪几天',
  where: 'room',
  hint: { line: '班', say: '「值班 执法一队 @甲 @乙 本周」' },
  args: { people: mentioned, what: optional(called('单位和时间', rest)) },
  examples: [
    { as: '孙悦', in: '方庄群', say: '值班 执法一队 @李强 本周', hears: '执法一队值班:李强,' },
    { as: '王磊', in: '执法一队群', say: '值班 @李强 今天', hears: '执法一队值班:李强,' },
  ],
  run({ args, speaker, data, look, now }) {
    const words = (args.what ?? '').split(/[\s,，、]+/).filter(Boolean)
    const span = dutyTime(words.at(-1) ?? '', now)
    const named = span ? words.slice(0, -1)[0] : words[0]
    const leads = speaker.roles.flatMap(({ role, unit }) => (role === 'lead' && unit !== undefined ? [unit] : []))
    if (!span && words.length > 1)
      throw new Refusal('missing-argument', {
        verb: 'duty',
        what: '哪几天(今天、明天、本周、下周,或11-28)',
        example: '值班 执法一队 @甲 @乙 本周',
      })
    const unit = named ?? speaker.room?.unit ?? leads[0]
    if (unit === undefined)
      throw new Refusal('missing-argument', { verb: 'duty', what: '单位', example: '值班 执法一队 @甲 @乙 本周' })
    if (!data.people.units().includes(unit)) throw new Refusal('unknown-unit', { said: unit })
    if (!holds(speaker, 'admin') && !leads.includes(unit))
      throw new Refusal('not-allowed', { verb: `${unit}值班`, who: `管理员或${unit}负责人` })
    const people = args.people.map(
      ({ id, name }) => data.people.personOf(id) ?? data.people.meet({ id, name, friend: false }),
    )
    const { from, to } = span ?? (dutyTime('本周', now) as { from: number; to: number })
    data.people.setDuty(unit, people, from, to)
    return dutySet(unit, people, look, from, to)
  },
})
