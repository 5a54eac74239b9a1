/**
 * Every house rule (†) of domain.md, once: its default, its label, how it is typed and checked. The values that hold on a
 * day are the defaults with the administrators' rows over them; no other file holds these numbers.
 */
import { distance } from 'fastest-levenshtein'
import {
  amount,
  choice,
  length,
  onOff,
  type Setting,
  shares,
  shortText,
  timeOfDay,
  timesOfDay,
  type Unkeyed,
} from './setting.ts'

const about = (section: string, label: string) => ({ section, label })
const upTo = (max: number, section: string, label: string) => ({ section, label, max })

const table = {
  // 3 · people
  trial: onOff(false, about('3', '试运行:只登记和出清单,不催办')),
  deskReturns: amount(1, '次', { ...about('3', '专班可批退单次数'), min: 0, max: 9 }),
  deskExtension: length(3, '天', upTo(30, '3', '专班可批延期天数')),
  sameRevisiterWarned: onOff(true, about('3', '经办人自己回访时提醒')),

  // 4 · a case's life
  transferAnswer: length(30, '分', upTo(1440, '4', '转办等待接件')),
  whistleUrgent: length(30, '分', upTo(1440, '4', '应急吹哨报到')),
  whistleEnforcement: length(2, '时', upTo(72, '4', '综合执法吹哨报到')),
  cohandleArrival: length(2, '时', upTo(72, '4', '协办报到')),
  arrivalReminder: amount(20, '%', { ...about('4', '报到提醒:余时占比'), min: 5, max: 90 }),
  arrivalReminderMost: length(4, '时', upTo(48, '4', '报到提醒最早提前')),
  approvalLists: timesOfDay(['11:30', '16:00'], about('4', '待批清单时刻')),
  approvalAtOnce: length(2, '时', upTo(24, '4', '余时不足即送批')),
  undo: length(30, '分', upTo(240, '4', '撤销时限')),
  contactPart: amount(3, '分之一', { ...about('4', '未联系提醒:时限过'), min: 2, max: 20 }),
  superviseTime: timeOfDay('17:00', about('4', '督办最早到期时刻')),
  superviseProgress: timeOfDay('16:00', about('4', '督办每日进展时刻')),

  // 5 · clocks
  internalTerm: length(7, '天', upTo(60, '5', '内部时限')),
  internalTermUrgent: length(2, '时', upTo(72, '5', '紧急件内部时限')),
  dueTime: timeOfDay('18:00', about('5', '只有日期时的截止时刻')),
  workFrom: timeOfDay('08:00', { ...about('5', '安静时段结束'), min: '05:00', max: '12:00' }),
  workUntil: timeOfDay('20:00', { ...about('5', '安静时段开始'), min: '16:00', max: '23:59' }),
  personalLists: timesOfDay(['08:05', '15:00'], about('5', '个人清单时刻')),
  holidayLists: timesOfDay(['09:00', '16:00'], about('5', '非工作日值班清单时刻')),
  holidayNotice: timeOfDay('15:00', about('5', '节前清零时刻')),
  dutyPhone: shortText(/^[\d-]{5,20}$/, { ...about('5', '局值班电话'), expected: '如 010-12345678,没有填 无' }),
  emergencyUnclaimedLead: length(5, '分', upTo(120, '5', '急件未领告负责人')),
  emergencyUnclaimedDeputy: length(15, '分', upTo(240, '5', '急件未领告分管领导')),
  emergencyUnclaimedAgain: length(15, '分', upTo(240, '5', '急件未领重复间隔')),
  emergencyUnclaimedTimes: amount(6, '次', { ...about('5', '急件未领重复次数'), min: 0, max: 12 }),
  emergencyContact: length(15, '分', upTo(240, '5', '急件联系时限')),
  emergencyOnSite: length(60, '分', upTo(480, '5', '急件到场时限')),
  emergencyInternal: length(15, '分', upTo(120, '5', '急件内部时限提前')),
  emergencyReminders: shares([0.5, 0.8], about('5', '急件到期提醒比例')),
  dayUnclaimedPrivate: length(30, '分', upTo(480, '5', '24小时件未领私信')),
  dayUnclaimedRoom: length(1, '时', upTo(24, '5', '24小时件未领群内')),
  dayUnclaimedLead: length(2, '时', upTo(24, '5', '24小时件未领告负责人')),
  dayContact: length(2, '时', upTo(24, '5', '24小时件联系时限')),
  dayInternal: length(4, '时', upTo(23, '5', '24小时件内部时限提前')),
  dayReminderFirst: length(6, '时', upTo(23, '5', '24小时件首次到期提醒')),
  dayReminderSecond: length(2, '时', upTo(23, '5', '24小时件再次到期提醒')),
  generalUnclaimedPrivate: length(2, '时', upTo(48, '5', '一般件未领私信')),
  generalUnclaimedRoom: length(4, '时', upTo(72, '5', '一般件未领群内')),
  generalUnclaimedLead: length(8, '时', upTo(96, '5', '一般件未领告负责人')),
  generalContactSoon: length(20, '时', upTo(96, '5', '一般件联系预提醒')),
  generalContact: length(24, '时', upTo(120, '5', '一般件联系时限')),
  generalInternal: length(24, '时', upTo(120, '5', '一般件内部时限提前')),
  generalReminder: length(48, '时', upTo(240, '5', '一般件到期提醒')),

  // 6 · reading
  recent: length(4, '时', upTo(48, '6', '接续上一件的时限')),
  placeList: timeOfDay('09:30', about('6', '地名清单时刻')),
  duplicateNoise: amount(100, '米', { ...about('6', '噪声疑似重复距离'), min: 10, max: 5000 }),
  duplicateDust: amount(200, '米', { ...about('6', '扬尘疑似重复距离'), min: 10, max: 5000 }),
  duplicateOdour: amount(500, '米', { ...about('6', '异味疑似重复距离'), min: 10, max: 5000 }),
  duplicateSpan: length(30, '天', upTo(180, '6', '疑似重复天数')),
  duplicateLikeness: amount(35, '分', { ...about('6', '疑似重复起点分'), min: 1, max: 100 }),

  // 7 · manners
  roomBudget: amount(8, '条', { ...about('7', '群每日主动发言'), min: 0, max: 50 }),
  leadersBudget: amount(3, '条', { ...about('7', '领导群每日主动发言'), min: 0, max: 20 }),
  paceMin: length(6, '秒', upTo(120, '7', '主动发言最短间隔')),
  paceMax: length(15, '秒', upTo(300, '7', '主动发言最长间隔')),
  cardsTogether: length(10, '分', upTo(60, '7', '新件合为一单的间隔')),
  addressedPerMinute: amount(20, '条', { ...about('7', '每人每分钟受理消息'), min: 1, max: 600 }),
  personalRanking: onOff(false, about('7', '个人排名')),
  quizBoard: onOff(false, about('7', '练兵榜')),

  // 9 · figures
  weightResponse: amount(10, '%', { ...about('9', '综合:响应率权重'), min: 0, max: 100, whole: false }),
  weightResolution: amount(50, '%', { ...about('9', '综合:解决率权重'), min: 0, max: 100, whole: false }),
  weightSatisfaction: amount(40, '%', { ...about('9', '综合:满意率权重'), min: 0, max: 100, whole: false }),
  weightFairlySatisfied: amount(90, '%', { ...about('9', '基本满意折算'), min: 0, max: 100, whole: false }),
  totalRow: choice(['加权', '算术平均'], { ...about('9', '合计行'), default: '加权' }),
  claimInTime: length(2, '时', upTo(72, '9', '领哨率时限')),

  // 10 · privacy
  erasure: length(90, '天', upTo(3650, '10', '个人信息清除')),
  quizKept: length(90, '天', upTo(730, '10', '练兵记录保留')),
  chatter: length(72, '时', upTo(720, '10', '群聊原文保留')),
  backupTime: timeOfDay('02:30', { ...about('10', '每日备份时刻'), max: '15:59' }),
  backupsDaily: amount(7, '份', { ...about('10', '按日保留备份'), min: 1, max: 60 }),
  backupsWeekly: amount(4, '份', { ...about('10', '按周保留备份'), min: 0, max: 53 }),
  backupsMonthly: amount(12, '份', { ...about('10', '按月保留备份'), min: 0, max: 120 }),
  patrolPlansAfter: onOff(true, about('10', '巡查安排事后入群')),

  // 11 · acting before complaints
  airNeighbours: amount(1.5, '倍', { ...about('11', '预警:高于周边'), min: 1, max: 10, whole: false }),
  airAbove: amount(20, 'µg/m³', { ...about('11', '预警:高于周边至少'), min: 1, max: 500 }),
  airRise: amount(50, '%', { ...about('11', '预警:一小时升幅'), min: 5, max: 500 }),
  airInRow: amount(2, '次', { ...about('11', '预警:连续次数'), min: 1, max: 12 }),
  warningCoolDown: length(2, '时', upTo(48, '11', '预警冷却')),
  warningVerify: length(2, '时', upTo(72, '11', '预警核实时限')),
  warningSolve: length(24, '时', upTo(240, '11', '预警解决时限')),
} satisfies Record<string, Unkeyed<unknown>>

type Table = typeof table
export type SettingKey = keyof Table

/**
 * The values of one day, by key. Lengths of time are milliseconds, times of the day 'HH:MM', percentages as typed
 * (10 is 10 %), lists of shares fractions.
 */
export type Settings = { readonly [K in SettingKey]: Table[K]['default'] }

/** What is known of each setting: label, unit, section, default, check. */
export const settings = Object.fromEntries(
  Object.entries(table).map(([key, setting]) => [key, { ...setting, key }]),
) as unknown as { readonly [K in SettingKey]: Setting<Settings[K]> }

/** What holds where nobody has changed anything. */
export const defaults: Settings = settingsAt([], '1970-01-01')

/** A value an administrator gave, and the first day on which it holds. The last row of a day wins. */
export interface SettingRow {
  key: string
  value: unknown
  from: string
}

/** The settings of a date: for each key the row with the latest from not after it, else the default. Rows that fail the check are passed over; see unreadable. */
export function settingsAt(rows: readonly SettingRow[], date: string): Settings {
  const values: Record<string, unknown> = {}
  for (const setting of Object.values(settings)) values[setting.key] = setting.default
  const holding = rows.filter((row) => row.from <= date && readable(row))
  for (const row of holding.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)))
    values[row.key] = row.value
  return values as unknown as Settings
}

/** Rows with an unknown key or a value that fails its check: settingsAt passes them over, doctor names them. */
export function unreadable(rows: readonly SettingRow[]): SettingRow[] {
  return rows.filter((row) => !readable(row))
}

/** A setting by its key or its Chinese label. */
export function settingNamed(name: string): Setting<unknown> | undefined {
  const wanted = name.normalize('NFKC').trim()
  return Object.values(settings).find((s) => s.key === wanted || s.label === wanted) as Setting<unknown> | undefined
}

/** The label nearest to what was typed, if one is near enough to be meant. */
export function nearestSetting(said: string): string | undefined {
  const typed = said.normalize('NFKC').trim()
  const part = Object.values(settings).find(({ label }) => typed.length >= 2 && label.includes(typed))
  if (part) return part.label
  const near = Object.values(settings)
    .map(({ label }) => ({ label, far: distance(typed, label) }))
    .sort((a, b) => a.far - b.far)[0]
  return near && near.far <= Math.floor(near.label.length / 2) ? near.label : undefined
}

export type Reading =
  | { key: SettingKey; value: unknown; shown: string }
  | { problem: 'unknown-setting'; said: string }
  | { problem: 'unreadable-value'; said: string; label: string; expected: string }

/** What an administrator typed for a setting (key or label), checked, ready for a row; or why not, with what may be typed. */
export function readSetting(name: string, text: string): Reading {
  const setting = settingNamed(name)
  if (!setting) return { problem: 'unknown-setting', said: name }
  const value = setting.read(text)
  if (value === undefined)
    return { problem: 'unreadable-value', said: text, label: setting.label, expected: setting.expected }
  return { key: setting.key as SettingKey, value, shown: setting.show(value) }
}

function readable(row: SettingRow): boolean {
  return Object.hasOwn(settings, row.key) && settings[row.key as SettingKey].check(row.value)
}
