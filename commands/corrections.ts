import type { Basis, Case, CaseNo } from '../domain/cases/case.ts'
import { correctBasis, correctContent, correctFact, correctPlace } from '../domain/cases/correct.ts'
import type { CaseEvent } from '../domain/cases/events.ts'
import { isOrder } from '../domain/cases/grade.ts'
import { readCategory } from '../domain/reading/category.ts'
import { type Correctable, personIn, toldAlong } from '../domain/reading/correction.ts'
import { categoryNamed } from '../domain/reading/owners.ts'
import { hintOf, readPlace } from '../domain/reading/place.ts'
import { streetNamed } from '../domain/reading/street.ts'
import { readDeadline } from '../domain/reading/when.ts'
import { Refusal } from '../domain/refusal.ts'
import { unknownStreet } from './args.ts'
import type { Context } from './command.ts'

/** One field put right: the case as it was, what it shall be, and whether the words are added to what stands there. */
export interface Mending {
  c: Case
  to: string
  adds: boolean
}

type Mend = (mending: Mending, context: Pick<Context<object>, 'data' | 'look' | 'speaker' | 'now'>) => CaseEvent[]

/** How each field is corrected. Each refuses what it cannot read with an example of its own. */
export const mend: Record<Correctable, Mend> = {
  place({ c, to }, { data, speaker }) {
    const place = readPlace(to, hintOf({ ...c, learned: data.places.learned() }))
    const room = data.people.roomFor(place.street)
    return correctPlace(c, speaker, {
      place: keptOf(c, place.address ?? to, data),
      ...(place.street !== undefined && { street: place.street }),
      ...(place.community !== undefined && { community: place.community }),
      ...(room && { room: room.id }),
    })
  },
  street({ c, to }, { data, speaker }) {
    const street = streetNamed(to)
    if (street === undefined) throw unknownStreet(to, `更正 ${c.no} 街镇 方庄`)
    const room = data.people.roomFor(street)
    return correctPlace(c, speaker, { street, ...(room && { room: room.id }) })
  },
  content({ c, to, adds }, { data, look, speaker }) {
    const { category, industry, subject, weight } = readCategory(to)
    const named = weight >= NAMED || c.missing.includes('problem')
    const whole = adds ? withAdded(look.text(c.content), to) : to
    return correctContent(c, speaker, {
      category: named ? category : c.category,
      industry: named ? industry : c.industry,
      content: keptOf(c, whole, data),
      ...(subject !== undefined && !(adds && c.subject) && { subject: keptOf(c, subject, data) }),
    })
  },
  category({ c, to }, { speaker }) {
    const category = categoryNamed(to)
    if (category === undefined) throw unreadable(c.no, '类别', `类别 餐饮油烟`)
    const { industry } = readCategory(to)
    return correctFact(c, speaker, {
      what: 'category',
      category,
      industry: industry === '其他' ? c.industry : industry,
    })
  },
  subject: ({ c, to }, { data, speaker }) => correctFact(c, speaker, { what: 'subject', subject: keptOf(c, to, data) }),
  name({ c, to }, { data, speaker, now }) {
    const { name = personIn(to), ...along } = toldAlong(to)
    if (name === undefined) throw unreadable(c.no, '诉求人姓名', '诉求人 李女士')
    const complainant = data.vault.amend(c.complainant, { name, ...along }, now)
    return correctFact(c, speaker, { what: 'name', complainant })
  },
  phone({ c, to }, { data, speaker, now }) {
    const { phone, flat } = toldAlong(to)
    if (phone === undefined) throw unreadable(c.no, '完整的电话号码', '电话 号码')
    const complainant = data.vault.amend(c.complainant, { phone, ...(flat !== undefined && { flat }) }, now)
    return correctFact(c, speaker, { what: 'phone', complainant })
  },
  externalNo({ c, to }, { data, speaker }) {
    const externalNo = /^[A-Za-z]{0,6}-?\d[\dA-Za-z-]{5,31}$/.exec(to)?.[0]
    if (externalNo === undefined) throw unreadable(c.no, '完整的工单编号', '工单编号 202611230001')
    const other = data.cases.withExternalNo(externalNo)
    if (other && other.no !== c.no) throw new Refusal('order-known', { no: c.no, other: other.no })
    return correctFact(c, speaker, { what: 'externalNo', externalNo })
  },
  deadline({ c, to }, { speaker, now }) {
    const due = readDeadline(to, now)
    if (due === undefined) throw unreadable(c.no, '日期和时间', '时限 12月2日18:00')
    return correctFact(c, speaker, { what: 'deadline', deadline: { ...due, official: isOrder(c.channel) } })
  },
  basis: ({ c, to }, { speaker }) => correctBasis(c, speaker, basisNamed(to, c.no)),
}

/** From here on the words name a pollution. */
const NAMED = 4

function keptOf(c: Case, words: string, { texts, vault }: Context<object>['data']) {
  return texts.keep(vault.mask(c.complainant, words))
}

function withAdded(before: string, words: string): string {
  if (!before) return words
  return `${before}${/[。;；!！?？]$/.test(before) ? '' : ';'}${words}`
}

function basisNamed(words: string, no: CaseNo): Basis {
  if (/行业/.test(words)) return 'industry'
  if (/本局|承办/.test(words)) return 'bureau'
  throw unreadable(no, '口径', '口径 行业件')
}

function unreadable(no: CaseNo, what: string, example: string): Refusal {
  return new Refusal('missing-argument', { verb: 'correct', what, example: `更正 ${no} ${example}` })
}
