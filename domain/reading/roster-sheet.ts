import { distance } from 'fastest-levenshtein'
import { dutyTime } from '../people/duty.ts'
import type { Entry } from '../people/entry.ts'
import { type RoleId, roleNamed, roleNames } from '../people/roles.ts'
import { matterNamed } from './owners.ts'
import type { Grid, SheetFault } from './sheet-fault.ts'
import { nearestStreet, streetNamed } from './street.ts'

export interface UnitLine {
  unit: string
  areas: string[]
  /** Category ids and industries (归口). */
  matters: string[]
}

export interface DutyLine {
  sheet: string
  row: number
  unit: string
  names: string[]
  from: number
  to: number
}

/** What a roster holds that can be taken, and what could not be read. */
export interface RosterFile {
  people: Entry[]
  units: UnitLine[]
  duties: DutyLine[]
  faults: SheetFault[]
  unknown: string[]
}

const HEADERS = {
  name: '姓名 人员 名字 人员姓名 值班人 值班人员',
  unit: '单位 部门 所属单位 科室 单位名称 所在单位',
  role: '角色 职务 岗位 身份',
  street: '街镇 街道 属地 所属街镇 街道乡镇',
  nickname: '群昵称 昵称 微信昵称 群名片 微信名',
  kind: '类型 单位类型',
  lead: '负责人 单位负责人 队长 科长',
  areas: '片区 负责片区 负责街镇',
  matters: '归口 归口类别 归口事项',
  day: '日期 时间 哪几天 值班时间 值班日期',
} as const
type Column = keyof typeof HEADERS
const COLUMNS = new Map(
  (Object.keys(HEADERS) as Column[]).flatMap((column) => HEADERS[column].split(' ').map((word) => [word, column])),
)

type Cells = Partial<Record<Column, string>>
interface Line {
  sheet: string
  row: number
  cells: Cells
}

/** Whether a sheet lists people, units or duty rather than orders. */
export function looksLikeRoster(grid: Grid): boolean {
  return kindOf(headerIn(grid)?.columns ?? []) !== undefined
}

/** Reads the sheets of a roster. Out: what can be taken; rows that cannot, each with its reason. */
export function readRoster(grids: readonly Grid[], at: { now: number; units: readonly string[] }): RosterFile {
  const file: RosterFile = { people: [], units: [], duties: [], faults: [], unknown: [] }
  const lines = { people: [] as Line[], units: [] as Line[], duties: [] as Line[] }
  for (const grid of grids) {
    const header = headerIn(grid)
    const kind = kindOf(header?.columns ?? [])
    if (!header || !kind) continue
    file.unknown.push(...header.unknown)
    lines[kind].push(...linesOf(grid, header))
  }
  for (const line of lines.units) takeUnit(line, file)
  const units = new Set([...at.units, ...file.units.map(({ unit }) => unit)])
  const listed = lines.units.length > 0
  for (const line of lines.people) takePerson(line, file, { units, listed })
  for (const line of lines.duties) takeDuty(line, file, at.now)
  return file
}

function headerIn({ rows }: Grid): { at: number; columns: (Column | undefined)[]; unknown: string[] } | undefined {
  const at = rows.slice(0, 5).findIndex((cells) => cells.filter((cell) => columnOf(cell) !== undefined).length >= 2)
  const cells = rows[at]
  if (!cells) return undefined
  const columns = cells.map(columnOf)
  const unknown = cells.filter((cell, i) => cell.trim() !== '' && columns[i] === undefined).map((cell) => cell.trim())
  return { at, columns, unknown }
}

function columnOf(cell: string): Column | undefined {
  return COLUMNS.get(cell.replace(/[\s*:：]|[((].*$/gu, ''))
}

function kindOf(columns: readonly (Column | undefined)[]): 'people' | 'units' | 'duties' | undefined {
  const has = (column: Column) => columns.includes(column)
  if (has('name') && has('role')) return 'people'
  if (has('unit') && has('name') && has('day')) return 'duties'
  if (has('unit') && !has('name') && (has('lead') || has('areas') || has('matters'))) return 'units'
  return undefined
}

function linesOf({ name, rows }: Grid, header: { at: number; columns: (Column | undefined)[] }): Line[] {
  return rows.slice(header.at + 1).flatMap((cells, i) => {
    const read: Cells = {}
    header.columns.forEach((column, at) => {
      const cell = cells[at]?.replace(/\s+/g, ' ').trim()
      if (column && cell) read[column] = cell
    })
    return Object.keys(read).length ? [{ sheet: name, row: header.at + 2 + i, cells: read }] : []
  })
}

function takeUnit({ sheet, row, cells }: Line, file: RosterFile): undefined {
  const fault = faulty(file, { sheet, row })
  const { unit } = cells
  if (unit === undefined) return fault('no-unit')
  if (!UNIT.test(unit)) return fault('unknown-unit', unit)
  const areas = split(cells.areas).flatMap((said) => {
    const street = streetNamed(said)
    if (street === undefined) fault('unknown-street', said, nearestStreet(said))
    return street ?? []
  })
  const matters = split(cells.matters).flatMap((said) => {
    const matter = matterNamed(said)
    if (matter === undefined) fault('unknown-matter', said)
    return matter ?? []
  })
  file.units.push({ unit, areas, matters })
  for (const name of split(cells.lead))
    if (NAME.test(name)) add(file, { name, role: 'lead', unit })
    else fault('not-a-name', name)
}

function takePerson(
  { sheet, row, cells }: Line,
  file: RosterFile,
  known: { units: ReadonlySet<string>; listed: boolean },
): undefined {
  const fault = faulty(file, { sheet, row })
  const { name, role: said, unit, nickname } = cells
  if (name === undefined) return fault('no-name')
  if (!NAME.test(name)) return fault('not-a-name', name.replace(/\d/g, '*'))
  if (said === undefined) return fault('no-role', name)
  const role = roleNamed(said)
  if (!role) return fault('unknown-role', said, nearestRole(said))
  const inStreet = role === 'grid' || role === 'steward'
  const words = cells.street ?? (inStreet ? unit : undefined)
  const street = words === undefined ? undefined : streetNamed(words)
  if (inStreet && words === undefined) return fault('needs-street', name)
  if (inStreet && street === undefined) return fault('unknown-street', words, nearestStreet(words ?? ''))
  const inUnit = role === 'officer' || role === 'tester' || role === 'lead'
  if (inUnit && unit === undefined) return fault('needs-unit', name)
  if (inUnit && unit !== undefined && !known.units.has(unit) && (known.listed || !UNIT.test(unit)))
    return fault('unknown-unit', unit, nearestOf(unit, known.units))
  const entry: Entry = {
    name,
    role,
    ...(inStreet && street !== undefined && { street }),
    ...(!inStreet && (inUnit || role === 'desk') && unit !== undefined && { unit }),
    ...(nickname !== undefined && { nickname }),
  }
  const twice = file.people.some((other) => sameLine(other, entry) && other.role !== 'lead')
  if (twice) return fault('twice', name)
  add(file, entry)
}

function takeDuty({ sheet, row, cells }: Line, file: RosterFile, now: number): undefined {
  const fault = faulty(file, { sheet, row })
  const { unit, name, day } = cells
  if (unit === undefined) return fault('no-unit')
  if (name === undefined) return fault('no-name')
  const span = day === undefined ? undefined : dutyTime(day.replace(/ 00:00$/, ''), now)
  if (!span) return fault('unknown-day', day ?? '')
  file.duties.push({ sheet, row, unit, names: split(name), ...span })
}

function add(file: RosterFile, entry: Entry): void {
  const known = file.people.findIndex((other) => sameLine(other, entry))
  if (known < 0) file.people.push(entry)
  else file.people[known] = { ...file.people[known], ...entry }
}

function sameLine(a: Entry, b: Entry): boolean {
  return a.name === b.name && a.role === b.role && a.unit === b.unit && a.street === b.street
}

function faulty(file: RosterFile, where: { sheet: string; row: number }) {
  return (why: SheetFault['why'], said = '', nearest?: string): undefined => {
    file.faults.push({ ...where, why, said, ...(nearest !== undefined && { nearest }) })
  }
}

function split(words: string | undefined): string[] {
  return (words ?? '').split(/[\s,，、;；/]+/u).filter(Boolean)
}

function nearestRole(said: string): string | undefined {
  return nearestOf(
    said,
    (Object.keys(roleNames) as RoleId[]).map((role) => roleNames[role]),
  )
}

function nearestOf(said: string, names: Iterable<string>): string | undefined {
  const near = [...names].map((name) => ({ name, far: distance(name, said) })).sort((a, b) => a.far - b.far)[0]
  return near && near.far <= 1 ? near.name : undefined
}

const NAME = /^[\p{Script=Han}·A-Za-z ]{2,20}$/u
const UNIT = /(?:队|科|站|室|办|中心|专班|局|所|组|街道|镇)$/u
