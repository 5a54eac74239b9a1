import { factsOf } from './compare.ts'
import { findLimit } from './find-limit.ts'
import { type Judgement, type Remark, undecided, worst } from './judgement.ts'
import { codeOf } from './limits.ts'
import { type Sample, yesOrNo } from './sample.ts'
import { heldAgainst } from './single.ts'

/** The three items of a kitchen's exhaust (DB11/1488-2018). */
export const fumeItems = ['catering_fume_oil', 'catering_fume_pm', 'catering_fume_nmhc'] as const

/**
 * One item of catering fumes by the version of the day: DB11/1488-2018, before 2019 GB 18483-2001. Discharge past or
 * without a purifier counts as 超标 whatever was measured (未经净化设备直接排放视同超标).
 */
export function judgeFume(sample: Sample, item: string, code?: string): Judgement {
  const found = findLimit({ item, date: sample.date, ...(code !== undefined && { code }) })
  if (!('limit' in found)) return undecided({ item }, { remarks: [{ kind: 'noLimit', what: item, date: sample.date }] })
  const { limit } = found
  const judged = heldAgainst(limit, sample, { by: 'times' })
  if (!isDirect(sample) || codeOf(limit.standard) !== 'DB11/1488') return judged
  const deemed: Remark = { kind: 'deemed' }
  return { ...factsOf(limit), ...judged, verdict: 'over', remarks: [...judged.remarks, deemed], missing: [] }
}

/** Several items together; names the ones of the three nobody measured. */
export function fumesTogether(parts: readonly Judgement[], remarks: readonly Remark[]): Judgement {
  const lacking = fumeItems.filter((id) => !parts.some(({ item }) => item === id))
  return worst(parts, [...(lacking.length ? [{ kind: 'itemsMissing' as const, names: lacking }] : []), ...remarks])
}

function isDirect({ inputs }: Sample): boolean {
  return yesOrNo(inputs.directDischarge) === true || yesOrNo(inputs.purifier) === false
}
