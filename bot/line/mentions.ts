/** A member who can be mentioned, with every name that may stand behind the @. */
export interface Nameable {
  id: string
  names: string[]
}

/** What the mentions of a message come to. */
export interface Mentions {
  /** The text without the mention of the bot. */
  text: string
  mentionsMe: boolean
  /** Ids of the others mentioned, in the order of the text where their names stand there. */
  others: string[]
}

/**
 * Finds who is mentioned: by the ids of the gateway or, where it gives none, by `@name` in the text; the longest name
 * wins. `@所有人` mentions nobody, whatever the ids say.
 */
export function readMentions(
  text: string,
  { ids, me, members }: { ids: readonly string[]; me: Nameable; members: readonly Nameable[] },
): Mentions {
  const found = findNames(text, [me, ...members.filter((member) => member.id !== me.id)], me.id)
  const trusted = EVERYONE.test(text) ? [] : ids
  const byName = new Set(found.flatMap((at) => (at.id === undefined ? [] : [at.id])))
  const mine = found.filter((at) => at.id === me.id)
  // The gateway knows a name of the bot that is not among its names here: an old nickname.
  const stranger = found.find((at) => at.id === undefined && !EVERYONE.test(text.slice(at.from, at.to)))
  if (mine.length === 0 && trusted.includes(me.id) && stranger) mine.push(stranger)
  const mentionsMe = mine.length > 0 || trusted.includes(me.id)
  const others = [...new Set([...byName, ...trusted])].filter((id) => id !== me.id)
  return { text: without(text, mine), mentionsMe, others }
}

/** Whether an @ of the text stands before none of these names: the other members have to be asked for. */
export function hasUnknownName(text: string, known: readonly Nameable[], me: string): boolean {
  const rests = text.split('@').slice(1)
  return rests.some((_, at) => !longestName(rests.slice(at).join('@'), known, me))
}

const EVERYONE = /@(?:所有人|全体成员|all\b)/i
const END = /^[\s\u2005\u3000,，.。:：;；、!！?？)）\]】「」]/

interface At {
  id: string | undefined
  from: number
  /** Behind the name and the one space that ends it. */
  to: number
}

function findNames(text: string, members: readonly Nameable[], me: string): At[] {
  const found: At[] = []
  for (let from = text.indexOf('@'); from >= 0; from = text.indexOf('@', from + 1)) {
    const hit = longestName(text.slice(from + 1), members, me)
    const length = hit?.length ?? unknownName(text.slice(from + 1))
    if (length === undefined) continue
    const end = from + 1 + length
    found.push({ id: hit?.id, from, to: SPACE.test(text.slice(end, end + 1)) ? end + 1 : end })
  }
  return found
}

const SPACE = /^[ \u2005\u00a0\u3000]$/

/** Someone who types the bot's name by hand may go on without a space; for others that would find too much. */
function longestName(
  rest: string,
  members: readonly Nameable[],
  me: string,
): { id: string; length: number } | undefined {
  let best: { id: string; length: number } | undefined
  for (const { id, names } of members) {
    for (const name of names) {
      if (!name || name.length <= (best?.length ?? 0) || !rest.startsWith(name)) continue
      const after = rest.slice(name.length)
      if (after === '' || END.test(after) || id === me) best = { id, length: name.length }
    }
  }
  return best
}

/** A name nobody has here counts only with WeChat's own mark behind it: an e-mail address is no mention. */
function unknownName(rest: string): number | undefined {
  const mark = rest.indexOf('\u2005')
  return mark > 0 && !rest.slice(0, mark).includes('@') ? mark : undefined
}

function without(text: string, cut: readonly At[]): string {
  if (cut.length === 0) return text
  let kept = ''
  let from = 0
  for (const at of [...cut].sort((a, b) => a.from - b.from)) {
    kept += text.slice(from, at.from)
    from = at.to
  }
  return (kept + text.slice(from)).replace(/^[ \u2005\u00a0]+|[ \u2005\u00a0]+$/g, '')
}
