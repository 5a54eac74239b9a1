import { COUNTED, findDoors } from './flat.ts'
import { folded } from './fold.ts'
import { findDigits } from './phone.ts'
import { Taken } from './taken.ts'

export type PersonalKind = 'phone' | 'id' | 'plate' | 'flat' | 'name' | 'email'

/** A piece of a text that identifies a private person; `start` and `end` are indexes of the text as given. */
export interface Personal {
  kind: PersonalKind
  /** As written; phones and identity numbers as digits. */
  value: string
  start: number
  end: number
}

const STAND_IN: Record<PersonalKind, string> = {
  phone: '〔电话〕',
  id: '〔证件〕',
  plate: '〔车牌〕',
  flat: '〔门牌〕',
  name: '〔姓名〕',
  email: '〔邮箱〕',
}
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][ \t·•・.\-\u2010-\u2015\u2212]{0,2}[A-Za-z](?:[ \t·•・.\-\u2010-\u2015\u2212]{0,2}[A-Za-z0-9*]){4,6}[挂学警港澳]?/gu
const PASSPORT = /(?<=(?:护照|通行证|证件号?码?)[号为:\uff1a\s]{0,4})[A-Za-z]{1,2}\d{7,8}/gu
const EMAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/gu
const SURNAME =
  '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦马苗花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程邢滑裴陆荣翁荀羊惠甄曲家封储靳段富巫乌焦巴弓牧隗山谷车侯宓蓬全班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥苍闻翟谭贡劳姬申扶堵冉宰郦雍桑桂牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴沃利蔚越夔隆师巩厍聂晁勾敖融冷辛阚那简饶空曾沙乜养鞠须丰巢关相查后荆红游竺权逯盖益桓公仝]'
const TITLE = '阿姨|大爷|大妈|大姐|大哥|大叔|奶奶|爷爷|老人家|师傅|同志|老师'
const UNSAID = '某某某?|某(?![小工饭餐公单住处地社店厂路村楼商居业院校品])|[xX×*]{1,2}(?![A-Za-z0-9])'
/** «王女士», «欧阳先生», «李某某», «张*»: whoever is called so is a person. */
const TITLED = new RegExp(`(?:${SURNAME})(?:[\\u4e00-\\u9fff]{0,2}?(?:先生|女士|小姐)|${TITLE}|${UNSAID})(?!们)`, 'gu')
const TITLED_WHOLE = new RegExp(`^(?:${TITLED.source})$`, 'u')
const ROLES = '诉求人|来电人|反映人|反应人|投诉人|联系人|举报人|信访人|来信人|申请人|姓名|当事人|报案人'
const AT_END = '(?=[\\s,\\uff0c。;\\uff1b、【】\\[\\]{}<>|()\\uff08\\uff09]|$)'
/** «诉求人：王小明», «【联系人】阿依古丽»: whatever stands in the field. */
const LABELLED = new RegExp(
  `(?:${ROLES}|户主|业主|房主|租户|车主)(?:姓名)?\\s*(?:[】\\]〕〗」』}>\u300b)\\uff09|]\\s*[:\\uff1a]?|[:\\uff1a])\\s*((?:${SURNAME})[\\u4e00-\\u9fff·*某xX×]{1,2}|[\\u4e00-\\u9fff]{1,6}·[\\u4e00-\\u9fff·]{1,8}|[\\u4e00-\\u9fff]{2,4}${AT_END})`,
  'gu',
)
/** «诉求人王小明,», «联系人 李强»: without a colon only what looks like a name. */
const CALLED = new RegExp(
  `(?:${ROLES})(?:是|为|叫|[ \\t]+)?\\s*((?:${SURNAME})[\\u4e00-\\u9fff]{1,2})(?=[\\s,\\uff0c。;\\uff1b、()\\uff08\\uff09电手]|1[3-9]|$)`,
  'gu',
)
/** «楼上王建国家», «302室王建国家»: a neighbour by name. */
const NEIGHBOUR = new RegExp(
  `(?:楼上|楼下|隔壁|邻居|对门|住户|业主|租户|\\d{2,4}室[,\\uff0c的]?|(?<=号楼|单元)\\d{3,4}|单元|号楼)(?:叫|是)?((?:${SURNAME})[\\u4e00-\\u9fff]{1,2})(?=家(?![具电政常园纺居装]))(?<![店馆铺厅摊厂吧])`,
  'gu',
)
/** «302室王建国,» */
const AT_DOOR = new RegExp(
  `\\d{2,4}室[,\\uff0c的]?((?:${SURNAME})[\\u4e00-\\u9fff]{1,2})(?=[\\s,\\uff0c。;\\uff1b、()\\uff08\\uff09]|说|称|反映|投诉|表示|$)`,
  'gu',
)
/** Words that begin like a surname between «居民» and «反映». */
const NO_SURNAME =
  '[都向经曾连全时于和相应终成万那简满充常利后益公从计关通平]|白天|方面|夏[天季]|路过|强烈|明[确天]|车主|单独|解释|管理|严[重厉]|安装|施工|房[东主]|黄昏|多次|何[时处]|任何|能[否够]|高[兴层度]|顶层|金[额属]|项目|支持|查询|盖房|左右|水管|凌晨|包括|郑重|石材|沿街|祖孙|惠民|家[里人属]|宁愿|别人|干脆|文明|景区|商户|柴油|温和|党员|党|国庆|步行|巡'
/** «住户薛洋说», «居民薛洋反映» */
const SAYING = new RegExp(
  `(?:住户|居民|业主|租户|户主|市民|邻居)(?!${NO_SURNAME})((?:${SURNAME})[\\u4e00-\\u9fff]{1,2}?)(?=说|称|反映|投诉|表示|举报|讲|来电|打电话|打来|告诉|要求|也说|又说)`,
  'gu',
)
/** «他爱人张桂芬说», «业主叫王秀英»: of one's family, or called so. */
const KIN = new RegExp(
  `(?:爱人|老公|老婆|妻子|丈夫|儿子|女儿|儿媳|女婿|母亲|父亲|妈妈|爸爸|老伴|(?:住户|居民|业主|租户|户主|邻居|本人|名字)(?:名?叫|名字是))(?:名?叫|是)?(?!${NO_SURNAME}|高[血中考龄烧]|怀孕|安静)((?:${SURNAME})[\\u4e00-\\u9fff]{1,2}?)(?=[\\s,\\uff0c。;\\uff1b、()\\uff08\\uff09]|说|称|反映|投诉|表示|电话|手机|接(?:的|了)?电话|在家|在场|1[3-9]|$)`,
  'gu',
)
/** What no other reading took for a name still stands in the field of one: all of it up to the next mark. */
const FIELD_OF_NAME =
  /((?:诉求人|联系人|反映人|反应人|投诉人|来电人|举报人)(?:姓名)?\s*[【】[\]〕〖〗「」『』{}<>\u300a\u300b()\uff08\uff09|:\uff1a=\uff3b\uff3d\uff5b-\uff5d]+[\s:\uff1a]*)([^\s【】[\]〔〕〖〗「」『』{}<>\u300a\u300b()\uff08\uff09|:\uff1a,\uff0c。;\uff1b、!\uff01?\uff1f\uff3b\uff3d\uff5b-\uff5d]+)/gu
const BEFORE_PHONE = new RegExp(
  `(?:^|[^\\u4e00-\\u9fff]|联系|业主|居民|市民|找|是|叫)((?:${SURNAME})[\\u4e00-\\u9fff·]{1,2}|[老小](?:${SURNAME}))\\s*[,\\uff0c:\\uff1a(\\uff08(]?\\s*(?:的?(?:电话|手机|联系电话|联系方式|手机号)[是为:\\uff1a]?)?\\s*$`,
  'u',
)
const NOT_NAMES =
  /^(?:匿名|保密|不详|未知|无|暂无|不便|同上|市民|居民|女士|先生|本人|业主|多人|群众|电话|手机|物业|社区|居委|环保|反映|投诉|要求|希望|公司|工地|周边|附近|经理|时间|地址|地点|内容|姓名)/u
const VERB_TAIL = /(?:反映|投诉|来电|表示|称|说|的|电话|手机|联系|要求|希望|家|在|住|是|打|已|和|也|先|请)[\s\S]*$/u

/** Every phone, identity number, plate, door and private name in a text, in order and without overlap. */
export function findPersonal(text: string): Personal[] {
  const { text: line, at } = folded(text)
  const digits = findDigits(line)
  const found = digits.map(
    ({ kind, value, start, end }): Personal => ({ kind: kind === 'id' ? 'id' : 'phone', value, start, end }),
  )
  const taken = new Taken(found)
  const more: Personal[] = []
  const keep = (kind: PersonalKind, start: number, end: number): void => {
    if (end > start && taken.free(start, end)) more.push({ kind, value: line.slice(start, end), start, end })
  }
  for (const m of line.matchAll(PLATE)) keep('plate', m.index, m.index + m[0].length)
  for (const m of line.matchAll(PASSPORT)) keep('id', m.index, m.index + m[0].length)
  for (const m of line.matchAll(EMAIL)) keep('email', m.index, m.index + m[0].length)
  for (const door of findDoors(line)) keep('flat', door.start, door.end)
  for (const name of namesIn(line, digits)) keep('name', name.start, name.end)
  return merge([...found, ...more]).map((p) => ({ ...p, start: at(p.start), end: at(p.end) }))
}

/**
 * The text with every found piece and every further occurrence of a found or `known` value (names, phones, doors the
 * case already holds) replaced by 〔电话〕〔姓名〕〔证件〕〔车牌〕〔门牌〕. No mobile, identity number or plate survives.
 */
export function mask(text: string, known: readonly string[] = []): string {
  const pieces = findPersonal(text)
  const values = new Map<string, PersonalKind>()
  for (const { kind, value, start, end } of pieces) {
    remember(values, value, kind)
    remember(values, text.slice(start, end), kind)
  }
  for (const value of known) for (const form of formsOf(value)) remember(values, form, kindOf(value))
  let masked = again(replacePieces(text, pieces), values)
  // A removal may bring two harmless halves together.
  for (let rounds = 0; rounds < 4; rounds++) {
    const rest = findPersonal(masked).filter((p) => p.kind !== 'name')
    if (rest.length === 0) break
    masked = replacePieces(masked, rest)
  }
  return masked.replace(FIELD_OF_NAME, (whole, label: string, value: string) =>
    NOT_NAMES.test(value) || !/[\u4e00-\u9fffA-Za-z]/u.test(value) ? whole : `${label}${STAND_IN.name}`,
  )
}

/** Whether a word may be what somebody is called: 「李强」, 「欧阳明」, 「小马」, 「王工」. */
export function isNameLike(word: string): boolean {
  return NAME_LIKE.test(word) && !NOT_NAMES.test(word)
}

const NAME_LIKE = new RegExp(`^(?:(?:${SURNAME})[\\u4e00-\\u9fff]{1,2}|[老小](?:${SURNAME}))$`, 'u')

function replacePieces(text: string, pieces: Personal[]): string {
  const parts: string[] = []
  let from = 0
  for (const piece of pieces) {
    parts.push(text.slice(from, piece.start), STAND_IN[piece.kind])
    from = piece.end
  }
  return parts.join('') + text.slice(from)
}

function remember(values: Map<string, PersonalKind>, value: string, kind: PersonalKind): void {
  const word = value.trim()
  const long = kind === 'name' ? word.length >= 2 : kind === 'flat' ? word.length >= 3 : word.length >= 5
  if (long && values.size < 400 && !values.has(word)) values.set(word, kind)
  // Of 3单元601室 people say 601.
  const door = kind === 'flat' ? /\d{3,4}(?=\D{0,2}$)/u.exec(word)?.[0] : undefined
  if (door !== undefined && door !== word) remember(values, door, kind)
}

function again(text: string, values: Map<string, PersonalKind>): string {
  if (values.size === 0) return text
  const words = [...values]
    .sort(([a], [b]) => b.length - a.length)
    .map(([w, kind]) =>
      kind === 'flat' && /^\d+$/u.test(w) ? aloneDoor(w) : w.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'),
    )
  return text.replace(
    new RegExp(words.join('|'), 'gu'),
    (word) => STAND_IN[values.get(word.replace(/室$/u, '')) ?? values.get(word) ?? 'name'],
  )
}

// The number of a door, not of a case, a bus or a measurement.
function aloneDoor(digits: string): string {
  return `(?<![\\d#.＃])${digits}室?${COUNTED}`
}

function formsOf(value: string): string[] {
  const digits = value.replace(/\D/gu, '')
  return /^010\d{8}/u.test(digits) ? [value, digits, digits.slice(3, 11)] : [value]
}

function kindOf(value: string): PersonalKind {
  if (/^[\d\s\-+()\uff08\uff09转]{7,}$/u.test(value)) return 'phone'
  if (/^\d{15}(?:\d{2}[\dXx])?$/u.test(value)) return 'id'
  if (value.search(PLATE) === 0) return 'plate'
  return /\d|单元|室/u.test(value) ? 'flat' : 'name'
}

interface Span {
  start: number
  end: number
}

function namesIn(line: string, digits: Span[]): Span[] {
  const names: Span[] = []
  for (const m of [
    ...line.matchAll(LABELLED),
    ...line.matchAll(CALLED),
    ...line.matchAll(NEIGHBOUR),
    ...line.matchAll(AT_DOOR),
    ...line.matchAll(SAYING),
    ...line.matchAll(KIN),
  ]) {
    const name = trimName(m[1] ?? '')
    const start = m.index + m[0].length - (m[1]?.length ?? 0)
    if (name.length >= 2) names.push({ start, end: start + name.length })
  }
  for (const m of line.matchAll(TITLED)) {
    const skip = isPerson(line, m.index, m[0]) ? 0 : 1
    if (skip === 0 || TITLED_WHOLE.test(m[0].slice(1)))
      names.push({ start: m.index + skip, end: m.index + m[0].length })
  }
  for (const { start } of digits) {
    const before = line.slice(Math.max(0, start - 20), start)
    const m = BEFORE_PHONE.exec(before)
    const name = trimName(m?.[1] ?? '')
    if (!m?.[1] || name.length < 2) continue
    const from = Math.max(0, start - 20) + before.lastIndexOf(m[1])
    names.push({ start: from, end: from + name.length })
  }
  return names
}

function trimName(name: string): string {
  if (NOT_NAMES.test(name)) return ''
  return name.length > 2 ? name.replace(VERB_TAIL, '') : name
}

/** «和老师», «时先生» are no surnames there; «方庄老师» neither. */
function isPerson(line: string, at: number, word: string): boolean {
  if (/^[和向对时于那公都后家]/u.test(word) && /[\u4e00-\u9fff]/u.test(line[at - 1] ?? '')) return false
  return !/^(?:[\u4e00-\u9fff]号|[\u4e00-\u9fff]位)/u.test(word)
}

function merge(pieces: Personal[]): Personal[] {
  const order = pieces.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Personal[] = []
  for (const piece of order) {
    const last = kept.at(-1)
    if (!last || piece.start >= last.end) kept.push(piece)
    else if (piece.end > last.end) last.end = piece.end
  }
  return kept
}
