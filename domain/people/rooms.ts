import type { RoomId, UnitId } from '../cases/case.ts'
import type { Settings } from '../settings.ts'

/** What a room is bound to. `city` is the city–district room: intake only. */
export const roomKinds = {
  street: '街镇群',
  unit: '单位群',
  district: '全区群',
  leaders: '领导群',
  city: '市区群',
} as const

export type RoomKind = keyof typeof roomKinds

/** A bound WeChat group. */
export interface Room {
  id: RoomId
  kind: RoomKind
  topic: string
  street?: string
  unit?: UnitId
  /** Streets a unit's room answers for (片区). */
  areas?: readonly string[]
}

/** How a room is called in a sentence: 「方庄群」, 「执法一队群」, 「全区群」. */
export function roomName(room: Pick<Room, 'kind' | 'street' | 'unit'>): string {
  if (room.street !== undefined) return `${shortStreet(room.street)}群`
  if (room.unit !== undefined) return `${room.unit}群`
  return roomKinds[room.kind]
}

/** 「方庄街道」 → 「方庄」. */
export function shortStreet(street: string): string {
  return street.replace(/(街道|镇)$/, '')
}

/** How many unsolicited messages a room takes on a working day: 8†, the leaders' 3† (domain.md section 7). */
export function budgetOf(
  room: Pick<Room, 'kind'> | undefined,
  { leadersBudget, roomBudget }: Pick<Settings, 'leadersBudget' | 'roomBudget'>,
): number {
  return room?.kind === 'leaders' ? leadersBudget : roomBudget
}
