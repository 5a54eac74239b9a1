import type { CategoryId } from './category.ts'

const NEIGHBOUR = '某住户'
const VENUE =
  '火锅店|火锅|饭馆|饭店|餐厅|餐馆|烧烤店|烧烤摊|烧烤|烤肉店|烤鸭店|烤鱼店|面馆|麻辣烫|麻辣香锅|米线店|饺子馆|川菜馆|小吃店|快餐店|早点摊|早点铺|食堂|酒楼|菜馆|拉面馆|串店|包子铺|炸鸡店|KTV|酒吧|歌厅|麻将馆|棋牌室|网吧|健身房|洗浴中心|洗衣店|干洗店|打印店|图文店|印刷厂|汽修厂|汽修店|修理厂|修车铺|洗车店|加油站|医院|诊所|超市|商场|菜市场|批发市场|夜市|酒店|宾馆|幼儿园|学校|搅拌站|工厂|加工厂|物流公司|仓库|废品站|美发店|宠物店|公司|食品厂|家具厂|作坊|广场|饮品店|咖啡店'
const THING =
  '空调外机|外机|排风机|油烟机|冷却塔|冷库|冷柜|压缩机|水泵|电梯|变压器|配电室|换热站|泵房|锅炉房|变电站|基站|信号塔|LED大屏|大屏|射灯|广告牌|高架桥?|垃圾站|垃圾楼|垃圾桶|化粪池|公厕|排水管|管子|排污口|工地|渣土车|拉土(?:的)?大?货车|大货车|货车|挖掘机|铲车|叉车|公交车|裸地|煤炉子?|音响|大喇叭|喇叭|广场舞|流浪狗|收废品的?'
const VENUES = new RegExp(`(?:${VENUE})`, 'giu')
const THINGS = new RegExp(`(?:${THING})`, 'giu')
const HAN = /[\u4e00-\u9fffA-Za-z·]/u
/** Words and letters before which a venue's own name begins. */
const BEFORE_NAME =
  /(?:吃|去|今天|中午|晚上|每天|楼下|楼上|对面|旁边|隔壁|附近|门口|底商|一层|后边|后面|前面|那个|这个|那家|这家|有家|有个|一家|一个|家|个|的|旁|是|有|在|被|由|了|着|和|与|号楼|号院|[号栋幢座楼院区里苑园路街村边侧面口内外]|投诉|反映|举报|映|小区|社区|市民|居民|称|位于|名为|叫|叫做|露天|街道|镇|乡|多家|几家)$/u

/** Whom or what a complaint is about, as the text names it: «老灶火锅», «工地», «水泵»; private persons are 某住户. */
export function readSubject(text: string, category: CategoryId): string | undefined {
  if (category === 'noise.social.neighbour') return NEIGHBOUR
  const thing = best(THINGS, text)
  const venue = best(VENUES, text)
  const preferThing =
    /^(?:noise\.(?:shared|construction|traffic|social\.loud)|air\.dust|air\.vehicle|air\.nonroad|radiation|water|air\.bulk)/u.test(
      category,
    )
  if (preferThing && thing) return named(thing.word)
  if (venue) {
    const name = withName(text, venue)
    const its = thing && thing.at >= venue.at + venue.word.length && thing.at - venue.at - venue.word.length <= 2
    return its || (category === 'noise.social.equipment' && thing && thing.at > venue.at) ? name + thing.word : name
  }
  if (thing) return named(thing.word)
  return category === 'noise.construction' || category === 'air.dust.construction'
    ? /施工|打桩|浇筑/u.test(text)
      ? '工地'
      : undefined
    : undefined
}

/** What people call by half its name. */
function named(thing: string): string {
  return thing === '管子' ? '排水管' : thing.replace('的', '')
}

const SHOP = new RegExp(
  `(?:${VENUE.split('|')
    .filter((v) => !/商场|市场|医院|学校|幼儿园|广场|夜市|超市|仓库|公司/u.test(v))
    .join('|')})$`,
  'iu',
)

/** The shop an address ends with («…11号楼底商老灶火锅»): its name and the address before it. */
export function shopAtEnd(address: string): { subject: string; address: string } | undefined {
  const match = SHOP.exec(address)
  if (!match) return undefined
  const subject = withName(address, { word: match[0], at: match.index })
  const rest = address.slice(0, address.length - subject.length)
  return rest.length >= 4 ? { subject, address: rest } : undefined
}

function best(words: RegExp, text: string): { word: string; at: number } | undefined {
  words.lastIndex = 0
  const match = words.exec(text)
  return match ? { word: match[0], at: match.index } : undefined
}

/** «楼下老灶火锅每天» → 老灶火锅: at most six letters back, up to a word that cannot be part of the name. */
function withName(text: string, venue: { word: string; at: number }): string {
  let start = venue.at
  while (
    start > 0 &&
    venue.at - start < 6 &&
    HAN.test(text[start - 1] ?? '') &&
    !BEFORE_NAME.test(text.slice(Math.max(0, start - 3), start))
  )
    start--
  if (
    start > 0 &&
    venue.at - start === 6 &&
    HAN.test(text[start - 1] ?? '') &&
    !BEFORE_NAME.test(text.slice(Math.max(0, start - 3), start))
  )
    return venue.word
  return text.slice(start, venue.at) + venue.word
}
