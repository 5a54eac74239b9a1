import { randomInt } from 'node:crypto'

// No letters that look like others: it is typed on a phone.
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const LENGTH = 8

/** A one-time code; only its hash is ever stored. */
export function newCode(): string {
  return Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}
