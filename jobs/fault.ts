import { mask } from '../domain/reading/personal.ts'

/** What the log may know of a fault: its name, its words masked, and where it happened. */
export function faultFacts(fault: unknown): { error: string; fault: string; at: string[] } {
  const { name, message, stack } = fault instanceof Error ? fault : new Error(String(fault))
  return { error: name, fault: mask(message), at: placesOf(stack) }
}

// Only the places: the head of a stack is the message again, unmasked.
function placesOf(stack = ''): string[] {
  return stack
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, 5)
}
