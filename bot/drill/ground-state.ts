import type { Store } from '../../db/unit.ts'
import type { Case } from '../../domain/cases/case.ts'
import type { DemoPerson, DemoRoom, District } from '../../domain/drill/district.ts'
import { roleNames } from '../../domain/people/roles.ts'
import { roomKinds } from '../../domain/people/rooms.ts'
import { categoryName } from '../../domain/reading/category.ts'
import { type Calendar, calendar, nextWorkday } from '../../domain/time/calendar.ts'
import { span } from '../../domain/time/saying.ts'
import { dateOf, instant, wallOf } from '../../domain/time/wall.ts'
import { stateNames, whereOf } from '../../domain/words/case-lines.ts'
import type { Lookup } from '../../domain/words/lookup.ts'
import type { GroundCase, GroundState } from '../../web/ground.ts'
import type { SceneState } from '../../web/scenes.ts'
import type { Wechat } from './gateway.ts'

interface Shown {
  wechat: Wechat
  clock: () => number
  district: District
  store?: Store
  moving: boolean
  scene?: () => SceneState
}

/** What the page shows beside the messages, as it stands now. */
export function stateOf({ wechat, clock, district, store, moving, scene }: Shown): GroundState {
  const now = clock()
  return {
    bot: { id: wechat.selfId, name: wechat.world.person(wechat.selfId).name },
    people: district.people.map((person) => ({
      id: person.id,
      name: person.name,
      role: roleOf(person),
      friend: wechat.world.people.get(person.id)?.friend ?? person.friend,
    })),
    rooms: district.rooms.map((room) => ({
      id: room.id,
      topic: wechat.world.groups.get(room.id)?.topic ?? room.topic,
      members: membersOf(room, wechat, district),
      ...boundAs(room, store),
    })),
    now,
    moving,
    nextMorning: nextMorning(now, store?.books.settings.calendar() ?? calendar([])),
    cases: store ? casesOf(store, now) : [],
    example: example(district, now),
    ...(scene && { scene: scene() }),
  }
}

function roleOf({ roles }: DemoPerson): string {
  const words = roles.map(({ role, unit, street }) =>
    [...new Set([unit ?? street, roleNames[role]])].filter(Boolean).join(' '),
  )
  return words.join('、') || '群成员'
}

function membersOf({ id, members }: DemoRoom, wechat: Wechat, { people }: District): string[] {
  const inWechat = wechat.world.groups.get(id)?.members.filter((member) => member !== wechat.selfId)
  return inWechat ?? people.filter(({ name }) => members.includes(name)).map((person) => person.id)
}

function boundAs({ id, bound }: DemoRoom, store: Store | undefined): { bound?: string } {
  const kind = store ? store.books.people.boundRoom(id)?.kind : bound?.kind
  return kind ? { bound: roomKinds[kind] } : {}
}

function casesOf(store: Store, now: number): GroundCase[] {
  const look = store.books.look(now)
  return store.books.cases
    .open()
    .sort((a, b) => Number(b.urgent) - Number(a.urgent) || endOf(a) - endOf(b) || a.no - b.no)
    .map((c) => shown(c, look))
}

function shown(c: Case, look: Lookup): GroundCase {
  const left = c.deadline && c.deadline.at - look.now
  return {
    no: c.no,
    state: stateNames[c.state],
    waiting: c.state === 'waiting',
    urgent: c.urgent,
    category: categoryName(c.category),
    where: whereOf(c, look),
    ...(c.owner && { owner: `${c.owner.unit} ${look.name(c.owner.person)}` }),
    ...(left !== undefined && { left: `${left > 0 ? '余' : '超'}${span(left)}` }),
    late: left !== undefined && left <= 0,
    ...(c.photos && { photos: c.photos.length }),
  }
}

const endOf = (c: Case): number => c.deadline?.at ?? Number.MAX_SAFE_INTEGER

function nextMorning(now: number, calendar: Calendar): number {
  const today = dateOf(now)
  const first = instant(today, '08:30')
  return calendar.workday(today) && now < first ? first : instant(nextWorkday(today, calendar), '08:30')
}

/** The guide's order. Its number comes from the clock, so that it is a new one whenever it is pasted. */
function example({ people, rooms }: District, now: number): GroundState['example'] {
  const { date, time } = wallOf(now)
  const idOf = (name: string) => people.find((person) => person.name === name)?.id ?? ''
  const roomOf = (kind: string) => rooms.find(({ bound }) => bound?.kind === kind)?.id ?? ''
  const text = [
    `【工单编号】${date.replaceAll('-', '')}${time.replace(':', '')}`,
    '【地址】方庄街道芳城园一区5号楼底商',
    '【被反映对象】小巷烧烤',
    '【反映内容】烧烤店夜间油烟大,呛得睡不着,居民不敢开窗',
    '【诉求人】李女士',
    '【联系电话】13800005678',
    '【办理时限】7天',
  ].join('\n')
  return { as: idOf('小刘'), in: roomOf('street'), text, claimer: idOf('李强'), dispatchIn: roomOf('district') }
}
