import { describe, expect, test } from 'vitest'
import { days, hours } from '../../domain/time/wall.ts'
import { openTalk, type Talk } from '../support/talk.ts'

const order = (due = '2026-11-30 09:30') =>
  `【工单编号】202611230001\n【地址】方庄街道芳古园一区11号楼底商\n【反映内容】底商油烟大,开不了窗\n【诉求人】王女士\n【联系电话】13800001234\n【处理时限】${due}`

const find = (talk: Talk) => talk.store.books.cases.find(101)

/** #101 of 李强, returned by the platform while an extension was asked for. */
function returned(): Talk {
  const talk = openTalk()
  talk.says('赵蕾', 'private', order())
  talk.says('李强', '方庄群', '领哨 101')
  talk.says('李强', '方庄群', '退单 101 不归我们,建议由城管委处理,依据三定')
  talk.says('赵蕾', 'private', '同意 101')
  talk.says('李强', '方庄群', '延期 101 12月2日 等配件')
  talk.says('赵蕾', 'private', '平台批复 101 退单 同意')
  expect(find(talk)?.state).toBe('returned')
  return talk
}

describe('a returned case', () => {
  test('is told to its complainant by the first receiver', () => {
    using talk = returned()
    expect(talk.says('李强', '方庄群', '101').join()).toContain('首接单位还要联系诉求人说明,打完回「101 已联系」')
    expect(talk.says('李强', '方庄群', '101 联系不上')[0]).toContain('#101 已记一次未接通')
    expect(talk.says('李强', '方庄群', '101 已联系 已向诉求人说明')[0]).toBe('#101 已记联系。')
    expect(find(talk)?.contactedAt).toBe(talk.now)
    expect(talk.says('李强', '方庄群', '101').join()).not.toContain('首接单位')
  })

  test('asks for nothing any more, and its page shows no running clock', () => {
    using talk = returned()
    expect(find(talk)).not.toHaveProperty('asked')
    expect(find(talk)).not.toHaveProperty('extension')
    const page = talk.says('李强', '方庄群', '101').join()
    expect(page).toContain('官方时限 11-30 09:30')
    expect(page).not.toMatch(/余|超|延期/)
    expect(talk.says('高明', 'private', '待批').join()).toContain('没有等您定的事项')
  })

  test('that nobody ever had is not offered to be claimed, and nobody is awaited', () => {
    using talk = openTalk()
    talk.says('赵蕾', 'private', order())
    talk.says('周敏', '方庄群', '吹哨 101 监测站 应急')
    talk.says('赵蕾', 'private', '退单 101 不归我们,建议由城管委处理,依据三定')
    talk.says('赵蕾', 'private', '同意 101')
    talk.says('赵蕾', 'private', '平台批复 101 同意')
    const page = talk.says('李强', '方庄群', '101').join()
    expect(page).toContain('没有人领过;')
    expect(page).toContain('协办:监测站 未报到')
    expect(page).not.toContain('领哨 101')
    expect(talk.says('李强', '方庄群', '101 已联系').join()).not.toContain('领哨')
  })

  test.each([
    ['赵蕾', '恢复 101'],
    ['王磊', '恢复 101'],
    ['赵蕾', '重办 101 平台再次派来'],
  ])('is opened again by %s: %s', (who, words) => {
    using talk = returned()
    talk.now += hours(2)
    expect(talk.says(who, 'private', words).join('\n')).toContain('#101 平台再次派来,恢复办理,仍由执法一队 李强承办。')
    expect(find(talk)).toMatchObject({ state: 'claimed', owner: { unit: '执法一队' } })
    expect(talk.heard('李强').at(-1)).toContain('平台再次派来')
  })

  test('is opened again by the desk pasting its order, with the deadline it names now', () => {
    using talk = returned()
    talk.now += hours(2)
    expect(talk.says('赵蕾', 'private', order('2026-12-04 18:00')).join('\n')).toMatch(
      /#101 平台再次派来,恢复办理,仍由执法一队 李强承办。\n12345件,官方时限 12-04 18:00\(余/,
    )
    expect(find(talk)?.state).toBe('claimed')
    expect(find(talk)?.no).toBe(101)
  })

  test('stays as it is when somebody of the street pastes it; they read who opens it', () => {
    using talk = returned()
    expect(talk.says('小刘', '方庄群', order()).join()).toContain('请专班或负责人回「恢复 101」')
    expect(find(talk)?.state).toBe('returned')
  })

  test('nobody had waits again', () => {
    using talk = openTalk()
    talk.says('赵蕾', 'private', order())
    talk.says('赵蕾', 'private', '退单 101 不归我们,建议由城管委处理,依据三定')
    talk.says('赵蕾', 'private', '同意 101')
    talk.says('赵蕾', 'private', '平台批复 101 退单 同意')
    talk.now += hours(1)
    expect(talk.says('赵蕾', 'private', '恢复 101').join()).toContain('待领哨,要领回「领哨 101」')
    expect(find(talk)).toMatchObject({ state: 'waiting', waitingSince: talk.now })
    expect(talk.heard('方庄群').at(-1)).toContain('平台再次派来')
  })
})

test('after 已回复 the clock stands still', () => {
  using talk = openTalk()
  talk.says('赵蕾', 'private', order())
  talk.says('李强', '方庄群', '101 我们领,已联系,到场,检测 油烟1.6,整改完 换了滤芯,回访 已解决 满意')
  talk.says('赵蕾', 'private', '已回复 101')
  talk.now += days(9)
  expect(talk.says('李强', '方庄群', '101').join()).toContain('官方时限 11-30 09:30(已回复,按时)')
  talk.says('赵蕾', 'private', '重办 101 市里回访未解决')
  expect(talk.says('李强', '方庄群', '101').join()).toContain('(已回复,按时)')
})
