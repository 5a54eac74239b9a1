import { thanks, wished } from '../domain/words/admin.ts'
import { called, rest } from './args.ts'
import { command } from './command.ts'

/** 提意见: kept, and told to the administrators in private with who and from where (domain.md section 7). */
export default command({
  verb: 'suggest',
  words: ['提意见', '提建议'],
  // 「提意见的人多」 is talk; behind a colon or a blank stands what somebody wishes for.
  only: /^.{4,}/s,
  summary: '给管理员提意见',
  hint: { line: '报' },
  args: { words: called('意见', rest) },
  examples: [
    { as: '小刘', in: '方庄群', say: '提意见 卡片能不能写上楼栋', hears: '谢谢,已转管理员。' },
    { as: '李强', in: 'private', say: '提意见 清单早十分钟更好', hears: '谢谢,已转管理员。' },
  ],
  run({ args, speaker, data, cause, now }) {
    // What somebody says of a neighbour stays as private here as anywhere.
    const words = data.vault.mask(undefined, args.words)
    const id = data.suggestions.keep(
      { person: speaker.person, ...(speaker.room && { room: speaker.room.id }), words, message: cause },
      now,
    )
    if (id === undefined) return undefined
    const sentence = wished({ name: speaker.name, room: speaker.room, words })
    for (const admin of data.people.admins())
      if (admin !== speaker.person)
        data.outbox.say({ to: { person: admin }, class: 'notice', key: `suggestion-${id}-${admin}`, sentence }, now)
    return thanks
  },
})
