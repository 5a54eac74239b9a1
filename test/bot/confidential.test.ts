import { expect, test } from 'vitest'
import { openTalk } from '../support/talk.ts'

const ORDER =
  '【工单编号】202611230021\n【地址】方庄街道芳古园一区11号楼3单元502\n【被反映对象】老灶火锅\n【反映内容】昨晚23:40老灶火锅排油烟,诉求人要求保密\n【诉求人】王女士\n【联系电话】13811110026\n【处理时限】7天'

test('where and what a confidential case is, who first claimed it reads in private with the number', () => {
  using talk = openTalk()
  talk.says('赵蕾', 'private', ORDER)
  expect(talk.says('李强', '方庄群', '领哨 101').at(-1)).toContain('地点、详情和号码私聊我回「联系方式 101」')
  talk.says('李强', '方庄群', '联系方式 101')
  expect(talk.heard('李强').at(-1)).toMatch(/\n地点:方庄街道 芳古园一区11号楼。反映:老灶火锅,昨晚23:40老灶火锅排油烟/)
  for (const who of ['王磊', '周敏', '陈曦']) {
    talk.says(who, 'private', '联系方式 101 核对')
    expect(talk.heard(who).join()).not.toMatch(/11号楼|老灶|23:40/)
  }
})

test('without a complainant it is told all the same', () => {
  using talk = openTalk()
  talk.says('小刘', '方庄群', '芳古园一区5号楼底商麻辣烫油烟大,要求匿名保密')
  expect(talk.says('李强', '方庄群', '领哨 101').at(-1)).toContain('地点和详情私聊我回「联系方式 101」')
  expect(talk.says('李强', 'private', '联系方式 101').at(-1)).toContain('地点:方庄街道 芳古园一区5号楼底商。')
})

test('过程 of a confidential case has no words in a room, only what was done; its owner reads them in private', () => {
  using talk = openTalk()
  talk.says('赵蕾', 'private', ORDER)
  for (const text of ['领哨 101', '101 已联系 夜里23点40最重', '101 到场 11号楼老灶火锅在营业', '检测 101 油烟1.6'])
    talk.says('李强', '方庄群', text)
  for (const [who, where] of [
    ['小刘', '方庄群'],
    ['王磊', '执法一队工作群'],
    ['周敏', 'private'],
  ] as const) {
    const trail = talk.says(who, where, '过程 101').join()
    expect(trail).toMatch(/已联系诉求人\(李强\)\n.* 到场\(李强\)\n.* 检测 → 超标0\.6倍\(李强\)/)
    expect(trail).not.toMatch(/11号楼|老灶|23点40/)
  }
  expect(talk.says('李强', 'private', '过程 101').join()).toContain('到场:11号楼老灶火锅在营业')
})
