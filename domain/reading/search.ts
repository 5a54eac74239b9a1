import type { PersonId, State, UnitId } from '../cases/case.ts'
import { CATEGORIES, type CategoryId, categoryName } from './category.ts'
import { STREETS } from './gazetteer.ts'
import { normalise } from './normal.ts'
import { streetNamed } from './street.ts'

/** One word of 查. A case fits when its texts hold the words, or when one of the other readings is its own. */
export interface SearchTerm {
  words: string
  street?: string
  categories?: CategoryId[]
  /** The platform's number, or how it ends. */
  tail?: string
  /** 「待领」, 「办结」: read so, the word stands for nothing else. */
  states?: State[]
  /** A street's name with more behind it, 「方庄油烟」, is both. */
  within?: SearchTerm[]
}

/** A term, with whose case it may be: what a unit or a person is called, only the roster knows. */
export interface SearchWish extends SearchTerm {
  unit?: UnitId
  owners?: readonly PersonId[]
  within?: SearchWish[]
}

const STATES: Record<string, State[]> = {
  待领: ['waiting'],
  待领哨: ['waiting'],
  没人领: ['waiting'],
  在办: ['claimed', 'handled'],
  办理中: ['claimed'],
  已处置: ['handled'],
  未办结: ['waiting', 'claimed', 'handled'],
  没办完: ['waiting', 'claimed', 'handled'],
  办结: ['closed'],
  已办结: ['closed'],
  办完: ['closed'],
}
const TAIL = /^(?:…+|\.{2,}|\*+|尾号)?\s?([A-Za-z]{0,6}-?\d[\dA-Za-z-]{2,31})$/
const MOST_TERMS = 5
/** Longer words are a pasted text; its beginning is looked for. */
const LONGEST = 40

/** What 「查 方庄 油烟」, 「查 …0087」, 「查 成寿寺 待领」 looks for: every term must fit. Out: at most five. */
export function readSearch(said: string): SearchTerm[] {
  const words = normalise(said)
    .text.replace(/(?:的)?(?:案件|工单|案子|件)$/u, '')
    .split(/[\s,，、的]+/)
    .filter(Boolean)
  return words.slice(0, MOST_TERMS).map((word) => termOf(word.slice(0, LONGEST)))
}

function termOf(words: string): SearchTerm {
  const within = streetNamed(words) === undefined ? streetAndMore(words) : undefined
  return { ...plainTerm(words), ...(within && { within }) }
}

function plainTerm(words: string): SearchTerm {
  const states = STATES[words]
  if (states) return { words, states }
  const tail = TAIL.exec(words)?.[1]
  const street = streetNamed(words)
  const categories = CATEGORIES.filter((id) => words.length >= 2 && categoryName(id).includes(words))
  return {
    words,
    ...(tail !== undefined && { tail }),
    ...(street !== undefined && { street }),
    ...(categories.length > 0 && { categories }),
  }
}

function streetAndMore(words: string): SearchTerm[] | undefined {
  for (const street of STREETS)
    for (const name of [street, street.replace(/(?:街道|镇)$/u, '')])
      if (words.startsWith(name) && words.length >= name.length + 2)
        return [{ words: name, street }, plainTerm(words.slice(name.length))]
  return undefined
}
