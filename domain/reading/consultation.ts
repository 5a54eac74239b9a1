import { untilAt } from './call-said.ts'

/**
 * 「法制科 监测站 周四14:00 研究加高烟道」: who shall come, when, and what it is about. Undefined parts were not said.
 */
export function readConsultation(
  words: string,
  rules: Parameters<typeof untilAt>[1],
): { members: string[]; at?: number; about: string } {
  const tokens = words.split(/[\s、,，;；]+|(?<=[科队站局委办])[和与跟及]/u).filter(Boolean)
  for (const [i] of tokens.slice(0, MOST_MEMBERS).entries()) {
    const time = untilAt(tokens.slice(i).join(' '), rules)
    if (time) return { members: tokens.slice(0, i).filter(isName), at: time.until, about: time.rest }
  }
  return { members: tokens.slice(0, MOST_MEMBERS).filter(isName), about: '' }
}

/** More parts than this before a time are a story, not a list of units. */
const MOST_MEMBERS = 40

function isName(token: string): boolean {
  return /^[\p{Script=Han}A-Za-z]{2,12}$/u.test(token)
}
