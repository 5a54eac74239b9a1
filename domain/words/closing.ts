import type { Case } from '../cases/case.ts'
import type { LoggedTest } from '../cases/tests-standing.ts'
import type { Judged } from '../standards/judgement.ts'
import { monthDay } from '../time/saying.ts'
import { judgedBriefly, worstOfEach } from './tests.ts'

/** As many tests as a line holds: what was found first, and what was found last. */
const SHOWN = 2

/**
 * 「检测:11月24日油烟1.6mg/m³ 超标0.6倍;11月26日油烟0.6mg/m³ 达标(DB11/1488-2018)」: by what a case closes. In: the case and the
 * tests that stand for it. Out: '' where it has none.
 */
export function testsAtClose(c: Case, standing: readonly LoggedTest[]): string {
  const tests = standing.map(({ event, at }) => ({ on: event.takenOn ?? at, judged: event.judged ?? [] }))
  if (!tests.length) return c.agreed?.includes('noTest') ? '检测:不宜检测(负责人已同意)。' : ''
  const judged = tests.filter((each) => each.judged.length)
  if (!judged.length) return `检测:已记${tests.length}次,没有可判的数值。`
  const [first, last] = [judged[0], judged.at(-1)]
  const shown = first === last ? [first] : [first, last]
  const said = shown.flatMap((each) => (each ? [`${monthDay(each.on)}${judgedBriefly(each.judged)}`] : []))
  const more = judged.length > SHOWN ? `(共${judged.length}次)` : ''
  const still = last?.judged.some(({ verdict }) => verdict === 'over') ? '末次仍超标,请安排复测。' : ''
  return `检测${more}:${said.join(';')}(${standardsOf(judged.flatMap((each) => worstOfEach(each.judged)))})。${still}`
}

function standardsOf(judged: readonly Judged[]): string {
  return [...new Set(judged.flatMap(({ standard }) => standard ?? []))].join('、') || '无适用标准'
}
