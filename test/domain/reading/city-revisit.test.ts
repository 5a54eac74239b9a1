import { expect, test } from 'vitest'
import { readCityRevisit, revisitDay, unansweredIn } from '../../../domain/reading/city-revisit.ts'
import { readSheets } from '../../../domain/reading/sheet.ts'
import { instant } from '../../../domain/time/wall.ts'

const now = instant('2026-11-23', '09:30')
/** 「联系 解决 满意」: y, n, p(artly); then the satisfaction. */
const short = (said: string) => {
  const told = readCityRevisit(said)
  if (!told) return undefined
  if (told.invalid) return 'invalid'
  return `${told.contacted ? 'y' : 'n'}${told.partly ? 'p' : told.solved ? 'y' : 'n'} ${told.satisfaction}`
}

test.each([
  ['已联系 未解决 不满意', 'yn bad'],
  ['满意 已解决', 'yy good'],
  ['解决了,基本满意', 'yy fair'],
  ['不满意,没解决,联系过', 'yn bad'],
  ['已解决 未评价', 'yy none'],
  ['部分解决 一般', 'yp middling'],
  ['没联系上', 'nn none'],
  ['未联系', 'nn none'],
  ['没人联系过 未解决 不满意', 'nn bad'],
  ['未联系 已解决 满意', 'ny good'],
  ['未接通', 'invalid'],
  ['没打通', 'invalid'],
  ['无效回访', 'invalid'],
  ['三项全满意', 'yy good'],
  ['是 是 满意', 'yy good'],
  ['是/否/不满意', 'yn bad'],
  ['√ √ √', 'yy good'],
  ['1 1 0', 'yy bad'],
  ['已联系', undefined],
  ['下周开始', undefined],
])('%s', (said, meant) => expect(short(said)).toBe(meant))

test.each([
  ['满意', 'contacted solved'],
  ['不满意', 'contacted solved'],
  ['已解决', 'contacted satisfaction'],
  ['已解决 满意', 'contacted'],
  ['已联系 满意', 'solved'],
  ['已联系', 'solved satisfaction'],
  ['', 'contacted solved satisfaction'],
  ['已联系 已解决 未评价', ''],
  ['响应:是 解决:否 满意:否', ''],
  ['联系过 好了 比较满意', ''],
  ['未联系', ''],
  ['未接通', ''],
  ['三项全满意', ''],
  ['1 0 1', ''],
])('left open in 「%s」: %s', (said, open) => expect(unansweredIn(said).join(' ')).toBe(open))

test('the day the city called is the one that is named, if it is past', () => {
  expect(revisitDay('11月20日 满意', now)).toBe(instant('2026-11-20', '18:00'))
  expect(revisitDay('昨天 不满意', now)).toBe(instant('2026-11-22', '18:00'))
  expect(revisitDay('满意', now)).toBeUndefined()
  expect(revisitDay('12月20日 满意', now)).toBeUndefined()
  expect(revisitDay('1/1/0', now)).toBeUndefined()
})

test('the platform’s file: any order of columns, bad rows named, rows without a result counted', () => {
  const file = readSheets(
    [
      {
        name: '回访',
        rows: [
          ['十一月市级回访', ''],
          ['是否满意', '回访时间', '工单编号', '是否解决', '是否联系', '是否有效回访', '处长意见'],
          ['满意', '2026-11-20 10:00', '202611010001', '是', '是', '是', '阅'],
          ['基本满意', '2026-11-20', '202611010002', '√', '√', '', ''],
          ['不满意', '', '202611010003', '否', '是', '是', ''],
          ['', '', '202611010004', '', '', '否', ''],
          ['', '', '202611010005', '', '', '', ''],
          ['满意', '', '', '是', '是', '是', ''],
          ['满意', '', '2.02611E+14', '是', '是', '是', ''],
          ['待核', '', '202611010006', '待核', '', '是', ''],
          ['15', '', '', '17', '20', '', ''],
        ],
      },
    ],
    { now, units: [] },
  )
  expect(file).toMatchObject({
    kind: 'cityRevisits',
    open: 1,
    unknown: ['处长意见'],
    rows: [
      { row: 3, externalNo: '202611010001', heldAt: instant('2026-11-20', '10:00') },
      { row: 4, told: { contacted: true, solved: true, satisfaction: 'fair' } },
      { row: 5, told: { contacted: true, solved: false, satisfaction: 'bad' } },
      { row: 6, told: { invalid: true } },
    ],
    faults: [
      { row: 8, why: 'no-order' },
      { row: 9, why: 'rounded-number' },
      { row: 10, why: 'unread-revisit' },
    ],
  })
})

test('a file with orders and their revisits is orders, unless its sender said otherwise', () => {
  const rows = [
    ['工单编号', '反映内容', '地址', '是否联系', '是否解决', '是否满意'],
    ['202611010001', '油烟大', '方庄街道芳古园一区1号楼', '是', '是', '满意'],
  ]
  const read = (as?: 'cityRevisits') => readSheets([{ name: '表', rows }], { now, units: [], ...(as && { as }) }).kind
  expect(read()).toBe('orders')
  expect(read('cityRevisits')).toBe('cityRevisits')
})
