import { writeFileSync } from 'node:fs'
import readWorkbook from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { order } from '../support/orders.ts'
import { openTalk } from '../support/talk.ts'
import { sheet, tells } from '../support/tells.ts'
import { openWorld, type World } from '../support/world.ts'

const DESK = 'wxid_zhaolei'

const paste = (world: World, no: string, place: string, more: Partial<Parameters<typeof order>[0]> = {}) =>
  world.says('赵蕾', 'private', order({ no, place: `方庄街道${place}`, term: '2026-11-30 18:00', ...more }))

/** The last workbook somebody was sent, as a spreadsheet program shows it. */
async function workbookOf(world: World, who: string): Promise<string[][]> {
  const bytes = world.wechat.heard(who).findLast(({ file }) => file)?.file?.bytes
  if (process.env.LOOK) writeFileSync(process.env.LOOK, bytes ?? '')
  const [first] = await readWorkbook(Buffer.from(bytes ?? []))
  return (first?.data ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
}

/** Five orders: one done to its end, one that waits, one merged, one returned by the platform, one void. */
async function week(world: World): Promise<void> {
  for (const n of [1, 2, 3, 4, 5]) await paste(world, `20261123000${n}`, `芳古园一区${n}号楼`)
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '101 已联系 约明天上午10点现场')
  await world.says('李强', '方庄群', '101 到场 净化器没开')
  await world.says('李强', '方庄群', '检测 101 油烟1.6 颗粒物3.2')
  await world.says('李强', '方庄群', '101 整改完 =1+1换了净化器')
  await world.says('李强', '方庄群', '101 回访 已解决 满意')
  await world.says('李强', '方庄群', '已回复 101')
  await world.says('李强', '方庄群', '办结 101')
  await world.says('赵蕾', 'private', '市回访 101 已联系 已解决 基本满意')
  await world.says('李强', '方庄群', '领哨 103 104')
  await world.says('李强', '方庄群', '并案 103 到 104')
  const code = /确认 (\d{4})/.exec(world.heard('方庄群').at(-1) ?? '')?.[1]
  await world.says('李强', '方庄群', `确认 ${code}`)
  await world.says('赵蕾', 'private', '作废 105 报重了')
  const sure = /确认 (\d{4})/.exec(world.heard('赵蕾').at(-1) ?? '')?.[1]
  if (sure) await world.says('赵蕾', 'private', `确认 ${sure}`)
  world.heard('赵蕾')
}

test('the bot learns the bureau’s own header and fills it: their title, order and columns, one row a case', async () => {
  await using world = await openWorld()
  await week(world)
  expect(await tells(world, DESK, { text: '台账模板' })).toEqual([expect.stringMatching(/^好,10分钟内把你们的台账/)])
  const theirs = await sheet('大气科台账.xlsx', [
    ['丰台区生态环境局2026年10月接诉即办台账'],
    [
      '序号',
      '编号',
      '工单编号',
      '受理时间',
      '街镇',
      '点位',
      '事由',
      '承办单位',
      '承办人',
      '检测',
      '',
      '处置措施',
      '市级回访',
      '',
      '',
      '办理时限',
      '是否按期',
      '联系电话',
      '科长意见',
      '经手',
    ],
    ['', '', '', '', '', '', '', '', '', '情况', '结论', '', '响应', '解决', '满意', '', '', '', '', ''],
    [
      '1',
      '7',
      '2026',
      '10-2',
      '方庄街道',
      '某处',
      '王女士13800001234反映油烟',
      '一队',
      '甲',
      '1.6',
      '超标',
      '',
      '是',
      '是',
      '满意',
      '',
      '',
      '13800001234',
      '',
      '',
    ],
  ])
  const [answer] = await tells(world, DESK, { files: [theirs] })
  expect(answer?.split('\n')).toEqual([
    '学会了「大气科台账.xlsx」第2行的表头:20列,认出18列。',
    '序号、编号、工单编号、受理时间、街镇、点位(地址)、事由(反映内容)、承办单位、承办人、检测·情况(检测情况)、检测·结论(检测结论)、处置措施(处置情况)、市级回访·响应(市回访响应)、市级回访·解决(市回访解决)、市级回访·满意(市回访满意)、办理时限(截止时间)、是否按期(是否按时)、联系电话',
    '没认出2列:19 科长意见、20 经手',
    '要填哪列,回「台账模板 第19列 承办人」;不说就留空。',
    '联系电话平时不填;要打码的回「台账 本期 含诉求人」。',
    '现在回「台账 本期」就按它填。',
  ])
  // Nothing of the sample rows is kept.
  expect(JSON.stringify(world.bot.store.books.ledger.current())).not.toMatch(/王女士|13800001234/)

  expect(await tells(world, DESK, { text: '台账模板 经手 是 办结结果' })).toEqual([
    '好,第20列「经手」填办结结果。还有1列留空。回「台账 本期」看看。',
  ])
  expect(await tells(world, DESK, { text: '台账 本期' })).toEqual(['〔文件〕台账 12月期(11-19至12-18).xlsx'])
  const [title, head, parts, first, second, third, , fifth, foot, ...more] = await workbookOf(world, DESK)
  expect(title?.[0]).toBe('丰台区生态环境局2026年12月接诉即办台账')
  expect(head?.slice(0, 8)).toEqual(['序号', '编号', '工单编号', '受理时间', '街镇', '点位', '事由', '承办单位'])
  expect(parts?.slice(9, 15)).toEqual(['情况', '结论', '', '响应', '解决', '满意'])
  expect(first).toEqual([
    '1',
    '#101',
    '202611230001',
    '2026-11-23 09:30',
    '方庄街道',
    '芳古园一区1号楼',
    '油烟大,居民无法开窗',
    '执法一队',
    '李强',
    '油烟1.6 颗粒物3.2',
    '油烟超标0.6倍、颗粒物达标',
    "'=1+1换了净化器",
    '是',
    '是',
    '基本满意',
    '2026-11-30 18:00',
    '按时',
    '',
    '',
    '已解决',
    '',
  ])
  expect(second?.at(-1)).toBe('')
  expect(third?.at(-1)).toBe('并入#104(同一诉求人)')
  expect(fifth?.at(-1)).toBe('作废')
  expect(head?.at(-1)).toBe('备注(小管家)')
  expect(foot?.[0]).toBe(
    '口径:全口径,本局承办5、行业件0(其中并案1、作废1)｜12月期(11-19至12-18)登记5件｜截至2026-11-23 09:30｜未对账｜以平台/监测报告为准',
  )
  expect(more).toEqual([])
  // A file is a file: nothing of it stands in the outbox.
  expect(JSON.stringify(world.bot.store.books.outbox)).not.toContain('居民无法开窗')
})

test('without a template of theirs our own header; by street, by days; nothing registered is said', async () => {
  await using world = await openWorld()
  await week(world)
  expect(await tells(world, DESK, { text: '台账 今天 方庄' })).toEqual(['〔文件〕台账 方庄街道 11-23.xlsx'])
  const [title, header, first] = await workbookOf(world, DESK)
  expect(title?.[0]).toBe('接诉即办台账 11-23')
  expect(header).not.toContain('联系电话')
  expect(header).toHaveLength(41)
  expect(Object.fromEntries(header!.map((name, i) => [name, first?.[i]]))).toMatchObject({
    编号: '#101',
    来源: '12345件',
    口径: '本局承办',
    办理状态: '办结',
    处置情况: "'=1+1换了净化器",
    回访结果: '已解决 满意',
    市回访满意: '基本满意',
    是否按时: '按时',
  })
  expect(await tells(world, DESK, { text: '台账 11月16日至11月22日' })).toEqual([
    '11-16至11-22没有登记的件。换一期:「台账 上期」「台账 11月」「台账 11月16日至11月22日」。',
  ])
  expect(await tells(world, DESK, { text: '台账 成寿寺' })).toEqual([
    '12月期(11-19至12-18)成寿寺街道没有登记的件。换一期:「台账 上期」「台账 11月」「台账 11月16日至11月22日」。',
  ])
  expect(await tells(world, DESK, { text: '台账 王家村' })).toEqual([expect.stringContaining('王家村')])
  await world.says('李强', 'private', '台账 本期')
  expect(world.heard('李强').at(-1)).toMatch(/由专班来做/)
})

test('names and phones only asked for, confirmed, covered and written down; never those of a confidential case', async () => {
  await using world = await openWorld()
  await paste(world, '202611230001', '芳古园一区1号楼')
  await world.says(
    '赵蕾',
    'private',
    `${order({ no: '202611230002', place: '方庄街道芳古园一区2号楼', term: '2026-11-30 18:00' })}\n【是否保密】是`,
  )
  const looks = (no: number) => world.bot.store.books.vault.looks(no).length
  const names = async () => {
    const [, header, ...rows] = await workbookOf(world, DESK)
    const at = header!.indexOf('诉求人')
    return at < 0 ? undefined : rows.slice(0, 2).map((row) => row.slice(at, at + 2))
  }
  await tells(world, DESK, { text: '台账 今天' })
  expect(await names()).toBeUndefined()
  const [asked, ...more] = await tells(world, DESK, { text: '台账 今天 含诉求人' })
  expect(asked).toMatch(
    /^出11-23台账2件,含诉求人\(打码:王\*、138\*\*\*\*1234\),逐件留痕,保密件不含。确定回「确认 \d{4}」/,
  )
  expect(more).toEqual([])
  expect(looks(101)).toBe(0)
  const code = /确认 (\d{4})/.exec(asked ?? '')?.[1]
  expect(await tells(world, DESK, { text: `确认 ${code}` })).toEqual(['〔文件〕台账 11-23.xlsx'])
  expect(await names()).toEqual([
    ['王*', '138****1234'],
    ['', ''],
  ])
  expect([looks(101), looks(102)]).toEqual([1, 0])

  await tells(world, DESK, { text: '台账模板' })
  await tells(world, DESK, { files: [await sheet('x.xlsx', [['序号', '街镇', '承办单位']])] })
  expect(await tells(world, DESK, { text: '台账 今天 含电话' })).toEqual([
    expect.stringMatching(/^你们的台账没有诉求人/),
  ])
})

test('what is no ledger is said, and the template of before still counts', async () => {
  await using world = await openWorld()
  await paste(world, '202611230001', '芳古园一区1号楼')
  const sends = async (name: string, bytes: Buffer | string) => {
    await tells(world, DESK, { text: '台账模板' })
    return (await tells(world, DESK, { files: [{ name, bytes: Buffer.from(bytes) }] }))[0]
  }
  const of = async (...rows: string[][]) => (await sheet('x.xlsx', rows)).bytes as Buffer
  expect(await sends('空.xlsx', await of([]))).toMatch(/^「空.xlsx」没找到表头/)
  expect(await sends('无表头.xlsx', await of(['1', '方庄街道', '李强'], ['2', '花乡街道', '何涛']))).toMatch(
    /没找到表头/,
  )
  expect(await sends('记事本.xlsx', '请各单位按时报送')).toMatch(/没找到表头/)
  expect(await sends('旧.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toMatch(/是旧格式或加了密/)
  expect(await sends('坏.xlsx', 'PK\u0003\u0004 nothing')).toMatch(/打不开/)
  expect(await sends('密.xlsx', await of(['序号', '街镇', '承办单位'], ['1', '机密', '']))).toMatch(/密/)
  expect(world.bot.store.books.ledger.current()).toBeUndefined()

  const wide = Array.from({ length: 47 }, (_, i) => `自定义第${i}项`)
  expect(await sends('宽.xlsx', await of(['=HYPERLINK("http://x")', '序号', '街镇', '街镇', ...wide, '编号']))).toMatch(
    /^学会了「宽.xlsx」第1行的表头:52列,认出3列。\n序号、街镇、编号\(工单编号\)\n没认出49列:1 '=HYPERLINK/,
  )
  expect(await tells(world, DESK, { text: '台账' })).toEqual(['〔文件〕台账 12月期(11-19至12-18).xlsx'])
  const [header, first] = await workbookOf(world, DESK)
  expect(header?.[0]).toBe(`'=HYPERLINK("http://x")`)
  expect([first?.[1], first?.[2], first?.[3], first?.[51]]).toEqual(['1', '方庄街道', '', '202611230001'])
  expect(await tells(world, DESK, { text: '台账模板 街镇街镇 空' })).toEqual([expect.stringMatching(/没看懂/)])
  expect(await tells(world, DESK, { text: '台账模板 默认' })).toEqual([
    expect.stringMatching(/^好,以后「台账」用我自己的表头/),
  ])
})

test('asked for in plain words, by who may', () => {
  using talk = openTalk()
  talk.says('赵蕾', 'private', order({ no: '202611230001', place: '方庄街道芳古园一区1号楼' }))
  const says = (text: string) => talk.says('赵蕾', 'private', text).join()
  expect(says('把12月台账发我')).toBe('台账 12月期(11-19至12-18).xlsx')
  expect(says('我要本周台账')).toBe('台账 11-23至11-29.xlsx')
  expect(says('导出上个月的台账')).toMatch(/^11月期.*没有登记的件/)
  expect(talk.says('李强', 'private', '把11月台账发我').join()).toContain('「台账」由专班来做')
  expect(talk.says('李强', '方庄群', '把11月台账发我')).toEqual([])
})
