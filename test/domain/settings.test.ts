import { describe, expect, test } from 'vitest'
import {
  defaults,
  readSetting,
  type SettingKey,
  settingNamed,
  settings,
  settingsAt,
  unreadable,
} from '../../domain/settings.ts'
import { days, hours, minutes } from '../../domain/time/wall.ts'

const all = Object.values(settings)

describe('the table of house rules', () => {
  test('gives each its own label, and a section of the rules', () => {
    expect(new Set(all.map((s) => s.label)).size).toBe(all.length)
    for (const setting of all) expect(setting.section).toMatch(/^(3|4|5|6|7|9|10|11)$/)
  })

  test.each(Object.keys(settings) as SettingKey[])(
    'has for %s a default that is checked, shown and read back',
    (key) => {
      const setting = settingNamed(key)!
      expect(setting.key).toBe(key)
      expect(setting.check(setting.default)).toBe(true)
      expect(setting.read(setting.show(setting.default))).toEqual(setting.default)
    },
  )

  test.each([
    ['undo', minutes(30)],
    ['internalTerm', days(7)],
    ['internalTermUrgent', hours(2)],
    ['transferAnswer', minutes(30)],
    ['addressedPerMinute', 20],
    ['recent', hours(4)],
    ['erasure', days(90)],
    ['chatter', hours(72)],
    ['roomBudget', 8],
    ['leadersBudget', 3],
    ['personalLists', ['08:05', '15:00']],
    ['approvalLists', ['11:30', '16:00']],
    ['dueTime', '18:00'],
  ] as const)('starts %s where the rules put it', (key, value) => {
    expect(defaults[key]).toEqual(value)
  })

  test('weighs the rates to a whole', () => {
    expect(defaults.weightResponse + defaults.weightResolution + defaults.weightSatisfaction).toBe(100)
  })
})

describe('the settings of a day', () => {
  const rows = [
    { key: 'undo', value: minutes(60), from: '2026-12-01' },
    { key: 'undo', value: minutes(20), from: '2026-11-01' },
    { key: 'roomBudget', value: 5, from: '2026-11-24' },
  ]

  test('are the defaults before any row holds', () => {
    expect(settingsAt(rows, '2026-10-31')).toEqual(defaults)
  })

  test('follow the row with the latest date, in whatever order rows come', () => {
    expect(settingsAt(rows, '2026-11-01').undo).toBe(minutes(20))
    expect(settingsAt(rows, '2026-11-30').undo).toBe(minutes(20))
    expect(settingsAt(rows, '2026-12-01').undo).toBe(minutes(60))
    expect(settingsAt(rows, '2026-11-23').roomBudget).toBe(8)
    expect(settingsAt(rows, '2026-11-24').roomBudget).toBe(5)
  })

  test('pass over a row that is unknown or out of bounds, which is named', () => {
    const bad = [
      { key: 'undo', value: 'soon', from: '2026-11-01' },
      { key: 'workUntil', value: '07:00', from: '2026-11-01' },
      { key: 'toString', value: 1, from: '2026-11-01' },
    ]
    expect(settingsAt(bad, '2026-11-24')).toEqual(defaults)
    expect(unreadable([...bad, rows[0]!])).toEqual(bad)
  })

  test('do not change the rows they are given', () => {
    const given = [...rows]
    settingsAt(given, '2026-12-24')
    expect(given).toEqual(rows)
  })
})

describe('what an administrator types', () => {
  test.each([
    ['撤销时限', '45', 'undo', minutes(45), '45分'],
    ['undo', '45分', 'undo', minutes(45), '45分'],
    ['内部时限', ' 5 天', 'internalTerm', days(5), '5天'],
    ['个人清单时刻', '8:05、14:30', 'personalLists', ['08:05', '14:30'], '08:05 14:30'],
    ['个人清单时刻', '9\uff1a00\uff0c15\uff1a00', 'personalLists', ['09:00', '15:00'], '09:00 15:00'],
    ['综合\uff1a响应率权重', '\uff11\uff12\uff05', 'weightResponse', 12, '12%'],
    ['安静时段开始', '19:00', 'workUntil', '19:00', '19:00'],
    ['急件到期提醒比例', '60% 90%', 'emergencyReminders', [0.6, 0.9], '60% 90%'],
    ['群每日主动发言', '0', 'roomBudget', 0, '0条'],
    ['局值班电话', '010-12345678', 'dutyPhone', '010-12345678', '010-12345678'],
    ['局值班电话', '无', 'dutyPhone', '', '无'],
    ['合计行', '算术平均', 'totalRow', '算术平均', '算术平均'],
    ['个人排名', '开', 'personalRanking', true, '开'],
    ['预警:高于周边', '1.8倍', 'airNeighbours', 1.8, '1.8倍'],
  ])('%s %s is read', (name, text, key, value, shown) => {
    expect(readSetting(name, text)).toEqual({ key, value, shown })
  })

  test.each([
    ['撤销时限', '很久'],
    ['撤销时限', '-5'],
    ['撤销时限', '0'],
    ['撤销时限', '9999'],
    ['群每日主动发言', '2.5'],
    ['个人清单时刻', '15:00 08:05'],
    ['个人清单时刻', '25:00'],
    ['个人清单时刻', ''],
    ['安静时段开始', '07:00'],
    ['急件到期提醒比例', '80 50'],
    ['局值班电话', '问老王'],
    ['局值班电话', ''],
    ['合计行', '随便'],
    ['个人排名', '1'],
  ])('%s %j is refused with what may be typed', (name, text) => {
    expect(readSetting(name, text)).toEqual({
      problem: 'unreadable-value',
      said: text,
      label: name,
      expected: settingNamed(name)!.expected,
    })
  })

  test('a name that is none is refused as such', () => {
    expect(readSetting('心情', '好')).toEqual({ problem: 'unknown-setting', said: '心情' })
    expect(readSetting('constructor', '1')).toEqual({ problem: 'unknown-setting', said: 'constructor' })
  })
})

describe('a length of time', () => {
  test.each([
    ['undo', '1小时', minutes(60), '60分'],
    ['undo', '1小时30分', minutes(90), '90分'],
    ['undo', '90分钟', minutes(90), '90分'],
    ['undo', '一个半小时', minutes(90), '90分'],
    ['undo', '半小时', minutes(30), '30分'],
    ['undo', '45', minutes(45), '45分'],
    ['recent', '2个小时', hours(2), '2时'],
    ['recent', '90分', minutes(90), '1.5时'],
    ['recent', '100分', minutes(100), '100分'],
    ['recent', '1天', hours(24), '24时'],
    ['internalTerm', '48小时', days(2), '2天'],
    ['paceMin', '半分钟', 30_000, '30秒'],
  ] as const)('%s takes %s', (key, typed, value, shown) => {
    const setting = settings[key]
    expect(setting.read(typed)).toBe(value)
    expect(setting.show(value)).toBe(shown)
    expect(setting.read(shown)).toBe(value)
  })

  test.each(['5小时', '0分', '小时', '1小时左右', '1.2.3分', '-1分'])('undo refuses %s', (typed) => {
    expect(settings.undo.read(typed)).toBeUndefined()
  })
})
