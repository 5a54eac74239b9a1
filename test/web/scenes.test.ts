import { once } from 'node:events'
import { request } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { GroundRefusal } from '../../web/ground.ts'
import type { SceneSheet, Scenes } from '../../web/scenes.ts'
import { openWeb, type Web } from '../../web/server.ts'

const SHEET: SceneSheet = {
  id: 'urgent-smell',
  name: '急件',
  mode: '做一遍',
  headline: '1步都按时',
  clean: true,
  rows: [{ step: '领哨', state: 'came', word: '按时', words: '=1+1' }],
  wrong: [],
  next: '换一个',
  text: '【情景演练】急件',
}

const open: Web[] = []
afterEach(async () => {
  for (const web of open.splice(0)) await web.close()
})

/** A page over drills that write down what they are asked. */
async function aWeb(more: Partial<Scenes> = {}) {
  const asked: string[] = []
  const scenes: Scenes = {
    list: () => [],
    ground: () => undefined,
    last: () => undefined,
    running: () => undefined,
    start: async (id, mode) => {
      asked.push(`${id} ${mode}`)
      return 'token'
    },
    next: () => Promise.reject(new GroundRefusal('没有正在进行的情景')),
    end: async () => SHEET,
    ...more,
  }
  const web = await openWeb({
    host: '127.0.0.1',
    port: 0,
    health: () => ({ ok: true, up: 1, loggedIn: true, deaf: false, heardAt: null, redis: true }),
    login: () => ({ state: 'none' }),
    log: { info() {}, error() {} },
    scenes,
  })
  open.push(web)
  return { url: web.url, asked }
}

const post = (url: string, body: unknown, type = 'application/json') =>
  fetch(url, { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) })

test('a run is started by a name and a way, and by nothing else', async () => {
  const { url, asked } = await aWeb()
  expect((await post(`${url}/scenes/start`, { id: 'urgent-smell', mode: 'play' })).status).toBe(200)
  expect((await post(`${url}/scenes/start`, { id: 'urgent-smell', mode: 'cheat' })).status).toBe(400)
  expect((await post(`${url}/scenes/start`, { id: 'urgent-smell', mode: 'play' }, 'text/plain')).status).toBe(415)
  expect(asked).toEqual(['urgent-smell play'])
})

test('what cannot be done is said in words; between runs there is no stage and no sheet', async () => {
  const { url } = await aWeb()
  const answer = await post(`${url}/scenes/next`, {})
  expect([answer.status, await answer.json()]).toEqual([400, { error: '没有正在进行的情景' }])
  for (const path of ['say', 'advance'])
    expect((await post(`${url}/scene/${path}`, { as: 'a', in: 'b', text: 'c', to: 1 })).status).toBe(400)
  expect((await fetch(`${url}/scene/events`)).status).toBe(400)
  expect((await fetch(`${url}/scenes/sheet.xlsx`)).status).toBe(404)
})

test('the last sheet is a workbook', async () => {
  const { url } = await aWeb({ last: () => SHEET })
  const answer = await fetch(`${url}/scenes/sheet.xlsx`)
  expect(answer.headers.get('content-type')).toMatch(/spreadsheetml/)
  expect(Buffer.from(await answer.arrayBuffer()).subarray(0, 2)).toEqual(Buffer.from('PK'))
  expect(await (await fetch(`${url}/scenes/now`)).json()).toEqual({ list: [], running: null, sheet: SHEET })
})

test('who did not start a run cannot go on, speak or end it, unless they say that it is another’s', async () => {
  const ended: string[] = []
  const { url } = await aWeb({
    running: (token) => ({ name: '急件', mine: token === 'token' }),
    next: async () => {},
    end: async () => {
      ended.push('ended')
      return SHEET
    },
  })
  const started = await post(`${url}/scenes/start`, { id: 'urgent-smell', mode: 'play' })
  const cookie = started.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(started.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/)
  const mine = (path: string, body = {}) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    })
  for (const path of ['/scenes/next', '/scenes/end', '/scene/say', '/scene/advance', '/scene/recall']) {
    const answer = await post(url + path, {})
    expect([answer.status, await answer.json()]).toEqual([400, { error: '「急件」是别人在演练,只能旁观' }])
  }
  expect((await fetch(`${url}/scene/photo?as=a&in=b&name=c.png`, { method: 'POST', body: 'x' })).ok).toBe(false)
  expect((await mine('/scenes/next')).status).toBe(200)
  expect((await (await fetch(`${url}/scenes/now`, { headers: { cookie } })).json()).running).toEqual({
    name: '急件',
    mine: true,
  })
  expect(ended).toEqual([])
  expect((await mine('/scenes/end')).status).toBe(200)
  expect((await post(`${url}/scenes/end`, { others: true })).status).toBe(200)
  expect(ended).toHaveLength(2)
})

test('only this machine by its own name, and no page from elsewhere', async () => {
  const { url, asked } = await aWeb()
  const { hostname, port } = new URL(url)
  const statusOf = async (method: string, path: string, headers: Record<string, string>) => {
    const [answer] = await once(request({ hostname, port, path, method, headers }).end(), 'response')
    answer.resume()
    return answer.statusCode as number
  }
  expect(await statusOf('GET', '/scenes', { host: 'evil.example' })).toBe(403)
  expect(await statusOf('GET', '/scene/events', { host: 'evil.example' })).toBe(403)
  expect(await statusOf('POST', '/scenes/start', { host: `${hostname}:${port}`, origin: 'https://evil.example' })).toBe(
    403,
  )
  expect(asked).toEqual([])
})

test('a live bot has no such page', async () => {
  const web = await openWeb({
    host: '127.0.0.1',
    port: 0,
    health: () => ({ ok: true, up: 1, loggedIn: true, deaf: false, heardAt: null, redis: true }),
    login: () => ({ state: 'in' }),
    log: { info() {}, error() {} },
  })
  open.push(web)
  for (const path of ['/scenes', '/scenes/now', '/scene/events']) expect((await fetch(web.url + path)).status).toBe(404)
})
