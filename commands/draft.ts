import type { Case } from '../domain/cases/case.ts'
import type { EventKind, Logged } from '../domain/cases/events.ts'
import { standing } from '../domain/cases/tests-standing.ts'
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
    return draft(c, together(c, data), look)
  },
})

// Measures and tests of a merged case stand in the log of the case it went to, those from before in its own.
function together(c: Case, data: Data): Logged[] {
  const own = standing(data.cases.log(c.no))
  const main = c.mergedInto === undefined ? undefined : data.cases.find(c.mergedInto)
  const held = (c.holds ?? []).flatMap((no) => data.cases.find(no) ?? [])
  if (!main && !held.length) return own
  const isLast = ({ event }: Logged) => event.kind === 'revisited' || event.kind === 'revisitTried'
  const parts = [
    ...held.flatMap((m) => sharedOf(m, m, data)),
    ...own.filter((one) => !isLast(one)),
    ...(main ? sharedOf(main, c, data) : []),
    ...own.filter(isLast),
  ]
  return parts.sort((a, b) => a.at - b.at)
}

// With the calls where both have one complainant.
function sharedOf(from: Case, merged: Case, data: Data): Logged[] {
  const kinds: readonly EventKind[] = merged.sameCaller ? [...SHARED, ...CALLS] : SHARED
  return standing(data.cases.log(from.no)).filter(({ event }) => kinds.includes(event.kind))
}

const SHARED: readonly EventKind[] = ['arrived', 'progressed', 'tested', 'asked', 'agreed', 'handled']
const CALLS: readonly EventKind[] = ['contacted', 'contactTried', 'contactWaived', 'revisited', 'revisitTried']
