import { WATERS } from './gazetteer.ts'

const NUMBER =
  '(?:[甲乙丙丁]?\\d{1,4}|[一二三四五六七八九十]{1,3})(?:[-–]\\d{1,4})?\\s?(?:号楼|号院|号|栋|幢|座|区|里|期|弄|院|楼|街区)'
const COMPOUND = '小区|社区|村委会|村|家园|花园|公寓|大厦|写字楼|大院|工业区|产业园|科技园|物流园|园区|住宅区|院'
const SIDE =
  '(?:东南|东北|西南|西北|[东西南北中])(?:边|侧|面|大门|门口|门|口|头|区|里|院|角|段|方向|\\d{1,4}米)?(?:路|街)?'
const ROAD =
  '立交桥|大桥|桥|路口|路|大街|街|胡同|地铁站|公交站|站|高速|辅路|段|交叉口|沿线|沿岸|岸边|河边|河道|沿路|铁路边|铁路旁|(?<=[河湖渠沟池])(?:边|岸|畔)'
const NEAR =
  '村口|(?<=村)口|路边|路口|桥下|对面|斜对面|门口|大门|门前|附近|旁边|旁|边上|后边|后面|后身|后院|后(?![半夜来天续又还])|前面|前边|(?<=[楼院栋幢座])前(?![天年几段不日晚])|楼下|(?<=[楼座])下(?![水午班雨周个])|楼顶|屋顶|顶层|底商|一层|首层|地下室|地下车库|地库|车库|院内|院里|院外|里面|里边|周边|周围|一带|中间|拐角|交界|隔壁|红绿灯'
const SITE =
  '施工工地|建筑工地|拆迁工地|工地|裸地|空地|荒地|商场|购物中心|夜市|批发市场|农贸市场|菜市场|市场|早市|广场(?!舞)|公园|学校|小学|中学|幼儿园|医院|停车场|超市|商业街|商铺|门脸|美食城|变电站|配电室|水泵房|泵房|换热站|锅炉房|垃圾站|垃圾楼|公厕|加油站'
const STEP = new RegExp(
  `[,、]?\\s?(?:${NUMBER})|\\s?(?:${WATERS.join('|')}|${SITE}|${NEAR}|${COMPOUND}|${SIDE}|${ROAD})`,
  'uy',
)
/** Where a place name that no gazetteer knows ends. */
const NAME_END =
  /街道|小区|家园|花园|嘉园|公寓|大厦|公馆|广场|市场|商城|公园|大街|胡同|立交桥|批发市场|工业园|产业园|幼儿园|小学|中学|医院|号院|号楼|[路街巷桥苑园庄里]/gu
const STOP = new Set(
  '的在到是有我们您你好把被和与跟对向从于位住这那着了吧吗呢啊请都也就还又很太每天给让说:：,，。;；、!！?？()（）【】[]"“”\n\t 　@#'.split(
    '',
  ),
)
const LATIN_OR_HAN = /[\u4e00-\u9fffA-Za-z0-9]/u
const NOT_A_NAME =
  /^(?:各|属地|所属|相关|有关|所在|其他|家|公|院|校|哪|这|那|本|该|小|马|大|楼|我|里|后|门|上|下|过|前|中心|道|菜|超|社区?|附近|对面)$/u

/** From where a place name ends, on along the building, side and neighbour words: the index where the address ends. */
export function addressEnd(text: string, from: number): number {
  let end = from
  while (end - from < 60) {
    STEP.lastIndex = end
    const step = STEP.exec(text)
    if (!step || step[0] === '') break
    end = STEP.lastIndex
  }
  return end
}

/** Takes a river's or road's name that stands directly before a place («马草河六圈段») into the address. */
export function addressStart(text: string, start: number, floor: number): number {
  const before = text.slice(Math.max(floor, start - 8), start)
  const water = WATERS.find((name) => before.endsWith(name))
  if (water) return start - water.length
  const road = /([\u4e00-\u9fff]{1,5})(?:路|大街|街)$/u.exec(before)
  return road && ![...road[0]].some((c) => STOP.has(c)) ? start - road[0].length : start
}

/** The first place name that only its ending gives away («顶新路», «阳光小区3号楼»): the range of the whole address. */
export function looseAddress(text: string): { start: number; end: number } | undefined {
  for (const match of text.slice(0, 3000).matchAll(NAME_END)) {
    let start = match.index
    while (start > 0 && match.index - start < 8 && isNameChar(text[start - 1] as string)) start--
    const name = text.slice(start, match.index)
    const short = match[0].length === 1
    if (name.length < (short ? 2 : 1) || NOT_A_NAME.test(name)) continue
    const end = addressEnd(text, match.index + match[0].length)
    if (match[0] === '街道') return { start, end: end + (addressBehind(text.slice(end)) ?? 0) }
    if (short && !/[路街]/u.test(match[0]) && end === match.index + 1) continue
    return { start, end }
  }
  const water = WATERS.map((name) => ({ name, at: text.indexOf(name) })).find((w) => w.at >= 0)
  return water && { start: water.at, end: addressEnd(text, water.at + water.name.length) }
}

/** What goes on directly behind a street of another district: «望京街道望京西园四区». */
function addressBehind(text: string): number | undefined {
  const more = looseAddress(text.slice(0, 60))
  return more?.start === 0 ? more.end : undefined
}

function isNameChar(char: string): boolean {
  return LATIN_OR_HAN.test(char) && !STOP.has(char)
}

const HEAD = /^[^\p{L}\p{N}]*(?:北京市?)?\s*(?:丰台区)?\s*[,\uff0c]?\s*/u

/** An address field without city, district and street in front and without blanks: «芳古园一区11号楼底商». */
export function tidyAddress(text: string, streetWords: readonly string[]): string {
  let rest = text.replace(HEAD, '')
  for (const words of streetWords) if (rest.startsWith(words)) rest = rest.slice(words.length)
  return rest
    .replace(/^[\s,\uff0c、:\uff1a;\uff1b.。-]+|[\s,\uff0c、;\uff1b.。:\uff1a-]+$/gu, '')
    .replace(/(?<=[\u4e00-\u9fff])\s+|\s+(?=[\u4e00-\u9fff])/gu, '')
}
