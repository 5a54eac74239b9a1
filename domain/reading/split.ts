import { readCategory } from './category.ts'
import { type Mention, mentions } from './gazetteer.ts'

const ANOTHER =
  /(?:^|[\s,\uff0c。;\uff1b、!\uff01])(?:还有|另外|另|此外|再有|以及)(?:[,\uff0c]|\s)*(?=(?:一家|一个|个|那个|隔壁|旁边|对面|楼下|[\u4e00-\u9fff]{2,8}(?:店|馆|厂|摊|市场|工地|小区|村|社区|路)))/gu
/** Longer texts are one story, whatever they mention. */
const SHORT = 400
const PAUSES = /(?<=[\n。;\uff1b!\uff01,\uff0c])/u
const CLEAR = 4

/** The parts of a free text that each name their own place and nuisance, or a second offender («还有隔壁打印店»). */
export function splitCases(text: string): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const telling = lines.filter((line) => placesIn(line).length > 0 && isClear(line))
  if (telling.length >= 2 && telling.length >= lines.length - 1) return telling
  if (text.length > SHORT) return another(text)
  const apart = byPlace(text)
  return apart.length >= 2 ? apart : another(text)
}

/** A new part begins at a pause where another place is named, once the part before has told its nuisance and this one has, too. */
function byPlace(text: string): string[] {
  const parts: string[] = []
  for (const clause of text.split(PAUSES)) {
    const before = parts.at(-1)
    if (before === undefined || !isElsewhere(clause, before)) parts.push((parts.pop() ?? '') + clause)
    else parts.push(clause)
  }
  return parts.every((part) => placesIn(part).length > 0 && isClear(part)) ? parts : [text]
}

function isElsewhere(clause: string, before: string): boolean {
  const places = placesIn(clause)
  if (!places.length || !isClear(before)) return false
  const known = new Set(placesIn(before).flatMap(({ entry }) => entry.communities.concat(entry.stemOf)))
  return places.every(({ entry }) => ![...entry.communities, ...entry.stemOf].some((one) => known.has(one)))
}

function placesIn(text: string): Mention[] {
  return mentions(text).filter(({ entry }) => !entry.weak && entry.communities.length + entry.stemOf.length > 0)
}

function isClear(text: string): boolean {
  return readCategory(text).weight >= CLEAR
}

function another(text: string): string[] {
  const parts: string[] = []
  let from = 0
  for (const match of text.slice(0, 4000).matchAll(ANOTHER)) {
    const part = text.slice(from, match.index)
    const rest = text.slice(match.index)
    if (
      !offends(part) ||
      readCategory(rest).subject === undefined ||
      readCategory(rest).subject === readCategory(part).subject
    )
      continue
    parts.push(part)
    from = match.index
  }
  return [...parts, text.slice(from)]
}

function offends(part: string): boolean {
  return readCategory(part).weight >= 2
}
