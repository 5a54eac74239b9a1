import type { Channel } from '../cases/channel.ts'

const CHANNELS: readonly [Channel, RegExp][] = [
  ['12369', /(?<![\dA-Za-z])12369(?!\d)/u],
  ['petition', /信访|来信|来访/u],
  ['leader', /领导(?:交办|批示|转办|批转)|(?:区|局|市)领导(?:要求|交办)|交办件/u],
  ['media', /媒体|曝光|记者|微博|舆情|抖音|电视台/u],
  ['12345', /(?<![\dA-Za-z])12345(?!\d)|市民热线|接诉即办|热线(?:转|派|工单)/u],
  ['warning', /平台预警|监测预警|在线预警/u],
  ['forecast', /预测(?:任务|清单|件)/u],
  ['patrol', /巡查(?:发现|上报|时)|巡查件|日常巡查/u],
  ['grid', /网格(?:员)?(?:上报|巡查|发现)|网格件/u],
]
const SECRET = /保密|匿名|不(?:让|要|想|愿|希望)(?:意)?(?:透露|公开|泄露)|别透露|勿透露|不得透露|不便透露/u
/** «匿名» alone says that no name was given, not that the case is to be locked. */
const NAMELESS = /^\s*匿名\s*$/u
const OPEN = /^(?:否|不保密|无需保密|不需要保密|公开|无|0|N)$/iu
const NOT_SECRET = /(?:不|无需|无须|不用|不需要|非)保密|(?:是否保密|保密)[】\]]?\s*[:\uff1a]?\s*(?:否|无)/gu
const URGENT =
  /紧急(?!联系)|特急|加急|急件|急[!\uff01]|十万火急|突发|头晕|头昏|呕吐|恶心|晕倒|昏倒|中毒|泄漏|泄露(?!.{0,4}(?:信息|隐私|个人))|爆炸|死鱼|喘不上气|好几个人.{0,6}(?:不舒服|头)|多人(?:头|不适|呕|晕|送医|受伤|出现)|送医|住院.{0,4}(?:多|几)人/u
const CALM = /(?:不|非|并不|一般|不算|没那么)紧急|紧急程度[】\]]?\s*[:\uff1a]?\s*(?:一般|普通|正常|平|低)/gu

const GATHERING = /会议|开会|参会|培训|通知如下|报名|签到|讲座|值班表|座谈|演练|参加.{0,6}(?:会|活动)|请.{0,12}参加/u
const COMPLAINING = /投诉|反映|反应|扰民|居民说|居民反|诉求|举报|来电|受不了|没法|严重|太(?:吵|大|呛|臭)|味儿?大/u

/** An invitation, a roster or a training notice: it names places and pollution, and complains of nothing. */
export function isNotice(text: string): boolean {
  return GATHERING.test(text) && !COMPLAINING.test(text)
}

/** 来源 by the words of a text; undefined when it names none. */
export function readChannel(text: string): Channel | undefined {
  return CHANNELS.find(([, words]) => words.test(text))?.[0]
}

/** Whether the complainant asked to stay unknown. `stated` is the order's own field 是否保密. */
export function readSecrecy(text: string, stated: string | undefined): boolean {
  if (stated !== undefined && OPEN.test(stated.trim())) return false
  if (stated !== undefined && /^(?:是|保密|需要?|1|Y)/iu.test(stated.trim())) return true
  return text
    .replace(NOT_SECRET, '')
    .split('\n')
    .some((line) => SECRET.test(line) && !NAMELESS.test(line) && !/匿名$/u.test(line))
}

/** Whether a case is urgent: marked so, or by what happened to people. `stated` is the order's own field 紧急程度. */
export function readUrgency(text: string, stated: string | undefined): boolean {
  if (stated !== undefined && /^(?:一般|普通|正常|平件|低|否)/u.test(stated.trim())) return URGENT_BY_HARM.test(text)
  return URGENT.test(text.replace(CALM, ''))
}

const URGENT_BY_HARM = /头晕|头昏|呕吐|晕倒|昏倒|中毒|泄漏|爆炸|死鱼|多人(?:头|不适|呕|晕|送医)/u
