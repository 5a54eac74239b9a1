import { awaited, owing } from '../domain/cases/called.ts'
import { inScope, isOf } from '../domain/people/speaker.ts'
import { nothingMine } from '../domain/words/answers.ts'
import { elsewhere, mineInFull } from '../domain/words/day-list.ts'
import { decisionsAhead, decisionsElsewhere } from '../domain/words/decisions.ts'
import { supervisedMine } from '../domain/words/supervise.ts'
import { awaiting, showDecisions } from './awaiting.ts'
import { command } from './command.ts'

/** 我的: first what waits for the speaker's word, then what they have in hand, what each still needs and by when; what a leader supervises. */
export default command({
  verb: 'mine',
  words: ['我的', '我的件', '我还有几个没办完', '我手里的件', '我督办的', '我督办的件', '督办清单'],
  summary: '等我同意的;手里在办的件,各差什么、何时到期',
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
    {
      as: '高明',
      in: 'private',
      say: '我督办的',
      after: [{ as: '高明', in: 'private', say: '督办 101 周五前' }],
      hears: '你督办的1件:\n#101 ',
    },
  ],
  run(context) {
    const { data, speaker, look } = context
    const merged = data.cases.merged().filter(({ owner }) => owner?.person === speaker.person)
    const all = [...data.cases.ownedBy(speaker.person), ...merged].sort((a, b) => a.no - b.no)
    // A room reads of its own cases only; how many there are besides leads to the private talk.
    const mine = all.filter((c) => inScope(speaker, c))
    const open = data.cases.open().filter((c) => inScope(speaker, c))
    const wished = open.filter((c) => c.supervised?.some(({ by }) => by === speaker.person))
    const behind = [...supervisedMine(wished, look), ...elsewhere(all.length - mine.length, '我的')]
    const calls = open.flatMap((c) =>
      [...awaited(c), ...owing(c)].flatMap((call) => (isOf(speaker, call.unit) ? [{ c, call }] : [])),
    )
    const asked = awaiting(context)
    const { decisions, cases } = asked
    if (!decisions.length)
      return mine.length || calls.length || behind.length ? mineInFull(mine, look, { calls, behind }) : nothingMine
    // A room is no place for decisions: there only how many.
    if (speaker.room) return mineInFull(mine, look, { calls, ahead: [decisionsElsewhere(decisions.length)], behind })
    showDecisions(asked, context)
    return mineInFull(mine, look, { calls, ahead: decisionsAhead(decisions, cases, look), behind })
  },
})
