import type { Case } from '../domain/cases/case.ts'
import { type Hand, handsOf } from '../domain/cases/hands.ts'
import type { Speaker } from '../domain/people/speaker.ts'
import { stillAwaited } from '../domain/words/calls.ts'
import { lines } from '../domain/words/sentence.ts'
import { timeline } from '../domain/words/timeline.ts'
import { caseNo } from './args.ts'
import { command } from './command.ts'

/** 过程: the log of a case read aloud; of a confidential one its words only in private, to those who work on it. Refuses: unknown-case, out-of-scope. */
export default command({
  verb: 'trail',
  words: ['过程', '经过'],
  summary: '一件从登记到现在的每一步',
  hint: { line: '查', say: '「过程 128」' },
  args: { no: caseNo },
  examples: [{ as: '李强', in: '方庄群', say: '过程 101', hears: '#101 过程:' }],
  run({ args, data, find, look, speaker }) {
    const c = find(args.no)
    const heard = isDiscreet(c, speaker) ? { ...look, text: () => '' } : look
    return lines(timeline(data.cases.log(c.no), heard), stillAwaited(c, look))
  },
})

function isDiscreet(c: Case, speaker: Speaker): boolean {
  const knows = c.firstClaimer === speaker.person || handsOf(c, speaker).some((hand) => KNOWING.has(hand))
  return c.confidential && (speaker.room !== undefined || !knows)
}

const KNOWING: ReadonlySet<Hand> = new Set(['owner', 'lead', 'desk'])
