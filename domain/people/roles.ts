import type { UnitId } from '../cases/case.ts'

/** Roles of domain.md section 3; one person may hold several. */
export const roleNames = {
  grid: '网格员',
  steward: '街镇管家',
  officer: '队员',
  tester: '监测员',
  lead: '负责人',
  desk: '专班',
  deputy: '分管领导',
  chief: '一把手',
  admin: '管理员',
  /** Another program: what it says is not heard. */
  bot: '机器人',
} as const

export type RoleId = keyof typeof roleNames

/** What people also type for a role. */
const alsoSaid: Record<string, RoleId> = {
  网格: 'grid',
  管家: 'steward',
  执法队员: 'officer',
  队长: 'lead',
  科长: 'lead',
  站长: 'lead',
  监测: 'tester',
  局领导: 'deputy',
  局长: 'chief',
}

/** A role somebody holds: in a unit (officer, tester, lead) or for a street (grid, steward). */
export interface Role {
  role: RoleId
  unit?: UnitId
  street?: string
}

/** The role a word names, or undefined. */
export function roleNamed(word: string): RoleId | undefined {
  const exact = (Object.keys(roleNames) as RoleId[]).find((id) => roleNames[id] === word)
  return exact ?? alsoSaid[word]
}

/** 科室, 执法队, 监测站, 街镇. */
export const unitKinds = { office: '科室', team: '执法队', station: '监测站', street: '街镇' } as const
export type UnitKind = keyof typeof unitKinds

/** The kind of a unit from its name: 「执法一队」 is a team, 「监测站」 a station, 「水科」 an office. */
export function unitKindOf(name: string): UnitKind {
  if (/队$/.test(name)) return 'team'
  if (/站$/.test(name)) return 'station'
  if (/(街道|镇|乡)$/.test(name)) return 'street'
  return 'office'
}
