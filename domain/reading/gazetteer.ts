import district from '../data/fengtai.json' with { type: 'json' }
import { chineseNumber, numberOf } from './numerals.ts'

/** A community or village and the street it belongs to. */
export interface Community {
  name: string
  street: string
}

/** What one spelling may stand for. */
export interface Entry {
  spelling: string
  /** Streets it names as such («方庄街道», «方庄»). */
  street?: string
  /** The spelling is a street's full name, not a short form that a road or bridge may share. */
  fullStreet?: boolean
  /** A name of before 2021. */
  oldName?: boolean
  /** Communities it names exactly: by full name, or by the name without 社区/村. */
  communities: Community[]
  /** Communities that begin with it. */
  stemOf: Community[]
  /** The spelling is the full name with 社区 or 村. */
  full: boolean
  /** Too short or too common to be believed without a neighbour that says place. */
  weak: boolean
  /** The spelling is a road's name; a road runs on through other communities. */
  road: boolean
}

const OLD_STREETS: Record<string, string> = {
  长辛店镇: '北宫镇',
  卢沟桥乡: '卢沟桥街道',
  卢沟桥地区: '卢沟桥街道',
  花乡地区: '花乡街道',
  方庄地区: '方庄街道',
  宛平城地区: '宛平街道',
  宛平地区: '宛平街道',
  南苑乡: '南苑街道',
  南苑地区: '南苑街道',
  看丹乡: '看丹街道',
  丰台镇: '丰台街道',
  宛平城街道: '宛平街道',
}
/** Words of everyday speech, or of any town, that happen to be names here. */
const COMMON = new Set([
  '新村',
  '丰台',
  '罗园',
  '机场',
  '新城',
  '城北',
  '城南',
  '北区',
  '北里',
  '南区',
  '西里',
  '向阳',
  '永乐',
  '景园',
  '北关',
  '东庄',
  '时村',
  '怪村',
  '光明里',
  '建设里',
  '东南街',
  '东大街',
  '北大街',
  '建国街',
  '学院',
])
const ROAD = /(?:路|街|大街|条|胡同)$/u
const ORDINAL = /^(.{2,}?)(?:第)?([一二三四五六七八九十]{1,3})(?:区|里|社区)?$/u

const entries = new Map<string, Entry>()

/** The official names of the 26 streets and towns. */
export const STREETS: readonly string[] = district.streets.map((s) => s.name)
/** Rivers, canals and lakes of the district. */
export const WATERS: readonly string[] = district.rivers
  .flatMap((r) => [
    r.name,
    ...('aliases' in r && r.aliases ? r.aliases : []),
    ...('parts' in r && r.parts ? r.parts : []),
  ])
  .filter((name) => name !== '卢沟桥')
  .sort((a, b) => b.length - a.length)

for (const street of district.streets) {
  const short = street.name.replace(/街道$|镇$/u, '')
  addStreet(street.name, street.name, { fullStreet: true })
  for (const suffix of ['街道办事处', '街道办', '街办', '办事处', '街乡', '地区办事处'])
    addStreet(short + suffix, street.name, { fullStreet: true })
  for (const alias of [short, ...street.aliases]) {
    if (!/[(\uff08]/u.test(alias) && !COMMON.has(alias)) addStreet(alias, street.name, {})
  }
  for (const c of street.communities) addCommunity({ name: c.name, street: street.name }, short)
  for (const landmark of street.landmarks) {
    const place = landmark.replace(/旧址|批发市场$/u, '')
    if (/[(\uff08]/u.test(landmark) || place.length < 3) continue
    const own = district.streets.filter((s) => s.communities.some((c) => c.name.startsWith(place)))
    if (own.length === 0) addLandmark(place, street.name)
  }
}
for (const [old, name] of Object.entries(OLD_STREETS)) addStreet(old, name, { fullStreet: true, oldName: true })
addStreet('丰台新村', '新村街道', {})

function entry(spelling: string): Entry {
  const known = entries.get(spelling)
  if (known) return known
  const weak = spelling.length <= 2 || COMMON.has(spelling)
  const fresh: Entry = { spelling, communities: [], stemOf: [], full: false, weak, road: ROAD.test(spelling) }
  entries.set(spelling, fresh)
  return fresh
}

function addStreet(spelling: string, street: string, more: { fullStreet?: boolean; oldName?: boolean }): void {
  Object.assign(entry(spelling), { street, ...more })
}

function addLandmark(spelling: string, street: string): void {
  const known = entry(spelling)
  known.stemOf.push({ name: '', street })
}

function addCommunity(community: Community, shortStreet: string): void {
  const base = community.name.replace(/社区$|村$/u, '')
  const full = entry(community.name)
  full.full = true
  full.communities.push(community)
  for (const spelling of spellings(base)) name(spelling, community)
  if (base.length <= 2 || COMMON.has(base) || /^[东西南北]/u.test(base)) {
    for (const spelling of spellings(base)) if (!base.startsWith(shortStreet)) name(shortStreet + spelling, community)
  }
  for (const stem of stems(base)) {
    const known = entry(stem)
    if (!known.stemOf.includes(community)) known.stemOf.push(community)
  }
}

function name(spelling: string, community: Community): void {
  if (spelling.length < 2) return
  const known = entry(spelling)
  if (!known.communities.includes(community)) known.communities.push(community)
}

/** «开阳里第三» is also written 开阳里三区, 开阳里第三社区, 开阳里三里; «程庄路16号院» also 程庄路十六号院. */
function spellings(base: string): string[] {
  const ordinal = ORDINAL.exec(base)
  const words = /[区里]$/u.test(base) ? null : ordinal
  const numbered = words && !/第[一二三四五六七八九十]+$/u.test(base)
  const forms = words
    ? [
        ...(numbered ? [] : [base]),
        ...['区', '里', '社区', '小区'].map((s) => words[1] + words[2]! + s),
        `${words[1]}第${words[2]}社区`,
        `${words[1]}第${words[2]}`,
      ]
    : [base]
  const digits = base.replace(/[一二三四五六七八九十]{2,3}(?=号院)/u, (w) => String(numberOf(w)))
  const chinese = base.replace(/\d{1,2}(?=号院)/u, (w) => chineseNumber(Number(w)))
  return [...new Set([...forms, digits, chinese])]
}

/** What people say for a group of communities: «芳古园» for 芳古园一区第一, «石榴园» for 石榴园北里第二. */
function stems(base: string): string[] {
  const found: string[] = []
  let rest = base
  for (;;) {
    const shorter =
      rest.match(/^(.{2,})第[一二三四五六七八九十]+$/u)?.[1] ??
      rest.match(/^(.{2,}?)[一二三四五六七八九十]+[区里]?$/u)?.[1] ??
      rest.match(/^(.{2,})[东西南北中][里区街]$/u)?.[1] ??
      rest.match(/^(.{4,})(?:花园|家园)$/u)?.[1]
    if (shorter === undefined) return found
    found.push(shorter)
    rest = shorter
  }
}

interface Node {
  next: Map<string, Node>
  entry?: Entry
}

const root: Node = { next: new Map() }
for (const [spelling, known] of entries) {
  let node = root
  for (const char of spelling) {
    let child = node.next.get(char)
    if (!child) {
      child = { next: new Map() }
      node.next.set(char, child)
    }
    node = child
  }
  node.entry = known
}

export interface Mention {
  entry: Entry
  start: number
  end: number
}

const DIGIT = /[0-9]/u

/**
 * Every name of the gazetteer in a text, longest first at each place, not overlapping, in order. A lone digit counts
 * as its Chinese numeral («嘉园3里» is 嘉园三里). Linear in the length of the text.
 */
export function mentions(text: string): Mention[] {
  const found: Mention[] = []
  for (let i = 0; i < text.length; i++) {
    if (!root.next.has(text[i] as string)) continue
    const hit = longestAt(text, i)
    if (!hit) continue
    found.push(hit)
    i = hit.end - 1
  }
  return found
}

function longestAt(text: string, start: number): Mention | undefined {
  let node: Node | undefined = root
  let best: Mention | undefined
  for (let i = start; i < text.length; i++) {
    node = node.next.get(letter(text, i))
    if (!node) break
    if (node.entry) best = { entry: node.entry, start, end: i + 1 }
  }
  return best
}

function letter(text: string, i: number): string {
  const char = text[i] as string
  if (!DIGIT.test(char)) return char
  const alone = !DIGIT.test(text[i - 1] ?? '') && !DIGIT.test(text[i + 1] ?? '')
  return alone && char !== '0' ? chineseNumber(Number(char)) : char
}

/** The communities of a street, full names. */
export function communitiesOf(street: string): string[] {
  return district.streets.find((s) => s.name === street)?.communities.map((c) => c.name) ?? []
}
