import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DrillConfig, readConfig } from '../../../bot/config.ts'
import { type OpenScenes, openScenes } from '../../../bot/drill/scenes.ts'
import { personCalled, roomCalled } from '../../../domain/drill/district.ts'
import { testRedis } from '../../support/own-redis.ts'
import { silent, until } from '../../support/wechat.ts'

let folder: string
let scenes: OpenScenes
let ids = 0

const config = (more: Record<string, string> = {}) => readConfig({ DATA_DIR: folder, ...more }) as DrillConfig
const house = (more?: Record<string, string>) => openScenes(config(more), { newId: () => String(++ids), log: silent })
const dir = () => join(folder, 'drill', 'scene')
const state = () => scenes.ground()?.state()
const scene = () => state()?.scene
const idOf = (name: string) => personCalled(name)?.id ?? ''
const fangzhuang = roomCalled('方庄群')?.id ?? ''
const say = (who: string, text: string, where = fangzhuang) => scenes.ground()?.say({ as: idOf(who), in: where, text })
const cameTo = (step: string) => until(() => scene()?.steps.find(({ id }) => id === step)?.state === 'came')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scenes-'))
  scenes = house()
})
afterEach(async () => {
  await scenes.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a person plays: the script answers what they do, and the sheet says what came and what did not', async () => {
  await scenes.start('urgent-smell', 'play')
  expect(scene()).toMatchObject({ mode: 'play', over: false, told: [], plays: ['李强', '陈曦', '赵蕾'].map(idOf) })
  await until(() =>
    scenes
      .ground()
      ?.lines()
      .some(({ text }) => text.includes('#101 待领哨')),
  )
  say('李强', '领哨 101')
  await cameTo('领哨')
  say('李强', '101 已联系 人没事')
  await cameTo('联系')
  await until(() => scene()?.told.at(-1)?.text.startsWith('电话里'))

  // Five minutes before 到场 is due, so that going on costs nothing; then past it.
  await scenes.next()
  expect(state()?.now).toBe(Date.parse('2026-11-24T10:25:00+08:00'))
  await scenes.next()
  await scenes.ground()?.advance(Date.parse('2026-11-24T10:31:00+08:00'))
  say('李强', '101 到场')
  await until(() => scene()?.steps.find(({ id }) => id === '到场')?.state === 'late')

  const sheet = await scenes.end()
  expect(sheet.headline).toBe('8步按时2步,晚了1步,还没到5步。差一点,再来一遍就好。')
  expect(sheet.rows.slice(0, 4).map(({ step, word, words }) => `${step} ${word} ${words}`)).toEqual([
    '领哨 按时 09:30,李强',
    '联系 按时 09:30,李强',
    '到场 晚了 10:31,晚1分(应在10:30前),李强',
    '检测 还没到 11:00前',
  ])
  expect(sheet.next).toMatch(/^先练「到场」/)
  expect(scenes.last()).toEqual(sheet)
  expect(scenes.ground()).toBeUndefined()
  expect(existsSync(dir())).toBe(false)
})

test('a demonstration that is ended says how far it was watched, and reproaches nobody', async () => {
  await scenes.start('urgent-smell', 'model')
  const unseen = await scenes.end()
  expect(unseen).toMatchObject({ headline: '示范还没开始看,共8步。', clean: false })
  expect(unseen.rows.map(({ word, words }) => `${word} ${words}`).slice(0, 3)).toEqual([
    '还没到 09:35前',
    '还没到 「领哨」后15分内',
    '还没到 「领哨」后1时内',
  ])
  await scenes.start('urgent-smell', 'careless')
  await scenes.next()
  await scenes.next()
  expect((await scenes.end()).headline).toMatch(/^反例看了8步中的\d步。$/)
})

test('one run at a time; who asks for another, or for nothing that is on, reads why', async () => {
  await expect(scenes.end()).rejects.toThrow('没有正在进行的情景')
  await expect(scenes.start('nothing', 'play')).rejects.toThrow('没有这个情景')
  const first = scenes.start('urgent-smell', 'model')
  await expect(scenes.start('whistle', 'play')).rejects.toThrow('正在准备,请稍等')
  await first
  await expect(scenes.start('whistle', 'play')).rejects.toThrow('「急件:刺鼻气味有人头晕」还在进行,先结束它')
  await scenes.end()
  const token = await scenes.start('whistle', 'play')
  expect(scenes.running(token)?.mine).toBe(true)
  expect(scenes.running(undefined)?.mine).toBe(false)
  expect(scenes.last()).toBeUndefined()
  expect(scene()?.id).toBe('whistle')
})

test('what a kill left behind is gone at the next start, and a program that ends takes its run with it', async () => {
  mkdirSync(dir(), { recursive: true })
  writeFileSync(join(dir(), 'lingshao.db'), 'half a run')
  scenes = house()
  expect(existsSync(dir())).toBe(false)
  await scenes.start('urgent-smell', 'play')
  expect(existsSync(dir())).toBe(true)
  await scenes.end()
  const starting = scenes.start('whistle', 'play')
  await scenes.close()
  await starting
  expect(readdirSync(join(folder, 'drill'))).toEqual([])
})

test('in a Redis that others use, too, nothing of a run remains', async () => {
  await using redis = await testRedis()
  await redis.start()
  using client = redis.client()
  await client.set('lingshao-drill:mine', 'stays')
  scenes = house({ REDIS_URL: redis.url })
  await scenes.start('urgent-smell', 'play')
  await until(async () => (await client.keys('lingshao-drill-scene-*')).length > 0)
  await scenes.end()
  expect(await client.keys('*')).toEqual(['lingshao-drill:mine'])
})

test('the platform answers what was asked of it: nobody asked for a return, nothing is refused', async () => {
  await scenes.start('not-ours', 'play')
  await until(() => (state()?.cases.length ?? 0) > 0)
  say('李强', '领哨 101')
  await cameTo('领哨')
  await scenes.ground()?.advance(Date.parse('2026-11-25T10:30:00+08:00'))
  expect(scene()?.told).toEqual([])
  expect(
    scenes
      .ground()
      ?.lines()
      .filter(({ text }) => text.includes('平台批复')),
  ).toEqual([])
})
