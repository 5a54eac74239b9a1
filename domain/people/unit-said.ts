import type { UnitId } from '../cases/case.ts'

/**
 * The unit a text begins with, by its name or a short form that fits only one («一队» 执法一队, «水科» 水环境科), ending at a
 * break, and what is said behind it. Undefined when there is none.
 */
export function unitAt(said: string, units: readonly UnitId[]): { unit: UnitId; rest: string } | undefined {
  const whole = units.filter((name) => said.startsWith(name) && END.test(said.slice(name.length)))
  const unit = whole.sort((a, b) => b.length - a.length)[0]
  if (unit !== undefined) return { unit, rest: rest(said, unit) }
  const [short] = /^[^\s,，。.、;；:：!！]{2,}/u.exec(said) ?? []
  const fitting = short === undefined ? [] : units.filter((name) => isShortFor(short, name))
  const [only] = fitting
  return short !== undefined && only !== undefined && fitting.length === 1
    ? { unit: only, rest: rest(said, short) }
    : undefined
}

const END = /^($|[\s,，。.、;；:：!！])/u

function rest(said: string, name: string): string {
  return said.slice(name.length).replace(/^[\s,，。.、;；:：!！]+/u, '')
}

/** Its characters stand in the name in this order, the last one at the end: 「水科」 in 「水环境科」. */
function isShortFor(short: string, name: string): boolean {
  if (short.at(-1) !== name.at(-1)) return false
  let from = 0
  for (const character of short) {
    const at = name.indexOf(character, from)
    if (at < 0) return false
    from = at + 1
  }
  return true
}
