import { hours, wallOf } from '../time/wall.ts'

/** How often, how far apart and from when on in the evening somebody must be called before 未接通 (domain.md section 4). */
const TRIES = 3
const APART = hours(4)
const EVENING = 18

/** The rule of 未接通 in figures: calls, milliseconds between them, the hour from which on it is evening. */
export const unreachedRule = { calls: TRIES, apart: APART, evening: EVENING }

/**
 * 未接通: three calls nobody answered, four hours apart, one of them in the evening. Calls closer together count once.
 * In: the instants of the calls, in any order.
 */
export function triedEnough(calls: readonly number[]): boolean {
  return apart(calls).length >= TRIES && calls.some(inEvening)
}

/** What is still missing to 未接通: how many calls, and whether one must be in the evening. */
export function triesLeft(calls: readonly number[]): { calls: number; evening: boolean } {
  return { calls: Math.max(0, TRIES - apart(calls).length), evening: !calls.some(inEvening) }
}

function apart(calls: readonly number[]): number[] {
  const counted: number[] = []
  for (const call of [...calls].sort((a, b) => a - b))
    if (call - (counted.at(-1) ?? -Infinity) >= APART) counted.push(call)
  return counted
}

function inEvening(call: number): boolean {
  return wallOf(call).minute >= EVENING * 60
}
