import type { Saying } from '../../bot/drill/gateway.ts'
import type { Chance } from './chance.ts'

/** A message somebody sent, and what it must have led to once it is committed. */
export interface Said {
  id: string
  kind: Kind
  /** The platform number of a report: no other message has it. */
  order?: string
}

export type Kind = 'report' | 'witness' | 'claim' | 'contact' | 'progress' | 'handle' | 'show' | 'number'

/** A case as the last look at the database found it. */
export interface Known {
  no: number
  /** The contact id of the room that has its card. */
  room: string
  waiting: boolean
  /** Never touched by the load: all of its clock is heard. */
  witness: boolean
}

const FANGZHUANG = 'fangzhuang@chatroom'
const CHENGSHOUSI = 'chengshousi@chatroom'
const PLACES = [
  '方庄街道芳古园一区11号楼底商',
  '方庄街道芳城园二区8号楼',
  '方庄街道芳群园四区12号楼',
  '成寿寺街道成寿寺路134号院',
]
const PROBLEMS = ['饭店晚间排油烟,居民无法开窗', '楼下印刷厂气味大', '工地施工扬尘', '物业水泵夜间噪声']

const WEIGHTS: Record<Exclude<Kind, 'witness'>, number> = {
  report: 8,
  claim: 6,
  contact: 4,
  progress: 6,
  handle: 2,
  show: 3,
  number: 2,
}

/** Makes messages as they come in a day: orders, claims, steps, questions. Each has an id of its own. */
export function load(by: Chance, prefix: string) {
  let count = 0
  let orders = 0

  function order(deadline: string): { order: string; text: string } {
    const number = `20261123${prefix}${String(++orders).padStart(6, '0')}`
    const text = [
      `【工单编号】${number}`,
      `【地址】${by.pick(PLACES)}`,
      `【反映内容】${by.pick(PROBLEMS)}`,
      '【诉求人】王女士',
      `【联系电话】1380000${String(orders).padStart(4, '0')}`,
      `【处理时限】${deadline}`,
    ].join('\n')
    return { order: number, text }
  }

  function said(kind: Kind, saying: Saying, more: Partial<Said> = {}): { said: Said; saying: Saying } {
    const id = `in${prefix}-${++count}`
    return { said: { id, kind, ...more }, saying: { ...saying, id } }
  }

  function report(): { said: Said; saying: Saying } {
    const { order: number, text } = order(by.pick(['7天', '24小时', '15天']))
    const place = by.is(0.5) ? {} : { room: FANGZHUANG }
    return said('report', { as: by.is(0.5) ? 'wxid_zhaolei' : 'wxid_zhoumin', text, ...place }, { order: number })
  }

  return {
    /** An emergency that nobody will take: its whole ladder must be heard. */
    witness() {
      const { order: number, text } = order('2小时')
      return said('witness', { as: 'wxid_zhaolei', text }, { order: number })
    },
    next(known: readonly Known[]): { said: Said; saying: Saying } {
      const kind = by.weighed(WEIGHTS)
      const own = known.filter(({ witness, room }) => !witness && (room === FANGZHUANG || room === CHENGSHOUSI))
      const suited = own.filter(({ waiting }) => waiting === (kind === 'claim'))
      if (kind === 'report' || !suited.length) return report()
      const { no, room } = by.pick(suited)
      const as = 'wxid_liqiang'
      const says = {
        claim: { as, room, text: `领哨 ${no}` },
        contact: { as, room, text: `${no} 已联系 约明天上午十点现场` },
        progress: { as: by.pick([as, 'wxid_wanglei']), room, text: `进展 ${no} 第${count}次看过,还在整改` },
        handle: { as, room, text: `${no} 整改完 换了净化器` },
        show: { as: by.pick([as, 'wxid_wanglei', 'wxid_zhaolei']), room, text: `${no}` },
        number: { as, text: `联系方式 ${no}` },
      } satisfies Record<Exclude<Kind, 'report' | 'witness'>, Saying>
      return said(kind, says[kind as keyof typeof says])
    },
  }
}
