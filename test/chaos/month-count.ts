import type { Case } from '../../domain/cases/case.ts'
import { fold } from '../../domain/cases/fold.ts'
import { type Step, stepKey, stepsBetween } from '../../domain/cases/ladder.ts'
import { addDays, dateOf } from '../../domain/time/wall.ts'
import { approvalTimes } from '../../jobs/approval-list.ts'
import { personalTimes } from '../../jobs/personal-list.ts'
import type { Month, Stage } from './month.ts'

/** A step that must have been said. */
interface Due extends Step {
  no: number
  /** The key under which it is said: to a room, or with the person behind it in private. */
  said: string
}

export interface MonthCounts {
  steps: number
  /** Of a step nothing was said, nor of a later one of its kind. */
  lost: number
  /** Said as a later one of their kind: a jump of the clock put them together. */
  gathered: number
  spoken: number
  /** Heard more often than written. */
  twice: number
  reports: number
  /** Reports and lists that are missing, or stand twice. */
  reportsWrong: number
}

/** Counts by the ladder, the calendar and the log alone, whatever the sweeps did. */
export function countMonth({ town, far }: Stage, { jumps }: Month, span: { from: number; to: number }): MonthCounts {
  const said = new Set(town.rows<{ key: string }>('select key from said').map(({ key }) => key))
  const people = Object.values(town.people)
  const isSaid = ({ said: key }: Due) => said.has(key) || people.some((person) => said.has(`${key}-${person}`))
  const steps = stepsOf(town.store.books, span.to)
  const missing = steps.filter((step) => !isSaid(step))
  const jumped = (at: number) => jumps.some(({ from, to }) => from < to && at > from && at <= to)
  const gathered = missing.filter(
    (one) =>
      jumped(one.at) &&
      steps.some(
        (later) =>
          later.no === one.no &&
          later.at >= one.at &&
          (later.kind === one.kind || later.kind === 'expired') &&
          isSaid(later),
      ),
  )
  const written = town.rows("select id from outbox where state = 'sent'").length
  const wanted = reportsOf(town.store.books, span)
  const runs = town
    .rows<{ name: string; period: string; state: string }>('select name, period, state from job_runs')
    .filter(({ state }) => state === 'done')
    .map(({ name, period }) => `${name} ${period}`)
  return {
    steps: steps.length,
    lost: missing.length - gathered.length,
    gathered: gathered.length,
    spoken: far.heard.length,
    twice: Math.abs(far.heard.length - written),
    reports: wanted.length,
    reportsWrong:
      wanted.filter((one) => runs.filter((run) => run === one).length !== 1).length + repeatedMornings(far.heard),
  }
}

type Books = Stage['town']['store']['books']

/** Between two events of a case, the ladder of the case as it was. */
function stepsOf({ cases, settings }: Books, until: number): Due[] {
  return cases.all().flatMap(({ no }) => {
    const log = cases.log(no)
    return log.flatMap((logged, i) => {
      const c = fold(log.slice(0, i + 1)) as Case
      const rules = { calendar: settings.calendar(), settings: settings.on(dateOf(logged.at)) }
      if (!['waiting', 'claimed', 'handled'].includes(c.state)) return []
      return stepsBetween(c, { after: logged.at, until: log[i + 1]?.at ?? until }, rules)
        .filter(({ where }) => where !== 'list')
        .map((step) => ({ ...step, no, said: stepKey(step, no) }))
    })
  })
}

/** What must stand in the list of things done, as `name period`. */
function reportsOf(books: Books, { from, to }: { from: number; to: number }): string[] {
  const found: string[] = []
  const clock = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)
  for (let date = dateOf(from); date < dateOf(to); date = addDays(date, 1)) {
    if (books.settings.calendar().workday(date)) found.push(`morning ${date}`)
    for (const at of personalTimes(books, date)) found.push(`personal-list ${date} ${clock(at)}`)
    for (const at of approvalTimes(books, date)) found.push(`approvals ${date} ${clock(at)}`)
  }
  return found
}

function repeatedMornings(heard: readonly { to: string; text: string }[]): number {
  const mornings = heard.flatMap(({ to, text }) => {
    const head = /^【早调度】\S+/.exec(text)?.[0]
    return head === undefined ? [] : [`${to} ${head}`]
  })
  return mornings.length - new Set(mornings).size
}
