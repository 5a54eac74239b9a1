import type { Case } from '../domain/cases/case.ts'
import { corrected } from '../domain/words/answers.ts'
import type { Context } from './command.ts'

/** How long an acknowledgement of what is added waits for more (domain.md section 7). */
const MORE = 10_000

/** 补充: several in a row by one person are acknowledged once, ten seconds after the last of them, as the case then stands. */
export function acknowledgeAdded(
  c: Case,
  { data, speaker, look, now }: Pick<Context<object>, 'data' | 'speaker' | 'look' | 'now'>,
): void {
  const { room } = speaker
  const keys = data.cases
    .log(c.no)
    .filter(({ by, event }) => by === speaker.person && event.kind === 'contentCorrected')
    .map(({ seq }) => `added-${c.no}-${seq}-${room ? room.id : 'private'}`)
  const key = keys.find(data.outbox.waits) ?? keys.at(-1)
  if (key === undefined) return
  const to = room ? { room: room.id } : { person: speaker.person }
  const sentence = corrected(c, look, '补充')
  data.outbox.say({ to, class: 'reply', key, no: c.no, sentence, notBefore: now + MORE, gathers: true }, now)
}
