import { describe, expect, test } from 'vitest'
import { hours } from '../../domain/time/wall.ts'
import { openTalk, type Talk } from '../support/talk.ts'

const ORDER =
  '【工单编号】202611230001\n【地址】方庄街道芳古园一区11号楼底商\n【反映内容】底商油烟大,开不了窗\n【诉求人】王女士\n【联系电话】13800001234\n【处理时限】7天'

/** #101, done by 李强 up to the handling. */
function handled(): Talk {
  const talk = openTalk()
  talk.says('赵蕾', 'private', ORDER)
  talk.says('李强', '方庄群', '101 我们领,已联系,到场,检测 油烟1.6,整改完 换了滤芯')
  expect(talk.store.books.cases.find(101)?.state).toBe('handled')
  return talk
}

describe('what must be done anew after 重办', () => {
  test('opened by the desk: contact, handling, revisit; arrival and test stand', () => {
    using talk = handled()
    talk.says('李强', '方庄群', '101 回访 已解决 满意,已回复,办结')
    talk.now += hours(1)
    expect(talk.says('赵蕾', 'private', '重办 101 市里回访未解决').at(-1)).toMatch(
      /^#101 已重办,仍由执法一队 李强承办。还差:联系、处置、回访$/,
    )
    expect(talk.heard('李强').at(-1)).toContain('请再联系诉求人')
    expect(talk.says('李强', '方庄群', '办结 101')[0]).toMatch(/^#101 还不能办结:差联系、处置、回访。/)
    expect(talk.says('李强', '方庄群', '101 整改完 又清洗了')[0]).toMatch(/^#101 还不能处置完成:差联系。/)
    talk.says('李强', '方庄群', '101 已联系,整改完 又清洗了,回访 已解决 满意,办结')
    expect(talk.store.books.cases.find(101)?.state).toBe('closed')
  })

  test('opened by an unsatisfied revisit: whoever was just called is not called again', () => {
    using talk = handled()
    const said = talk.says('李强', '方庄群', '101 回访 未解决 不满意')
    expect(said.join()).toContain('转入重办(第1次)')
    expect(talk.says('李强', '方庄群', '101 还差什么')[0]).toContain('还差:处置、回访、平台回复')
  })

  test('the clock of the contact runs from the reopening', () => {
    using talk = handled()
    talk.now += hours(30)
    talk.says('赵蕾', 'private', '重办 101 市里回访未解决')
    expect(talk.says('李强', 'private', '今天跑').at(-1)).toMatch(/#101 .*前要联系/)
  })
})
