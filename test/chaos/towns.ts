import { type DemoPerson, type DemoRoom, type District, district } from '../../domain/drill/district.ts'
import { STREETS } from '../../domain/reading/gazetteer.ts'

const ROOMS = 50
const PER_ROOM = 2

/** The demo district grown to fifty bound rooms: one for each street, teams for the rest; two reporters in each. */
export const towns: District = grown()

/** Who reports where, in the fifty rooms. */
export interface Reporter {
  id: string
  room: string
  street: string
}

/** The reporters, room by room. */
export function reporters(): Reporter[] {
  return towns.rooms.flatMap(({ id, bound }, i) =>
    bound === undefined || bound.kind === 'leaders'
      ? []
      : Array.from({ length: PER_ROOM }, (_, n) => ({
          id: `wxid_t${i}_${n}`,
          room: id,
          street: bound.street ?? STREETS[i % STREETS.length]!,
        })),
  )
}

function grown(): District {
  const named = district.rooms.filter(({ bound }) => bound && bound.kind !== 'leaders')
  const streets = STREETS.filter((street) => !named.some(({ bound }) => bound?.street === street))
  const bounds: NonNullable<DemoRoom['bound']>[] = [
    ...streets.map((street) => ({ kind: 'street' as const, street })),
    ...Array.from({ length: ROOMS }, (_, i) => ({ kind: 'unit' as const, unit: `巡查${i + 1}组` })),
  ].slice(0, ROOMS - named.length)
  const more = bounds.map((bound, i): DemoRoom => ({ id: `town-${i}@chatroom`, topic: `${i}群`, bound, members: [] }))
  const rooms = [...named, ...more, ...district.rooms.filter(({ bound }) => bound?.kind === 'leaders')]
  const people: DemoPerson[] = []
  const peopled = rooms.map((room, i): DemoRoom => {
    if (room.bound === undefined || room.bound.kind === 'leaders') return room
    const street = room.bound.street ?? STREETS[i % STREETS.length]!
    const here = Array.from({ length: PER_ROOM }, (_, n): DemoPerson => {
      const roles = [{ role: 'grid', street }] as const
      return { id: `wxid_t${i}_${n}`, name: `网格${i}之${n}`, friend: true, roles }
    })
    people.push(...here)
    return { ...room, members: [...room.members, ...here.map(({ name }) => name)] }
  })
  return { ...district, people: [...district.people, ...people], rooms: peopled }
}
