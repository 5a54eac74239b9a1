import { complainantPhoneIn } from '../domain/reading/complainant-phone.ts'
import { wallOf } from '../domain/time/wall.ts'
import { personalInRoom } from '../domain/words/privacy.ts'
import type { Context } from './command.ts'

/** Who said it, when it was said and where it is answered: all that the hint needs of a command's context. */
export type Said = Pick<Context<object>, 'speaker' | 'now'> & {
  heard: { sentAt: number }
  data: Pick<Context<object>['data'], 'outbox'>
}

/**
 * Personal data stood in the room: said once per person and day, and only while the message can still be taken back (two
 * minutes). Nothing in private. `done` says what was made of it; nothing when it was only talk.
 */
export function hintToRecall(
  what: '电话' | '姓名' | '门牌',
  { heard, speaker, data, now }: Said,
  done: string | undefined,
): void {
  if (!speaker.room || now - heard.sentAt > 100_000) return
  const key = `personal-${speaker.person}-${wallOf(now).date}`
  const to = { room: speaker.room.id }
  data.outbox.say({ to, class: 'reply', key, sentence: personalInRoom(what, done), apart: true }, now)
}

/** The same for talk that opened no case and changed none. */
export function hintAtTalk(text: string, said: Said): void {
  if (complainantPhoneIn(text)) hintToRecall('电话', said, undefined)
}
