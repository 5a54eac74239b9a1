import type { Case } from '../domain/cases/case.ts'
import type { Data } from './data.ts'

/** 「上期成绩」: what stands before the word belongs to the wish; '' where nothing does. */
export function saidAhead(text: string, ahead: readonly string[], word: string): string {
  return ahead.find((when) => new RegExp(`${when}(?:${word})`).test(text)) ?? ''
}

/** The unit a case is counted under: who has it, or whose it would be. */
export function unitOfCase(c: Case, { people }: Pick<Data, 'people'>): string | undefined {
  return c.owner?.unit ?? people.unitFor(c)
}
