import { wallOf } from '../domain/time/wall.ts'
import { personalInRoom } from '../domain/words/privacy.ts'
import type { Context } from './command.ts'

/**
 * Personal data stood in a room: said once per person and day, and only while the message can still be taken back (two
 * minutes). Nothing in private.
 */
export function hintToRecall(
  what: '电话' | '姓名' | '门牌',
  { heard, speaker, data, now }: Pick<Context<object>, 'heard' | 'speaker' | 'data' | 'now'>,
  done?: string,
): void {
  if (!speaker.room || now - heard.sentAt > 100_000) return
  const key = `personal-${speaker.person}-${wallOf(now).date}`
  const to = { room: speaker.room.id }
  data.outbox.say({ to, class: 'reply', key, sentence: personalInRoom(what, done), apart: true }, now)
}
