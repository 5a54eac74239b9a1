const DIGITS: Record<string, string> = { 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 零: '0', 〇: '0' }
const ROMAN = ['0', 'I', 'II', 'III', 'IV', 'V']
const CHINESE = ['', '一', '二', '三']

/** 声环境功能区 0 to 4, 4a, 4b: 「2类」, 「二类区」, 「Ⅱ类」, 「4A类」. */
export function noiseClassSaid(said: string): string | undefined {
  const { n, tail } = numbered(said) ?? {}
  if (n === undefined || n > 4) return undefined
  return n === 4 && (tail === 'a' || tail === 'b') ? `4${tail}` : String(n)
}

/** 环境空气功能区: 一类区 is held to 一级, 二类区 to 二级. */
export function airClassSaid(said: string): '一级' | '二级' | undefined {
  const n = (numbered(said) ?? numbered(/[一二12ⅠⅡ]\s*[级类]/.exec(said)?.[0] ?? ''))?.n
  return n === 1 ? '一级' : n === 2 ? '二级' : undefined
}

/** I to V: 「Ⅲ类」, 「三类」, 「3」, 「IV类水体」, 「湖库Ⅲ类」. */
export function waterClassSaid(said: string): string | undefined {
  const n = (numbered(said) ?? numbered(/(?:[IVⅠⅡⅢⅣⅤ]+|[一二三四五1-5])\s*类/i.exec(said)?.[0] ?? ''))?.n
  return n === undefined || n < 1 || n > 5 ? undefined : ROMAN[n]
}

/** 恶臭厂界标准 (GB 14554-93 表1): 「二级」 alone is taken as 新扩改建, and said so. */
export function odourClassSaid(said: string): { class: string; assumed: boolean } | undefined {
  const text = said.normalize('NFKC')
  const n = numbered(text)?.n ?? (/新|改|扩|现有/.test(text) ? 2 : undefined)
  if (n === undefined || n < 1 || n > 3) return undefined
  if (n === 1) return { class: '一级', assumed: false }
  const stated = /新|改建|扩/.test(text) ? '新扩改建' : /现有|原有|老/.test(text) ? '现有' : undefined
  return { class: `${CHINESE[n]}级-${stated ?? '新扩改建'}`, assumed: stated === undefined }
}

/** Size of a kitchen by its stoves: 「小型」, 「中」, 「large」, 「5个灶头」. */
export function kitchenSaid(said: string): string | undefined {
  const stoves = Number(/(\d+)\s*个?(?:基准)?灶/.exec(said.normalize('NFKC'))?.[1])
  if (/^(?:小|small)/i.test(said) || stoves < 3) return 'small(>=1,<3)'
  if (/^(?:中|medium)/i.test(said) || stoves < 6) return 'medium(>=3,<6)'
  return /^(?:大|large)/i.test(said) || stoves >= 6 ? 'large(>=6)' : undefined
}

/** Height of a stack: 「H=15m」, 「25米」, 「30」. */
export function heightSaid(said: string): number | undefined {
  const found = /\d+(?:\.\d+)?/.exec(said.normalize('NFKC'))
  return found ? Number(found[0]) : undefined
}

function numbered(said: string): { n: number; tail?: string } | undefined {
  const text = said
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s第]/g, '')
    .replace(/[一二三四五零〇]/g, (c) => DIGITS[c] ?? c)
  const [, roman, digit, tail] =
    /^(?:class|grade|gb)?(?:(iii|ii|iv|i|v)|([0-5]))(?:[-_]?([ab])(?![a-z]))?(?![0-9a-z.])/.exec(text) ?? []
  if (roman !== undefined) return { n: ROMAN.indexOf(roman.toUpperCase()), ...(tail && { tail }) }
  return digit === undefined ? undefined : { n: Number(digit), ...(tail && { tail }) }
}
