import type { PersonId } from '../domain/cases/case.ts'
import type { Role } from '../domain/people/roles.ts'
import { roleNamed } from '../domain/people/roles.ts'
import type { Speaker } from '../domain/people/speaker.ts'
import { streetNamed } from '../domain/reading/street.ts'
import { Refusal } from '../domain/refusal.ts'
import { granted, grantQuestion } from '../domain/words/grants.ts'
import { lines } from '../domain/words/sentence.ts'
import { sureOf } from '../domain/words/set-up.ts'
import { called, mentioned, rest } from './args.ts'
import { command } from './command.ts'

/**
 * 授权: gives people a role, in a unit or for a street, once it is confirmed. A steward or grid worker without a street
 * gets the room's.
 * Refuses: not-allowed, nobody-mentioned, unknown-role, missing-argument.
 */
export default command({
  verb: 'grant',
  words: ['授权'],
  only: /^$|@|队员|监测员|负责人|管家|网格员|专班|领导|一把手|管理员|机器人/,
  summary: '给成员角色:单位+角色,或街镇管家',
  where: 'room',
  hint: { line: '人', say: '「授权 @张三 执法一队 队员」' },
  args: { people: mentioned, what: called('单位和角色', rest) },
  examples: [
    { as: '孙悦', in: '方庄群', say: '授权 @小马 执法一队 队员', hears: '给小马授权「执法一队 队员」。确定回「确认' },
    { as: '孙悦', in: '方庄群', say: '授权 @小马 街镇管家', hears: '给小马授权「方庄街道 街镇管家」。确定回「确认' },
  ],
  run({ args, speaker, data, look, now, confirm }) {
    const role = roleFrom(args.what, speaker)
    const isNew = role.unit !== undefined && !data.people.units().includes(role.unit)
    const people = args.people.map(
      ({ id, name }) => data.people.personOf(id) ?? data.people.meet({ id, name, friend: false }),
    )
    const held = (person: PersonId) => data.people.speaker(person).roles.some((one) => isSame(one, role))
    if (!people.every(held)) {
      const question = grantQuestion({ people, role, isNew }, look)
      const asked = confirm(undefined, (code) => sureOf(question, code))
      if ('ask' in asked) return asked.ask
    }
    return lines(
      ...people.map((person) =>
        granted({ person, role, isNew }, look, data.people.grant(person, role, speaker.person, now)),
      ),
    )
  },
})

const isSame = (one: Role, other: Role) =>
  one.role === other.role && one.unit === other.unit && one.street === other.street

/** 「执法一队 队员」, 「街镇管家」, 「方庄街道 网格员」, 「分管领导」. */
function roleFrom(said: string, speaker: Speaker): Role {
  const words = said.split(/[\s,，、]+/).filter(Boolean)
  // 「负责人 执法一队」 is the same.
  if (words.length > 1 && roleNamed(words[0] ?? '') && !roleNamed(words.at(-1) ?? '')) words.reverse()
  const last = words.at(-1) ?? ''
  const role = roleNamed(last)
  if (!role) throw new Refusal('unknown-role', { said: last })
  const where = words[0] === last ? undefined : words[0]
  if (role === 'steward' || role === 'grid') {
    const street = where === undefined ? speaker.room?.street : streetNamed(where)
    if (street === undefined)
      throw new Refusal('missing-argument', { verb: 'grant', what: '街镇', example: '授权 @张三 方庄街道 街镇管家' })
    return { role, street }
  }
  if (role === 'officer' || role === 'tester' || role === 'lead') {
    const unit = where ?? speaker.room?.unit
    if (unit === undefined)
      throw new Refusal('missing-argument', { verb: 'grant', what: '单位', example: '授权 @张三 执法一队 队员' })
    return { role, unit }
  }
  return { role }
}
