import type { Channel } from '../cases/channel.ts'
import { channelNames } from '../cases/channel.ts'
import type { Grade } from '../cases/grade.ts'
import { type Need, needNames } from '../cases/needs.ts'
import { unreachedRule } from '../cases/tries.ts'
import { type RoleId, roleNames } from '../people/roles.ts'
import { days, hours, minutes, wallOf } from '../time/wall.ts'

// The questions about the work itself: clocks, closing, who may, whose, where, figures.

const GRADES: Record<Exclude<Grade, 'internal'>, string> = {
  '2h': '2小时急件',
  '24h': '24小时件',
  '7d': '7天一般件',
  '15d': '15天疑难件',
  letter: '信访件',
}

export const clockAsks = {
  contact: (m: { grade: '2h' | '24h' | '7d'; time: string }) =>
    `${GRADES[m.grade]},当天${m.time}领哨,最晚几点前要联系诉求人?`,
  deadline: (m: { grade: Grade; channel: Channel; urgent: boolean; at: string }) =>
    m.grade === 'internal'
      ? `${channelNames[m.channel]}的${m.urgent ? '急' : ''}件,${m.at}登记,没写期限。内部时限到几时?`
      : `${m.channel === 'petition' ? '' : '12345的'}${GRADES[m.grade]},${m.at}派单,没写截止时间。官方时限推算到几时?`,
  term: (key: TermKey) => TERMS[key],
  tries: (calls: readonly string[]) => `给诉求人打了${calls.length}次都没人接:${calls.join('、')}。能按「未接通」报吗?`,
  stops: (stopping: boolean) => (stopping ? '下面哪种情况,官方时限停表?' : '下面哪种情况,官方时限还在走?'),
}

const TERMS = {
  emergencyContact: '2小时急件,领哨后多久内要联系诉求人?',
  emergencyOnSite: '2小时急件,领哨后多久内要到场?',
  emergencyUnclaimedLead: '急件没人领,多久后提醒到负责人?',
  emergencyUnclaimedDeputy: '急件没人领,多久后提醒到分管领导?',
  dayContact: '24小时件,领哨后多久内要联系诉求人?',
  dayUnclaimedLead: '24小时件没人领,多久后提醒到负责人?',
  dayInternal: '24小时件,内部时限比官方时限提前多久?',
  generalContact: '7天一般件,领哨后多久内要联系诉求人?',
  generalInternal: '7天一般件,内部时限比官方时限提前多久?',
  internalTerm: '巡查、网格发现的件(不急),内部时限多长?',
  internalTermUrgent: '巡查、网格发现的急件,内部时限多长?',
  whistleUrgent: '应急吹哨后,被叫的单位多久内要报到?',
  whistleEnforcement: '综合执法吹哨后,被叫的单位多久内要报到?',
  transferAnswer: '转办给别的单位,等对方回「接」等多久?',
  undo: '说错了,多久内能「撤销」?',
  claimInTime: '领哨率里,登记后多久内主动领的才算?',
} as const
export type TermKey = keyof typeof TERMS
export const termKeys = Object.keys(TERMS) as TermKey[]

/** 「15分钟」, 「24小时」, 「7天」: each length in one way only. */
export function lengthSaid(ms: number): string {
  if (ms < hours(1)) return `${ms / minutes(1)}分钟`
  if (ms >= days(2) && ms % days(1) === 0) return `${ms / days(1)}天`
  return `${Math.round((ms / hours(1)) * 100) / 100}小时`
}

/** 「当天12:20」, 「次日10:20」, 「11-30 10:20」. */
export function momentSaid(at: number, from: number): string {
  const [then, now] = [wallOf(at), wallOf(from)]
  if (then.date === now.date) return `当天${then.time}`
  if (then.date === wallOf(from + days(1)).date) return `次日${then.time}`
  return `${then.date.slice(5)} ${then.time}`
}

/** 「11-20 09:30」. */
export const dayAndTime = (at: number): string => `${wallOf(at).date.slice(5)} ${wallOf(at).time}`

export const clockWhys = {
  contact: (m: { length: string; until: string }) => `从领哨起${m.length}内,节假日夜里也算(自然时间)→ ${m.until}。`,
  official: (length: string) => `没写截止时间的按等级推算:${length},自然时间,从派单起算。`,
  internal: (length: string) => `自己发现的件没有官方时限,内部时限${length},从登记起算。`,
  term: (m: { length: string; label: string }) => `现在的规则,${m.label}:${m.length}。`,
  tries: (m: { counted: number; evening: boolean }) =>
    `要打${unreachedRule.calls}次、各隔${lengthSaid(unreachedRule.apart)}以上、有一次在${unreachedRule.evening}点后。这里能算${m.counted}次,${m.evening ? '有' : '没有'}${unreachedRule.evening}点后的。`,
  stops: '官方时限只在「平台已回复」或平台批复同意挂账后停;申请、会商、督办、处置都不停表。',
  house: '依据本局规则(管理员「设置」可改)',
  official12345: '依据12345工单等级时限,以平台为准',
  letter: '依据信访件期限:15天内受理,60天内答复',
  platform: '依据平台计时,以平台为准',
}

/** What is still missing to 未接通. */
export function triesSaid({ calls, evening }: { calls: number; evening: boolean }): string {
  if (!calls && !evening) return '能'
  if (!calls) return '不能,缺一次18点后的'
  return evening ? `不能,还差${calls}次,含一次18点后的` : `不能,还差${calls}次`
}

export const situations = {
  claimed: '已领哨,正在办',
  handled: '已处置,还没回复平台',
  revisited: '局内回访满意,还没回复平台',
  returnAsked: '退单已申请,平台没批复',
  extendAsked: '延期已申请,平台没批复',
  suspendAsked: '挂账已申请,平台没批复',
  consulting: '正在会商',
  supervised: '局领导督办',
  suspended: '平台批复同意挂账',
  replied: '平台已回复',
} as const
export type Situation = keyof typeof situations

export const flowAsks = {
  missing: (m: { who: string; done: readonly Need[] }) =>
    `${m.who},已${m.done.map((need) => needNames[need]).join('、')}。要办结还差什么?`,
  may: (m: { what: string }) => `下面谁可以${m.what}?`,
  urgent: '下面哪条要按急件登记?',
  open: (harmless: boolean) => (harmless ? '下面哪句可以直接发在群里?' : '下面哪句不能发在群里?'),
}

/** Whose case it is, for what closing needs. */
export function caseSaid(channel: Channel, caller: 'named' | 'nobody' | 'waived' | 'own'): string {
  const beside = { named: '(留了电话)', nobody: '(匿名,没留电话)', waived: '(要求不再联系,已免联系)', own: '的件' }
  return `${channelNames[channel]}${beside[caller]}`
}

/** 「回访、平台回复」. */
export const needsSaid = (missing: readonly Need[]): string =>
  missing.map((need) => needNames[need]).join('、') || '不差,可以办结'

export const needsWhy = {
  named: '有人可联系:领哨、联系、到场、检测、处置、回访、平台回复都要。',
  nobody: '没人可联系:免联系、免回访;到场、检测、处置和平台回复照样要。',
  waived: '免联系的:不用联系和回访;到场、检测、处置和平台回复照样要。',
  own: '自己发现的件:不用联系、回访和平台回复;领哨、到场、检测、处置照样要。',
}

export const closingRule = '依据本局办结规则(各来源要的不一样)'
export const rightsRule = '依据本局权限表'
export const rightsWhy = (m: { what: string; who: string }): string => `能${m.what}的:${m.who}。`
export const roleSaid = (role: RoleId): string => roleNames[role]

export const doings = {
  claim: '领哨',
  assign: '把件派给别人',
  whistle: '吹哨叫单位到场',
  agree: '批「不宜检测」、退单这类申请',
  supervise: '督办案件',
  rule: '记平台批复',
  cityRevisit: '记市回访结果',
  reconcile: '和平台对账',
  mute: '让一个群静音',
  setOwner: '设归口',
  settings: '改规则设置',
  draft: '取回复稿',
  consult: '提请会商',
} as const

export const urgentWhy = (words: string): string => `「${words}」涉及人身或突发,按急件,昼夜提醒。`
export const urgentRule = '依据急件规则:紧急/突发,或头晕、呕吐、泄漏、爆炸、死鱼、多人不适'
export const privacyWhy = '群里只写小区、楼号和问题;姓名、电话、门牌、车牌私聊发我。'
export const privacyRule = '依据本局隐私规则(诉求人信息不进群)'

export const whoseAsk = (m: { word: string; category: string }): string =>
  `${m.category}(如「${m.word}」),主责一般是谁?`
export const whoseWhy = (m: { category: string; owner: string; with: string }): string =>
  `${m.category}:${m.owner};协同${m.with}。`
export const whoseRule = (asOf: string): string => `依据公开案例整理(${asOf}),以平台派单为准`

export const placeAsks = {
  street: (community: string) => `${community}属于哪个街镇?`,
  old: (name: string) => `2021年前的「${name}」,现在叫什么?`,
  fresh: '下面哪个是2021年新设的街道?',
}
export const placeWhys = {
  street: (m: { community: string; street: string }) => `${m.community}属${m.street}。`,
  old: (m: { old: string; street: string }) => `2021年区划调整:「${m.old}」→ ${m.street}。`,
  fresh: (streets: readonly string[]) =>
    `2021年新设:${streets.map((street) => street.replace('街道', '')).join('、')}。`,
  census: '依据国家统计局2023年区划;新小区以街道为准',
  notice: '依据2021年丰台区街镇调整通告',
}

export const figureAsks = {
  rate: (m: { valid: number; contacted: number; solved: number; good: number; fair: number; which: RateName }) =>
    `市回访有效${m.valid}件:联系上${m.contacted}、解决${m.solved}、满意${m.good}、基本满意${m.fair}。${m.which}是多少?`,
  period: (date: string) => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日市里回访的,算哪个考核期?`,
}
export type RateName = '响应率' | '解决率' | '满意率' | '综合'
export const rateRule = '依据考核口径:三率只看市回访;权重以「设置」为准'
export const periodSaid = (period: string): string => `${Number(period.slice(5))}月期`
export const periodWhy = (m: { period: string; from: string; to: string }): string =>
  `${periodSaid(m.period)}是${m.from.slice(5)}到${m.to.slice(5)}(上月19日到本月18日)。`
export const periodRule = '依据考核期规则,按市里打电话那天算'
