import type { CaseNo } from '../domain/cases/case.ts'
import { isUnfinished } from '../domain/cases/case.ts'
import { periodOfEnd } from '../domain/cases/erasure.ts'
import { readSpan } from '../domain/reading/span-said.ts'
import { before, type Period, periodEnd, periodOf, spanOfPeriod } from '../domain/time/period.ts'
import { dateOf } from '../domain/time/wall.ts'
import { CASES_IN_VOLUME } from '../domain/words/archive.ts'
import {
  archiveAsked,
  archiveByPeriod,
  archiveConfirmed,
  archivedBefore,
  archiveFileName,
  archiveMade,
  nothingToArchive,
  notOverYet,
} from '../domain/words/archive-answers.ts'
import type { Sentence } from '../domain/words/sentence.ts'
import { optional, rest } from './args.ts'
import { type Context, command } from './command.ts'

/**
 * 归档包 11月: what ended in a 考核期 as PDFs and an index, in private; 「确认 CODE」 then lets the personal data, words and
 * pictures of these cases be erased when their time is over (domain.md section 10). Once a period, when it is over.
 * Refuses: not-allowed, private-only.
 */
export default command({
  verb: 'archive',
  words: ['归档包', '归档'],
  only: /^(?!)/,
  where: 'private',
  summary: '一个考核期的归档包(PDF和索引),确认后到期清除个人信息',
  hint: { line: '设' },
  args: { what: optional(rest) },
  examples: [
    { as: '赵蕾', in: 'private', say: '归档包 11月', hears: '11月期(10-19至11-18)没有办结、可归档的件' },
    { as: '孙悦', in: 'private', say: '归档包 本期', hears: '12月期到12-18才结束' },
  ],
  run(context) {
    const { args, data, look, now, confirm } = context
    const last = before(periodOf(now), 1)
    const said = readSpan(args.what ?? '上期', now)
    const again = /^(?:再次?)?确认$/.test(said.left)
    if (said.period === undefined || (said.left && !again)) return archiveByPeriod(last)
    const { period } = said
    if (periodEnd(period) > now) return notOverYet(period, last)
    const ended = endedIn(period, context)
    const known = data.erasure.archive(period)
    if (!ended.length && !known)
      return nothingToArchive(period, openIn(period, context), endedLater(period, ended, context))
    if (known && ended.length) sendFiles(context, period, ended)
    if (known) return archivedBefore(period, known.confirmedAt, look.name(known.by), now)

    const settings = data.settings.on(dateOf(now))
    const asked = confirm(period, (code): Sentence => {
      if (again) return archiveAsked(period, ended.length, code)
      const volumes = sendFiles(context, period, ended)
      const later = endedLater(period, ended, context)
      const cases = ended.flatMap((no) => data.cases.find(no) ?? [])
      return archiveMade({ period, cases, open: openIn(period, context), later, volumes, code, settings })
    })
    if ('ask' in asked) return asked.ask
    const head = data.chain.head()?.hash
    data.erasure.confirm(period, context.speaker.person, now, head)
    return archiveConfirmed(period, { count: ended.length, head, settings })
  },
})

/** What a period's archive holds: the cases whose close or last revisit by the city fell into it, and that are not erased. */
function endedIn(period: Period, { data }: Pick<Context<object>, 'data'>): CaseNo[] {
  return data.erasure
    .over(spanOfPeriod(period).from)
    .filter(({ no, lastAt }) => {
      const c = data.cases.find(no)
      return c !== undefined && periodOfEnd({ ...c, lastAt }) === period
    })
    .map(({ no }) => no)
}

/** Registered in the period, over, and archived with a later one: closed, or called by the city, after it. */
function endedLater(period: Period, ended: readonly CaseNo[], { data }: Pick<Context<object>, 'data'>): CaseNo[] {
  const { from, to } = spanOfPeriod(period)
  const registered = data.cases.registeredBetween(from, to - 1)
  return registered.filter((c) => !isUnfinished(c) && !ended.includes(c.no)).map(({ no }) => no)
}

function openIn(period: Period, { data }: Pick<Context<object>, 'data'>): CaseNo[] {
  const { from, to } = spanOfPeriod(period)
  return data.cases
    .registeredBetween(from, to - 1)
    .filter(isUnfinished)
    .map(({ no }) => no)
}

/** Puts the volumes and the index into the outbox, made when they go out. Out: how many volumes. */
function sendFiles({ data, speaker, occasion, now }: Context<object>, period: Period, nos: readonly CaseNo[]): number {
  const volumes = Math.ceil(nos.length / CASES_IN_VOLUME)
  const to = { person: speaker.person }
  const send = (key: string, file: { name: string; nos: readonly CaseNo[]; nth?: number }) =>
    data.outbox.say(
      {
        to,
        class: 'reply',
        key: `archive-${occasion}-${key}`,
        sentence: [file.name],
        file: {
          name: file.name,
          kind: 'archive',
          of: file.nth === undefined ? 'index' : 'volume',
          period,
          nos: file.nos,
          volume: { nth: file.nth ?? 1, of: file.nth === undefined ? 1 : volumes },
          total: nos.length,
        },
      },
      now,
    )
  for (let nth = 1; nth <= volumes; nth++) {
    const mine = nos.slice((nth - 1) * CASES_IN_VOLUME, nth * CASES_IN_VOLUME)
    send(String(nth), { name: archiveFileName(period, { nth, of: volumes }), nos: mine, nth })
  }
  send('index', { name: archiveFileName(period), nos })
  return volumes
}
