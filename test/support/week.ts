import type { District } from '../../domain/drill/district.ts'
import type { Role } from '../../domain/people/roles.ts'
import { days, hours, instant, minutes } from '../../domain/time/wall.ts'
import { type Chance, chance } from '../chaos/chance.ts'

/** Monday to Sunday; the weekend is no working time. */
export const WEEK = ['11-23', '11-24', '11-25', '11-26', '11-27', '11-28', '11-29'].map((day) => `2026-${day}`)
const START = instant(WEEK[0]!, '07:50')
const END = instant(WEEK[6]!, '23:59')

const STREETS = {
  方庄街道: [
    '芳古园一区',
    '芳古园二区',
    '芳城园二区',
    '芳城园三区',
    '芳群园一区',
    '芳群园四区',
    '芳星园二区',
    '紫芳园',
  ],
  成寿寺街道: ['四方景园', '华苇景苑', '成仪路', '方南家园', '瑞成街', '分中寺村'],
  马家堡街道: ['嘉园一里', '嘉园二里', '嘉园三里', '双晨', '晨宇', '欣汇', '富卓苑', '玉安园', '枫竹苑', '星河苑'],
  右安门街道: ['翠林一里', '翠林二里', '翠林三里', '玉林里', '玉林西里', '东滨河路', '亚林苑一', '永乐'],
} as const
type Street = keyof typeof STREETS

const TEAMS = [
  { unit: '执法一队', lead: '王磊', officers: ['李强', '孟洋', '郑凯'], streets: ['方庄街道', '成寿寺街道'] },
  { unit: '执法二队', lead: '冯刚', officers: ['许倩', '曹宁', '罗毅'], streets: ['马家堡街道', '右安门街道'] },
] as const
const STEWARDS: Record<Street, string> = {
  方庄街道: '周敏',
  成寿寺街道: '何涛',
  马家堡街道: '林洁',
  右安门街道: '吴岩',
}
const GRID: Record<Street, readonly string[]> = {
  方庄街道: ['小刘', '小马'],
  成寿寺街道: ['林芳', '小杜'],
  马家堡街道: ['小葛', '小钟'],
  右安门街道: ['小范', '小彭'],
}
const DESKS = ['赵蕾', '钱蓉']
/** Nobody's friends: what is private does not reach them. */
const STRANGERS = ['小马', '林芳', '罗毅']

const roomOf = (street: Street): string => `${street.slice(0, -2)}群`

/** Eight rooms: four streets, two teams, the district, the leaders. All people are invented. */
export const eightRooms: District = {
  bot: { id: 'wxid_xiaoguanjia', name: '小管家' },
  people: [
    ...(Object.keys(STREETS) as Street[]).flatMap((street) => [
      person(STEWARDS[street], { role: 'steward', street }),
      ...GRID[street].map((name) => person(name, { role: 'grid', street })),
    ]),
    ...TEAMS.flatMap(({ unit, lead, officers }) => [
      person(lead, { role: 'lead', unit }),
      ...officers.map((name) => person(name, { role: 'officer', unit })),
    ]),
    person('陈曦', { role: 'tester', unit: '监测站' }),
    ...DESKS.map((name) => person(name, { role: 'desk', unit: '专班' })),
    person('高明', { role: 'deputy' }),
    person('田原', { role: 'chief' }),
    person('孙悦', { role: 'admin' }),
  ],
  rooms: [
    ...(Object.keys(STREETS) as Street[]).map((street) => ({
      id: `${street}@chatroom`,
      topic: roomOf(street),
      bound: { kind: 'street' as const, street },
      members: [STEWARDS[street], ...GRID[street], ...everybodyOf(teamOf(street)), ...DESKS, '陈曦', '孙悦'],
    })),
    ...TEAMS.map((team) => ({
      id: `${team.unit}@chatroom`,
      topic: `${team.unit}群`,
      bound: { kind: 'unit' as const, unit: team.unit },
      members: [...everybodyOf(team), '孙悦'],
    })),
    {
      id: 'district@chatroom',
      topic: '全区群',
      bound: { kind: 'district' },
      members: [...Object.values(STEWARDS), ...TEAMS.flatMap(everybodyOf), ...DESKS, '高明', '孙悦'],
    },
    {
      id: 'leaders@chatroom',
      topic: '领导群',
      bound: { kind: 'leaders' },
      members: ['高明', '田原', ...DESKS, '孙悦'],
    },
  ],
  areas: Object.fromEntries(TEAMS.map(({ unit, streets }) => [unit, streets])),
  duty: Object.fromEntries(TEAMS.map(({ unit, officers }) => [unit, [officers[0]]])),
  adminCode: 'WEEK-2026',
  orders: [],
}

/** Something somebody says; of a case once it has its number. */
export interface Deed {
  at: number
  as: string
  /** A room of the week, or 'private'. */
  where: string
  text: (no: number) => string
  /** The case it is about, by its place in the plan. */
  of?: number
  /** It opens that case. */
  opens?: true
  /** Rows of a spreadsheet, and the cases they open. */
  sheet?: { rows: string[][]; opens: { id: number; externalNo: string }[] }
}

export interface Plan {
  deeds: Deed[]
  /** What must never be read in a room. */
  personal: string[]
}

const SHEET_HEADER = ['工单编号', '地址', '反映内容', '诉求人', '联系电话', '处理时限']
const PROBLEMS = [
  '楼下饭馆油烟直排,开不了窗',
  '工地夜间施工噪声大',
  '裸土没有苫盖,扬尘大',
  '汽修店喷漆异味重',
  '空调外机噪声扰民',
]
const URGENT = '不明刺鼻气味,多人头晕'

/** Two hundred cases of a week and what people do with them, in the order of time; the same for the same seed. */
export function weekOf200(seed: number): Plan {
  const by = chance(seed)
  const deeds: Deed[] = []
  const personal: string[] = []
  const rows: { row: string[]; id: number }[] = []
  const ways = [
    ...Array.from({ length: 88 }, () => 'private' as const),
    ...Array.from({ length: 40 }, () => 'room' as const),
    ...Array.from({ length: 34 }, () => 'told' as const),
    ...Array.from({ length: 26 }, () => 'sheet' as const),
    ...Array.from({ length: 8 }, () => '2小时' as const),
    ...Array.from({ length: 4 }, () => '24小时' as const),
  ]
  const sheetAt = instant(WEEK[1]!, '10:20')
  let burst = START
  for (const [id, way] of ways.entries()) {
    const street = by.pick(Object.keys(STREETS) as Street[])
    const place = `${street}${by.pick(STREETS[street])}${by.between(1, 60)}号楼${by.between(1, 9)}单元`
    const { name, phone } = somebody(id)
    const no = `20261123${String(10_000 + id)}`
    const isUrgent = way === '2小时' || way === '24小时'
    const problem = isUrgent && way === '2小时' ? URGENT : by.pick(PROBLEMS)
    // What comes in private often comes several at a time.
    burst = way === 'private' && by.is(0.5) ? burst + minutes(by.between(1, 3)) : arrival(by, isUrgent)
    const at = way === 'sheet' ? sheetAt : burst
    const term = isUrgent ? way : '7天'
    const words = `【工单编号】${no}\n【地址】${place}\n【反映内容】${problem}\n【诉求人】${name}\n【联系电话】${phone}\n【处理时限】${term}`
    const steward = STEWARDS[street]
    if (way !== 'told') personal.push(name, phone)
    if (way === 'sheet') rows.push({ row: [no, place, problem, name, phone, '7天'], id })
    else if (way === 'told')
      deeds.push(open(id, { at, as: by.pick(GRID[street]), where: roomOf(street), text: () => `${place}${problem}` }))
    else
      deeds.push(
        open(id, {
          at,
          as: way === 'room' ? by.pick([steward, ...DESKS]) : by.pick(DESKS),
          where: way === 'room' ? roomOf(street) : 'private',
          text: () => words,
        }),
      )
    deeds.push(...life(by, { id, at, street, isUrgent }))
  }
  deeds.push({
    at: sheetAt,
    as: '赵蕾',
    where: 'private',
    text: () => '',
    sheet: {
      rows: [SHEET_HEADER, ...rows.map(({ row }) => row)],
      opens: rows.map(({ row, id }) => ({ id, externalNo: row[0]! })),
    },
  })
  deeds.push(...talk(by))
  return { deeds: deeds.filter(({ at }) => at >= START && at < END).sort((a, b) => a.at - b.at), personal }
}

function open(id: number, deed: Omit<Deed, 'of' | 'opens'>): Deed {
  return { ...deed, of: id, opens: true }
}

/** What people do with one case: some never, some half, most to the end. */
function life(
  by: Chance,
  { id, at, street, isUrgent }: { id: number; at: number; street: Street; isUrgent: boolean },
): Deed[] {
  const team = teamOf(street)
  const room = roomOf(street)
  const officer = by.pick(team.officers)
  const found: Deed[] = []
  let next = at
  const then = (as: string, where: string, text: (no: number) => string, low: number, high: number) => {
    const wished = next + low + by.next() * (high - low)
    next = isUrgent ? wished : atWork(wished, by)
    found.push({ at: Math.floor(next / 1000) * 1000, as, where, text, of: id })
  }
  const end = by.weighed({ forgotten: 14, claimed: 12, handled: 18, closed: 56 })
  if (by.is(0.08)) then(by.pick(GRID[street]), room, (no) => `催 ${no}`, hours(1), hours(8))
  if (by.is(0.05)) then('高明', 'private', (no) => `督办 ${no} 周五前`, minutes(20), hours(6))
  if (end === 'forgotten') return found
  next = at
  const where = by.is(0.5) ? 'private' : room
  then(officer, where, (no) => `领哨 ${no}`, minutes(isUrgent ? 1 : 4), isUrgent ? minutes(25) : hours(6))
  const calls = by.weighed({ none: 80, whistle: 9, cohandle: 6, extend: 3, return: 2 })
  const other = TEAMS.find((one) => one !== team)!
  if (calls === 'whistle') {
    const kind = by.pick(['综合执法', '应急'])
    then(STEWARDS[street], room, (no) => `吹哨 ${no} ${other.unit} ${kind}`, minutes(10), hours(2))
    if (by.is(0.7)) then(other.officers[0], `${other.unit}群`, (no) => `报到 ${no}`, minutes(10), hours(3))
  }
  if (calls === 'cohandle') then(officer, room, (no) => `协办 ${no} 监测站`, minutes(10), hours(2))
  if (calls === 'extend') then(officer, 'private', (no) => `延期 ${no} 2天 等净化器到货`, hours(1), hours(20))
  if (calls === 'return')
    then(officer, 'private', (no) => `退单 ${no} 内部装修噪声,建议由住建委处理,依据三定职责`, hours(1), hours(8))
  if (end === 'claimed') return found
  then(
    officer,
    by.is(0.5) ? 'private' : room,
    (no) => `${no} 已联系 约好去看`,
    minutes(isUrgent ? 3 : 20),
    hours(isUrgent ? 1 : 14),
  )
  then(officer, room, (no) => `${no} 到场 正在查看`, minutes(20), hours(isUrgent ? 1 : 6))
  if (by.is(0.25)) {
    then(officer, room, (no) => `${no} 不宜检测 现场已停业`, minutes(10), hours(2))
    then(team.lead, 'private', (no) => `同意 ${no}`, minutes(5), hours(5))
  } else
    then(by.pick([officer, '陈曦']), room, (no) => `${no} 检测 昼间 2类 ${by.between(48, 58)}`, minutes(10), hours(4))
  then(officer, by.is(0.3) ? 'private' : room, (no) => `${no} 整改完 已清理并关停`, minutes(20), hours(7))
  if (end === 'handled') return found
  then(by.pick(DESKS), 'private', (no) => `${no} 回访 已解决 满意`, minutes(20), hours(5))
  then(by.pick(DESKS), 'private', (no) => `已回复 ${no}`, minutes(2), hours(3))
  then(officer, by.is(0.5) ? 'private' : room, (no) => `办结 ${no}`, minutes(5), hours(5))
  return found
}

/** What is said beside: talk, questions, a room that wants its quiet. */
function talk(by: Chance): Deed[] {
  const rooms = eightRooms.rooms.filter(({ bound }) => bound?.kind !== 'leaders')
  const asked = Array.from({ length: 120 }, () => {
    const room = by.pick(rooms)
    const text = by.pick(['收到', '好的', '待领', '超期', '临期', '辛苦各位', '我的', '@所有人 今天都盯一下'])
    return { at: arrival(by, false), as: by.pick(room.members), where: room.topic, text: () => text }
  })
  const quiet = { at: instant(WEEK[3]!, '10:00'), as: '周敏', where: '方庄群', text: () => '静音 2小时' }
  return [...asked, quiet]
}

/** Mostly on working days, by day; urgent ones at any hour. */
function arrival(by: Chance, anyHour: boolean): number {
  const day = by.weighed({ 0: 22, 1: 22, 2: 20, 3: 18, 4: 18, 5: 6, 6: 4 })
  const part = by.weighed(anyHour ? { day: 50, evening: 25, night: 25 } : { day: 88, evening: 9, night: 3 })
  const hour = { day: by.between(8, 18), evening: by.between(19, 22), night: by.between(0, 6) }[part]
  const at = instant(
    WEEK[Number(day)]!,
    `${String(hour).padStart(2, '0')}:${String(by.between(0, 59)).padStart(2, '0')}`,
  )
  return at < START ? at + days(1) : at
}

/** Nobody works on an ordinary case outside working time: it is done the next working morning. */
function atWork(at: number, by: Chance): number {
  for (let i = 0; i < 5; i++) {
    const date = new Date(at + hours(8)).toISOString().slice(0, 10)
    const [from, to] = [instant(date, '08:20'), instant(date, '19:20')]
    const off = [WEEK[5], WEEK[6]].includes(date)
    if (!off && at >= from && at < to) return at
    at = !off && at < from ? from + by.next() * hours(2) : instant(date, '08:20') + days(1) + by.next() * hours(2)
  }
  return at
}

/** A complainant of 2026: a name nobody else has, and a phone. */
function somebody(id: number): { name: string; phone: string } {
  const given = [...'澍钧翊珩骞琬煜桐昀淇']
  return {
    name: `${'欧阳司徒上官诸葛'.slice((id % 4) * 2, (id % 4) * 2 + 2)}${given[id % 10]}${given[Math.floor(id / 10) % 10]}`,
    phone: `1380000${String(1000 + id)}`,
  }
}

function teamOf(street: Street): (typeof TEAMS)[number] {
  return TEAMS.find(({ streets }) => (streets as readonly string[]).includes(street))!
}

function everybodyOf({ lead, officers }: (typeof TEAMS)[number]): string[] {
  return [lead, ...officers]
}

function person(name: string, role: Role): District['people'][number] {
  return { id: `wxid_${name}`, name, friend: !STRANGERS.includes(name), roles: [role] }
}
