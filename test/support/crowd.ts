import type { FileSaid } from '../../bot/drill/gateway.ts'
import { STREETS } from '../../domain/reading/gazetteer.ts'
import { workbook } from '../../reports/enclosure.ts'
import type { World } from './world.ts'

/** Somebody of a roster and of WeChat. All of them are invented. */
export interface Somebody {
  id: string
  name: string
  role: string
  unit: string
  street: string
  /** What they are called in their rooms. */
  alias: string
  friend: boolean
}

const TEAMS = ['执法一队', '执法二队', '执法三队']
const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹']
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚']

/** Two hundred people: in each street a steward and four grid workers, three teams, the desk, the leaders. */
export function crowd(): Somebody[] {
  const people: Somebody[] = []
  const add = (role: string, where: { unit?: string; street?: string }, friend: boolean) => {
    const n = people.length
    const name = `${SURNAMES[n % SURNAMES.length]}${GIVEN[Math.floor(n / SURNAMES.length)]}${GIVEN[n % GIVEN.length]}`
    const { unit = '', street = '' } = where
    people.push({ id: `wxid_c${n}`, name, role, unit, street, alias: `${unit || street.slice(0, 2)}-${name}`, friend })
  }
  for (const street of STREETS) {
    add('街镇管家', { street }, true)
    for (let i = 0; i < 4; i++) add('网格员', { street }, i > 0)
  }
  for (const unit of TEAMS) {
    add('负责人', { unit }, true)
    for (let i = 0; i < 18; i++) add('队员', { unit }, i % 3 > 0)
  }
  for (let i = 0; i < 8; i++) add('专班', {}, true)
  for (let i = 0; i < 4; i++) add('分管领导', {}, true)
  add('一把手', {}, true)
  return people
}

/** The streets of each team. */
export function areasOf(team: string): string[] {
  return STREETS.filter((_, i) => i % TEAMS.length === TEAMS.indexOf(team))
}

/** The crowd and their thirty rooms in the simulated WeChat; `admin` is in all of them. */
export function populateCrowd({ wechat }: World, people: readonly Somebody[], admin: string): void {
  for (const { id, name, friend } of people) wechat.contact({ id, name: `微信${name.slice(1)}`, friend })
  const room = (id: string, topic: string, members: readonly Somebody[]) =>
    wechat.room({
      id: `${id}@chatroom`,
      topic,
      members: [admin, ...members.map((one) => one.id)],
      aliases: Object.fromEntries(members.map((one) => [one.id, one.alias])),
    })
  for (const [i, street] of STREETS.entries()) {
    const topic = `${street.replace(/街道$/, '')}生态环境管家群`
    room(
      `c-street-${i}`,
      topic,
      people.filter((one) => one.street === street),
    )
  }
  for (const [i, unit] of TEAMS.entries()) {
    const members = people.filter((one) => one.unit === unit)
    room(`c-team-${i}`, `${unit}工作群`, members)
  }
  room(
    'c-district',
    '全区接诉即办调度群',
    people.filter(({ role }) => role === '专班' || role === '分管领导'),
  )
}

/** The roster as an administrator fills it in. */
export async function rosterFile(people: readonly Somebody[]): Promise<FileSaid> {
  const bytes = await workbook([
    {
      name: '人员',
      rows: [
        ['姓名', '单位', '角色', '街镇', '群昵称'],
        ...people.filter(({ role }) => role !== '负责人').map((p) => [p.name, p.unit, p.role, p.street, p.alias]),
      ],
    },
    {
      name: '单位',
      rows: [
        ['单位', '类型', '负责人', '片区', '归口'],
        ...TEAMS.map((unit) => [
          unit,
          '执法队',
          people.find((p) => p.unit === unit && p.role === '负责人')?.name ?? '',
          areasOf(unit).join('、'),
          '',
        ]),
      ],
    },
  ])
  return { name: '名单.xlsx', bytes }
}
