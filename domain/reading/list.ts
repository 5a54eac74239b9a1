const ITEM =
  /(?:^|\n)[ \t]*(?:(\d{1,2})(?:[、..)\uff09](?!\d)|[ \t]+(?=[\u4e00-\u9fff]))|([①-⑳])|[(\uff08](\d{1,2})[)\uff09]|([一二三四五六七八九十]{1,2})[、..]|第([一二三四五六七八九十\d]{1,2})[件条个][是:\uff1a、,\uff0c]?)[ \t]*/gu
const INLINE =
  /(?:^|[\s。;\uff1b,\uff0c:\uff1a!\uff01])(?:(\d{1,2})[、.)](?!\d)|([①-⑳])|[(\uff08](\d{1,2})[)\uff09]|第([一二三四五六七八九十])[件条个][是:\uff1a、,\uff0c])[ \t]*/gu
const NUMERALS = '一二三四五六七八九十'

export interface Listed {
  /** What stood before the first number. */
  preamble: string
  items: string[]
}

/** A numbered list (1、 2. ③ (4) 五、) that counts up from one; undefined when there are not at least two items. */
export function readList(text: string): Listed | undefined {
  return cut(text, ITEM) ?? cut(text, INLINE)
}

function cut(text: string, marks: RegExp): Listed | undefined {
  const starts: { at: number; end: number }[] = []
  for (const match of text.matchAll(marks)) {
    if (numberOf(match) === starts.length + 1) starts.push({ at: match.index, end: match.index + match[0].length })
  }
  if (starts.length < 2) return undefined
  const items = starts.map(({ end }, i) => text.slice(end, starts[i + 1]?.at ?? text.length).trim())
  return { preamble: text.slice(0, starts[0]?.at).trim(), items }
}

function numberOf(match: RegExpMatchArray): number {
  const words = match.slice(1).find((part) => part !== undefined) ?? ''
  if (/^\d+$/u.test(words)) return Number(words)
  const circled = words.charCodeAt(0) - 0x2460
  return circled >= 0 && circled < 20 ? circled + 1 : NUMERALS.indexOf(words) + 1
}
