import type { Store } from '../../db/unit.ts'
import { type District, district } from '../../domain/drill/district.ts'
import { dutyTime } from '../../domain/people/duty.ts'
import type { Wechat } from './gateway.ts'

/** Puts the demo district's people and rooms into the simulated WeChat. */
export function populate(wechat: Pick<Wechat, 'contact' | 'room'>, { people, rooms }: District = district): void {
  for (const { id, name, friend } of people) wechat.contact({ id, name, friend })
  for (const { id, topic, members } of rooms) {
    const ids = members.flatMap((name) => people.find((person) => person.name === name)?.id ?? [])
    wechat.room({ id, topic, members: ids })
  }
}

/** Binds the rooms and grants the roles, as an administrator would have done in the hour before. Nothing the second time. */
export function furnish(
  store: Store,
  now: number,
  { people, rooms, areas, duty, adminCode }: District = district,
): void {
  store.unit((tx) => {
    if (tx.people.boundRooms().length) return
    const ids = new Map(people.map(({ id, name, friend }) => [name, tx.people.meet({ id, name, friend })]))
    const idOf = (name: string) => ids.get(name) as number
    const admin = idOf(people.find(({ roles }) => roles.some(({ role }) => role === 'admin'))?.name ?? '')
    for (const { name, roles } of people) for (const role of roles) tx.people.grant(idOf(name), role, undefined, now)
    for (const { id, topic, bound, members } of rooms) {
      if (!bound) continue
      const room = tx.people.bind({ contact: id, topic, ...bound }, admin, now)
      for (const name of members) tx.people.seen(room.id, idOf(name))
      tx.arrivals.counted(room.id, now)
    }
    for (const [unit, streets] of Object.entries(areas)) tx.people.setAreas(unit, streets)
    const week = dutyTime('本周', now) as { from: number; to: number }
    for (const [unit, names] of Object.entries(duty))
      tx.people.setDuty(unit, names.map(idOf), week.from, week.to + 28 * 24 * 3_600_000)
    tx.people.issueCode(adminCode, 'admin', now + 3650 * 24 * 3_600_000)
  })
}
