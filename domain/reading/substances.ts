import { named } from '../standards/items.ts'
import type { Sample } from '../standards/sample.ts'
import type { CategoryId } from './category.ts'
import { IS, LABEL, MEAN, OTHER, UNIT, VALUE } from './value-forms.ts'

const WORDS = named
  .flatMap(([id, names]) => names.map((name) => ({ id, name })))
  .sort((a, b) => b.name.length - a.name.length)
const ITEM = WORDS.map(({ name }) =>
  /^[\w.+()-]+$/.test(name)
    ? `(?<![A-Za-z])${escaped(name)}(?![A-Za-z]${/^co$/i.test(name) ? '|2(?![\\d.])' : ''})`
    : escaped(name),
).join('|')
// 「臭气浓度最大值25」, 「油烟折算浓度1.3」.
const WHICH = String.raw`\s*(?:最大|最高|实测|折算后?|基准(?:风量)?|平均)?`
// 「0.6 3.2颗粒物」: the second belongs to the name behind it, unless that has a value of its own (「0.6、1.2 颗粒物3.2」).
// The whole name, never the 「非甲烷」 of 「非甲烷总烃」: a lookahead does not go back.
const NAME_BEHIND = `(?=(?<behind>${ITEM}))\\k<behind>(?!\\s*(?:\\([^)]*\\))?\\s*(?:${MEAN})?${WHICH}${IS}(?:${VALUE}))`
const SPAN = String.raw`(?<=\d)\s?[-~–—至到]\s?(?=[<＜\d])`
const LIST = String.raw`(?:${VALUE})(?:\s?(?:${UNIT}))?(?:(?:${SPAN}(?:${VALUE})|(?:\s*[、/,，和;；]\s*|\s+)(?:${VALUE})(?!\s*(?:${NAME_BEHIND}|[:：点时号]|小时|h(?![a-z]))))(?:\s?(?:${UNIT}))?)*`
const SUBSTANCE = new RegExp(String.raw`(${ITEM})\s*(?:\([^)]*\))?\s*(${MEAN})?${WHICH}${IS}(${LIST})`, 'giu')

// 「0.6油烟 3.2颗粒物」: a value grown onto the name behind it.
const GROWN_ON = new RegExp(
  String.raw`(?<![\d.A-Za-z<＜~–—-])((?:${VALUE})(?:\s?(?:${UNIT}))?)(${ITEM})(?=\s*(?:$|[,，;；。、]|\s(?:${VALUE})(?:\s?(?:${UNIT}))?(?:${ITEM})))`,
  'giu',
)
const NAMED_BEFORE = new RegExp(String.raw`(?:${ITEM})${IS}(?:${VALUE})(?:\s?(?:${UNIT}))?\s*[,，、]\s*$`, 'iu')
// 「11、12、<10、23 臭气」: the name behind its points.
const NAMED_LAST = new RegExp(
  String.raw`(?<![\d.A-Za-z<＜])((?:${VALUE})(?:\s*[、/,，和]\s*(?:${VALUE}))*)\s*(?:的|都是)?(${ITEM})`,
  'iu',
)
const POINTS = /[上下]风向|厂界|周界|点位|个点|\d\s?#/u
const GASES = /VOC|苯|甲醛|mg|[uμ]g|pp[mb]/iu
const NAMED = new RegExp(ITEM, 'iu')
// What goes into the purifier is no emission.
const BEFORE_CLEANING = new RegExp(
  String.raw`(?:进口|净化前|处理前)(?:的?(?:油烟|颗粒物|非甲烷总烃))?(?:浓度)?\s*[:：=]?\s*(?:为|是)?\s*(?:${VALUE})\s?(?:${UNIT})?`,
  'giu',
)
const FOLDED = /折算|基准/u
const MEASURED_AS_IS = new RegExp(
  String.raw`实测(?:排放)?(?:浓度|值)?\s*[:：=]?\s*(?:为|是)?\s*(?:${VALUE})\s?(?:${UNIT})?`,
  'giu',
)

/** Something measured other than noise: one value or several points, with the unit that stood behind. */
export type Substance = Pick<Sample, 'item' | 'measured'> & { period?: string; unit?: string }

const AIR =
  /^(?:PM\s?(?:2\.?5|10)|SO2|NO[2x]|CO|O3|TSP|细颗粒物|可吸入颗粒物|总悬浮颗粒物?|二氧化[硫氮]|一氧化碳|臭氧|氮氧化物)$/i

/** Concentrations of air with the mean said once for all (「日均 PM2.5 61 PM10 121」); of an AQI they are one measurement. */
export function ofAir(
  found: readonly Substance[],
  { said, mean }: { said: string; mean?: string | undefined },
): Substance[] {
  const once = found.some(({ period }) => period) ? undefined : mean
  const timed = found.map((each) => ({ ...each, ...(once && AIR.test(each.item) && { period: once }) }))
  const air = timed.filter(({ item, measured }) => AIR.test(item) && typeof measured === 'string')
  if (!air.length || !/AQI|空气质量指数/iu.test(said)) return timed
  const each = air.map(({ item, period = '', measured, unit = '' }) => [`${item}${period}`, `${measured}${unit}`])
  return [{ item: 'AQI', measured: Object.fromEntries(each) }, ...timed.filter((one) => !air.includes(one))]
}

/**
 * Everything but noise: items by name with one value or several points. In: what nothing else was read from of what was `said`. Out: what
 * was found, and the text without it.
 * At an odour case points without a name are its concentration.
 */
export function substances(
  untold: string,
  { said, category }: { said: string; category: CategoryId | undefined },
): { found: Substance[]; rest: string } {
  const left = nameFirst(untold)
  // Where both are told, what counts is the concentration at the standard air flow.
  const folded = (FOLDED.test(left) ? left.replace(MEASURED_AS_IS, ' ') : left).replace(BEFORE_CLEANING, ' ')
  const text = folded.replace(LABEL, ' ').replace(OTHER, ' ')
  const found = [...text.matchAll(SUBSTANCE)].map(([, name = '', mean, list = '']) => {
    const values = valuesOf(list)
    // Of a mast either is told: V/m is no power density.
    const field = /^基站(?:辐射)?$/u.test(name) && /V\/m$/iu.test(values.unit ?? '')
    return { item: field ? '基站电场强度' : nameOf(name, said, category), ...values, ...(mean && { period: mean }) }
  })
  if (found.length) return { found, rest: left.replace(LABEL, ' ').replace(SUBSTANCE, ' ') }
  const [last, list, name] = NAMED_LAST.exec(text) ?? []
  if (last && list && name)
    return { found: [{ item: nameOf(name, said, category), ...valuesOf(list) }], rest: text.replace(last, ' ') }
  if (!category?.startsWith('air.odor') || !POINTS.test(said) || NAMED.test(text) || GASES.test(text))
    return { found, rest: left }
  const values = valuesOf(text)
  return values.measured?.length
    ? { found: [{ item: nameOf('臭气浓度', said, category), ...values }], rest: '' }
    : { found, rest: left }
}

// 「油烟0.6 3.2颗粒物 8非甲烷总烃」 → 「油烟0.6 颗粒物3.2 非甲烷总烃8」; in 「11、12臭气」 the name is that of all.
function nameFirst(text: string): string {
  return text.replace(GROWN_ON, (whole, value: string, name: string, ...more) => {
    const before = text.slice(
      0,
      more.find((each) => typeof each === 'number'),
    )
    const stands = /^\s/.test(value) || /(?:^|[\s;；。])$/u.test(before) || NAMED_BEFORE.test(before)
    return stands ? ` ${name}${value.trim()}` : whole
  })
}

function valuesOf(list: string): { measured: string | string[]; unit?: string } {
  const values = [...list.matchAll(new RegExp(String.raw`(${VALUE})\s?(${UNIT})?`, 'giu'))]
  const measured = values.map((each) => (each[1] ?? '').replace(/\s/g, ''))
  const unit = values.find((each) => each[2])?.[2]
  return { measured: measured.length === 1 ? (measured[0] ?? '') : measured, ...(unit && { unit }) }
}

function nameOf(name: string, said: string, category: CategoryId | undefined): string {
  if (/^(?:臭气|恶臭|异味|臭味)/.test(name) && /排气筒|烟囱|有组织/u.test(said)) return '排气筒臭气浓度'
  const boundary =
    (/^air\.(?:dust|industrial|odor)/.test(category ?? '') && !/油烟|餐饮/u.test(said)) ||
    /厂界|周界|无组织/u.test(said)
  return boundary && /^(?:颗粒物|非甲烷总烃|nmhc)$/i.test(name) ? `周界${name}` : name
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
