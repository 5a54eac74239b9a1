import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { handClock } from '../../bot/clock.ts'
import { readConfig } from '../../bot/config.ts'
import { type Bot, startBot } from '../../bot/program.ts'
import { openBrowser, PHONE } from '../support/browser.ts'
import { MORNING, silent } from '../support/wechat.ts'

let browser: Browser
let bot: Bot
let folder: string
let opened: Page[]
let wrong: string[]
let ids = 0

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scenes-'))
  opened = []
  wrong = []
  const world = { clock: handClock(MORNING), newId: () => String(++ids), log: silent, print: () => {} }
  bot = await startBot(readConfig({ DATA_DIR: folder, PORT: '0' }), world)
})
afterEach(async () => {
  for (const page of opened) await page.context().close()
  await bot.stop()
  rmSync(folder, { recursive: true, force: true })
  expect(wrong).toEqual([])
})

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  opened.push(page)
  page.setDefaultTimeout(15_000)
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  page.on('pageerror', (fault) => wrong.push(fault.message))
  page.on('request', (request) => !request.url().startsWith(`${bot.url}/`) && wrong.push(request.url()))
  await page.goto(bot.url)
  return page
}

async function start(page: Page, name: string, button: '开始' | '看示范' | '看反例'): Promise<void> {
  await page.click(`.scene:has-text("${name}") button:text-is("${button}")`)
  await page.waitForSelector('#app:not([hidden]) .conversation', { state: 'attached' })
}

const step = (page: Page, name: string, state: string) => page.locator(`.scene-step.${state}:has(b:text-is("${name}"))`)

test('from the drill ground to a scenario: hints, a reload, the sheet and its file; the ground itself stays as it was', async () => {
  const page = await open()
  await page.click('text=情景演练')
  await page.locator('.scene').first().waitFor()
  expect(await page.locator('.scene').count()).toBeGreaterThanOrEqual(6)
  await start(page, '急件', '开始')
  await page.locator('.from-bot .bubble', { hasText: '#101 待领哨' }).waitFor()
  expect(await page.locator('#me b').textContent()).toBe('李强')
  await page.locator('#steps .empty', { hasText: '还有8步' }).waitFor()

  await page.click('#hints')
  await page.click('.hint:has-text("李强:领哨 101")')
  await page.press('#text', 'Enter')
  await step(page, '领哨', 'came').waitFor()
  await page.reload()
  await step(page, '领哨', 'came').waitFor()
  await page.locator('.mine .bubble', { hasText: '领哨 101' }).waitFor()
  await page.click('.hint:has-text("101 已联系")')
  await page.press('#text', 'Enter')
  await page.locator('#scene-told', { hasText: '电话里:气味从楼下底商' }).waitFor()
  await page.click('#scene-next')
  await page.waitForFunction(() => document.getElementById('now')?.textContent === '11月24日 周二 10:25')

  const other = await open()
  await other.goto(`${bot.url}/scenes`)
  await other.locator('#others', { hasText: '有人正在演练「急件' }).waitFor()
  expect(await other.locator('.scene button:enabled').count()).toBe(0)
  await other.click('a:text-is("旁观")')
  await other.locator('#scene-name', { hasText: '旁观' }).waitFor()
  await other.locator('.bubble', { hasText: '领哨 101' }).first().waitFor()
  for (const control of ['#composer', '#scene-next', '#scene-end', '#moves'])
    expect(await other.locator(control).isVisible(), control).toBe(false)
  await other.click('text=回列表')
  await other.locator('#others').waitFor()
  await page.click('#scene-end')
  await page.click('text=还有6步,再点一次结束')
  for (const one of [page, other])
    await one.locator('#sheet .headline', { hasText: '8步按时2步,还没到6步。提前结束,再来一遍,办到底。' }).waitFor()
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('text=下载表格')])
  expect(file.suggestedFilename()).toBe('情景演练 急件:刺鼻气味有人头晕.xlsx'.replace(':', '_'))
  expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK')

  await page.click('text=回练兵场')
  await page.waitForFunction(() => document.getElementById('now')?.textContent === '11月23日 周一 09:00')
  expect(await page.locator('.case').count()).toBe(1)
}, 60_000)

test('who comes while somebody else plays may end that run after being asked, and plays themselves', async () => {
  const first = await open()
  await first.goto(`${bot.url}/scenes`)
  await start(first, '急件', '开始')
  const second = await open()
  await second.goto(`${bot.url}/scenes`)
  await second.click('text=结束他的,我来')
  await second.click('text=他还没做完,再点一次结束')
  for (const one of [first, second]) await one.locator('#sheet .headline').waitFor()
  await start(second, '急件', '看示范')
  await first.reload()
  await first.locator('#others', { hasText: '可以旁观,或等他结束' }).waitFor()
  await second.reload()
  await second.locator('#scene-next').waitFor()
}, 60_000)

test('on a phone: the careless run step by step, over the shoulder of whoever speaks, and what was wrong in it', async () => {
  const page = await open(PHONE)
  await page.goto(`${bot.url}/scenes`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await start(page, '急件', '看反例')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(await page.locator('#composer').isVisible()).toBe(false)
  for (const words of ['领哨 101', '诉求人电话', '101 已联系', '101 到场', '检测 101', '101 整改完']) {
    await page.tap('#scene-next:not([disabled])')
    await page.locator('.mine .bubble', { hasText: words }).waitFor()
  }
  // What is shown is not taken back.
  expect(await page.locator('.actions:visible').count()).toBe(0)
  await page.tap('#to-side')
  await step(page, '联系', 'late').waitFor()
  await page.tap('#side-back')
  await page.tap('#scene-next:not([disabled])')
  await page.locator('.mine .bubble', { hasText: '101 回访 已解决 满意' }).waitFor()
  for (const words of ['已回复 101', '办结 101']) {
    await page.tap('#scene-next:not([disabled])')
    await page.locator('.mine .bubble', { hasText: words }).waitFor()
  }
  await page.tap('#scene-end:has-text("看结果单")')
  await page.locator('.result.wrong', { hasText: '李强:把诉求人电话发到了群里' }).waitFor()
  await page.locator('.result.late', { hasText: '联系' }).waitFor()
  expect(await page.locator('.result.came').count()).toBe(7)
  await page.locator('text=我来做').waitFor()
}, 60_000)
