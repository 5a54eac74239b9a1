import type { Case, State } from '../cases/case.ts'
import { channelNames } from '../cases/channel.ts'
import { categoryName } from '../reading/category.ts'
import { dayClock, monthDayClock, span } from '../time/saying.ts'
import type { Lookup } from './lookup.ts'

export const stateNames: Record<State, string> = {
  waiting: '待领哨',
  claimed: '办理中',
  handled: '已处置',
  closed: '办结',
  returned: '已退单',
  merged: '已并案',
  void: '作废',
}

/** 「#131 待领哨｜餐饮油烟｜方庄街道 芳古园一区11号楼」: how every card and every answer about a case begins. */
export function headline(c: Case, look: Lookup): string {
  return `#${c.no} ${stateNames[c.state]}｜${categoryName(c.category)}｜${whereOf(c, look)}`
}

/** 「#131 方庄街道 芳古园一区11号楼 餐饮油烟」: a case in a list. */
export function briefly(c: Case, look: Lookup): string {
  return `#${c.no} ${whereOf(c, look, 20)} ${categoryName(c.category)}`
}

/** Street and compound with building, at most so many characters; of a confidential case the community only. */
export function whereOf(c: Case, look: Lookup, limit = 40): string {
  const said = c.confidential ? (c.community ?? '') : look.text(c.place) || (c.community ?? '')
  const place = clip(withoutStreet(said, c.street), limit)
  const words = [c.street, place].filter(Boolean).join(' ')
  return words || '地址待补'
}

/** 「12345件,官方时限 11-29 21:47(余6天12时)」; after 已回复 「(已回复,按时)」. */
export function deadlineLine(c: Case, look: Lookup): string {
  const from = c.basis === 'industry' ? `${channelNames[c.channel]}(行业件)` : channelNames[c.channel]
  if (!c.deadline) return from
  const { at, official, derived } = c.deadline
  const name = `${official ? '官方' : '内部'}时限${derived ? '(推算)' : ''}`
  if (c.suspended) return `${from},已挂账,时限暂停`
  const before = c.deadlineBefore ? `原${monthDayClock(c.deadlineBefore.at)}` : ''
  const beside = [clockWords(c, at, look.now), before].filter(Boolean).join(',')
  return `${from},${name} ${monthDayClock(at)}${beside && `(${beside})`}`
}

// What stopped the clock tells how it stood then; of a returned or void case no clock runs.
function clockWords({ state, repliedAt, closedAt }: Case, at: number, now: number): string {
  if (repliedAt !== undefined) return `已回复,${repliedAt <= at ? '按时' : '超时'}`
  if (state === 'returned' || state === 'void') return ''
  if (state === 'closed' && closedAt !== undefined) return closedAt <= at ? '按时办结' : '超时办结'
  return at > now ? `余${span(at - now)}` : `超${span(now - at)}`
}

/** A bureau's unit 领哨, the street itself 认领. */
export function claimWord(c: Pick<Case, 'owner' | 'street'>): '领哨' | '认领' {
  return c.owner !== undefined && c.owner.unit === c.street ? '认领' : '领哨'
}

/** 「执法一队 李强 今天09:44领哨」; of a waiting case how long it has waited, and how to claim it for those who may. */
export function ownerLine(c: Case, look: Lookup, mayClaim = true): string {
  if (!c.owner && (c.state === 'returned' || c.state === 'void')) return '没有人领过'
  if (!c.owner) {
    const waited = `已等${span(Math.max(0, look.now - c.waitingSince))}`
    return `${waited},${mayClaim ? `引用本条或回「领哨 ${c.no}」` : '还没人领'}`
  }
  const when = c.claimedAt === undefined ? '' : ` ${dayClock(c.claimedAt, look.now)}${claimWord(c)}`
  return `${c.owner.unit} ${look.name(c.owner.person)}${when}`
}

/** What the complaint says, at most so many characters; nothing of a confidential one but its category. */
export function contentOf(c: Case, look: Lookup, limit = 60): string {
  if (c.confidential) return '诉求人要求保密,详情由承办人掌握'
  return clip(look.text(c.content), limit)
}

/** Words on one line, cut to so many characters with 「…」. */
export function clip(words: string, limit: number): string {
  const line = [...words.replace(/\s+/g, ' ').trim()]
  return line.length > limit ? `${line.slice(0, limit - 1).join('')}…` : line.join('')
}

// 「方庄街道 方庄街道芳古园…」 says it twice.
function withoutStreet(place: string, street: string | undefined): string {
  const rest = street !== undefined && place.startsWith(street) ? place.slice(street.length).trim() : place
  return rest || place
}
