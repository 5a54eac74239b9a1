import type { RoomKind } from '../domain/people/rooms.ts'
import { streetNamed } from '../domain/reading/street.ts'
import { Refusal } from '../domain/refusal.ts'
import { bound } from '../domain/words/grants.ts'
import { called, rest, unknownStreet } from './args.ts'
import { command } from './command.ts'
import type { Data } from './data.ts'

/**
 * 绑定: from now on this room is a street's, a unit's, the district's, the leaders' or the city's.
 * Refuses: not-allowed, room-only, unknown-street, street-bound.
 */
export default command({
  verb: 'bind',
  words: ['绑定'],
  only: /^(?!一下|手机|微信|邮箱|银行|账号|号码|成功|失败|不|好|了|的)\S{0,14}$/,
  summary: '把本群绑定到街镇、单位、全区或领导',
  hint: { line: '群', say: '「绑定 方庄街道」「绑定 执法一队」「绑定 全区」「绑定 领导」' },
  where: 'room',
  unboundToo: true,
  args: { what: called('街镇、单位、全区或领导', rest) },
  examples: [
    { as: '孙悦', in: '新来的群', say: '绑定 马家堡街道', hears: '本群已绑定为马家堡群。' },
    { as: '孙悦', in: '新来的群', say: '绑定 监测站', hears: '本群已绑定为监测站群。' },
  ],
  run({ args, speaker, data, now, heard }) {
    if (!heard.room) throw new Refusal('room-only', { verb: '绑定' })
    const to = target(args.what, data)
    const taken =
      to.street === undefined ? undefined : data.people.boundRooms().find((room) => room.street === to.street)
    if (to.street !== undefined && taken && taken.id !== speaker.room?.id)
      throw new Refusal('street-bound', { street: to.street, room: taken.id })
    return bound(data.people.bind({ contact: heard.room.id, topic: heard.room.topic, ...to }, speaker.person, now))
  },
})

const wholeRooms: Record<string, RoomKind> = {
  全区: 'district',
  全区群: 'district',
  区级: 'district',
  领导: 'leaders',
  领导群: 'leaders',
  市区: 'city',
  市区群: 'city',
}

function target(said: string, data: Data): { kind: RoomKind; street?: string; unit?: string } {
  const words = said.replace(/^(街镇|单位)\s*/, '').trim()
  const whole = wholeRooms[words]
  if (whole) return { kind: whole }
  const street = streetNamed(words)
  if (street !== undefined) return { kind: 'street', street }
  if (/(队|科|站|室|办|中心|专班)$/.test(words) || data.people.units().includes(words))
    return { kind: 'unit', unit: words }
  throw unknownStreet(words)
}
