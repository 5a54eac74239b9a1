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
  /** Names that fit several members, where only the names say who is meant: nobody is taken for them. */
  unclear: string[]
}

/**
 * Finds who is mentioned. Where the gateway gives ids, they alone say which others are: anybody may take a colleague's
 * name. Where it gives none, and beside `@所有人` (which mentions nobody, whatever the ids say), `@name` in the text
 * counts when it fits one member only. The bot is also known by its name.
 */
export function readMentions(
  text: string,
  { ids, me, members }: { ids: readonly string[]; me: Nameable; members: readonly Nameable[] },
): Mentions {
  const found = findNames(text, [me, ...members.filter((member) => member.id !== me.id)], me.id)
  const trusted = EVERYONE.test(text) ? [] : ids
  const byName = found.flatMap((at) => (at.id === undefined ? [] : [at.id]))
  const mine = found.filter((at) => at.id === me.id)
  // The gateway knows a name of the bot that is not among its names here: an old nickname.
  const stranger = found.find((at) => at.id === undefined && !at.unclear && !EVERYONE.test(text.slice(at.from, at.to)))
  if (mine.length === 0 && trusted.includes(me.id) && stranger) mine.push(stranger)
  const mentionsMe = mine.length > 0 || trusted.includes(me.id)
  const meant = trusted.length ? [...byName.filter((id) => trusted.includes(id)), ...trusted] : byName
  const others = [...new Set(meant)].filter((id) => id !== me.id)
  const unclear = trusted.length ? [] : found.flatMap((at) => at.unclear ?? [])
  return { text: without(text, mine), mentionsMe, others, unclear: [...new Set(unclear)] }
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
  /** The name, when it fits several members. */
  unclear?: string
  from: number
  /** Behind the name and the one space that ends it. */
  to: number
}

function findNames(text: string, members: readonly Nameable[], me: string): At[] {
  const found: At[] = []
  for (let from = text.indexOf('@'); from >= 0; from = text.indexOf('@', from + 1)) {
    const rest = text.slice(from + 1)
    const hit = longestName(rest, members, me)
    const length = hit?.length ?? unknownName(rest)
    if (length === undefined) continue
    const end = from + 1 + length
    const who =
      hit && isUnclear(rest, hit, { members, me }) ? { id: undefined, unclear: rest.slice(0, length) } : { id: hit?.id }
    found.push({ ...who, from, to: SPACE.test(text.slice(end, end + 1)) ? end + 1 : end })
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

// Without WeChat's own mark behind it a shorter name may be meant just as well: 「@李强 今天」 is also somebody's name.
function isUnclear(
  rest: string,
  hit: { id: string; length: number },
  { members, me }: { members: readonly Nameable[]; me: string },
): boolean {
  if (hit.id === me) return false
  const whole = rest[hit.length] === '\u2005'
  const seen = visible(whole ? rest.slice(0, hit.length) : rest)
  // Names that look the same to people are the same: what cannot be seen tells nobody apart.
  const fits = (shown: string) => {
    const name = visible(shown)
    if (name.length === 0 || !seen.startsWith(name)) return false
    return whole ? name.length === seen.length : END.test(`${seen.slice(name.length)}\n`)
  }
  return members.some(({ id, names }) => id !== hit.id && id !== me && names.some(fits))
}

// Without what is not seen, and with full-width and narrow forms alike.
function visible(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Mn}]/gu, '')
    .trim()
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
