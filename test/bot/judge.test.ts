import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { unverified } from '../../domain/standards/limits.ts'

const program = fileURLToPath(new URL('../../bot/cli/judge.ts', import.meta.url))

test('npm run judge: JSON lines in, a judgement a line out, bad lines named', () => {
  const lines = [
    JSON.stringify({
      id: 'a',
      date: '2026-11-23',
      item: '社会生活噪声',
      class: '2',
      inputs: { time: '22:40' },
      measured: 56.1,
      background: 48.2,
    }),
    'not json',
    '',
    '[1]',
    JSON.stringify({ id: 'b' }),
    JSON.stringify({
      id: 3,
      standard: null,
      date: '2026-11-23',
      item: '餐饮油烟',
      class: null,
      period: null,
      measured: { 油烟: 0.6, 颗粒物: 3.2, 非甲烷总烃: 12.4 },
      background: null,
      inputs: null,
    }),
  ]
  const ran = spawnSync(process.execPath, [program], { input: `${lines.join('\n')}\n`, encoding: 'utf8' })
  expect(ran.status).toBe(0)
  const out = ran.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(out).toEqual([
    {
      id: 'a',
      verdict: '超标',
      standard: 'GB 22337-2008',
      difference: 7.9,
      correction: -1,
      corrected: 55.1,
      rounded: 55,
      limit: 50,
      exceed: 5,
      note: '社会生活噪声 夜间 2类 56.1 背景48.2:差7.9≈8,修正−1 → 55.1≈55,限值50,超标5 dB(A);辅助判定,以监测报告为准',
    },
    expect.objectContaining({ verdict: '无法判定', note: '第2行不是JSON对象' }),
    expect.objectContaining({ verdict: '无法判定', note: '第4行不是JSON对象' }),
    expect.objectContaining({
      id: 'b',
      verdict: '无法判定',
      note: expect.stringContaining('请补:测的是什么、采样日期、测量值'),
    }),
    expect.objectContaining({
      id: 3,
      verdict: '超标',
      standard: 'DB11/1488-2018',
      limit: 10,
      exceed: 0.24,
      correction: null,
    }),
  ])
})

test('a line separator inside a text ends no line, and the last line needs no end', () => {
  const input = ['{"id":1,"item":"油\u2028烟"}\r', '{"id":2}', '{"id":3}'].join('\n')
  const { stdout } = spawnSync(process.execPath, [program], { input, encoding: 'utf8' })
  const ids = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).id)
  expect(ids).toEqual([1, 2, 3])
})

test('npm run limits:unverified: every limit that is not sure, with its standard, figure and note', () => {
  const list = fileURLToPath(new URL('../../bot/cli/unverified.ts', import.meta.url))
  const run = (...options: string[]) => spawnSync(process.execPath, [list, ...options], { encoding: 'utf8' })
  const { stdout, status } = run()
  expect(status).toBe(0)
  const rows = stdout.split('\n').filter((line) => line.includes('\t'))
  expect(rows).toHaveLength(unverified().length)
  for (const [i, limit] of unverified().entries()) {
    expect(stdout).toContain(`${limit.standard}《`)
    if (limit.note)
      expect(
        rows.some((row) => row.includes(limit.note ?? '')),
        String(i),
      ).toBe(true)
  }
  const json = run('--json').stdout.trim().split('\n')
  expect(json.map((line) => JSON.parse(line))).toEqual(unverified())
})
