const SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u
const LINE = /[\u2028\u2029\u0085]/u
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{DI}]/u
/** Full-width letters, digits, brackets of fields and the few signs without a Chinese meaning; Chinese punctuation stays. */
const WIDE =
  /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff03\uff05\uff06\uff0a\uff0b\uff0d\uff0e\uff0f\uff1d\uff20\uff3f\uff5e\uff3b\uff3d\uff5b-\uff5d\uff1c\uff1e]/u
const RADICAL = /[\u2e80-\u2fdf\uf900-\ufaff]/u
const DIGIT = /\p{Nd}/u
const PLAIN =
  /^[\n\t\u0020-\u007e\u3001-\u303e\u3041-\u30ff\u3400-\u9fff\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f“”‘’…—·]*$/u

export interface Folded {
  text: string
  /** Index in the source of each code unit of `text`, and of its end. */
  at: (index: number) => number
}

/** The text with invisible characters out and digits, letters and blanks in one form; every index leads back to the source. */
export function folded(source: string): Folded {
  if (PLAIN.test(source)) return { text: source, at: (index) => index }
  const parts: string[] = []
  const origins: number[] = []
  let index = 0
  for (const char of source) {
    const plain = plainForm(char, source.charCodeAt(index + 1))
    for (let i = 0; i < plain.length; i++) origins.push(index)
    parts.push(plain)
    index += char.length
  }
  origins.push(source.length)
  return { text: parts.join(''), at: (i) => origins[i] ?? source.length }
}

function plainForm(char: string, next: number): string {
  if (char === '\r') return next === 10 ? '' : '\n'
  if (PLAIN.test(char)) return char
  if (SPACE.test(char)) return ' '
  if (LINE.test(char)) return '\n'
  if (INVISIBLE.test(char)) return ''
  if (WIDE.test(char) || RADICAL.test(char)) return char.normalize('NFKC')
  if (DIGIT.test(char)) return String(digitValue(char))
  return char
}

/** Decimal digits of every script stand in runs of ten that begin with zero. */
function digitValue(char: string): number {
  const compatible = char.normalize('NFKC')
  if (/^[0-9]$/.test(compatible)) return Number(compatible)
  const code = char.codePointAt(0) ?? 0
  let steps = 0
  while (steps < 9 && DIGIT.test(String.fromCodePoint(code - steps - 1))) steps++
  return steps
}
