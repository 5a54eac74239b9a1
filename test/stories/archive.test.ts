import { writeFileSync } from 'node:fs'
import readWorkbook from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { instant } from '../../domain/time/wall.ts'
import { eraseOld } from '../../jobs/erase.ts'
import { order } from '../support/orders.ts'
import { jpeg } from '../support/pictures.ts'
import { sheet, tells } from '../support/tells.ts'
import { openWorld, type World } from '../support/world.ts'

const DESK = 'wxid_zhaolei'

const filesTo = (world: World, who: string) => world.wechat.heard(who).flatMap(({ file }) => file ?? [])

/** #101 done to its end with a picture, #102 void, #103 open, #104 closed a period later. */
async function month(world: World): Promise<void> {
  for (const n of [1, 2, 3, 4])
    await world.says(
      '赵蕾',
      'private',
      order({ no: `20261117000${n}`, place: `方庄街道芳古园一区${n}号楼`, term: '2026-11-24 18:00' }),
    )
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '101 已联系 约明天上午10点现场')
  await world.says('李强', '方庄群', '101 到场 净化器没开')
  await world.says('李强', '方庄群', '', {
    files: [{ name: '1.jpg', bytes: jpeg({ seed: 3 }) }],
    text: undefined as never,
  })
  await world.says('李强', '方庄群', '检测 101 油烟1.6')
  await world.says('李强', '方庄群', `101 整改完 ${'换了新的净化器和滤芯,'.repeat(12)}已经正常`)
  await world.says('李强', '方庄群', '101 回访 已解决 满意')
  await world.says('李强', '方庄群', '已回复 101')
  await world.says('李强', '方庄群', '办结 101')
  await world.says('赵蕾', 'private', '作废 102 报重了')
  await world.says('李强', '方庄群', '领哨 104')
  await world.advance('11-19 10:00')
  world.heard('赵蕾')
}

test('what ended in a period is archived as PDF and index, confirmed once, and erased when its time is over', async () => {
  await using world = await openWorld({ at: '2026-11-17T09:30:00+08:00' })
  await month(world)
  const { store } = world.bot
  expect(await tells(world, DESK, { text: '归档包 12月' })).toEqual([
    '12月期到12-18才结束,结束后再归档。现在能归档的:「归档包 11月」。',
  ])
  expect(await tells(world, DESK, { text: '归档包 上周' })).toEqual([expect.stringMatching(/^归档按考核期/)])
  await world.says('李强', 'private', '归档包 11月')
  expect(world.heard('李强').at(-1)).toMatch(/专班、管理员/)

  const [pdf, workbook, answer, ...more] = await tells(world, DESK, { text: '归档包 11月' })
  expect([pdf, workbook]).toEqual(['〔文件〕归档包 2026年11月期.pdf', '〔文件〕归档包 2026年11月期 索引.xlsx'])
  expect(more).toEqual([])
  expect(answer?.replace(/\d{4}」/, '0000」').split('\n')).toEqual([
    '11月期(10-19至11-18)归档包:2件(办结1、作废1),PDF 1册、索引1份,见上。',
    '本期登记、还没办结的2件不在包里,也不清除:#103、#104。',
    '请核对、存好,再回「确认 0000」(5分钟内)。确认后,这些件的个人信息、文字和照片从2027-02-17起清除,案件、时间和统计保留。',
  ])
  const [book, sheets] = filesTo(world, DESK)
  expect(book?.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(book?.bytes.toString('latin1')).toContain('/Count 2')
  if (process.env.LOOK) writeFileSync(process.env.LOOK, book?.bytes ?? '')
  const read = await readWorkbook(Buffer.from(sheets?.bytes ?? []))
  const [cases, events, kept, about] = read.map(({ data }) => data)
  expect(read.map(({ sheet }) => sheet)).toEqual(['目录', '事件链', '文件', '说明'])
  expect(cases?.slice(1).map((row) => [row[1], row[6], row[18]])).toEqual([
    ['#101', '办结', null],
    ['#102', '作废', '作废'],
  ])
  // The archive says what the log says: every event with its hash, the head of the chain, the picture.
  const links = store.books.chain.links(101)
  expect(events?.filter(([no]) => no === '#101').map((row) => row[5])).toEqual(links.map(({ hash }) => hash))
  expect(cases?.[1]?.at(-1)).toBe(links.at(-1)?.hash)
  expect(about?.flat().join('')).toContain(store.books.chain.head()?.hash)
  expect(kept?.slice(1)).toEqual([
    ['#101', '101-1', '照片', expect.any(String), expect.any(String), store.books.files.find(1)?.hash],
  ])
  // Whole words, not the lines of a chat; nothing of the complainant.
  expect(JSON.stringify(events)).toContain('已经正常')
  expect(JSON.stringify(read)).not.toMatch(/1380000|王女士/)

  // Only who was asked, with the code; a wrong one does nothing.
  expect(await tells(world, DESK, { text: '确认 0000' })).toEqual([expect.stringMatching(/^没有等你确认的事/)])
  expect([...store.books.erasure.confirmed()]).toEqual([])
  const code = /确认 (\d{4})/.exec(answer ?? '')?.[1]
  const head = store.books.chain.head()?.hash
  expect(await tells(world, DESK, { text: `确认 ${code}` })).toEqual([
    `11月期已归档,2件。链尾哈希 ${head?.slice(0, 12)}…已记下。个人信息、文字和照片从2027-02-17起清除。`,
  ])
  expect(store.books.erasure.archive('2026-11')).toMatchObject({ head })
  expect(await tells(world, DESK, { text: '归档包 11月' })).toEqual([
    '〔文件〕归档包 2026年11月期.pdf',
    '〔文件〕归档包 2026年11月期 索引.xlsx',
    '11月期今天10:00已由赵蕾确认归档,不用再确认。',
  ])

  // What comes to an archived period afterwards is in no file that was kept.
  expect(await tells(world, DESK, { text: '市回访 101 11月17日 已联系 已解决 满意' })).toEqual([
    '#101 市回访已记:已联系 已解决 满意。\n11月期已归档,补了这些,请回「归档包 11月」再存一份。',
  ])
  await tells(world, DESK, { text: '导入市回访' })
  const late = await sheet('回访.xlsx', [
    ['工单编号', '是否解决', '是否满意', '回访时间'],
    ['202611170001', '是', '满意', '2026-11-18'],
  ])
  expect(await tells(world, DESK, { files: [late] })).toEqual([
    '市回访记入0件;改了回访日期1件。\n11月期已归档,补了这些,请回「归档包 11月」再存一份。',
  ])

  expect(store.disk.read(1)).toBeDefined()
  eraseOld(store, instant('2027-02-16', '23:00'))
  expect(store.books.erasure.erased(101)).toBeUndefined()
  eraseOld(store, instant('2027-02-17', '04:17'))
  expect([101, 102, 103, 104].map((no) => store.books.erasure.erased(no) !== undefined)).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(store.disk.read(1)).toBeUndefined()
  expect(store.books.files.shown(1)).toBeUndefined()
  expect(store.books.cases.verify().brokenAt).toBeUndefined()
})

test('the code is asked for again without the files; nothing to archive is said', async () => {
  await using world = await openWorld({ at: '2026-11-17T09:30:00+08:00' })
  expect(await tells(world, DESK, { text: '归档包 10月' })).toEqual(['10月期(09-19至10-18)没有办结、可归档的件。'])
  await month(world)
  const [asked, ...more] = await tells(world, DESK, { text: '归档包 11月 确认' })
  expect(asked).toMatch(/^11月期2件归档,核对过就回「确认 \d{4}」/)
  expect(more).toEqual([])
  const code = /确认 (\d{4})/.exec(asked ?? '')?.[1]
  expect(await tells(world, DESK, { text: `确认 ${code}` })).toEqual([expect.stringMatching(/^11月期已归档,2件/)])
})
