import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/cases/case.ts'
import type { CaseEvent, Logged } from '../../../domain/cases/events.ts'
import type { LedgerField } from '../../../domain/reading/ledger-fields.ts'
import { spanOfPeriod } from '../../../domain/time/period.ts'
import { hours } from '../../../domain/time/wall.ts'
import { defaultLedger, ledgerRow, ledgerSheet } from '../../../domain/words/ledger.ts'
import { ledgerCell, marksOf } from '../../../domain/words/ledger-cells.ts'
import { aCase, aClaimed, aLook, NOW } from '../../support/sample.ts'

const texts = { 1: '芳古园一区11号楼', 2: '老灶火锅 排油烟', 3: '油烟1.6', 4: '整改完 换了净化器', 5: '商户拒绝开机' }
const look = aLook(texts)
const logOf = (...events: CaseEvent[]): Logged[] =>
  events.map((event, i) => ({ no: 131, seq: i + 1, at: NOW + hours(i), by: 7, cause: i + 1, event }))
const cell = (field: LedgerField, c: Case, log: Logged[] = []) => ledgerCell(field, { c, log, row: 3 }, look)
const deadline = { at: NOW + hours(24), official: true, derived: false }

describe('a cell', () => {
  test.each<[LedgerField, Partial<Case>, string]>([
    ['row', {}, '3'],
    ['no', {}, '#131'],
    ['receivedAt', {}, '2026-11-23 09:30'],
    ['receivedAt', { confidential: true }, '2026-11-23'],
    ['address', { place: 1 }, '芳古园一区11号楼'],
    ['address', { place: 1, confidential: true, community: '芳古园社区' }, '芳古园社区'],
    ['content', { content: 2 }, '老灶火锅 排油烟'],
    ['content', { content: 2, confidential: true }, '诉求人要求保密'],
    ['subject', { subject: 2, confidential: true }, ''],
    ['channel', { channel: 'patrol' }, '巡查'],
    ['grade', { urgent: true, grade: '2h' }, '急件 2小时'],
    ['basis', { basis: 'industry' }, '行业件'],
    ['state', { state: 'returned' }, '已退单'],
    ['name', { complainant: 1 }, ''],
    ['phone', { complainant: 1 }, ''],
    ['contactedAt', { contactedAt: NOW }, '2026-11-23 09:30'],
    ['contactedAt', { contactTries: [NOW, NOW + 1] }, '未接通2次'],
    ['contactedAt', { contactWaived: true }, '免联系'],
    ['arrivedAt', { arrivalWaived: true }, '免到场'],
    ['deadline', { deadline }, '2026-11-24 09:30'],
    ['deadline', { deadline: { ...deadline, official: false, derived: true } }, '2026-11-24 09:30(内部)(推算)'],
    ['inTime', { deadline }, ''],
    ['inTime', { deadline, repliedAt: NOW }, '按时'],
    ['inTime', { deadline, repliedAt: NOW + hours(25) }, '超时'],
    ['inTime', { deadline: { ...deadline, at: NOW } }, '超时(未回复)'],
    ['inTime', { deadline: { ...deadline, at: NOW }, suspended: true }, ''],
    ['inTime', { deadline: { ...deadline, at: NOW }, state: 'returned' }, ''],
    ['inTime', { deadline: { ...deadline, at: NOW }, state: 'void' }, ''],
    ['inTime', { deadline: { ...deadline, official: false }, repliedAt: NOW }, ''],
    ['revisit', { revisit: { solved: false, partly: true, satisfaction: 'middling' } }, '部分解决 一般'],
    ['citySolved', { cityRevisit: { contacted: true, solved: false, satisfaction: 'bad' } }, '否'],
    ['citySatisfied', { cityRevisit: { contacted: true, solved: false, satisfaction: 'bad' } }, '不满意'],
    [
      'cityContacted',
      { cityRevisit: { contacted: false, solved: false, satisfaction: 'none', invalid: true } },
      '未接通',
    ],
    ['city', { cityRevisit: { contacted: true, solved: true, satisfaction: 'good' } }, '已联系 已解决 满意'],
    ['requests', { asked: ['return'] }, '申请退单中'],
    ['requests', { deadlineBefore: deadline, excluded: true }, '已延期(原2026-11-24 09:30)、已剔除'],
    ['merged', { mergedInto: 101, sameCaller: true }, '并入#101(同一诉求人)'],
    ['merged', { holds: [102, 103] }, '含#102、#103'],
    [
      'supervised',
      { supervised: [{ level: 'chief', until: NOW, by: 1, since: NOW, seq: 3 }] as never },
      '一把手督办,2026-11-23 09:30前',
    ],
    ['reopened', { reopened: 2 }, '2次'],
    ['remark', { state: 'void' }, '作废'],
  ])('%s of %o', (field, facts, words) => expect(cell(field, aCase(facts))).toBe(words))

  test('what was undone counts no more; of several tests the last', () => {
    const log = logOf(
      { kind: 'tested', text: 3 },
      { kind: 'handled', text: 4 },
      { kind: 'tested', text: 5 },
      { kind: 'undone', undoes: 3 },
    )
    expect(cell('tested', aClaimed(), log)).toBe('油烟1.6')
    expect(cell('handling', aClaimed(), log)).toBe('换了净化器')
  })

  test('不宜检测 with its reason, and that the lead has not agreed yet', () => {
    const log = logOf({ kind: 'asked', wanted: 'noTest', why: 5 })
    expect(cell('tested', aClaimed({ agreed: ['noTest'] }), log)).toBe('不宜检测:商户拒绝开机')
    expect(cell('tested', aClaimed({ asked: ['noTest'] }), log)).toBe('不宜检测(待负责人同意)')
  })

  test('marks stand together', () =>
    expect(marksOf(aCase({ state: 'returned', excluded: true, confidential: true }))).toEqual([
      '已退单',
      '剔除(不计考核口径)',
      '保密',
    ]))
})

describe('a sheet', () => {
  const period = { ...spanOfPeriod('2026-12'), period: '2026-12' }
  const days = { from: spanOfPeriod('2026-12').from, to: spanOfPeriod('2026-12').from + hours(48) }
  const titled = (title: string, wish = period as Parameters<typeof ledgerSheet>[2]['wish']) =>
    ledgerSheet([], { ...defaultLedger, title: [title] }, { wish, now: NOW, reconciled: '' }).title[0]

  test.each([
    ['2026年10月接诉即办台账', '2026年12月接诉即办台账'],
    ['接诉即办台账(10月份)', '接诉即办台账(12月)'],
    ['2026年10月19日至11月18日台账', '2026年12月台账'],
    ['2026年10月台账(9月19日-10月18日)', '2026年12月台账(12月)'],
    ['10月份台账 填报日期:2026年10月20日', '12月台账 填报日期:2026年11月23日'],
    ['接诉即办台账', '接诉即办台账 12月期(11-19至12-18)'],
  ])('the month of a learned title is that of the period: %s', (title, said) => expect(titled(title)).toBe(said))

  test('a title of some days says the days', () => expect(titled('10月台账', days)).toBe('11-19至11-20台账'))

  test('under it 口径, 截至 and 已对账至; returned and void ones are counted apart', () => {
    const rows = [aCase(), aCase({ no: 132, basis: 'industry' }), aCase({ no: 133, state: 'void' })].map((c, i) =>
      ledgerRow({ c, log: [], row: i + 1 }, defaultLedger, look),
    )
    const { foot } = ledgerSheet(rows, defaultLedger, { wish: period, now: NOW, reconciled: '已对账至昨日17:00' })
    expect(foot).toEqual([
      '口径:全口径,本局承办2、行业件1(其中作废1)｜12月期(11-19至12-18)登记3件｜截至2026-11-23 09:30｜已对账至昨日17:00｜以平台/监测报告为准',
    ])
  })

  test('nothing of complainants is among the columns of our own', () => {
    expect(defaultLedger.fields).not.toContain('name')
    expect(defaultLedger.fields).not.toContain('phone')
  })
})
