import { awaited } from '../cases/called.ts'
import type { Case, CaseNo, PersonId } from '../cases/case.ts'
import { contactBy } from '../cases/deadlines.ts'
import { results, type Wanted } from '../cases/events.ts'
import { rowOf } from '../cases/grade.ts'
import { hasSomebodyToCall, needNames, needs, wantedName } from '../cases/needs.ts'
import { triesLeft } from '../cases/tries.ts'
import { type Room, roomName } from '../people/rooms.ts'
import { mask } from '../reading/personal.ts'
import { dayClock, span } from '../time/saying.ts'
import { briefly, claimWord, clip, headline } from './case-lines.ts'
import { askedLead } from './decisions.ts'
import type { Lookup } from './lookup.ts'
import { stillMissing } from './page.ts'
import { lines, type Sentence, s } from './sentence.ts'
import { MESSAGE_BYTES } from './speech.ts'

/** The answer to 领哨: who has it, how fast, and the next step. */
export function claimed(c: Case, look: Lookup): Sentence {
  const owner = c.owner
  if (!owner) return [`#${c.no} 待领哨`]
  const took = span((c.claimedAt ?? look.now) - c.registeredAt)
  return lines(
    `#${c.no} 已${claimWord(c)}:${owner.unit} ${look.name(owner.person)}(用时${took})。`,
    nextAfterClaim(c, look),
  )
}

/** Doing what is done changes nothing and says so once. */
export function alreadyYours(c: Case): Sentence {
  return [`#${c.no} 本来就在你名下,接着办就行。详情回「${c.no}」。`]
}

function nextAfterClaim(c: Case, look: Lookup): string {
  const details = `私聊我回「联系方式 ${c.no}」`
  if (!hasSomebodyToCall(c))
    return `请尽快到现场看看。${c.confidential ? `地点和详情${details}` : `进展详情回「${c.no}」`}。`
  // Given back and taken again: what was done stands.
  if (c.contactedAt !== undefined) return `之前已联系诉求人,${stillMissing(c)}`
  const by = contactBy(c.claimedAt ?? look.now, rowOf(c), look.settings)
  return `请在${dayClock(by, look.now)}前联系诉求人,${c.confidential ? '地点、详情和号码' : '号码'}${details}。`
}

/** One line where it was reported, when the card went elsewhere. */
export function forwarded(c: Case, room: Room | undefined): Sentence {
  return [room ? `#${c.no} 已转${roomName(room)}` : `#${c.no} 已登记,对应街镇群还没绑定,先由专班掌握。`]
}

/** The same order again: no second case. Of another street's case only the number is said. */
export function knownOrder(c: Case, look: Lookup, inScope: boolean): Sentence {
  return [`这个工单已是${inScope ? headline(c, look) : `#${c.no}`},不再重复登记。`]
}

/** Asked once, in private, for everything that is missing. */
export function askMissing(c: Case): Sentence {
  const wanted = c.missing.map((field) => (field === 'place' ? '哪个小区几号楼' : '是什么问题')).join('、')
  const example = c.missing[0] === 'place' ? '地址 芳古园一区11号楼' : '内容 晚上油烟大'
  return [`#${c.no} 已登记,还差${wanted}。请回「更正 ${c.no} ${example}」。`]
}

/** A short line in the room when the person cannot be written to. */
export function missingInRoom(c: Case): Sentence {
  return [
    `#${c.no} 已登记(待补${c.missing.map((field) => (field === 'place' ? '地址' : '问题')).join('、')}),补充回「更正 ${c.no} …」。`,
  ]
}

/** The reporter hears in private at the claim. */
export function toReporterClaimed(c: Case, look: Lookup): Sentence {
  return [`你报的${briefly(c, look)},${c.owner?.unit ?? ''}已${claimWord(c)}。`]
}

/** A list of cases under a head, as many as one message holds. */
export function caseList(head: string, cases: readonly Case[], look: Lookup): Sentence {
  const rows: string[] = []
  let bytes = 0
  for (const row of cases.slice(0, MOST_LISTED).map((c) => listLine(c, look))) {
    bytes += Buffer.byteLength(row) + 1
    if (bytes > LIST_BYTES) break
    rows.push(row)
  }
  const more = cases.length - rows.length
  return lines(`${head}${cases.length}件:`, ...rows, more > 0 ? `另有${more}件,先办上面的。` : '')
}

const MOST_LISTED = 15
const LIST_BYTES = MESSAGE_BYTES - 200

function listLine(c: Case, look: Lookup): string {
  const clock = c.deadline
    ? `,${c.deadline.at > look.now ? `余${span(c.deadline.at - look.now)}` : `超期${span(look.now - c.deadline.at)}`}`
    : ''
  const waited = c.state === 'waiting' ? `,已等${span(look.now - c.waitingSince)}` : ''
  return `${c.urgent ? '【急】' : ''}${briefly(c, look)}${waited}${clock}`
}

export const nothingMine = '手里没有在办的件。待领的件回「待领」可看。'
export const nothingWaiting = '没有待领的件。'

/** The complainant's number for somebody with the right, in private; opened when it is spoken. */
export function contactDetails(c: Case, fields: readonly ('name' | 'phone' | 'flat')[], why?: string): Sentence {
  const secret = c.complainant
  if (secret === undefined) return [`#${c.no} 没有留下诉求人联系方式。`]
  const parts = fields.flatMap((field) => [' ', { secret, field, ...(why !== undefined && { why }) }])
  const revisits = c.state === 'handled' || (c.state === 'merged' && c.contactedAt !== undefined)
  return s`#${c.no} 诉求人:${parts}。仅用于办理,查看已留痕。打完回「${c.no} ${revisits ? '回访 已解决 满意' : '已联系'}」。`
}

/** Of a confidential case, to those who may know it: where it is and what it is about. */
export function guardedMatter(c: Case, look: Lookup): string {
  const where = [c.street, look.text(c.place)].filter(Boolean).join(' ')
  return `地点:${where || '待补'}。反映:${clip([look.text(c.subject), look.text(c.content)].filter(Boolean).join(','), 300)}`
}

/** In the room: that the number went out in private. */
export function sentPrivately(no: CaseNo): Sentence {
  return [`#${no} 号码已私聊发你。`]
}

export function corrected(c: Case, look: Lookup, how: '更正' | '补充' = '更正'): Sentence {
  return lines(`#${c.no} 已${how}。`, headline(c, look))
}

// ── handling ────────────────────────────────────────────────────────────────────────────────────

export function released(c: Case): Sentence {
  return [`#${c.no} 已放回待领哨。`]
}

export function assigned(c: Case, look: Lookup): Sentence {
  return [`#${c.no} 已派给:${c.owner?.unit ?? ''} ${c.owner ? look.name(c.owner.person) : ''},已私信告知。`]
}

/** 转办: done at once inside a unit, awaited from another. In: who said it, the owner or somebody for them. */
export function offered(c: Case, look: Lookup, by: PersonId): Sentence {
  if (!c.offer) return [`#${c.no} 已转给:${c.owner?.unit ?? ''} ${c.owner ? look.name(c.owner.person) : ''}。`]
  const { to, until } = c.offer
  const stays = c.owner && c.owner.person !== by ? look.name(c.owner.person) : '你'
  return [`#${c.no} 等${to.unit} ${look.name(to.person)}接,${dayClock(until, look.now)}前没接仍由${stays}办。`]
}

/** The answer to 催; whoever has the case themselves reads whom it waits for. */
export function urged(c: Case, by: PersonId, look: Lookup): Sentence {
  if (!c.owner) return [`#${c.no} 还没人领,已等${span(look.now - c.waitingSince)}。引用卡片回「领哨」可领。`]
  if (c.owner.person === by) {
    const still = awaited(c).map(({ unit, until }) => `${unit}(${dayClock(until, look.now)}前报到)`)
    const next = still.length ? `还等${still.join('、')},请打电话催。` : ''
    return [`#${c.no} 是你自己在办。${next}有进展回「进展 ${c.no} …」。`]
  }
  const told = c.urgedToldAt === look.now ? `已提醒${c.owner.unit}` : `已记下,今天已提醒过${c.owner.unit}`
  return [`#${c.no} ${told}(第${c.urged ?? 1}次催办)。`]
}

export function contacted(c: Case, look: Lookup): Sentence {
  return noted(c, '联系', look)
}

export function contactMissed(c: Case): Sentence {
  const tries = c.contactTries?.length ?? 1
  return [`#${c.no} 已记一次未接通(共${tries}次)。${nextCall(c.contactTries ?? []) || '可先到现场。'}`]
}

/** When to call again: 未接通 takes three calls four hours apart, one in the evening; '' when that is done. */
function nextCall(calls: readonly number[]): string {
  const left = triesLeft(calls)
  if (!left.calls && !left.evening) return ''
  return left.calls > 1 || !left.evening
    ? `隔4小时再打${left.evening ? ',其中一次放在晚上' : ''}。`
    : '还差晚上打一次。'
}

/** 「#101 已记到场。还差:检测、处置」. */
export function noted(c: Case, what: string, _look: Lookup): Sentence {
  const open = needs(c).filter((need) => need !== 'claim')
  const left =
    c.state === 'closed' || c.state === 'returned'
      ? ''
      : open.length
        ? `还差:${open.map((need) => needNames[need]).join('、')}`
        : c.state === 'merged'
          ? `自己的都齐了,随#${c.mergedInto}办结。`
          : `都齐了,回「办结 ${c.no}」。`
  return [`#${c.no} 已记${what}。${left}`]
}

export function waitingForLead(c: Case, wanted: Wanted, look: Lookup): Sentence {
  return [`#${c.no} 「${wantedName(wanted)}」${askedLead(c, look)}同意。`]
}

export function handled(c: Case, look: Lookup): Sentence {
  return noted(c, '处置', look)
}

export function revisitAnswer(c: Case, reached: boolean, look: Lookup): Sentence {
  if (!reached)
    return [
      `#${c.no} 已记一次回访未接通(共${c.revisitTries?.length ?? 1}次)。${c.asked?.includes('unreached') ? `再发条短信;${askedLead(c, look)}同意按「未接通」办结。` : nextCall(c.revisitTries ?? [])}`,
    ]
  if (c.state === 'merged' && !c.revisit) return [`#${c.no} 已记回访,未解决,#${c.mergedInto}转入重办。`]
  if (c.state === 'claimed') return [`#${c.no} 已记回访,未解决,转入重办(第${c.reopened ?? 1}次)。`]
  if (c.asked?.includes('explained'))
    return [`#${c.no} 已记回访,仍未解决,${askedLead(c, look)}定结果${c.concluded ? '' : ';建议会商'}。`]
  return noted(c, '回访', look)
}

export function closedOrAsked(c: Case, tests: string, look: Lookup): Sentence {
  if (c.state === 'closed') return [`#${c.no} 已办结:${c.result === undefined ? '' : results[c.result]}。${tests}`]
  const wanted = c.asked?.at(-1)
  return [`#${c.no} 结果「${wanted === undefined ? '' : wantedName(wanted)}」${askedLead(c, look)}同意,同意即办结。`]
}

export function reopened(c: Case, look: Lookup): Sentence {
  return [
    `#${c.no} 已重办,仍由${c.owner?.unit ?? ''} ${c.owner ? look.name(c.owner.person) : ''}承办。${stillMissing(c)}`,
  ]
}

export function voided(c: Case): Sentence {
  const main = c.stateBefore === 'merged' ? `,#${c.mergedInto}照常办理` : ''
  return [`#${c.no} 已作废${main}。要恢复回「恢复 ${c.no}」。`]
}

export function restored(c: Case, look: Lookup): Sentence {
  return lines(`#${c.no} 已恢复${c.state === 'merged' ? `,仍并在#${c.mergedInto}里` : ''}。`, headline(c, look))
}

export function snoozed(c: Case, look: Lookup): Sentence {
  return [`#${c.no} 缓到${c.snoozedUntil === undefined ? '' : dayClock(c.snoozedUntil, look.now)},那之前不再提醒你。`]
}

export function answeredByLead(c: Case, wanted: Wanted, yes: boolean): Sentence {
  return [
    `#${c.no} ${yes ? '已同意' : '不同意'}「${wantedName(wanted)}」${c.state === 'closed' ? ',已办结' : ''},已告知承办人。`,
  ]
}

export function undone(cases: readonly Case[], look: Lookup): Sentence {
  return lines(`已撤销:${cases.map(({ no }) => `#${no}`).join('、')}`, ...cases.map((c) => headline(c, look)))
}

// ── when it is not clear, or not well ───────────────────────────────────────────────────────────

export function didYouMean(said: string, example: string | undefined): Sentence {
  return [
    example === undefined
      ? '没看懂。报件请写小区楼号和问题;用法回「帮助」。'
      : `没看懂「${clip(mask(said), 12)}」。是不是想说「${example}」?用法回「帮助」。`,
  ]
}

/** To a mention with nothing behind it. */
export function atYourService(): Sentence {
  return ['我在。报件请写小区楼号和问题;领件引用卡片回「领哨」;用法回「帮助」。']
}

/** A stranger in private: one polite line a day. */
export function toStranger(): Sentence {
  return ['你好,我是接诉即办小管家,只在工作群里帮忙。需要使用请联系本单位管理员授权。']
}

/** Many messages in a minute: they are all handled, one after the other. */
export function wait(): Sentence {
  return ['收到的消息比较多,正在按顺序办,请稍候。']
}

export function fault(id: string): Sentence {
  return [`出错了(编号 ${id}),已记录,请再发一次或联系管理员。`]
}

/** The only speech outside the outbox: nothing can be stored. */
export const cannotStore = '暂时不能登记,消息已留住,恢复后自动补记。'

/** After an absence, once per used room. */
export function wasAway(from: number, to: number, now: number): Sentence {
  return [`${dayClock(from, now)}至${dayClock(to, now)}我没在线,期间的消息可能没收到。有件请再发一次。`]
}

/** Reminders that came too late to be useful, as one line. */
export function stale(nos: readonly CaseNo[]): Sentence {
  return [
    `刚才有提醒没能按时发出${nos.length ? `,涉及${nos.map((no) => `#${no}`).join('、')}` : ''}。现况回「待领」或编号。`,
  ]
}

/** A message whose fate is unknown, told to the admin without its content. */
export function unknownFate(nos: readonly CaseNo[], to: string): Sentence {
  return [
    `一条含个人信息的消息不确定是否送达(${nos.map((no) => `#${no}`).join('、')},发给${to}),没有重发。请本人再问一次「联系方式」。`,
  ]
}

/** Old commands that arrive late are asked back. */
export function tooOld(sentAt: number, now: number, said: string): Sentence {
  return s`这条是${dayClock(sentAt, now)}发的,刚收到。还要办的话请再说一次「${clip(mask(said), 20)}」。`
}
