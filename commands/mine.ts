import { nothingMine } from '../domain/words/answers.ts'
import { mineInFull } from '../domain/words/day-list.ts'
import { command } from './command.ts'

/** 我的: what the speaker has in hand, what each still needs and by when. */
export default command({
  verb: 'mine',
  words: ['我的', '我的件', '我还有几个没办完', '我手里的件'],
  summary: '我手里在办的件,各差什么、何时到期',
  hint: { line: '查', say: '「我的」' },
  args: {},
  examples: [
    { as: '李强', in: 'private', say: '我的', hears: '手里没有在办的件' },
    {
      as: '李强',
      in: '方庄群',
      say: '我的',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '你在办1件:',
    },
  ],
  run({ data, speaker, look }) {
    const mine = data.cases.ownedBy(speaker.person)
    return mine.length ? mineInFull(mine, look) : nothingMine
  },
})
