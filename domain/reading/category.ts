import categories from '../data/categories.json' with { type: 'json' }
import {
  CATEGORY_WORDS,
  INDUSTRY_WORDS,
  MACHINES,
  NOISE,
  NOISE_SOURCES,
  RESTAURANT,
  WEAK_NOISE,
  WORK,
} from './category-words.ts'
import { readSubject } from './subject.ts'

/** What pollutes: the ids of `domain/data/categories.json`. */
export type CategoryId = keyof typeof categories
/** Who does it. */
export const INDUSTRIES = [
  '餐饮',
  '汽修',
  '洗染',
  '工地',
  '印刷',
  '医疗',
  '加油站',
  '物业设备',
  '市场物流',
  '道路',
  '其他',
] as const
export type Industry = (typeof INDUSTRIES)[number]

export interface CategoryReading {
  category: CategoryId
  industry: Industry
  /** Whom or what it is about; a private person is 某住户. */
  subject?: string
  /** The words that decided, strongest first; empty when nothing spoke for a category. */
  why: string[]
  /** How much spoke for it; 4 and more is a pollution problem. */
  weight: number
  /** Another kind of pollution that is clearly named too. */
  also?: CategoryId
}

const SHORT: Record<CategoryId, string> = {
  'noise.industrial': '工业噪声',
  'noise.construction': '施工噪声',
  'noise.social.equipment': '设备噪声',
  'noise.social.loudspeaker': '音响噪声',
  'noise.social.neighbour': '邻里噪声',
  'noise.shared_facility': '共用设施噪声',
  'noise.traffic': '交通噪声',
  'air.catering_fume': '餐饮油烟',
  'air.bbq': '露天烧烤',
  'air.odor': '异味恶臭',
  'air.dust.construction': '施工扬尘',
  'air.dust.transport': '渣土遗撒',
  'air.dust.road': '道路扬尘',
  'air.dust.bare_land': '裸地扬尘',
  'air.vehicle': '机动车尾气',
  'air.nonroad': '非道路机械',
  'air.industrial': '工业废气',
  'air.burning': '露天焚烧',
  'air.bulk_coal': '散煤',
  'water.discharge': '污水排放',
  'water.black_odor': '黑臭水体',
  'waste.domestic': '生活垃圾',
  'waste.construction': '建筑垃圾',
  'waste.hazardous': '危险废物',
  'radiation.em': '电磁辐射',
  'radiation.ionizing': '电离辐射',
  light: '光污染',
  soil: '土壤污染',
  ecology: '生态破坏',
  other: '其他',
}

/** All categories, in the order of the data. */
export const CATEGORIES = Object.keys(categories) as CategoryId[]

/** The short name that stands on cards: 餐饮油烟, 施工噪声. */
export function categoryName(id: CategoryId): string {
  return SHORT[id]
}

/** A text's category, industry and subject by the words in it. «油烟机的噪声» is noise; nothing known is `other`. */
export function readCategory(text: string): CategoryReading {
  const all = readLine(text.slice(0, LONGEST))
  if (text.length <= OPENING * 1.5) return all
  const opening = readLine(text.slice(0, OPENING))
  if (opening.weight <= VAGUE || opening.category === all.category) return all
  const also = groupOf(all.category) === groupOf(opening.category) ? opening.also : all.category
  const { industry, subject } = opening.industry === '其他' ? { ...all, ...opening, industry: all.industry } : opening
  return { ...opening, industry, ...(subject && { subject }), ...(also && { also }) }
}

const LONGEST = 6000
/** What a long complaint opens with is what it is about. */
const OPENING = 60
/** A noise from nowhere weighs no more. */
const VAGUE = 5

function readLine(text: string): CategoryReading {
  const line = plain(text)
  const scores = scoresOf(line)
  const noise = noiseOf(line, scores)
  if (noise) scores.push(noise)
  scores.sort((a, b) => b.weight - a.weight)
  const best = firstSaid(scores, line)
  const category = best?.id ?? 'other'
  const second = scores.find((s) => s.weight >= 6 && groupOf(s.id) !== groupOf(category))
  const subject = readSubject(text, category)
  return {
    category,
    industry: industryOf(line, category),
    ...(subject !== undefined && { subject }),
    why: best?.words ?? [],
    weight: best?.weight ?? 0,
    ...(second && best && { also: second.id }),
  }
}

interface Score {
  id: CategoryId
  weight: number
  words: string[]
}

/** Of two kinds of nuisance that are named as clearly, the one named first is the complaint, the other comes with it. */
function firstSaid(scores: Score[], line: string): Score | undefined {
  const [top] = scores
  if (!top) return undefined
  const place = (score: Score): number =>
    Math.min(...score.words.map((word) => line.indexOf(word)).filter((at) => at >= 0))
  const rivals = scores.filter(
    (s) => s.weight >= 6 && s.weight >= top.weight - 1.5 && groupOf(s.id) !== groupOf(top.id),
  )
  return [top, ...rivals].sort((a, b) => place(a) - place(b))[0]
}

function groupOf(id: CategoryId): string {
  return id.split('.')[0] ?? id
}

function plain(text: string): string {
  return MACHINES.reduce((line, [machine, word]) => line.replace(machine, word), text)
}

function scoresOf(line: string): Score[] {
  const scores = new Map<CategoryId, Score>()
  const add = (id: CategoryId, weight: number, words: string[]): void => {
    const known = scores.get(id)
    scores.set(id, { id, weight: Math.max(known?.weight ?? 0, weight), words: [...(known?.words ?? []), ...words] })
  }
  for (const { id, weight, words } of CATEGORY_WORDS) {
    const hits = hitsOf(line, words)
    if (hits.length > 0) add(id, weight + Math.min(hits.length - 1, 2) * 0.5, hits)
  }
  const restaurant = hitsOf(line, RESTAURANT)
  const smell = hitsOf(line, /味|烟|呛|直排|净化器|排烟/gu)
  if (restaurant.length > 0 && smell.length > 0) add('air.catering_fume', 5.5, [...restaurant, ...smell])
  const bbq = scores.get('air.bbq')
  if (bbq && bbq.weight < 6 && /店|馆|楼下|餐/u.test(line)) scores.delete('air.bbq')
  return [...scores.values()]
}

/** What is heard, and from where. */
function noiseOf(line: string, others: Score[]): Score | undefined {
  const heard = hitsOf(line, NOISE)
  const work = hitsOf(line, WORK)
  if (heard.length === 0 && work.length === 0) return undefined
  const sure = heard.filter((word) => !WEAK_NOISE.test(word))
  const stronger = others.some((s) => s.weight >= 3)
  if (sure.length === 0 && work.length === 0 && stronger) return undefined
  const said = /噪|吵|轰鸣|嗡嗡|隆隆|低频|鸣笛|低音炮|广场舞/u.test(sure.join(''))
  const sources = NOISE_SOURCES.map(({ id, weight: own, words }) => ({ id, hits: hitsOf(line, words), own }))
    .filter((s) => s.hits.length > 0)
    .sort((a, b) => b.own + b.hits.length * 0.6 - (a.own + a.hits.length * 0.6))
  const source =
    work.length > 0 && !sources[0]?.id.startsWith('noise.shared')
      ? { id: 'noise.construction' as const, hits: work }
      : sources[0]
  const clear = said ? 6.8 + Math.min(sure.length - 1, 2) * 0.5 : work.length > 0 ? 6.5 : sure.length > 0 ? 5.5 : 4
  const weight = source ? clear : Math.min(clear, said ? VAGUE : 4.5)
  return { id: source?.id ?? 'noise.social.equipment', weight, words: [...sure, ...(source?.hits ?? heard)] }
}

function industryOf(line: string, category: CategoryId): Industry {
  if (category === 'noise.social.neighbour') return '其他'
  if (category === 'noise.shared_facility') return '物业设备'
  if (category === 'air.catering_fume' || category === 'air.bbq') return '餐饮'
  if (category === 'noise.construction' || category === 'air.dust.construction') return '工地'
  if (category === 'noise.traffic' || category === 'air.dust.road') return '道路'
  const hits = INDUSTRY_WORDS.map(([industry, words]) => ({ industry, count: hitsOf(line, words).length }))
  return hits.find((h) => h.count > 0)?.industry ?? '其他'
}

function hitsOf(line: string, words: RegExp): string[] {
  return [...new Set(line.match(words) ?? [])]
}
