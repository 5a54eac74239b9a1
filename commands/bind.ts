import type { RoomKind } from '../domain/people/rooms.ts'
import type { Speaker } from '../domain/people/speaker.ts'
import { streetNamed } from '../domain/reading/street.ts'
import { Refusal } from '../domain/refusal.ts'
import { bound } from '../domain/words/grants.ts'
import { boundByNumber, type RoomPlan } from '../domain/words/set-up.ts'
import { called, rest, unknownStreet } from './args.ts'
import { command } from './command.ts'
import type { Data } from './data.ts'

/**
 * 绑定: from now on this room is a street's, a unit's, the district's, the leaders' or the city's. In private, with the
 * number of the list 绑定全部 showed: 「绑定 7 方庄街道」.
 * Refuses: not-allowed, bind-where, not-in-list, unknown-street, street-bound.
 */
export default command({
  verb: 'bind',
  words: ['绑定'],
  only: /^(?!一下|手机|微信|邮箱|银行|账号|号码|成功|失败|不|好|了|的)\S{0,14}$/,
  summary: '把本群绑定到街镇、单位、全区或领导',
  hint: { line: '群', say: '「绑定 方庄街道」「绑定 执法一队」「绑定 全区」「绑定 领导」' },
  unboundToo: true,
  args: { what: called('街镇、单位、全区或领导', rest) },
  examples: [
    { as: '孙悦', in: '新来的群', say: '绑定 马家堡街道', hears: '本群已绑定为马家堡群。' },
    { as: '孙悦', in: '新来的群', say: '绑定 监测站', hears: '本群已绑定为监测站群。' },
  ],
  run({ args, speaker, data, now, heard }) {
    const there = heard.room ?? listed(args.what, speaker, data)
    const to = target(heard.room ? args.what : args.what.replace(/^\d+\s*/, ''), data)
    const taken =
      to.street === undefined ? undefined : data.people.boundRooms().find((room) => room.street === to.street)
    if (to.street !== undefined && taken && taken.id !== data.people.boundRoom(there.id)?.id)
      throw new Refusal('street-bound', { street: to.street, room: taken.id })
    const room = data.people.bind({ contact: there.id, topic: there.topic, ...to }, speaker.person, now)
    if (heard.room) return bound(room)
    const speech = { to: { room: room.id }, class: 'notice', key: `bound-${room.id}-${now}` } as const
    data.outbox.say({ ...speech, sentence: bound(room) }, now)
    return boundByNumber(there.topic, to)
  },
})

/** The room a number means, of the list that was shown last. Refuses: bind-where, not-in-list. */
function listed(said: string, { person }: Speaker, data: Data): { id: string; topic: string } {
  const n = /^(\d{1,3})\s*\S/.exec(said)?.[1]
  if (n === undefined) throw new Refusal('bind-where', {})
  const plan = (data.confirmations.shown(person, 'rooms') as RoomPlan[])[Number(n) - 1]
  const isThere = plan && data.arrivals.rooms().some(({ contact }) => contact === plan.contact)
  if (!isThere) throw new Refusal('not-in-list', { n: Number(n) })
  return { id: plan.contact, topic: plan.topic }
}

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
