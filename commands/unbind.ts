import { Refusal } from '../domain/refusal.ts'
import { unbound } from '../domain/words/grants.ts'
import { command } from './command.ts'

/** 解绑: the room gets silence again. Refuses: not-allowed, room-only. */
export default command({
  verb: 'unbind',
  words: ['解绑'],
  summary: '本群不再使用机器人',
  hint: { line: '群', say: '「解绑」' },
  where: 'room',
  args: {},
  examples: [{ as: '孙悦', in: '方庄群', say: '解绑', hears: '方庄群已解绑' }],
  run({ speaker, data, now }) {
    if (!speaker.room) throw new Refusal('room-only', { verb: '解绑' })
    data.people.unbind(speaker.room.id, now)
    return unbound(speaker.room)
  },
})
