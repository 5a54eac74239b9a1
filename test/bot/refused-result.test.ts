import { expect, test } from 'vitest'
import { order } from '../support/orders.ts'
import { openTalk } from '../support/talk.ts'

test('a result the lead refused is named by the case and not asked again until more was done', () => {
  using talk = openTalk()
  const place = '方庄街道芳古园一区1号楼'
  talk.says('赵蕾', 'private', order({ no: '202611230001', place, term: '2026-11-27 18:00' }))
  talk.says('李强', '方庄群', '101 我们领,已联系,到场,检测 油烟0.6,整改完 换了滤芯')
  talk.says('赵蕾', 'private', '已回复 101')
  for (const words of ['101 回访 未解决 不满意', '101 已联系,整改完 加装除味', '101 回访 未解决 不满意'])
    talk.says('李强', '方庄群', words)
  talk.says('王磊', 'private', '不同意 101 再去做工作')
  expect(talk.says('李强', '方庄群', '101').join()).toContain('负责人没同意「未解决已解释」')
  expect(talk.says('李强', '方庄群', '办结 101').join()).toContain('#101 结果「未解决已解释」负责人没有同意')
  expect(talk.store.books.cases.find(101)?.asked).toBeUndefined()
  talk.says('李强', '方庄群', '进展 101 又上门做了工作')
  expect(talk.says('李强', '方庄群', '办结 101').join()).toContain('同意即办结')
})
