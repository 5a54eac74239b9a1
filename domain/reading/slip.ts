import { normalise } from './normal.ts'

/** A typo as people mend it: what it is, and what it is not. */
export interface Slip {
  is: string
  isNot: string
}

/** Reads 「是18号楼不是8号楼」 and 「不是8号楼,是18号楼」. Undefined for anything else. */
export function readSlip(source: string): Slip | undefined {
  const text = normalise(source).text.trim()
  const [, is, isNot] = IS_FIRST.exec(text) ?? []
  if (is !== undefined && isNot !== undefined) return { is: is.trim(), isNot: isNot.trim() }
  const [, wrong, right] = IS_NOT_FIRST.exec(text) ?? []
  return wrong === undefined || right === undefined ? undefined : { is: right.trim(), isNot: wrong.trim() }
}

/** Words with one put for the other, wherever the wrong one stands alone: «8号楼» is not in «18号楼». Undefined when it does not. */
export function mended(words: string, { is, isNot }: Slip): string | undefined {
  const alone = new RegExp(`${/^\d/u.test(isNot) ? '(?<!\\d)' : ''}${escaped(isNot)}`, 'gu')
  return alone.test(words) ? words.replace(alone, () => is) : undefined
}

const HEAD = '^(?:更正|写错了?|说错了?|打错了?)?[,，:：\\s]*(?:地址|位置|地点)?'
const WORDS = '([^,，。;；?？吗]{1,20}?)'
const IS_FIRST = new RegExp(
  `${HEAD}(?:应该|应当|其实)?是${WORDS}[,，、\\s]*而?不是([^,，。;；?？吗!！.]{1,20})[。.!！]*$`,
  'u',
)
const IS_NOT_FIRST = new RegExp(
  `${HEAD}不是${WORDS}[,，、\\s]*(?:而|应该|应当|其实)*是([^,，。;；?？吗!！.]{1,20})[。.!！]*$`,
  'u',
)

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
