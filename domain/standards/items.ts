import { itemIds, limitsOf } from './limits.ts'

/** What is measured decides how it is judged. */
export type Matter = 'noise' | 'air' | 'water' | 'odour' | 'fume' | 'plain'

/** Something that is measured: one item with limits, or a group of them judged together. */
export type Named = { kind: 'item'; id: string } | { kind: 'group'; group: Group }
export type Group = 'fumes' | 'aqi' | 'water' | 'noise'

/** What helps to tell 「颗粒物」 of a kitchen from 「颗粒物」 at a boundary. */
export interface Around {
  /** Code of the standard that was named, without its year. */
  code?: string
  /** In a group of several items. */
  group?: Group
  lake?: boolean
  /** The unit that was said. */
  unit?: string
  /** Everything else that was said: class, period. */
  hints: string
}

/** Ids and their names; the first is the one people read. */
const NAMES: Record<string, readonly string[]> = {
  catering_fume_oil: ['油烟', '餐饮油烟', '饮食业油烟', '油烟浓度', '油烟排放'],
  catering_fume_pm: ['颗粒物', '餐饮颗粒物', '油烟颗粒物'],
  catering_fume_nmhc: ['非甲烷总烃', '餐饮非甲烷总烃', 'nmhc', '总烃', '非甲烷'],
  catering_fume_oil_removal: ['油烟去除效率', '油烟去除率', '油烟净化效率'],
  catering_fume_pm_removal: ['颗粒物去除效率', '颗粒物去除率'],
  catering_fume_nmhc_removal: ['非甲烷总烃去除效率', '非甲烷总烃去除率'],
  catering_site_distance_boundary: ['餐饮边界距离', '餐饮单位与敏感目标距离', '餐饮选址距离'],
  catering_outlet_distance: ['油烟排放口距离', '排放口距离', '油烟排口距离'],
  catering_outlet_distance_deodorised: ['除异味后排放口距离', '除味后油烟排放口距离'],
  odor_concentration: ['臭气浓度', '臭气', '恶臭', '异味', '厂界臭气', '臭味', '无组织臭气'],
  odor_concentration_stack: ['排气筒臭气浓度', '有组织臭气浓度', '排口臭气浓度', '排气筒臭气', '有组织臭气'],
  odor_nh3: ['氨', '氨气', 'nh3', '厂界氨'],
  odor_h2s: ['硫化氢', 'h2s'],
  odor_trimethylamine: ['三甲胺'],
  odor_methanethiol: ['甲硫醇'],
  odor_dimethyl_sulfide: ['甲硫醚'],
  odor_dimethyl_disulfide: ['二甲二硫', '二甲二硫醚', '二甲基二硫', '二甲基二硫醚'],
  odor_cs2: ['二硫化碳', 'cs2'],
  odor_styrene: ['苯乙烯'],
  tsp_other_particulate: ['周界颗粒物', '厂界颗粒物', '无组织颗粒物', '其他颗粒物'],
  nmhc: ['周界非甲烷总烃', '厂界非甲烷总烃', '无组织非甲烷总烃', '周界nmhc', '厂界nmhc'],
  nh3: ['周界氨', '无组织氨'],
  h2s: ['周界硫化氢', '无组织硫化氢'],
  benzene: ['苯'],
  toluene: ['甲苯'],
  xylene: ['二甲苯'],
  'PM2.5': ['PM2.5', '细颗粒物', 'pm25'],
  PM10: ['PM10', '可吸入颗粒物'],
  SO2: ['SO2', '二氧化硫'],
  NO2: ['NO2', '二氧化氮'],
  CO: ['CO', '一氧化碳'],
  O3: ['O3', '臭氧'],
  TSP: ['TSP', '总悬浮颗粒物', '总悬浮颗粒'],
  NOx: ['NOx', '氮氧化物'],
  DO: ['溶解氧', 'do', '溶解氧量'],
  CODMn: ['高锰酸盐指数', 'codmn', '高锰酸钾指数'],
  COD: ['化学需氧量', 'cod', 'codcr'],
  BOD5: ['五日生化需氧量', 'bod5', 'bod', '生化需氧量'],
  'NH3-N': ['氨氮', 'nh3-n', 'nh3n', 'nh4-n'],
  TP: ['总磷', 'tp'],
  TP_lake: ['总磷(湖库)', '湖库总磷', 'tp(湖库)'],
  TN_lake: ['总氮(湖库)', '湖库总氮', '总氮', 'tn'],
  Cu: ['铜', '总铜'],
  Zn: ['锌', '总锌'],
  'F-': ['氟化物', '氟', 'f'],
  Se: ['硒', '总硒'],
  As: ['砷', '总砷'],
  Hg: ['汞', '总汞'],
  Cd: ['镉', '总镉'],
  Cr6: ['六价铬', '铬(六价)', 'cr6+', 'cr(vi)'],
  Pb: ['铅', '总铅'],
  CN: ['氰化物', '总氰化物', 'cn-'],
  volatile_phenol: ['挥发酚'],
  petroleum: ['石油类', '油类'],
  LAS: ['阴离子表面活性剂', '阴离子'],
  sulfide: ['硫化物'],
  fecal_coliform: ['粪大肠菌群', '粪大肠菌'],
  pH: ['pH', 'ph值', '酸碱度'],
  SS: ['悬浮物', 'ss'],
  animal_veg_oil: ['动植物油', '动植物油类'],
  diesel_smoke_opacity: ['柴油车烟度', '光吸收系数', '柴油车排气烟度', '不透光烟度'],
  diesel_ringelmann: ['林格曼黑度', '林格曼', '柴油车林格曼黑度'],
  nonroad_smoke_opacity: ['非道路机械烟度', '非道路烟度', '非道路移动机械烟度', '工程机械烟度'],
  emf_electric_50hz: ['工频电场', '工频电场强度', '电场强度', '电场'],
  emf_magnetic_50hz: ['工频磁场', '工频磁感应强度', '磁感应强度', '磁场'],
  emf_electric_30_3000mhz: ['射频电场强度', '射频电场', '基站电场强度', '基站电场'],
  emf_power_density_30_3000mhz: [
    '功率密度',
    '射频功率密度',
    '基站功率密度',
    '等效平面波功率密度',
    '基站',
    '基站辐射',
    '射频',
    '射频辐射',
  ],
}

const GROUPS: readonly [Group, RegExp][] = [
  ['aqi', /^(?:aqi|iaqi|空气质量指数|空气质量|环境空气(?:质量)?|空气)$/],
  ['fumes', /^(?:catering|catering_fumes?|餐饮(?:业)?(?:油烟)?(?:三项|大气污染物|废气)?|油烟三项|三项)$/],
  ['water', /^(?:surface_?water|地表水(?:环境质量|水质)?|水质|河水|断面)$/],
  ['noise', /^(?:noise|噪声|噪音)$/],
]

const byName = new Map([
  ...itemIds.map((id) => [folded(id), id] as const),
  ...Object.entries(NAMES).flatMap(([id, names]) => names.map((name) => [folded(name), id] as const)),
])

/** The same thing under the id of the other standard that limits it. */
const SIBLINGS: readonly { id: string; code: string; is: string }[] = [
  { id: 'catering_fume_pm', code: 'DB11/501', is: 'tsp_other_particulate' },
  { id: 'catering_fume_pm', code: 'GB 16297', is: 'tsp_other_particulate' },
  { id: 'catering_fume_nmhc', code: 'DB11/501', is: 'nmhc' },
  { id: 'catering_fume_nmhc', code: 'GB 16297', is: 'nmhc' },
  { id: 'nh3', code: 'GB 14554', is: 'odor_nh3' },
  { id: 'h2s', code: 'GB 14554', is: 'odor_h2s' },
  { id: 'odor_nh3', code: 'DB11/501', is: 'nh3' },
  { id: 'odor_h2s', code: 'DB11/501', is: 'h2s' },
  { id: 'emf_electric_50hz', code: 'RF', is: 'emf_electric_30_3000mhz' },
  { id: 'emf_power_density_30_3000mhz', code: 'V/m', is: 'emf_electric_30_3000mhz' },
]

/**
 * An item by its id or its Chinese name: 'NH3-N', 「氨氮」, 「PM2.5日均值」, 「餐饮油烟」. Undefined when it is none of
 * ours; noise is read in noise-item.ts.
 */
export function itemSaid(said: string, around: Around): Named | undefined {
  const exact = itemIds.find((id) => id === said.trim())
  if (exact !== undefined) return { kind: 'item', id: suited(exact, around) }
  const text = folded(said)
  const short = around.group === 'fumes' && itemIds.find((id) => id === `catering_fume_${text}`)
  if (short) return { kind: 'item', id: short }
  const group = around.group === undefined ? GROUPS.find(([, words]) => words.test(text))?.[0] : undefined
  if (group !== undefined) return { kind: 'group', group }
  const plain = text.replace(/\([^)]*\)/g, '')
  const id = [text, bare(text), plain, bare(plain)].map((name) => byName.get(name)).find(Boolean)
  return id === undefined ? undefined : { kind: 'item', id: suited(id, around) }
}

/** How people call it. */
export function itemName(id: string): string {
  return NAMES[id]?.[0] ?? id
}

/** Every item that has a name here, with all its names. */
export const named: readonly (readonly [string, readonly string[]])[] = Object.entries(NAMES)

/** What kind of judgement an item needs. */
export function matterOf(id: string): Matter {
  if (id.startsWith('noise_')) return 'noise'
  if (/^catering_fume_(?:oil|pm|nmhc)$/.test(id)) return 'fume'
  if (/^odor_/.test(id)) return 'odour'
  const metric = limitsOf(id)[0]?.metric
  return metric === 'ambient' ? 'air' : metric === 'surface_water' ? 'water' : 'plain'
}

function suited(id: string, { code, lake, hints, group, unit = '' }: Around): string {
  if (id === 'nmhc' && (group === 'fumes' || code === 'DB11/1488')) return 'catering_fume_nmhc'
  if (id === 'TP' && lake) return 'TP_lake'
  const place = /周界|厂界|无组织|boundary/.test(hints) ? 'DB11/501' : /基站|射频|MHz/i.test(hints) ? 'RF' : undefined
  const byUnit = id.startsWith('emf_power') && /V\/m|伏/i.test(unit) ? 'V/m' : undefined
  const wanted = code ?? byUnit ?? (/^catering|^emf/.test(id) ? place : undefined)
  return SIBLINGS.find((sibling) => sibling.id === id && sibling.code === wanted)?.is ?? id
}

/** Without 「日均浓度」, 「_24h」 and the like, which the period says. */
function bare(text: string): string {
  return text
    .replace(
      /(?:_|-)?(?:24h|1h|8h|annual|daily_max_8h|日最大8小时|24小时|8小时|1小时|小时均|时均|小时|日均|日平均|年均|年平均|日)(?:平均)?(?:值|浓度)*$/u,
      '',
    )
    .replace(/(?:排放)?(?:平均)?(?:浓度|含量|值|指标|强度)+$/u, '')
    .replace(/^(?:厂界|场界|边界|水中|环境空气|空气中?)/u, '')
}

function folded(said: string): string {
  return said
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s:：]/g, '')
    .replace(/₂|²/g, '2')
}
