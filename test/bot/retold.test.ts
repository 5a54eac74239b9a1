import { expect, test } from 'vitest'
import { openTalk } from '../support/talk.ts'

const order =
  '【工单编号】202611220102\n【地址】方庄街道芳古园一区5号楼\n【反映内容】饭馆油烟大\n【诉求人】李女士\n【联系电话】13800005678\n【处理时限】7天'

test('the draft and 过程 tell what stands, once', () => {
  using talk = openTalk()
  talk.says('赵蕾', 'private', order)
  for (const text of ['领哨 101', '101 没人接', '101 已联系诉求人,约明天看', '101 到场 门锁着'])
    talk.says('李强', '方庄群', text)
  talk.says('李强', '方庄群', '撤销')
  talk.says('李强', '方庄群', '101 不宜检测 店铺已停业')
  talk.says('王磊', 'private', '同意 101')
  talk.says('李强', '方庄群', '101 整改完 换了净化器')
  talk.says('李强', '方庄群', '101 回访 已解决 满意')

  const draft = talk.says('赵蕾', 'private', '回复稿 101').join('\n')
  expect(draft).not.toContain('门锁着')
  for (const told of [
    '联系诉求人未接通。',
    '联系诉求人,约明天看。',
    '不宜检测,店铺已停业。',
    '处置完成:换了净化器。',
    '已解决、满意。',
  ])
    expect(draft).toContain(told)

  const steps = talk.says('李强', '方庄群', '过程 101').join('\n')
  expect(steps).toMatch(/到场:门锁着.*\(已撤销\)/)
  expect(steps).toMatch(/处置完成:换了净化器\(李强\)/)
  expect(steps).toMatch(/回访:已解决 满意\(李强\)/)
})
