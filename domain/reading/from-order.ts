import { readCategory } from './category.ts'
import { readChannel, readSecrecy, readUrgency } from './circumstances.ts'
import { who } from './complainant.ts'
import type { Complaint, Read, ReadingAt } from './complaint.ts'
import { finish, numberIn, placed, when } from './complaint-parts.ts'
import { fromText } from './from-text.ts'
import { type Order, readOrder } from './order.ts'
import { findPersonal } from './personal.ts'
import { hintOf, type Place, readPlace } from './place.ts'
import { shopAtEnd } from './subject.ts'
import type { Row } from './table.ts'

/** Below this the words of the problem alone do not say what it is. */
const CLEAR = 4

/** One structured order as a complaint. `preamble` is what stood before its first label. */
export function fromOrder(order: Order, preamble: string, at: ReadingAt): Read {
  const fields = filled(order.fields)
  const content = fields.content ?? fields.title ?? ''
  const problem = [fields.title, content].filter(Boolean).join(' ')
  const place = placeOfOrder(fields, preamble, at)
  const about = readCategory([problem, fields.subject, fields.address].filter(Boolean).join(' '))
  const judged = readCategory(problem)
  const chosen = judged.weight >= CLEAR ? judged : about
  const all = `${preamble}\n${Object.values(fields).join('\n')}`
  const complaint: Complaint = {
    ...placed(place),
    content: withRemark(content || fields.demand || '', fields.remark),
    category: chosen.category,
    industry:
      about.industry === '其他' ? chosen.industry : judged.industry === '其他' ? about.industry : judged.industry,
    confidential: readSecrecy(all, fields.secrecy),
    urgent: readUrgency(`${fields.urgency ?? ''} ${problem} ${preamble} ${fields.remark ?? ''}`, fields.urgency),
    missing: [],
    notes: place.notes,
  }
  const shop = fields.subject || !complaint.address ? undefined : shopAtEnd(complaint.address)
  if (shop) complaint.address = shop.address
  if (complaint.address && fields.address) complaint.address = withBeside(complaint.address, content)
  const subject = shop?.subject ?? subjectOf(fields.subject, chosen.subject ?? about.subject)
  if (subject) complaint.subject = subject
  const number = NUMBER.exec(fields.externalNo ?? '')?.[0] ?? numberIn(preamble)
  if (number) complaint.externalNo = number
  const channel =
    readChannel(`${fields.channel ?? ''} ${preamble}`) ??
    readChannel(content) ??
    (isFromOutside(fields) ? '12345' : undefined)
  if (channel) complaint.channel = channel
  who(complaint, order)
  when(complaint, order, at.now)
  finish(complaint, place, problem)
  if (chosen.also) complaint.notes.push({ kind: 'also', category: chosen.also })
  return { complaint, weight: chosen.weight, place: place.named }
}

/** One item of a numbered list: an order of its own, or free text; the preamble lends street and source. */
export function fromItem(item: string, preamble: string, at: ReadingAt): Read {
  const order = readOrder(item)
  const [only] = order.orders
  if (order.structured && only) return fromOrder(only, order.preamble, at)
  const street = readPlace(preamble).street ?? at.street
  const read = fromText(item, { ...at, ...(street !== undefined && { street }) })
  const channel = read.complaint.channel ?? readChannel(preamble)
  if (channel) read.complaint.channel = channel
  return read
}

/** «地点:顶秀欣园东区 情况:对面商场大屏太亮»: where the content begins beside the place, that belongs to it. */
function withBeside(address: string, content: string): string {
  const beside = BESIDE.exec(content)?.[0]
  return beside === undefined || address.length > 24 || BESIDE_END.test(address) ? address : address + beside
}

/** 备注 is a part of what the order says, behind its problem. */
function withRemark(content: string, remark: string | undefined): string {
  if (remark === undefined || NO_REMARK.test(remark)) return content
  return [content.replace(/[。;\uff1b]+$/u, ''), `备注:${remark}`].filter(Boolean).join(';')
}

const NO_REMARK = /^(?:无|暂无|没有|空|[/\-—]+)[。.]?$/u

const BESIDE =
  /^(?:斜?对面|隔壁|旁边|后面|后身)的?(?:商场|工地|市场|菜市场|广场(?!舞)|学校|公园|停车场|超市|空地|夜市|医院|酒店|写字楼|加油站)/u
const BESIDE_END = /(?:对面|隔壁|旁边|旁|楼下|后面|门口|附近|工地|市场|商场)$/u

/** An address under 住址, and a problem without a label behind a number or a name, take the empty place. */
function filled(fields: Row): Row {
  const loose = [fields.externalNo?.replace(NUMBER, ''), fields.name?.slice(12), fields.deadline?.slice(16)]
  const words = loose.filter((w) => (w?.match(/[\u4e00-\u9fff]/gu)?.length ?? 0) >= 6).join(' ')
  const content = fields.content ?? fields.title ?? words
  return { ...fields, ...(content && { content }), ...(fields.home && !fields.address && { address: fields.home }) }
}

/** A platform's number, a term or a complainant: only an order has them. A phone beside its sender may be the sender's. */
function isFromOutside({ externalNo, deadline, name, phone, reporter }: Row): boolean {
  if (externalNo !== undefined && /\d{12,}/u.test(externalNo)) return true
  return deadline !== undefined || name !== undefined || (phone !== undefined && reporter === undefined)
}

const NUMBER = /[A-Za-z0-9][A-Za-z0-9\-_/〔〕[\]]{0,40}/u

function placeOfOrder(fields: Row, preamble: string, { street: room, learned }: ReadingAt): Place {
  const said = fields.street ? readPlace(fields.street).street : undefined
  const context = said ?? readPlace(preamble).street ?? room
  const hint = hintOf({ ...(context !== undefined && { street: context }), ...(learned && { learned }) })
  const place = fields.address
    ? readPlace(fields.address, { ...hint, whole: true })
    : readPlace(fields.content ?? '', hint)
  const community = fields.community ? readPlace(fields.community, hint) : undefined
  if (community?.community) {
    place.community = community.community
    if (community.street) place.street = community.street
    place.notes = place.notes.filter((n) => n.kind !== 'ambiguous-place')
    place.named = true
  } else if (fields.address && !place.community) widen(place, readPlace(fields.content ?? '', hint))
  // What the order itself says of its street leaves no doubt about a road's name.
  if (context !== room || place.community) place.notes = place.notes.filter((n) => n.kind !== 'road-elsewhere')
  if (said && fields.street) {
    place.named = true
    if (place.street !== said) stated(place, fields.street, said)
  }
  return place
}

/** What the address leaves open the content may tell, if it does not contradict it. */
function widen(place: Place, told: Place): void {
  if (!told.community || (place.named && told.street !== place.street)) return
  place.community = told.community
  if (told.street) place.street = told.street
  place.named = true
}

/** The order's own street column against what its address says: the community decides, else the column. */
function stated(place: Place, words: string, said: string): void {
  if (place.community && place.street)
    place.notes.push({ kind: 'street-conflict', said: words, street: place.street, community: place.community })
  else place.street = said
}

function subjectOf(stated: string | undefined, read: string | undefined): string | undefined {
  const words = stated?.split(/[\n,\uff0c;\uff1b。]/u)[0]?.trim()
  if (!words || /^(?:无|不详|未知|不明|暂无|\/|-+)$/u.test(words)) return read
  if (
    /邻居|楼上|住户|业主|居民|某人|个人|\d{3,4}室/u.test(words) ||
    findPersonal(words).some((p) => p.kind === 'name' || p.kind === 'flat')
  )
    return '某住户'
  return words.slice(0, 40)
}
