import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'

const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']

/** A telephone held upright. */
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** Chromium of this machine, which asks nothing of anybody. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...FLAGS, '--disable-sync', '--no-first-run'] })
}

function chromiumPath(): string {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = CHROMIUM.flatMap((name) => folders.map((one) => join(one, name))).find((path) => existsSync(path))
  if (!found) throw new Error('chromium is missing: node bot/cli/set-up.mjs --tests')
  return found
}
