import readWorkbook from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { ledgerWorkbook } from '../../reports/sheet.ts'
import { madeInThread } from '../../reports/thread.ts'

const empty = { name: '台账', title: [], header: [['甲', '乙']], rows: [], foot: [] }

test.each(['=1+1', '+8610', '-5', '@SUM(A1)', '\t=1', '\r=1'])('%j stays text', async (cell) => {
  const [sheet] = await readWorkbook(await ledgerWorkbook({ ...empty, rows: [[cell, '']] }))
  expect(String(sheet?.data[1]?.[0]).startsWith("'")).toBe(true)
})

test('names of sheets that Excel would refuse are mended', async () => {
  const names = ['台账[1]', 'a/b:c', '', 'x'.repeat(60)].map(async (name) => {
    const [sheet] = await readWorkbook(await ledgerWorkbook({ ...empty, name }))
    return sheet?.sheet
  })
  expect(await Promise.all(names)).toEqual(['台账 1', 'a b c', '台账', 'x'.repeat(31)])
})

test('groups of a header of two rows are one cell; a sheet of one column is a sheet', async () => {
  const header = [
    ['序号', '检测', '', '备注'],
    ['', '情况', '结论', ''],
  ]
  const [grouped] = await readWorkbook(await ledgerWorkbook({ ...empty, header, rows: [['1', 'a', 'b', 'c']] }))
  expect(grouped?.data).toEqual([
    ['序号', '检测', null, '备注'],
    [null, '情况', '结论', null],
    ['1', 'a', 'b', 'c'],
  ])
  const [narrow] = await readWorkbook(
    await ledgerWorkbook({ ...empty, title: ['标题'], header: [['甲']], foot: ['尾'] }),
  )
  expect(narrow?.data).toEqual([['标题'], ['甲'], ['尾']])
})

test('what cannot be made in a thread rejects', async () => {
  await expect(madeInThread({ kind: 'ledger', sheet: undefined as never })).rejects.toThrow()
})

test('an archive is a PDF, with the signs a font may lack', async () => {
  const cases = [{ head: '#101 办结', facts: ['反映内容:𠮷野家😀臭'], steps: [], end: [] }]
  const bytes = await madeInThread({
    kind: 'archive',
    volume: { title: '归档包', about: [], index: { header: [], rows: [] }, cases },
  })
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
})
