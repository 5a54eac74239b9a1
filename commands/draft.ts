import type { Case } from '../domain/cases/case.ts'
import type { EventKind, Logged } from '../domain/cases/events.ts'
import { draft } from '../domain/words/draft.ts'
import { caseNo } from './args.ts'
import { command } from './command.ts'
import type { Data } from './data.ts'

/** 回复稿: the platform's answer from the timeline, at most 300 characters, no personal data, in private. Refuses: claim-first, out-of-scope. */
export default command({
  verb: 'draft',
  words: ['回复稿', '答复稿'],
  summary: '私聊取平台答复草稿',
  hint: { line: '结', say: '「回复稿 128」' },
  args: { no: caseNo },
  where: 'private',
  examples: [
    {
      as: '赵蕾',
      in: 'private',
      say: '回复稿 101',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 回复稿(请核对后粘到平台):',
    },
  ],
  run({ args, data, find, look }) {
    const c = find(args.no)
    return draft(c, togetherWithMain(c, data), look)
  },
})

// Measures and tests of a merged case stand in the log of the case it went to.
function togetherWithMain(c: Case, data: Data): Logged[] {
  const own = data.cases.log(c.no)
  if (c.mergedInto === undefined) return own
  const kinds: readonly EventKind[] = c.sameCaller ? [...SHARED, ...CALLS] : SHARED
  const shared = data.cases.log(c.mergedInto).filter(({ event }) => kinds.includes(event.kind))
  const isLast = ({ event }: Logged) => event.kind === 'revisited' || event.kind === 'revisitTried'
  const parts = [...own.filter((one) => !isLast(one)), ...shared, ...own.filter(isLast)]
  return parts.sort((a, b) => a.at - b.at)
}

const SHARED: readonly EventKind[] = ['arrived', 'progressed', 'tested', 'asked', 'agreed', 'handled', 'undone']
const CALLS: readonly EventKind[] = ['contacted', 'contactTried', 'contactWaived', 'revisited', 'revisitTried']
