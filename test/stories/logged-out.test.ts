import { expect, test } from 'vitest'
import { logOf } from '../support/records.ts'
import { aWebhook } from '../support/webhook.ts'
import { until } from '../support/wechat.ts'
import { openWorld, type World } from '../support/world.ts'

const QR = 'https://login.weixin.qq.com/l/AbCdEfGhIj=='

test('a logout turns /healthz to 503 and calls the webhook once; a login turns it back', async () => {
  await using hook = await aWebhook()
  await using world = await openWorld({ orders: true, config: { alertWebhook: hook.url } })
  expect(await health(world)).toMatchObject({ status: 200, ok: true, loggedIn: true, gateway: true })

  await world.wechat.logout()
  await until(() => health(world).then(({ status }) => status === 503))
  expect(await health(world)).toMatchObject({ ok: false, loggedIn: false, gateway: true })
  await until(() => hook.calls.length > 0)
  await world.wechat.restart()
  await until(() => !world.bot.line.health().up)
  await until(() => world.bot.line.health().up)
  await world.wechat.logout()

  world.wechat.login()
  await until(() => health(world).then(({ status }) => status === 200))
  await world.says('李强', '方庄群', '领哨 101')
  expect(logOf(world, 101)).toEqual(['registered', 'claimed'])
  expect(hook.calls).toEqual([{ event: 'logout', text: expect.stringMatching(/已退出登录,请扫码/) }])
})

test('what was to be said while logged out is said after the login', async () => {
  await using world = await openWorld({ orders: true })
  await world.wechat.logout()
  await until(() => !world.bot.line.health().loggedIn)
  await world.advance('11-23 13:31')
  expect(world.heard('方庄群')).toEqual([])
  world.wechat.login()
  await until(() => world.bot.line.health().loggedIn)
  const { outbox } = world.bot.store.books
  await until(() => !outbox.ready(world.clock.now()).length && !outbox.counts().sending)
  expect(
    world
      .heard('方庄群')
      .join('\n')
      .match(/#101 .*还没人领/g),
  ).toHaveLength(1)
})

test('a webhook that refuses holds nobody up', async () => {
  await using hook = await aWebhook(500)
  await using world = await openWorld({ orders: true, config: { alertWebhook: hook.url } })
  await world.wechat.logout()
  await until(() => hook.calls.length > 0)
  world.wechat.login()
  await until(() => world.bot.line.health().loggedIn)
  await world.says('李强', '方庄群', '领哨 101')
  expect(world.allHeard('方庄群').at(-1)).toMatch(/^#101 已领哨/)
})

test('the QR code of a login is printed and shown at /login until somebody is logged in', async () => {
  await using world = await openWorld()
  await world.wechat.logout()
  world.wechat.scan(QR)
  const shown = await until(() => world.printed.find((lines) => lines.includes('/login')))
  expect(shown).toMatch(/扫码登录/)
  expect(shown).toMatch(/[▀▄█]{5}/)
  await until(() => page(world).then((html) => html.includes('<svg')))

  world.wechat.login()
  await until(() => page(world).then((html) => !html.includes('<svg')))
  expect(world.printed.filter((lines) => lines.includes('/login'))).toHaveLength(1)
})

async function health(world: World): Promise<{ status: number; ok: boolean }> {
  const answer = await fetch(`${world.bot.url}/healthz`)
  return { status: answer.status, ...((await answer.json()) as { ok: boolean }) }
}

async function page(world: World): Promise<string> {
  return (await fetch(`${world.bot.url}/login`)).text()
}
