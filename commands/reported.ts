import { inScope } from '../domain/people/speaker.ts'
import { days } from '../domain/time/wall.ts'
import { reportedList } from '../domain/words/questions.ts'
import { command } from './command.ts'

/** 我报的: what the speaker reported in the last 30 days and where it stands; in a room only what may be spoken of there. */
export default command({
  verb: 'reported',
  words: ['我报的', '我报的件'],
  summary: '近30天我报的件办到哪了',
  hint: { line: '查', say: '「我报的」' },
  args: {},
  examples: [{ as: '赵蕾', in: 'private', say: '我报的', hears: '近30天你报了1件:' }],
  run({ data, speaker, look, now }) {
    const mine = data.cases.reportedBy(speaker.person, now - days(30)).filter((c) => inScope(speaker, c))
    return reportedList(mine, look)
  },
})
