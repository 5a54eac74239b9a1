import { expect, test } from 'vitest'
import { order } from '../support/orders.ts'
import { openTalk, type Talk } from '../support/talk.ts'

function waiting(): Talk {
  const talk = openTalk()
  const place = '方庄街道芳古园一区1号楼'
  talk.says('赵蕾', 'private', order({ no: '202611230001', place, term: '2026-11-27 18:00' }))
  return talk
}

test('the owner may not move the deadline and reads who may', () => {
  using talk = waiting()
  talk.says('李强', '方庄群', '领哨 101')
  expect(talk.says('李强', '方庄群', '更正 101 时限 12月9日').join()).toBe(
    '#101 时限和工单编号由专班按平台改,请把正确的告诉专班。',
  )
})

test.each(['高明', '小刘'])('%s may not claim and is not told to', (who) => {
  using talk = waiting()
  expect(talk.says(who, 'private', '作废 101 报重了').join()).not.toContain('领哨')
})

test.each(['办结 101', '领哨 101'])('the chief is not sent to the administrator: %s', (words) => {
  using talk = waiting()
  const said = talk.says('田原', 'private', words).join()
  expect(said).toContain('您可以回「催 101」')
  expect(said).not.toContain('管理员')
})

test('the list to decide on names reason, suggested unit and new date', () => {
  using talk = waiting()
  talk.says('李强', '方庄群', '领哨 101')
  talk.says('李强', '方庄群', '退单 101 不归我们,建议由城管委处理,依据三定')
  talk.says('李强', '方庄群', '延期 101 12月2日 等配件')
  const list = talk.says('赵蕾', 'private', '待批').join() + talk.says('高明', 'private', '待批').join()
  expect(list).toMatch(/「退单」 李强,11-27 18:00到期;不归我们,建议由城管委处理,依据三定/)
  expect(list).toMatch(/「延期到12-02 18:00」 李强,.*到期;.*等配件/)
})
