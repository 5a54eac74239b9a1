import type { Case } from '../cases/case.ts'
import { type Request, requests, type Wanted } from '../cases/events.ts'
import { isRequest, wantedName } from '../cases/needs.ts'
import { isGranted } from '../cases/request.ts'
import { type Say, sayOn } from '../cases/say.ts'
import { roleNames } from '../people/roles.ts'
import { monthDayClock } from '../time/saying.ts'
import { briefly, clip, deadlineLine } from './case-lines.ts'
import type { Lookup } from './lookup.ts'
import { lines, type Sentence } from './sentence.ts'

// 退单 延期 挂账 剔除: asked here, granted by the platform.

/** The answer to who asked: before whom it was laid, and that the clock goes on. */
export function requestAsked(c: Case, { wanted, lacks }: { wanted: Request; lacks: readonly string[] }, look: Lookup) {
  const until = wanted === 'extend' && c.extension !== undefined ? `到${monthDayClock(c.extension)}` : ''
  return lines(
    `#${c.no} ${wantedWords(c, wanted)}申请${until}已请${askedWhom(c, wanted, look)}定;平台批复前时限照算。`,
    lacks.length ? `报平台还要写${lacks.join('、')},补一句回「${requests[wanted]} ${c.no} …」。` : '',
  )
}

/** The answer to a request that stands already, or was granted. */
export function askedBefore(c: Case, wanted: Request, look: Lookup): Sentence {
  if (isGranted(c, wanted))
    return [`#${c.no} 平台已同意${requests[wanted]},不用再申请。${wanted === 'suspend' ? '有进展仍回「进展」。' : ''}`]
  return [`#${c.no} 本来就申请了${requestWords(c, wanted)},在等${askedWhom(c, wanted, look)}定。`]
}

/** The answer to a ruling that was told before. */
export function ruledBefore(c: Case, { request, granted }: { request: Request; granted: boolean }): Sentence {
  return [`#${c.no} 本来就记了:平台${granted ? '已同意' : '不同意'}${requests[request]}。经过回「过程 ${c.no}」。`]
}

/** 「二次退单」: how often counts for who has the say. */
export function wantedWords(c: Case, wanted: Wanted): string {
  return wanted === 'return' && (c.returns ?? 0) > 1 ? '二次退单' : wantedName(wanted)
}

/** Those who have the say, by role: 「专班」, 「分管领导」, or that nobody can be asked yet. */
export function askedWhom(c: Case, wanted: Wanted, look: Lookup): string {
  const say = sayOn(c, wanted, look)
  return say.deciders.length ? roleNames[say.role] : `${roleNames[say.role]}(还没有登记,请管理员先授权)`
}

/** The answer to who agreed: what is to be done on the platform, by themselves or by the desk. */
export function agreedRequest(c: Case, wanted: Request, { isDesk }: { isDesk: boolean }): Sentence {
  const asker = c.owner ? '承办人' : '申请人'
  if (!c.agreed?.includes(wanted)) return [`#${c.no} 「${requests[wanted]}」已同意,即时生效,已告知${asker}。`]
  const next = isDesk ? `请在平台提交。${onceRuled(c, wanted)}` : '平台批复由专班记。'
  return [`#${c.no} 「${requests[wanted]}」已同意报平台,已告知${asker}${isDesk ? '' : '和专班'}。${next}`]
}

/** The desk: what was agreed to is to be entered on the platform. */
export function toPlatform(c: Case, wanted: Request, look: Lookup): Sentence {
  return [`${briefly(c, look)} 「${requests[wanted]}」已同意报平台,请在平台提交。${onceRuled(c, wanted)}`]
}

/** The owner and who asked: what became of it. */
export function requestAnswered(
  c: Case,
  { wanted, yes, role, why }: { wanted: Request; yes: boolean; role: Say['role']; why: string },
): Sentence {
  const reason = why && `:${clip(why, 60)}`
  const next = yes ? '平台批复前时限照算。' : '请照常办理。'
  return [`#${c.no} 「${requests[wanted]}」${roleNames[role]}${yes ? '同意报平台' : '不同意'}${reason}。${next}`]
}

/** The answer to 平台批复, and what owner and asker hear of it. */
export function ruled(
  c: Case,
  { request, granted, until, asked }: { request: Request; granted: boolean; until?: number; asked?: number },
  look: Lookup,
): Sentence {
  const other =
    until === undefined
      ? ''
      : `批到${monthDayClock(until)}${asked === undefined ? '' : `(申请到${monthDayClock(asked)})`};`
  if (granted && c.state === 'closed') return [`#${c.no} 平台已同意${requests[request]}。${onClosed(c, request)}`]
  if (!granted) return [`#${c.no} 平台不同意${requests[request]},照常办理;${deadlineLine(c, look)}`]
  const effect = {
    return: '本局不再办理;首接单位仍需联系诉求人说明。',
    extend: `${other}${deadlineLine(c, look)}`,
    suspend: `时限暂停,办理不停,有进展仍回「进展」。到期后专班回「取消挂账 ${c.no}」。`,
    exclude: '不计考核口径,照常办理。',
  } satisfies Record<Request, string>
  return [`#${c.no} 平台已同意${requests[request]}。${effect[request]}`]
}

// It is done: only the figures change.
function onClosed(c: Case, request: Request): string {
  if (request === 'exclude') return '已办结,不计考核口径。'
  if (request !== 'extend' || !c.deadline) return '已办结,不用再办。'
  const before = c.deadlineBefore ? `(原${monthDayClock(c.deadlineBefore.at)})` : ''
  return `已办结,时限改记${monthDayClock(c.deadline.at)}${before}`
}

/** 取消挂账: the answer, and what the owner hears. */
export function resumed(c: Case, look: Lookup): Sentence {
  const reckoned = c.deadline?.derived && c.repliedAt === undefined
  return [
    `#${c.no} 挂账已结束,时限接着算:${deadlineLine(c, look)}。`,
    reckoned ? `按挂账天数顺延;平台另有时限请专班回「更正 ${c.no} 时限 12月9日」。` : '',
  ].filter(Boolean)
}

/** Nothing rests. */
export function notSuspended(c: Case, look: Lookup): Sentence {
  return [`#${c.no} 没有挂账,时限一直在算:${deadlineLine(c, look)}。`]
}

/** In the room of the card: the platform took it back. */
export function returnedInRoom(c: Case, look: Lookup): Sentence {
  return [`${briefly(c, look)} 平台已同意退单,不用再办。`]
}

/** 「退单报平台、挂账」: what is asked, agreed to or granted, for the page of a case and lists; '' when nothing is. */
export function pendingWords(c: Case, look: Lookup): string {
  const asked = (c.asked ?? []).map((wanted) =>
    isRequest(wanted) ? `${requestWords(c, wanted)}申请中` : `等${askedWhom(c, wanted, look)}同意${wantedName(wanted)}`,
  )
  const agreed = (c.agreed ?? []).filter(isRequest).map((wanted) => `${requestWords(c, wanted)}等平台批复`)
  return [...asked, ...agreed, c.suspended ? '已挂账' : '', c.excluded ? '已剔除' : ''].filter(Boolean).join('、')
}

/** 「延期到12-05 18:00」, 「二次退单」. */
export function requestWords(c: Case, wanted: Wanted): string {
  return wanted === 'extend' && c.extension !== undefined
    ? `延期到${monthDayClock(c.extension)}`
    : wantedWords(c, wanted)
}

/** For the page of a case: requests, before whom they are, and what the platform granted; '' when there is none. */
export function requestsLine(c: Case, look: Lookup): string {
  const asked = (c.asked ?? []).filter(isRequest).map((one) => `${requestWords(c, one)}等${askedWhom(c, one, look)}定`)
  const agreed = (c.agreed ?? []).filter(isRequest).map((one) => `${requestWords(c, one)}等平台批复`)
  const granted = [c.suspended ? '已挂账' : '', c.excluded ? '已剔除,不计考核' : '']
  return [...asked, ...agreed, ...granted].filter(Boolean).join('、')
}

/** The answer to 「还没批」: nothing is ruled yet. */
export function stillAwaited(c: Case, wanted: readonly Request[]): Sentence {
  const named = wanted.length > 1 ? ` ${requests[wanted[0] as Request]}` : ''
  return [
    `#${c.no} ${wanted.map((one) => requestWords(c, one)).join('、')}等平台批复,批复前时限照算。批复后回「平台批复 ${c.no}${named} 同意」或「平台批复 ${c.no}${named} 不同意 原因」。`,
  ]
}

function onceRuled(c: Case, wanted: Request): string {
  return `批复后回「平台批复 ${c.no} ${requests[wanted]} 同意」或「不同意 原因」。`
}
