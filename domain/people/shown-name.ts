/** Breaks and what turns the direction of reading. */
const BREAKING = /[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu

/** A name as a member chose it, on one line. */
export function onOneLine(name: string): string {
  return name.replace(BREAKING, ' ').replace(/ {2,}/g, ' ').trim()
}

/**
 * A name as it stands in a sentence of the bot: on one line, and without what would make it read like a case's number or a
 * call. Never empty.
 */
export function shownName(name: string): string {
  return onOneLine(name).replace(/@|[#＃](?=\s*\d)/gu, '') || '某人'
}
