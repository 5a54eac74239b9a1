import { describe, expect, test } from 'vitest'
import { personIn, phoneIn, readCorrection } from '../../../domain/reading/correction.ts'

describe('what shall be corrected, and to what', () => {
  test.each([
    ['电话 13800001234', 'phone', '13800001234'],
    ['电话:138 0000 1234', 'phone', '138 0000 1234'],
    ['电话13800001234', 'phone', '13800001234'],
    ['13800001234', 'phone', '13800001234'],
    ['电话错了,是13800001234', 'phone', '13800001234'],
    ['电话号码有误,应该是13800001234', 'phone', '13800001234'],
    ['联系电话改为13800001234', 'phone', '13800001234'],
    ['电话是13800001234不是13800005678', 'phone', '13800001234'],
    ['诉求人 李女士', 'name', '李女士'],
    ['诉求人姓名错了,是李女士', 'name', '李女士'],
    ['来电人应该是李先生', 'name', '李先生'],
    ['工单编号 202611230001', 'externalNo', '202611230001'],
    ['单号写错了 应为202611230001', 'externalNo', '202611230001'],
    ['时限改为12月2日', 'deadline', '12月2日'],
    ['办理时限 12月2日18:00', 'deadline', '12月2日18:00'],
    ['类别 施工噪声', 'category', '施工噪声'],
    ['街镇 成寿寺', 'street', '成寿寺'],
    ['街道错了,是成寿寺街道', 'street', '成寿寺街道'],
    ['被反映对象 老灶火锅', 'subject', '老灶火锅'],
    ['店名写错了,是新灶火锅', 'subject', '新灶火锅'],
    ['口径 行业件', 'basis', '行业件'],
    ['地址 芳古园一区18号楼', 'place', '芳古园一区18号楼'],
    ['内容 晚上油烟大,有没有人管', 'content', '晚上油烟大,有没有人管'],
  ])('%s', (words, what, to) => expect(readCorrection(words)).toEqual({ what, to }))

  test.each(['', '是18号楼不是8号楼', '晚上更严重', '电话', '谢谢'])('「%s」 names nothing', (words) =>
    expect(readCorrection(words)).toBeUndefined(),
  )
})

test('the right phone stands behind the wrong one', () => {
  expect(phoneIn('13800001234')).toBe('13800001234')
  expect(phoneIn('没有号码')).toBeUndefined()
})

test('a name is a name', () => {
  expect(['李女士', '姓李', '李某', '李小红'].map(personIn)).toEqual(['李女士', '李', '李某', '李小红'])
  expect(['业主', '同一个人打的', '12345'].map(personIn)).toEqual([undefined, undefined, undefined])
})
