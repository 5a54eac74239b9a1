import { STREETS } from '../reading/gazetteer.ts'
import { readPlace } from '../reading/place.ts'
import type { RoomPlan } from '../words/set-up.ts'
import { type Room, type RoomKind, shortStreet } from './rooms.ts'

/**
 * What the rooms the bot is in would be bound to, by their topics; a street or unit that has a room, and a topic that
 * fits nothing or the same as another, is loose. In: rooms of WeChat, bound rooms, known units.
 */
export function planRooms(
  all: readonly { contact: string; topic: string }[],
  bound: readonly Room[],
  { units, isBound }: { units: readonly string[]; isBound(contact: string): boolean },
): { matched: RoomPlan[]; loose: RoomPlan[] } {
  const taken = new Set(bound.map(whatOf))
  const fresh = all
    .filter(({ contact }) => !isBound(contact))
    .map((room) => ({ ...room, ...target(room.topic, units) }))
  const often = new Map<string, number>()
  for (const plan of fresh) often.set(whatOf(plan), (often.get(whatOf(plan)) ?? 0) + 1)
  const isGood = (plan: RoomPlan) =>
    plan.kind !== undefined && !taken.has(whatOf(plan)) && (often.get(whatOf(plan)) === 1 || plan.kind === 'unit')
  const order = [...STREETS]
  const matched = fresh.filter(isGood).sort((a, b) => rank(a) - rank(b))
  return { matched, loose: fresh.filter((plan) => !isGood(plan)) }

  function rank({ street, kind }: RoomPlan): number {
    return street !== undefined ? order.indexOf(street) : kind === 'unit' ? 100 : 200
  }
}

function whatOf({ kind, street, unit }: Pick<RoomPlan, 'kind' | 'street' | 'unit'>): string {
  return street ?? unit ?? kind ?? 'nothing'
}

function target(
  topic: string,
  units: readonly string[],
): { kind: RoomKind; street?: string; unit?: string } | Record<never, never> {
  const unit = [...units].sort((a, b) => b.length - a.length).find((name) => topic.includes(name))
  if (unit !== undefined) return { kind: 'unit', unit }
  if (/领导/.test(topic)) return { kind: 'leaders' }
  if (/市区|市级|市局/.test(topic)) return { kind: 'city' }
  const street = STREETS.find((name) => topic.includes(name)) ?? bySound(topic)
  if (street !== undefined) return { kind: 'street', street }
  if (/全区|区级|调度/.test(topic)) return { kind: 'district' }
  return {}
}

// «方庄管家群»: the short name at the beginning; old names and typos as in a complaint.
function bySound(topic: string): string | undefined {
  const short = STREETS.filter((name) => topic.includes(shortStreet(name))).sort((a, b) => b.length - a.length)
  if (short.length === 1) return short[0]
  const begins = short.find((name) => topic.startsWith(shortStreet(name)))
  return begins ?? (short.length ? undefined : readPlace(topic).street)
}
