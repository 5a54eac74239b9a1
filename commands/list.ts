import { inScope } from '../domain/people/speaker.ts'
import { caseList, nothingWaiting } from '../domain/words/answers.ts'
import { command } from './command.ts'

/** 待领: what waits in the scope of this room or person, urgent first, then the longest waiting. */
export default command({
  verb: 'list',
  words: ['待领', '待领哨', '待领的件'],
  summary: '本范围还没人领的件',
  hint: { line: '查', say: '「待领」' },
  args: {},
  examples: [{ as: '李强', in: '方庄群', say: '待领', hears: '待领1件:' }],
  run({ data, speaker, look }) {
    const waiting = data.cases
      .open()
      .filter((c) => c.state === 'waiting' && inScope(speaker, c))
      .sort((a, b) => Number(b.urgent) - Number(a.urgent) || a.waitingSince - b.waitingSince)
    return waiting.length ? caseList('待领', waiting, look) : nothingWaiting
  },
})
