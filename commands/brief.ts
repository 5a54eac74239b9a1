import { isTicking } from '../domain/cases/case.ts'
import { dueWithin, overdue, SOON } from '../domain/cases/errands.ts'
import { inScope } from '../domain/people/speaker.ts'
import { dateOf } from '../domain/time/wall.ts'
import { scopeName, threeSentences } from '../domain/words/questions.ts'
import { optional, rest } from './args.ts'
import { command } from './command.ts'
import { scopeSaid } from './scope.ts'

/** 三句话: a street, a unit or this scope: how many, what is due or over, what needs action. Refuses: unknown-scope. */
export default command({
  verb: 'brief',
  words: ['三句话'],
  only: /^(?![说讲]|总结|概括|以内)/,
  summary: '三句话说清一个街镇或单位',
  hint: { line: '查', say: '「三句话 方庄」' },
  args: { what: optional(rest) },
  examples: [
    { as: '赵蕾', in: '全区群', say: '三句话 方庄', hears: '方庄在办1件,待领1件' },
    { as: '李强', in: '方庄群', say: '三句话', hears: '方庄在办1件,待领1件' },
  ],
  run({ args, data, speaker, look, now }) {
    const scope =
      scopeSaid(args.what?.replace(/[。.!！?？]+$/, '').trim(), { data, speaker }, '三句话 方庄') ?? speaker.room
    const open = data.cases
      .open()
      .filter((c) => inScope(speaker, c))
      .filter((c) => scope?.street === undefined || c.street === scope.street)
      .filter((c) => scope?.unit === undefined || (c.owner?.unit ?? data.people.unitFor(c)) === scope.unit)
    const today = open.filter((c) => isTicking(c) && c.deadline.at > now && dateOf(c.deadline.at) === dateOf(now))
    return threeSentences(
      {
        name: scopeName(scope),
        open,
        waiting: open.filter((c) => c.state === 'waiting'),
        overdue: overdue(open, now),
        today,
        soon: dueWithin(open, now, SOON),
      },
      look,
    )
  },
})
