import type { Case } from '../cases/case.ts'
import type { Note } from '../reading/note.ts'
import { mask } from '../reading/personal.ts'
import { clip } from './case-lines.ts'
import type { Sentence } from './sentence.ts'

type Told = { [K in Note['kind']]?: (note: Extract<Note, { kind: K }>, no: Case['no']) => string }

/** What the reading was not sure of and a person should check; the rest stands on the card or matters to nobody. */
const told: Told = {
  'street-conflict': ({ said, street, community }, no) =>
    `#${no} 原文写「${brief(said)}」,按${community}登记到${street}。不对请回「更正 ${no} 地址 …」。`,
  'old-name': ({ from, to }, no) =>
    `#${no} 「${brief(from)}」是旧名,按现在的${brief(to)}登记。不对请回「更正 ${no} 地址 …」。`,
  'ambiguous-place': ({ name, candidates }, no) =>
    `#${no} 「${brief(name)}」有几处:${candidates.slice(0, 4).map(brief).join('、')}。请回「更正 ${no} 地址 …」写清是哪处。`,
  'road-elsewhere': ({ name, street, other }, no) =>
    `#${no} 「${brief(name)}」按本群登记到${street},也可能在${other}。不对请回「更正 ${no} 地址 …」。`,
  outside: ({ place }, no) => `#${no} 「${brief(place)}」像是外区的,已先登记。地址不对请回「更正 ${no} 地址 …」。`,
  'ambiguous-phone': ({ count }, no) => `#${no} 一条里有${count}个电话,分不清各是哪件的,没有记。请私聊把每件分开发我。`,
}

/** What must be checked about a case that was just registered; one line for each doubt, nothing of a confidential one. */
export function doubts(c: Case, notes: readonly Note[]): Sentence[] {
  if (c.confidential) return []
  const doubts = notes.flatMap((note) => tellOf(note, c))
  return doubts.length || c.street !== undefined || c.place === undefined ? doubts : [[whichStreet(c.no)]]
}

function whichStreet(no: Case['no']): string {
  return `#${no} 没认出在哪个街镇。知道的话回「更正 ${no} 街镇 方庄」。`
}

function tellOf(note: Note, c: Case): Sentence[] {
  // Two communities of one street: the card stands where it belongs.
  if (note.kind === 'ambiguous-place' && c.street !== undefined) return []
  const tell = told[note.kind] as ((note: Note, no: Case['no']) => string) | undefined
  return tell ? [[tell(note, c.no)]] : []
}

function brief(words: string): string {
  return clip(mask(words), 16)
}
