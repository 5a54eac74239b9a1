import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { handClock } from '../../bot/clock.ts'
import { readConfig } from '../../bot/config.ts'
import { type Bot, startBot } from '../../bot/program.ts'
import { openBrowser, PHONE } from '../support/browser.ts'
import { MORNING, silent } from '../support/wechat.ts'

/** A picture of one point. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

let browser: Browser
let bot: Bot
let folder: string
let opened: Page[]
/** What a page must never do: complain, break, or ask for anything from elsewhere. */
let wrong: string[]

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'drill-'))
  opened = []
  wrong = []
  bot = await start('0')
})
afterEach(async () => {
  for (const page of opened) await page.context().close()
  await bot.stop()
  rmSync(folder, { recursive: true, force: true })
  expect(wrong).toEqual([])
})

let ids = 0

/** The program itself, on a clock that stands until it is moved. */
function start(port: string): Promise<Bot> {
  const newId = () => String(++ids).padStart(6, '0')
  const world = { clock: handClock(MORNING), newId, log: silent, print: () => {} }
  return startBot(readConfig({ DATA_DIR: folder, PORT: port }), world)
}

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  opened.push(page)
  page.setDefaultTimeout(15_000)
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  page.on('pageerror', (fault) => wrong.push(fault.message))
  page.on('request', (request) => !request.url().startsWith(`${bot.url}/`) && wrong.push(request.url()))
  await page.goto(bot.url)
  await page.waitForSelector('.conversation', { state: 'attached' })
  return page
}

/** Becomes somebody and opens one of their conversations. */
async function be(page: Page, name: string, conversation: string): Promise<void> {
  await page.click('#me')
  await page.click(`#people button:has(b:text-is("${name}"))`)
  await page.click(`.conversation:has(b:text("${conversation}"))`)
}

async function say(page: Page, words: string): Promise<void> {
  await page.fill('#text', words)
  await page.press('#text', 'Enter')
}

const bubble = (page: Page, words: string) => page.locator('#lines .bubble', { hasText: words })
const fromBot = (page: Page, words: string) => page.locator('#lines .from-bot .bubble', { hasText: words })

test('a stranger walks the three steps: paste an order, claim it by quoting, see the morning dispatch', async () => {
  const page = await open()
  await page.click('text=放好工单')
  expect(await page.locator('#me').textContent()).toContain('小刘')
  await page.click('#send')
  const card = fromBot(page, '待领哨').filter({ hasText: '芳城园一区5号楼' })
  await card.waitFor()
  expect(await card.locator('.at').allTextContents()).toEqual(['@周敏', '@李强'])
  expect((await card.textContent())?.split('\n').length).toBeGreaterThan(2)

  await be(page, '李强', '方庄')
  await card.click()
  expect(await page.locator('#quoted').textContent()).toContain('引用 小管家:#102 待领哨')
  await say(page, '领哨')
  await fromBot(page, '#102 已领哨:执法一队 李强').waitFor()
  await page.locator('.case', { hasText: '#102' }).filter({ hasText: '执法一队 李强' }).waitFor()

  await page.click('text=拨时钟')
  await fromBot(page, '【早调度】11月24日 周二').waitFor()
  expect(await page.locator('#topic').textContent()).toContain('全区')
  await page.waitForFunction(() => document.getElementById('now')?.textContent === '11月24日 周二 08:30')
  await page.locator('.finished').waitFor()
}, 60_000)

test('choosing somebody shows only their rooms, and news elsewhere is marked unread', async () => {
  const page = await open()
  await be(page, '田原', '局领导群')
  expect(await page.locator('.conversation b').allTextContents()).toEqual(['局领导群', '私聊小管家'])
  const other = await open()
  await be(other, '高明', '局领导群')
  await page.click('.conversation:has(b:text("私聊"))')
  await say(other, '早上好')
  const unread = page.locator('.conversation:has(b:text("局领导群")) .badge')
  await unread.waitFor()
  expect(await unread.textContent()).toBe('1')
  await page.click('.conversation:has(b:text("局领导群"))')
  await bubble(page, '早上好').waitFor()
  expect(await unread.count()).toBe(0)
})

test('what people write is text and never HTML; Shift+Enter breaks a line', async () => {
  const page = await open()
  const words = '<img src=x onerror="document.title=1"><b>粗</b>'
  await page.fill('#text', words)
  await page.press('#text', 'Shift+Enter')
  await page.locator('#text').pressSequentially('第二行')
  await page.press('#text', 'Enter')
  await bubble(page, '第二行').waitFor()
  expect(await bubble(page, '第二行').textContent()).toBe(`${words}\n第二行`)
  expect(await page.inputValue('#text')).toBe('')
  expect(await page.title()).toBe('领哨 · 练兵场')
})

test('an @ offers the members and puts the name', async () => {
  const page = await open()
  await page.locator('#text').pressSequentially('@李')
  await page.press('#text', 'Enter')
  expect(await page.inputValue('#text')).toBe('@李强 ')
  await page.locator('#text').pressSequentially('看一下')
  await page.press('#text', 'Enter')
  expect(await bubble(page, '看一下').locator('.at').textContent()).toBe('@李强')
})

test('a stranger to the bot sees that WeChat does not deliver, asks to be a friend and is heard', async () => {
  const page = await open()
  await be(page, '小马', '私聊')
  await say(page, '在吗')
  await page.locator('.failed').waitFor()
  await page.click('text=发送朋友验证')
  await page.waitForFunction(() => document.getElementById('members')?.textContent === '小马和小管家的私聊')
  await say(page, '帮助')
  await fromBot(page, '小马').waitFor()
})

test('a reload keeps who one is and where, and a closed guide stays closed until it is called', async () => {
  const page = await open()
  await be(page, '何涛', '成寿寺')
  await page.click('#guide .close')
  await page.reload()
  await page.waitForSelector('.conversation')
  expect(await page.locator('#me b').textContent()).toBe('何涛')
  expect(await page.locator('#topic').textContent()).toContain('成寿寺')
  expect(await page.locator('#guide').isVisible()).toBe(false)
  await page.click('#guide-again')
  expect(await page.locator('#guide').isVisible()).toBe(true)
})

test('a click on a case asks for it, and a picture is seen by all in the room', async () => {
  const page = await open()
  await be(page, '周敏', '方庄')
  await page.click('.case:has-text("#101")')
  await page.press('#text', 'Enter')
  await fromBot(page, '已等').waitFor()
  await page.setInputFiles('#photo', { name: '现场.png', mimeType: 'image/png', buffer: DOT })
  const other = await open()
  await other.locator('#lines img[alt="现场.png"]').waitFor()
  expect(await other.locator('#lines img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1)
})

test('a spreadsheet of orders is taken in private', async () => {
  const page = await open()
  await be(page, '赵蕾', '私聊')
  const buffer = Buffer.from('地址,反映内容,处理时限\n方庄街道芳古园一区12号楼,底商油烟大,7天\n')
  await page.setInputFiles('#file', { name: '工单.csv', mimeType: 'text/csv', buffer })
  await page.locator('.case', { hasText: '芳古园一区12号楼' }).waitFor()
  await fromBot(page, '#102').waitFor()
})

test('a picture of the case one asked about is counted beside the chat, and no more when it is taken back', async () => {
  const page = await open()
  await be(page, '周敏', '方庄')
  await page.click('.case:has-text("#101")')
  await page.press('#text', 'Enter')
  await fromBot(page, '已等').waitFor()
  await page.setInputFiles('#photo', { name: '现场.png', mimeType: 'image/png', buffer: DOT })
  await page.locator('.case:has-text("#101"):has-text("1张照片")').waitFor()
  const picture = page.locator('.message:has(img[alt="现场.png"])')
  await picture.hover()
  await picture.locator('text=撤回').click()
  await page.locator('.case:has-text("#101"):not(:has-text("张照片"))').waitFor()
})

test('one can take back what one just said', async () => {
  const page = await open()
  await say(page, '说错了')
  await bubble(page, '说错了').hover()
  await page.click('text=撤回')
  await page.locator('text=你撤回了一条消息').waitFor()
})

test('the page says that the program is away, and finds back by itself', async () => {
  const page = await open()
  const { port } = new URL(bot.url)
  await bot.stop()
  await page.locator('#offline').waitFor()
  bot = await start(port)
  await page.locator('#offline').waitFor({ state: 'hidden' })
  await say(page, '还在')
  await bubble(page, '还在').waitFor()
  expect(wrong.splice(0).filter((words) => !/ERR_(CONNECTION|INCOMPLETE)/.test(words))).toEqual([])
})

test('everything can be reached on a phone', async () => {
  const page = await open(PHONE)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await page.tap('text=放好工单')
  await page.tap('#send')
  await fromBot(page, '芳城园一区5号楼').waitFor()
  await page.tap('#back')
  await page.tap('#me')
  await page.tap('#people button:has(b:text-is("李强"))')
  await page.tap('.conversation:has(b:text("方庄"))')
  await fromBot(page, '芳城园一区5号楼').tap()
  await page.fill('#text', '领哨')
  await page.tap('#send')
  await fromBot(page, '已领哨:执法一队 李强').waitFor()
  await page.tap('#to-side')
  await page.tap('text=+1时')
  await page.waitForFunction(() => document.getElementById('now')?.textContent?.endsWith('10:00'))
})

test('on a phone the guide is one line once its first step is done, and in other conversations', async () => {
  const page = await open(PHONE)
  const height = async () => (await page.locator('#guide').boundingBox())?.height ?? 0
  await page.tap('text=放好工单')
  expect(await page.locator('#guide .step:visible').count()).toBe(3)
  await page.tap('#back')
  await be(page, '陈曦', '小管家')
  expect(await page.locator('#guide .step:visible').count()).toBe(1)
  expect(await height()).toBeLessThan(50)
  await page.tap('#guide .go')
  expect(await page.locator('#guide .step:visible').count()).toBe(3)
  await page.tap('#send')
  await fromBot(page, '芳城园一区5号楼').waitFor()
  await page.locator('#guide .step.current', { hasText: '领哨' }).waitFor()
  expect(await page.locator('#guide .step:visible').count()).toBe(1)
  expect(await height()).toBeLessThan(50)
  await page.tap('#guide .go')
  await page.tap('#send')
  await fromBot(page, '已领哨:执法一队 李强').waitFor()
})

test('by keyboard alone: who moves through conversations, the clock and the cases stays where they were', async () => {
  const page = await open()
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  await page.focus('.conversation:has-text("私聊小管家")')
  await page.keyboard.press('Enter')
  await page.locator('#topic', { hasText: '私聊小管家' }).waitFor()
  expect(await focused()).toContain('私聊小管家')
  await page.focus('#moves button:text-is("+10分")')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.getElementById('now')?.textContent === '11月23日 周一 09:10')
  await page.waitForFunction(() => document.activeElement?.textContent === '+10分')
  await page.focus('.case')
  await page.keyboard.press('Enter')
  expect(await page.inputValue('#text')).toBe('101')
  await page.keyboard.press('Enter')
  await fromBot(page, '#101').first().waitFor()
}, 60_000)
