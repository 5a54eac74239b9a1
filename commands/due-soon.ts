import { dueWithin, SOON } from '../domain/cases/errands.ts'
import { inScope } from '../domain/people/speaker.ts'
import { soonList } from '../domain/words/questions.ts'
import { command } from './command.ts'

/** 临期: what is due in 48 hours in this scope, the nearest first. */
export default command({
  verb: 'dueSoon',
  words: ['临期', '临期的件', '快到期的'],
  summary: '本范围48小时内到期的件',
  hint: { line: '查', say: '「临期」' },
  args: {},
  examples: [{ as: '李强', in: '方庄群', say: '临期', hears: '48小时内没有到期的件' }],
  run: ({ data, speaker, look, now }) =>
    soonList(
      dueWithin(
        [...data.cases.open(), ...data.cases.merged()].filter((c) => inScope(speaker, c)),
        now,
        SOON,
      ),
      look,
    ),
})
