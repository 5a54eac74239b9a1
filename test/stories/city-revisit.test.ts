import { expect, test } from 'vitest'
import { instant } from '../../domain/time/wall.ts'
import { order } from '../support/orders.ts'
import { openTalk } from '../support/talk.ts'
import { sheet, tells } from '../support/tells.ts'
import { openWorld } from '../support/world.ts'

const DESK = 'wxid_zhaolei'

test('by the desk alone, with whatever is missing asked for; nobody reached counts nowhere', () => {
  using talk = openTalk()
  talk.says('赵蕾', 'private', order({ no: '202611230001', place: '方庄街道芳古园一区11号楼', term: '7天' }))
  expect(talk.says('李强', '方庄群', '市回访 101 满意')).toEqual([expect.stringContaining('「市回访」由专班来做')])
  expect(talk.says('赵蕾', 'private', '市回访 101')).toEqual([
    '还差联系没有、解决没有、满不满意。例:「市回访 101 已联系 未解决 不满意」',
  ])
  expect(talk.says('赵蕾', 'private', '市回访 101 未接通')).toEqual(['#101 市回访已记:未接通(不计入有效回访)。'])
  expect(talk.says('小刘', '方庄群', '市回访这两天开始了,大家注意')).toEqual([])
})

test('导入市回访 takes the platform’s file: one answer, bad rows and unknown numbers named, leads asked once', async () => {
  await using world = await openWorld()
  for (const n of [1, 2, 3])
    await world.says(
      '赵蕾',
      'private',
      order({ no: `20261123000${n}`, place: `方庄街道芳古园一区${n}号楼`, term: '7天' }),
    )
  await world.says('李强', '方庄群', '领哨 101 102 103')
  world.heard('赵蕾')
  world.heard('王磊')
  const [asked] = await tells(world, DESK, { text: '导入市回访' })
  expect(asked).toMatch(/^好,10分钟内把平台的市回访表/)
  const file = await sheet('回访.xlsx', [
    ['是否满意', '工单编号', '是否解决', '是否联系', '反映内容', '地址'],
    ['满意', '202611230001', '是', '是', '油烟', '芳古园'],
    ['不满意', '202611230002', '否', '是', '油烟', '芳古园'],
    ['', '202611230003', '', '', '油烟', '芳古园'],
    ['满意', '202611239999', '是', '是', '油烟', '芳古园'],
    ['满意', '', '是', '是', '油烟', '芳古园'],
  ])
  expect(await tells(world, DESK, { files: [file] })).toEqual([
    '市回访记入2件(有效2:联系2 解决1 满意1 基本满意0);1行还没有回访结果;1行没记:第6行 没有工单编号\n未联系、未解决或不满意1件,已请负责人定是否重办:#102\n没写回访时间的按今天记,计入12月期;不是的,补上「回访时间」一列再导一次。\n不认识的工单编号1个:202611239999。请核对,或先登记再导一次。',
  ])
  expect(world.heard('王磊').filter((words) => words.includes('市回访'))).toEqual([
    expect.stringMatching(/^#102 .*市回访:已联系 未解决 不满意。还在办,请尽快联系诉求人。$/),
  ])
  expect(world.bot.store.books.cases.all()).toHaveLength(3)
  await tells(world, DESK, { text: '导入市回访' })
  const [again] = await tells(world, DESK, { files: [file] })
  expect(again).toMatch(/^市回访记入0件;2行与已记的一样;1行还没有回访结果;1行没记/)
  expect(world.bot.store.books.cases.verify().brokenAt).toBeUndefined()

  // The same with the day of the call: it moves into that day's period, and nobody is asked again.
  const dated = await sheet('回访.xlsx', [
    ['工单编号', '是否联系', '是否解决', '是否满意', '回访时间'],
    ['202611230001', '是', '是', '满意', '2026-11-17'],
    ['202611230002', '是', '否', '不满意', '2026-11-18'],
    ['202611230003', '是', '是', '满意', '2026-11-20'],
    ['202611230003', '是', '否', '不满意', '2026-11-12'],
  ])
  await tells(world, DESK, { text: '导入市回访' })
  expect(await tells(world, DESK, { files: [dated] })).toEqual([
    '市回访记入1件(有效1:联系1 解决1 满意1 基本满意0);改了回访日期2件。\n同一件有几行、结果不同,按最后一次记:202611230003。',
  ])
  expect(world.heard('王磊').filter((words) => words.includes('市回访'))).toEqual([])
  await world.says('高明', 'private', '上期成绩')
  expect(world.heard('高明').at(-1)).toContain('市回访2(不足10件):响应2/2 解决1/2 满意1')
})

test('in every order of words, several in one message, each with its own answer', () => {
  using talk = openTalk()
  for (let n = 1; n <= 9; n++)
    talk.says('赵蕾', 'private', order({ no: `20261123000${n}`, place: `方庄街道芳古园一区${n}号楼` }))
  const says = (text: string) => talk.says('赵蕾', 'private', text).join('\n').replaceAll('市回访已记:', '').split('\n')
  expect(says('101市里回访联系过,不满意,没解决')).toEqual(['#101 已联系 未解决 不满意。'])
  expect(says('102 市级回访:已联系,未解决,不满意')).toEqual(['#102 已联系 未解决 不满意。'])
  expect(says('已联系 已解决 满意 103 市回访')).toEqual(['#103 已联系 已解决 满意。'])
  expect(says('市回访联系了没解决不满意 104')).toEqual(['#104 已联系 未解决 不满意。'])
  expect(says('市回访 105 是否联系:是 是否解决:否 是否满意:否')).toEqual(['#105 已联系 未解决 不满意。'])
  expect(says('202611230006 12345回访 11月20日 已联系 已解决 满意')).toEqual(['#106 已联系 已解决 满意。'])
  expect(talk.store.books.cases.find(106)?.cityRevisitedAt).toBe(instant('2026-11-20', '18:00'))
  expect(says('市回访 101 已联系已解决满意,102 联系过 不满意 已解决')).toEqual([
    '#101 已联系 已解决 满意。',
    '#102 已联系 已解决 不满意。',
  ])
  expect(says('市回访\n103 已联系 不满意 未解决\n104 三项全满意')).toEqual([
    '#103 已联系 未解决 不满意。',
    '#104 已联系 已解决 满意。',
  ])
  expect(says('市回访 107 108 已联系 已解决 基本满意')).toEqual([
    '#107 已联系 已解决 基本满意。',
    '#108 已联系 已解决 基本满意。',
  ])
  expect(says('市里回访109:没联系上')).toEqual(['#109 未联系 未解决 未评价。若是市里没打通,回「市回访 109 未接通」。'])
  // One number nobody knows, and nothing of the message is noted.
  expect(says('市回访 101 已联系 未解决 不满意,999 三项全满意')).toEqual([expect.stringContaining('没有#999这个件')])
  expect(talk.store.books.cases.find(101)?.cityRevisit).toMatchObject({ satisfaction: 'good' })

  talk.now = instant('2026-11-23', '09:40')
  // The day alone is put right; the same day again changes nothing.
  expect(says('市回访 106 11月17日 已联系 已解决 满意')).toEqual([
    '#106 市回访日期改为11-17,计入11月期:已联系 已解决 满意。',
  ])
  expect(says('市回访 106 11月17日 已联系 已解决 满意')).toEqual(['#106 市回访已经记过:已联系 已解决 满意。'])
  expect(says('市回访 106 已联系 已解决 满意')).toEqual(['#106 市回访已经记过:已联系 已解决 满意。'])
  expect(talk.says('赵蕾', 'private', '过程 106').join()).toContain('市回访日期更正为11-17 18:00')
})
