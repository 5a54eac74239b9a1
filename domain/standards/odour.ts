import { heightSaid, odourClassSaid } from './classes.ts'
import { findLimit, standingLimits } from './find-limit.ts'
import { type Judgement, type Remark, undecided } from './judgement.ts'
import { codeOf, type Limit } from './limits.ts'
import { type Sample, textOf } from './sample.ts'
import { heldAgainst } from './single.ts'

/**
 * Odour at a boundary or from a stack (GB 14554-93, once the highest value counts). Without a class 二级 of a new or
 * rebuilt source is taken, and said so.
 */
export function judgeOdour(sample: Sample, item: string, code?: string): Judgement {
  if (item === 'odor_concentration_stack') return stack(sample)
  const said = textOf(sample.class)
  const heard =
    said === undefined || NO_CLASS.test(said) ? { class: '二级-新扩改建', assumed: true } : odourClassSaid(said)
  if (!heard && code !== 'DB11/501')
    return undecided(
      { item },
      {
        missing: ['class'],
        remarks: [{ kind: 'classUnknown', said: said ?? '', known: classesOf(sample.date, item) }],
      },
    )
  const found = findLimit({
    item,
    date: sample.date,
    ...(code !== undefined && { code }),
    ...(heard && { classes: [heard.class] }),
  })
  if (!('limit' in found)) return undecided({ item }, { remarks: [{ kind: 'noLimit', what: item, date: sample.date }] })
  const judged = heldAgainst(found.limit, sample, { by: 'times' })
  const national = codeOf(found.limit.standard) === 'GB 14554'
  const remarks: Remark[] = national && heard?.assumed ? [{ kind: 'classAssumed', class: heard.class }] : []
  return { ...judged, remarks: [...remarks, ...judged.remarks] }
}

// Where it was measured, not to which class it is held.
const NO_CLASS = /^(?:-|无|boundary|厂界|周界|边界|场界)$/i

function classesOf(date: string, item: string): string[] {
  return standingLimits(item, date).map((limit) => limit.class)
}

// §6.1.2: between two heights of the table the nearer one counts; below 15 m there is no stack.
function stack(sample: Sample): Judgement {
  const item = 'odor_concentration_stack'
  const all = standingLimits(item, sample.date)
  const said = heightSaid(textOf(sample.class) ?? '')
  if (said === undefined) return undecided({ item }, { missing: ['height'] })
  if (said < 15) return undecided({ item }, { remarks: [{ kind: 'heightTooLow' }] })
  const limit = all.reduce<Limit | undefined>(
    (best, each) => (best && off(best, said) < off(each, said) ? best : each),
    undefined,
  )
  if (!limit) return undecided({ item }, { remarks: [{ kind: 'noLimit', what: item, date: sample.date }] })
  const judged = heldAgainst(limit, sample, { by: 'times' })
  if (off(limit, said) === 0 || said >= 60) return judged
  return { ...judged, remarks: [{ kind: 'heightTaken', said, class: limit.class }, ...judged.remarks] }
}

const off = (limit: Limit, height: number): number => Math.abs((heightSaid(limit.class) ?? 0) - Math.min(height, 60))
