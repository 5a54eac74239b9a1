import type { RoleId } from '../people/roles.ts'
import type { Wording } from './command.ts'

/** Verbs people already say and the reader already knows. Who writes the command takes its sentences from here into it. */
export type VerbToCome =
  | 'whistle'
  | 'consult'
  | 'supervise'
  | 'platformReply'
  | 'merge'
  | 'unmerge'
  | 'cityRevisit'
  | 'followUp'
  | 'stats'
  | 'drill'
  | 'warning'
  | 'patrol'

/** How they are said, and whose words count for it; anybody's when nobody is named. */
export interface WordingToCome extends Omit<Wording, 'verb'> {
  verb: VerbToCome
  from?: readonly RoleId[]
}

const ON_CASE = { onCase: true, bare: false, acts: true } as const
const ON_NONE = { onCase: false, bare: false } as const
const LEADERS: readonly RoleId[] = ['chief', 'deputy']
const READERS: readonly RoleId[] = ['desk', 'tester', 'deputy', 'chief']
const WALKERS: readonly RoleId[] = ['officer', 'steward', 'grid', 'lead', 'tester', 'desk']

const ITEM =
  'TSP|PM2[.．]?5|PM10|AQI|SO2|NO2|CO(?![2-9])|O3|臭氧|粗颗粒物|细颗粒物|二氧化硫|氨氮|总磷|总氮|溶解氧|高锰酸盐指数|化学需氧量|COD|浊度|电导率|pH'
const VALUE = `(?:${ITEM})\\s*(?:小时|日|瞬时|实时)?(?:均值|浓度|数值|值|平均)*\\s*[:：为是达到]{0,2}\\s*[<＜>＞]?\\d`

/** A time, a kind or a place whose cases are counted. */
const COUNTED =
  /^(?!一?\s?下|局|数据|学|了)[\s\S]*(?:[今昨][天日]|[本上这近][\s\d]*(?:个月|周|月|期|季度|年|天)|\d{1,2}月|油烟|噪|扬?尘|异味|街道|镇$|领哨|按时|各街|各单位)/u

/** The wordings of domain.md section 4, 11 and 12 that no command of the program claims yet. */
export const wordingsToCome: readonly WordingToCome[] = [
  { verb: 'whistle', words: ['吹哨'], ...ON_CASE },
  {
    verb: 'consult',
    words: ['会商', '申请会商', '疑难会商', '会商结论', '提请会商'],
    also: [
      /^(?<rest>(?![\s\S]*(?:不用|不必|无需|别)(?:再)?会商)[^?？]{0,60}(?:申请|建议|请求|提请|组织|启动|需要)(?:疑难)?会商(?:一下)?[\s\S]*)$/u,
    ],
    ...ON_CASE,
  },
  { verb: 'supervise', words: ['督办', '重点督办'], ...ON_CASE },
  {
    verb: 'supervise',
    words: [],
    also: [
      /^(?<rest>(?:请|让)?\p{Script=Han}{0,4}?(?:你|亲自|重点)*(?:盯(?:紧|着|住|一?下)?|督办|抓紧督办)(?:一?下)?(?:这个|这件|此件|该件|它)?(?:案?件|事)?(?:[,，。;；!！\s][\s\S]*)?)$/u,
      /^(?<rest>(?:这个|这件|此件|该件)(?:案?件|事)?(?:要|得|请|给我|列入)?\p{Script=Han}{0,4}?(?:亲自|重点)?(?:盯(?:紧|着|住|一?下)?|督办)(?:一?下)?(?:[,，。;；!！\s][\s\S]*)?)$/u,
    ],
    ...ON_CASE,
    from: LEADERS,
  },
  { verb: 'platformReply', words: ['平台批复'], ...ON_CASE },
  {
    verb: 'merge',
    words: ['并案', '并案到', '合并到', '合并', '并到', '并件'],
    also: [
      /^(?<rest>(?:这个|这件|这条|该件)?(?:也)?(?:跟|和|与|同)[^?？]{1,30}?(?:是|属于)?(?:一个事|一件事|一回事|一码事|同一?个?件?事|同一件|一样的事|重复)[^?？]*)$/u,
      /^(?<rest>(?:这个|这件|这两?件|两件)?(?:可以|应该|能|都)?(?:并案|合并|合一块|并一起|合到一起)(?:办理?|处理|吧|了|一下)*[。.!！]*)$/u,
    ],
    ...ON_CASE,
  },
  { verb: 'unmerge', words: ['拆案', '拆开', '取消并案'], ...ON_CASE },
  { verb: 'cityRevisit', words: ['市回访', '市里回访', '市级回访'], ...ON_CASE },
  { verb: 'followUp', words: ['回头看'], ...ON_CASE },
  { verb: 'stats', words: ['统计'], ...ON_NONE, only: COUNTED },
  { verb: 'drill', words: ['练兵', '考考我', '练一练'], onCase: false, bare: true },
  {
    verb: 'warning',
    words: [],
    forms: [
      /^\s*[【[]?(?:平台|空气|水质|水环境|大气|监测|在线|微站|子站)[^\n】\]]{0,8}(?:预警|报警|告警|超标提醒)[】\]][\s\S]*\d/u,
      new RegExp(
        `^(?=[\\s\\S]{0,400}$)[\\s\\S]*?(?:站|断面|点位|微站|监测|预警|报警|街道|镇|地区)[^\\n。]{0,30}?(?:${VALUE})`,
        'u',
      ),
    ],
    ...ON_NONE,
    from: READERS,
  },
  { verb: 'warning', words: ['核实'], ...ON_CASE, only: /^[#＃]?\s*\d{3}/ },
  {
    verb: 'patrol',
    words: [],
    forms: [
      /^\s*#?\s*接龙[\s\S]*(?:巡查|热点网格|夜查|检查反馈|网格\s?\d)/u,
      /(?:查车|检车|查了?|检查|抽检|检测|拦检|抽查|路检路?查?)(?:了|货车|大货车|柴油车|重型车|渣土车|车辆|车|重柴|尾气|共|合计|:|：|\s)*\d{1,4}\s*(?:辆|台次?|车次)[\s\S]{0,200}?(?:超标|处罚|罚|合格|达标|劝返|未发现|移交)/u,
      /^\s*(?:\d{1,2}月\d{1,2}[日号]|今[天晚早日]|昨[天晚日]|上午|下午|夜间)?\s*(?:热点)?网格?\s*(?:巡查|夜查|排查)(?:反馈|情况|结果|打卡)?[:：\s][\s\S]*(?:未发现|无(?:异常|问题)?|正常|已?责令|当场|立案|移交|已通知|整改|苫盖)/u,
    ],
    ...ON_NONE,
    from: WALKERS,
  },
]

/** The wordings somebody of this role may use, with `own` first taken out: what a command carries out has its own. */
export function toComeFor(role: RoleId | undefined, own: readonly { verb: string }[]): WordingToCome[] {
  const carried = new Set(own.map(({ verb }) => verb))
  return wordingsToCome.filter(
    ({ verb, from }) => !carried.has(verb) && (!from || role === undefined || from.includes(role)),
  )
}
