import type { CaseNo } from '../cases/case.ts'
import { type Differences, differs } from '../figures/reconcile.ts'
import { dayClock, monthDayClock } from '../time/saying.ts'
import { cityAnswer } from './city-revisits.ts'
import { lines, type Sentence } from './sentence.ts'
import { fitted } from './sheets.ts'

/** So many one list names in the message; the rest stands in the file. */
const NAMED = 6

/** 「已对账至昨日17:00」, for the head of reports; '' where nobody compared yet. */
export function reconciledUntil(at: number | undefined, now: number): string {
  return at === undefined ? '' : `已对账至${dayClock(at, now).replace('天', '日')}`
}

export function sendPlatformFile(last: number | undefined, now: number): Sentence {
  const before = last === undefined ? '' : `上次对账:${dayClock(last, now)}。`
  return [`好,10分钟内把平台导出的工单表(.xlsx 或 .csv)发给我:要有工单编号,有时限、状态、回访结果的一并对。${before}`]
}

/** The one answer to 对账: what differs, each list short, with the next step. */
export function reconciled(found: Differences, faults: readonly string[]): Sentence {
  const { rows, matched, onlyTheirs, onlyOurs, deadlines, results } = found
  const head = `对账完:平台${rows}件,对上${matched}件${differs(found) ? '' : ',全部一致'}${faults.length ? `;${faults.length}行没对:` : '。'}`
  return fitted(
    head,
    faults,
    lines(
      list('平台有我无', onlyTheirs, (no) => no),
      list('我有平台无', onlyOurs, oursWords),
      list('时限不同', deadlines, deadlineWords),
      list('结果不同', results, resultWords),
      isLong(found) ? '全部见下面的表。' : '',
      onlyTheirs.length ? '缺的件:把工单表(带地址和反映内容)再发我一次,我来登记。' : '',
      deadlines.length ? `时限以平台为准:回「更正 ${deadlines[0]?.no} 时限 …」。` : '',
      results.some(({ told }) => told) ? '回访结果:先回「导入市回访」再发这张表。' : '',
    ),
  )
}

/** Whether a list is longer than the message names. */
export function isLong({ onlyTheirs, onlyOurs, deadlines, results }: Differences): boolean {
  return [onlyTheirs, onlyOurs, deadlines, results].some((all) => all.length > NAMED)
}

/** The whole lists as sheets of a workbook: numbers and what differs, nothing of anybody. */
export function differenceSheets(found: Differences): { name: string; rows: string[][] }[] {
  const { onlyTheirs, onlyOurs, deadlines, results } = found
  return [
    { name: '平台有我无', rows: [['工单编号'], ...onlyTheirs.map((no) => [no])] },
    {
      name: '我有平台无',
      rows: [['编号', '说明'], ...onlyOurs.map((one) => [`#${one.no}`, one.numbered ? '' : '没有工单编号'])],
    },
    {
      name: '时限不同',
      rows: [
        ['编号', '平台时限', '我方时限'],
        ...deadlines.map(({ no, theirs, ours }) => [
          `#${no}`,
          monthDayClock(theirs),
          ours === undefined ? '无' : monthDayClock(ours),
        ]),
      ],
    },
    {
      name: '结果不同',
      rows: [['编号', '说明'], ...results.map((one) => [`#${one.no}`, resultWords(one).replace(/^#\d+ /, '')])],
    },
  ]
}

export const differencesFile = '对账差异.xlsx'

function list<T>(name: string, all: readonly T[], words: (one: T) => string): string {
  if (!all.length) return ''
  return `${name}${all.length}:${all.slice(0, NAMED).map(words).join('、')}${all.length > NAMED ? '…' : ''}`
}

function oursWords({ no, numbered }: { no: CaseNo; numbered: boolean }): string {
  return `#${no}${numbered ? '' : '(没有工单编号)'}`
}

function deadlineWords({ no, theirs, ours }: Differences['deadlines'][number]): string {
  return `#${no} 平台${monthDayClock(theirs)} 我${ours === undefined ? '无' : monthDayClock(ours)}`
}

function resultWords({ no, answered, told }: Differences['results'][number]): string {
  const reply = answered === undefined ? '' : answered ? '平台已办结,我未记回复' : '平台未办结,我已记回复'
  const heard = told === undefined ? '' : `平台回访:${cityAnswer(told)}`
  return `#${no} ${[reply, heard].filter(Boolean).join(';')}`
}
