import type { Case } from '../cases/case.ts'
import { type CityRevisit, isContradicted } from '../cases/city-revisit.ts'
import type { CityFile } from '../reading/city-sheet.ts'
import { type Period, periodOf } from '../time/period.ts'
import { archivedAgain } from './city-revisits.ts'
import { lines, type Sentence } from './sentence.ts'
import { fitted } from './sheets.ts'
import { periodName } from './spans.ts'

/** What became of the platform's file of revisits. */
export interface CityTaken {
  /** What was noted now. */
  noted: readonly CityRevisit[]
  /** Whether some of it stood there without its day. */
  undated: boolean
  /** Periods it belongs to whose 归档包 is confirmed. */
  archived: readonly Period[]
  /** The same answers, of another day. */
  redated: number
  /** Of what was noted the cases that went badly. */
  bad: readonly Case[]
  /** Rows that say what stands there already. */
  again: number
  /** Order numbers nobody here knows. */
  strangers: readonly string[]
}

/** So many numbers one answer names. */
const NAMED = 12

/** The one answer to a file: counts, who was asked about 重办, what was not taken, each by its number. */
export function cityRevisitsNoted(
  { noted, undated, archived, redated, bad, again, strangers }: CityTaken,
  faults: readonly string[],
  { contrary, open, unknown, now }: Pick<CityFile, 'contrary' | 'open' | 'unknown'> & { now: number },
): Sentence {
  const valid = noted.filter(({ invalid }) => !invalid)
  const count = (holds: (one: CityRevisit) => boolean) => valid.filter(holds).length
  const heads = [
    `市回访记入${noted.length}件`,
    valid.length
      ? `(有效${valid.length}:联系${count((r) => r.contacted)} 解决${count((r) => r.solved)} 满意${count((r) => r.satisfaction === 'good')} 基本满意${count((r) => r.satisfaction === 'fair')})`
      : '',
    redated ? `;改了回访日期${redated}件` : '',
    again ? `;${again}行与已记的一样` : '',
    open ? `;${open}行还没有回访结果` : '',
    faults.length ? `;${faults.length}行没记:` : '。',
  ]
  const gaps = bad.filter(isContradicted)
  return fitted(
    heads.join(''),
    faults,
    lines(
      bad.length
        ? `未联系、未解决或不满意${bad.length}件,已请负责人定是否重办:${listed(bad.map(({ no }) => `#${no}`))}`
        : '',
      gaps.length ? `其中局内满意、市里不满意:${listed(gaps.map(({ no }) => `#${no}`))}` : '',
      undated ? `没写回访时间的按今天记,计入${periodName(periodOf(now))};不是的,补上「回访时间」一列再导一次。` : '',
      archivedAgain(archived),
      contrary.length ? `同一件有几行、结果不同,按最后一次记:${listed(contrary)}。` : '',
      strangers.length ? `不认识的工单编号${strangers.length}个:${listed(strangers)}。请核对,或先登记再导一次。` : '',
      unknown.length ? `不认识的列(没用上):${unknown.slice(0, 8).join('、')}` : '',
    ),
  )
}

export function sendCityRevisits(): Sentence {
  return ['好,10分钟内把平台的市回访表(.xlsx 或 .csv)发给我:要有工单编号、是否联系、是否解决、是否满意,列的顺序随意。']
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, NAMED).join('、')}${words.length > NAMED ? `等${words.length}个` : ''}`
}
