import { type Counts, PROMISES } from './count.ts'
import type { LoopResult } from './kill-loop.ts'

/** A column of the table: what it counts, by row. */
export interface Column {
  head: string
  values: Readonly<Record<string, string | number>>
}

/** A table in Markdown: the rows in the order in which the columns name them. */
export function table(title: string, columns: readonly Column[]): string {
  const names = [...new Set(columns.flatMap(({ values }) => Object.keys(values)))]
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [
    line([title, ...columns.map(({ head }) => head)]),
    line(['---', ...columns.map(() => '---:')]),
    ...names.map((name) => line([name, ...columns.map(({ values }) => values[name] ?? '–')])),
  ].join('\n')
}

/** A part of the kill loop as a column. */
export function killColumn(head: string, r: LoopResult): Column {
  const { kept = 0, committed = 0, enqueued = 0, claimed = 0, speaking = 0, marked = 0 } = r.ends
  const { unheard = 0, unanswered = 0, random = 0, starting = 0, full = 0, hung = 0 } = r.ends
  const { flushall = 0, redis = 0, gateway = 0, hang = 0, deadline = 0, disk = 0 } = r.troubles
  return {
    head,
    values: {
      kills: r.kills,
      'at a random moment · while starting': `${random} · ${starting}`,
      'after keep · commit · enqueue': `${kept} · ${committed} · ${enqueued}`,
      'after claim · before the words go out': `${claimed} · ${speaking}`,
      'during send: unheard · heard, unanswered': `${unheard} · ${unanswered}`,
      'after mark': marked,
      'disk full · gateway hung': `${full} · ${hung}`,
      'FLUSHALL · Redis killed': `${flushall} · ${redis}`,
      'gateway killed · hung · hung past the deadline': `${gateway} · ${hang} · ${deadline}`,
      [`disk full and free again (${r.disk})`]: disk,
      'messages said · committed · never seen': `${r.messages} · ${r.committed} · ${r.neverSeen}`,
      'messages of the bot heard': r.spoken,
      'cases · **lost cases**': `${r.cases} · **${r.lostCases}**`,
      'reminders due · **lost reminders** · gathered': `${r.remindersDue} · **${r.lostReminders}** · ${r.gathered}`,
      '**lost messages** (unanswered · unheard · stuck)': bold(r.lostAnswers, r.unheard, r.stuck),
      'unknown · **of it untold**': `${r.unknown} · **${r.untold}**`,
      'kills in the send window · messages in it · deadlines': `${r.killsInWindow} · ${r.messagesInWindow} · ${r.deadlines}`,
      'said twice after one of these': r.twice,
      '**said twice without** · **personal data twice**': bold(r.twiceWithoutCause, r.personalTwice),
      '**done twice** · **unhandled** · **said, in no row**': bold(r.factsTwice, r.unhandled, r.fromNowhere),
      'looks at the whole database · **faults**': `${r.checks} · **${r.faults.length}**`,
    },
  }
}

const bold = (...numbers: readonly number[]): string => numbers.map((n) => `**${n}**`).join(' · ')

/** What a part of the kill loop has broken, in words. */
export function broken(r: Counts & { faults: readonly string[] }): string[] {
  const promises = PROMISES.filter((name) => r[name] > 0).map((name) => `${name}: ${r[name]}`)
  const window = r.twice > 0 && 'messagesInWindow' in r ? tooOften(r as LoopResult) : []
  return [...promises, ...window, ...r.faults, ...(promises.length ? r.traces : [])]
}

function tooOften({ twice, messagesInWindow, deadlines }: LoopResult): string[] {
  const most = messagesInWindow + deadlines
  return twice > most ? [`said twice ${twice} times, with ${most} messages in the send window`] : []
}
