import type { Role } from '../domain/people/roles.ts'
import { type Room, roomName } from '../domain/people/rooms.ts'
import { holds } from '../domain/people/speaker.ts'
import { readDelay } from '../domain/reading/delay.ts'
import { Refusal } from '../domain/refusal.ts'
import { days } from '../domain/time/wall.ts'
import { muted, unmuted } from '../domain/words/spoken.ts'
import { optional, rest } from './args.ts'
import { command } from './command.ts'

/**
 * 静音: nothing unsolicited in this room for a while, at most a day, but what is urgent; 「静音 取消」, 「取消静音」 end it.
 * Refuses: room-only, not-allowed, unknown-time.
 */
export default command({
  verb: 'mute',
  words: ['静音', '取消静音', '解除静音', '结束静音', '关闭静音'],
  only: /^(?!一下|手机|了|的)/,
  summary: '本群暂不主动发言,急件除外',
  hint: { line: '群' },
  args: { what: optional(rest) },
  where: 'room',
  examples: [{ as: '周敏', in: '方庄群', say: '静音 2小时', hears: '本群静音到今天11:30' }],
  run({ args, data, speaker, now, heard }) {
    const { room } = speaker
    if (!room) return undefined
    // A steward answers for the room of their own street alone.
    if (!holds(speaker, 'lead', 'desk', 'admin', 'deputy', 'chief') && !speaker.roles.some(isStewardOf(room)))
      throw new Refusal('not-allowed', { verb: '静音', who: `${roomName(room)}的管家、负责人、专班` })
    const held = data.people.mutedUntil(room.id, now)
    if (/^(?:取消|解除|结束|关)/.test(args.what ?? '') || /^(?:取消|解除|结束|关闭)静音/.test(heard.text.trim())) {
      data.people.mute(room.id, now, speaker.person, now)
      if (held !== undefined) data.outbox.letGo(room.id, held, now)
      return unmuted()
    }
    const delay = readDelay(args.what ?? '2小时', now)
    if (!delay || delay.until > now + days(1))
      throw new Refusal('unknown-time', { said: (args.what ?? '').slice(0, 12), example: '静音 2小时' })
    if (held !== undefined) data.outbox.letGo(room.id, held, now)
    data.people.mute(room.id, delay.until, speaker.person, now)
    data.outbox.holdBack(room.id, delay.until, now)
    return muted(delay.until, now)
  },
})

const isStewardOf =
  ({ street }: Room) =>
  (role: Role) =>
    role.role === 'steward' && street !== undefined && role.street === street
