import { readCategory } from './category.ts'
import { mentions } from './gazetteer.ts'

const ANOTHER =
  /(?:^|[\s,\uff0c。;\uff1b、!\uff01])(?:还有|另外|另|此外|再有|以及)(?:[,\uff0c]|\s)*(?=(?:一家|一个|个|那个|隔壁|旁边|对面|楼下|[\u4e00-\u9fff]{2,8}(?:店|馆|厂|摊|市场|工地|小区|村|社区|路)))/gu

/** The parts of a free text that each name their own place and nuisance, or a second offender («还有隔壁打印店»). */
export function splitCases(text: string): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const telling = lines.filter((line) => mentions(line).some((m) => !m.entry.weak) && readCategory(line).weight >= 4)
  if (telling.length >= 2 && telling.length >= lines.length - 1) return telling
  return another(text)
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
