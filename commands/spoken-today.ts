import { budgetOf, type Room, roomName } from '../domain/people/rooms.ts'
import { holds } from '../domain/people/speaker.ts'
import { Refusal } from '../domain/refusal.ts'
import { addDays, dateOf, instant } from '../domain/time/wall.ts'
import { type RoomDay, spokenEverywhere, spokenToday } from '../domain/words/spoken.ts'
import { type Context, command } from './command.ts'

/**
 * 今日发言: what counted against this room's budget today, what waits and what did not count; in private, for the desk and
 * the administrators, every room. Refuses: room-only.
 */
export default command({
  verb: 'spokenToday',
  words: ['今日发言'],
  summary: '今天我在本群主动说了几条、还有什么在等;专班、管理员私聊看各群',
  hint: { line: '群' },
  args: {},
  examples: [
    { as: '李强', in: '方庄群', say: '今日发言', hears: '今日主动发言0/8条。' },
    { as: '赵蕾', in: 'private', say: '今日发言', hears: '今日主动发言,5个群:' },
  ],
  run(context) {
    const { data, speaker, heard, now } = context
    const { room } = speaker
    if (room) return spokenToday(dayOf(room, context), now)
    if (heard.room || !holds(speaker, 'admin', 'desk')) throw new Refusal('room-only', { verb: '今日发言' })
    const rooms = data.people.boundRooms()
    return spokenEverywhere(
      rooms.map((one) => ({ name: roomName(one), ...dayOf(one, context) })),
      now,
    )
  },
})

function dayOf(room: Room, { data, look, now }: Context<object>): RoomDay {
  const date = dateOf(now)
  return {
    said: data.outbox.spokenIn(room.id, instant(date), instant(addDays(date, 1))),
    waiting: data.outbox.waitingIn(room.id, now),
    limit: budgetOf(room, look.settings),
    counted: data.outbox.counted(room.id, date),
    mutedUntil: data.people.mutedUntil(room.id, now),
  }
}
