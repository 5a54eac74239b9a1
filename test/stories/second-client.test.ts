import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startBot } from '../../bot/program.ts'
import { aWebhook } from '../support/webhook.ts'
import { silent, until } from '../support/wechat.ts'
import { openWorld, type World } from '../support/world.ts'

test('a second program with the same token says that it is deaf, in health, log and alert; the first works on; left alone it takes over', async () => {
  await using hook = await aWebhook()
  await using world = await openWorld({ orders: true })
  const logged: string[] = []
  const log = { ...silent, warn: (facts: object) => void logged.push(JSON.stringify(facts)) }
  const second = await another(world, hook.url, log)
  try {
    await until(async () => (await health(second.url)).deaf, 20_000)
    expect(await health(second.url)).toMatchObject({ status: 503, ok: false, deaf: true, loggedIn: false })
    await until(() => hook.calls.length > 0)
    expect(hook.calls).toEqual([{ event: 'deaf', text: expect.stringMatching(/同一令牌可能在别处登录/) }])
    expect(logged.filter((line) => line.includes('deaf'))).toHaveLength(1)

    await world.says('李强', '方庄群', '领哨 101')
    expect(world.heard('方庄群')[0]).toMatch(/^#101 已领哨/)
    expect(await health(world.bot.url)).toMatchObject({ status: 200, deaf: false })

    await world.bot.line.stop()
    await until(async () => (await health(second.url)).ok, 30_000)
    expect(hook.calls).toHaveLength(1)
  } finally {
    await second.stop()
    rmSync(second.dataDir, { recursive: true, force: true })
  }
}, 60_000)

async function another(world: World, alertWebhook: string, log: typeof silent) {
  const dataDir = mkdtempSync(join(tmpdir(), 'lingshao-'))
  const bot = await startBot(
    {
      mode: 'live',
      dataDir,
      redisUrl: undefined,
      queuePrefix: 'second',
      vaultKey: Buffer.alloc(32, 7),
      backup: undefined,
      alertWebhook,
      sendIntervalMs: 0,
      host: '127.0.0.1',
      port: 0,
      logLevel: 'silent',
      district: '丰台区',
      botName: undefined,
      gateway: { token: world.wechat.token, endpoint: world.wechat.endpoint, tls: false },
    },
    { clock: world.clock, log, newId: () => 'F1', print() {} },
  )
  return { ...bot, dataDir }
}

async function health(url: string): Promise<{ status: number; ok: boolean; deaf: boolean; loggedIn: boolean }> {
  const answer = await fetch(`${url}/healthz`)
  return { status: answer.status, ...((await answer.json()) as { ok: boolean; deaf: boolean; loggedIn: boolean }) }
}
