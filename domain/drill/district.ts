import type { Role } from '../people/roles.ts'
import type { RoomKind } from '../people/rooms.ts'

/** Somebody of the demo district. All of them are invented. */
export interface DemoPerson {
  /** The contact id in the simulated WeChat. */
  id: string
  name: string
  /** Friends of the bot can be written to in private. */
  friend: boolean
  roles: readonly Role[]
}

export interface DemoRoom {
  id: string
  topic: string
  /** Absent: the room is not bound yet. */
  bound?: { kind: RoomKind; street?: string; unit?: string }
  /** Names of its members, beside the bot. */
  members: readonly string[]
}

/** A small district to stand in: two streets, a team, the district level, the leaders, and one room nobody has bound. */
export interface District {
  bot: { id: string; name: string }
  people: readonly DemoPerson[]
  rooms: readonly DemoRoom[]
  areas: Readonly<Record<string, readonly string[]>>
  /** Who is on duty, by unit. */
  duty: Readonly<Record<string, readonly string[]>>
  /** A one-time code with which 钱进 can become an administrator. */
  adminCode: string
  /** Orders that stand there when somebody arrives, as they were pasted. */
  orders: readonly { as: string; in: string; say: string }[]
}

export const district: District = {
  bot: { id: 'wxid_xiaoguanjia', name: '小管家' },
  people: [
    person('xiaoliu', '小刘', [{ role: 'grid', street: '方庄街道' }]),
    person('zhoumin', '周敏', [{ role: 'steward', street: '方庄街道' }]),
    person('xiaoma', '小马', [], { friend: false }),
    person('linfang', '林芳', [{ role: 'grid', street: '成寿寺街道' }], { friend: false }),
    person('hetao', '何涛', [{ role: 'steward', street: '成寿寺街道' }]),
    person('liqiang', '李强', [{ role: 'officer', unit: '执法一队' }]),
    person('wanglei', '王磊', [{ role: 'lead', unit: '执法一队' }]),
    person('chenxi', '陈曦', [{ role: 'tester', unit: '监测站' }]),
    person('zhaolei', '赵蕾', [{ role: 'desk', unit: '专班' }]),
    person('gaoming', '高明', [{ role: 'deputy' }]),
    person('tianyuan', '田原', [{ role: 'chief' }]),
    person('sunyue', '孙悦', [{ role: 'admin' }]),
    person('qianjin', '钱进', []),
  ],
  rooms: [
    room('fangzhuang', '方庄生态环境管家群', ['小刘', '周敏', '小马', '李强', '王磊', '陈曦', '赵蕾', '孙悦'], {
      kind: 'street',
      street: '方庄街道',
    }),
    room('chengshousi', '成寿寺生态环境管家群', ['林芳', '何涛', '李强', '王磊', '赵蕾', '孙悦'], {
      kind: 'street',
      street: '成寿寺街道',
    }),
    room('yidui', '执法一队工作群', ['李强', '王磊', '孙悦'], { kind: 'unit', unit: '执法一队' }),
    room('quanqu', '全区接诉即办调度群', ['周敏', '何涛', '李强', '王磊', '陈曦', '赵蕾', '孙悦', '高明'], {
      kind: 'district',
    }),
    room('lingdao', '局领导群', ['高明', '田原', '赵蕾'], { kind: 'leaders' }),
    room('xinqun', '新来的群', ['孙悦', '小马', '陈曦', '钱进']),
  ],
  areas: { 执法一队: ['方庄街道', '成寿寺街道'] },
  duty: { 执法一队: ['李强'] },
  adminCode: 'DRILL-2026',
  orders: [
    {
      as: '赵蕾',
      in: 'private',
      say: '【工单编号】202611220101\n【地址】方庄街道芳古园一区11号楼底商\n【被反映对象】老灶火锅\n【反映内容】老灶火锅晚间排油烟,居民无法开窗\n【诉求人】王女士\n【联系电话】13800001234\n【处理时限】7天',
    },
  ],
}

/** The room people mean by 「方庄群」 in an example: the one whose bound name or topic begins so. */
export function roomCalled(name: string): DemoRoom | undefined {
  const short = name.replace(/群$/, '')
  return district.rooms.find(({ topic, bound }) => topic === name || topic.startsWith(short) || bound?.unit === short)
}

/** A person by name. */
export function personCalled(name: string): DemoPerson | undefined {
  return district.people.find((person) => person.name === name)
}

function person(id: string, name: string, roles: Role[], { friend = true } = {}): DemoPerson {
  return { id: `wxid_${id}`, name, friend, roles }
}

function room(id: string, topic: string, members: string[], bound?: DemoRoom['bound']): DemoRoom {
  return { id: `${id}@chatroom`, topic, members, ...(bound && { bound }) }
}
