import { overdue } from '../domain/cases/errands.ts'
import { inScope } from '../domain/people/speaker.ts'
import { overdueList } from '../domain/words/questions.ts'
import { command } from './command.ts'

/** 超期: what is over in this scope, the longest first; units, never names. */
export default command({
  verb: 'overdue',
  words: ['超期', '超期的件', '逾期'],
  summary: '本范围超期的件',
  hint: { line: '查', say: '「超期」' },
  args: {},
  examples: [{ as: '李强', in: '方庄群', say: '超期', hears: '没有超期的件' }],
  run: ({ data, speaker, look, now }) =>
    overdueList(
      overdue(
        [...data.cases.open(), ...data.cases.merged()].filter((c) => inScope(speaker, c)),
        now,
      ),
      look,
    ),
})
