import { addDays, dateOf, instant } from '../domain/time/wall.ts'
import { spokenToday } from '../domain/words/questions.ts'
import { command } from './command.ts'

/** 今日发言: what counted against this room's budget today, and what did not. Refuses: room-only. */
export default command({
  verb: 'spokenToday',
  words: ['今日发言'],
  summary: '今天我在本群主动说了几条',
  hint: { line: '群' },
  args: {},
  where: 'room',
  examples: [{ as: '李强', in: '方庄群', say: '今日发言', hears: '今日主动发言0/8条。' }],
  run({ data, speaker, look, now }) {
    const { room } = speaker
    if (!room) return undefined
    const date = dateOf(now)
    const said = data.outbox.spokenIn(room.id, instant(date), instant(addDays(date, 1)))
    return spokenToday(said, {
      limit: room.kind === 'leaders' ? look.settings.leadersBudget : look.settings.roomBudget,
      counted: data.outbox.counted(room.id, date),
      mutedUntil: data.people.mutedUntil(room.id, now),
      now,
    })
  },
})
