import { once } from 'node:events'
import { request } from 'node:http'
import { toString as drawQr } from 'qrcode'
import { afterEach, describe, expect, test } from 'vitest'
import { type Ground, type GroundNews, GroundRefusal, type GroundState, type Line } from '../../web/ground.ts'
import { type Health, type Login, openWeb, type Web, type WebOptions } from '../../web/server.ts'

const WELL: Health = { ok: true, up: 5000, loggedIn: true, deaf: false, heardAt: 1_795_395_600_000, redis: true }
const open: Web[] = []

afterEach(async () => {
  for (const web of open.splice(0)) await web.close()
})

async function aWeb(options: Partial<WebOptions> = {}): Promise<Web> {
  const log = { info() {}, error() {} }
  const login = (): Login => ({ state: 'in' })
  const web = await openWeb({ host: '127.0.0.1', port: 0, health: () => WELL, login, log, ...options })
  open.push(web)
  return web
}

/** One request with headers that fetch would not let through. */
async function ask(url: string, path: string, how: { method?: string; headers?: Record<string, string> } = {}) {
  const { hostname, port } = new URL(url)
  const asked = request({ hostname, port, path, ...how }).end()
  const [answer] = await once(asked, 'response')
  let body = ''
  for await (const part of answer) body += part
  return { status: answer.statusCode as number, headers: answer.headers as Record<string, string>, body }
}

describe('/healthz', () => {
  test('is 200 with the state while all is well', async () => {
    const { url } = await aWeb()
    const answer = await fetch(`${url}/healthz`)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual(WELL)
  })

  test('is 503 after a logout and while deaf', async () => {
    let health = { ...WELL, ok: false, loggedIn: false }
    const { url } = await aWeb({ health: () => health })
    expect((await fetch(`${url}/healthz`)).status).toBe(503)
    health = { ...WELL, ok: false, deaf: true }
    const answer = await fetch(`${url}/healthz`)
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ ok: false, deaf: true })
  })

  test('answers a probe that knows only the address of the container', async () => {
    const { url } = await aWeb()
    expect((await ask(url, '/healthz', { headers: { host: '10.1.2.3:8080' } })).status).toBe(200)
  })
})

describe('/login', () => {
  test('shows the code to scan while one waits, drawn here', async () => {
    const qr = 'https://login.example/l/4f9a<script>'
    const { url } = await aWeb({ login: () => ({ state: 'waiting', qr }) })
    const page = await (await fetch(`${url}/login`)).text()
    const path = /<path stroke[^>]+>/.exec(await drawQr(qr, { type: 'svg', margin: 2 }))?.[0]
    expect(page).toContain(path)
    expect(page).toContain('请扫码登录')
    expect(page).not.toContain('<script')
    expect(page).not.toContain('login.example')
  })

  test.each([
    ['in', '已登录'],
    ['out', '未登录'],
    ['none', '不用登录'],
  ] as const)('says where the login stands: %s', async (state, words) => {
    const { url } = await aWeb({ login: () => ({ state }) })
    const page = await (await fetch(`${url}/login`)).text()
    expect(page).toContain(words)
    expect(page).not.toContain('<svg')
  })
})

describe('who is let in', () => {
  test.each(['evil.example', '127.0.0.1.evil.example:80', '192.168.1.7:8080', '[::2]:8080'])(
    'a request to the name %s is refused',
    async (host) => {
      const { url } = await aWeb({ ground: aGround() })
      for (const path of ['/', '/login', '/drill/events', '/assets/plain.css'])
        expect((await ask(url, path, { headers: { host } })).status).toBe(403)
    },
  )

  test.each(['127.0.0.1:8080', 'localhost', 'LOCALHOST:9', '[::1]:8080'])(
    'a request to %s is answered',
    async (host) => {
      const { url } = await aWeb()
      expect((await ask(url, '/login', { headers: { host } })).status).toBe(200)
    },
  )

  test.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'http://localhost:1' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('a post of another page is refused: %o', async (headers) => {
    const ground = aGround()
    const { url } = await aWeb({ ground })
    const posted = { method: 'POST', body: JSON.stringify(SAYING) }
    const type = { 'content-type': 'application/json' }
    const answer = await ask(url, '/drill/say', { method: 'POST', headers: { ...type, ...headers } as never })
    expect(answer.status).toBe(403)
    expect((await fetch(`${url}/drill/say`, { ...posted, headers: { ...type, origin: url } })).status).toBe(200)
    expect(ground.said).toEqual([SAYING])
  })

  test('a form, which needs no permission to cross origins, is refused', async () => {
    const { url } = await aWeb({ ground: aGround() })
    const answer = await fetch(`${url}/drill/say`, { method: 'POST', body: JSON.stringify(SAYING) })
    expect(answer.status).toBe(415)
  })
})

test.each(['/', '/login', '/healthz', '/assets/plain.css', '/nothing-here'])(
  '%s carries the strict headers and asks for nothing from elsewhere',
  async (path) => {
    const { url } = await aWeb()
    const answer = await fetch(url + path)
    const policy = answer.headers.get('content-security-policy')
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('x-powered-by')).toBeNull()
    expect(await answer.text()).not.toMatch(/(src|href)="(https?:)?\/\//)
  },
)

describe('/', () => {
  test('of a live bot tells how it is and nothing else', async () => {
    let health = WELL
    const { url } = await aWeb({ health: () => health })
    expect(await (await fetch(url)).text()).toContain('领哨 运行中')
    health = { ...WELL, ok: false, loggedIn: false }
    expect(await (await fetch(url)).text()).toContain('微信未登录')
    expect((await fetch(`${url}/drill/events`)).status).toBe(404)
  })

  test('of a drill ground is its page, with scripts and styles that exist', async () => {
    const { url } = await aWeb({ ground: aGround() })
    const page = await (await fetch(url)).text()
    const parts = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((found) => found[1])
    expect(parts.length).toBeGreaterThan(2)
    for (const part of parts) expect((await fetch(url + part)).status, part).toBe(200)
  })
})

test('only the files of the page are served', async () => {
  const { url } = await aWeb({ ground: aGround() })
  for (const path of ['/assets/../server.ts', '/assets/%2e%2e/server.ts', '/assets/index.html', '/server.ts'])
    expect((await ask(url, path)).status, path).toBe(404)
})

test('a server on every address names one that can be opened', async () => {
  const { url } = await aWeb({ host: '0.0.0.0' })
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect((await fetch(`${url}/login`)).status).toBe(200)
})

test('a taken port is told, not swallowed', async () => {
  const { url } = await aWeb()
  await expect(aWeb({ port: Number(new URL(url).port) })).rejects.toThrow('EADDRINUSE')
})

test('a broken request is answered without its details, and logged', async () => {
  const logged: object[] = []
  const log = { info() {}, error: (facts: object) => void logged.push(facts) }
  const health = () => {
    throw new Error('the inner words')
  }
  const { url } = await aWeb({ health, log })
  const answer = await fetch(`${url}/healthz`)
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('inner words')
  expect(logged).toHaveLength(1)
})

describe('the drill page calls', () => {
  test.each([
    ['say', { as: 'liu', in: '', text: 5 }],
    ['advance', { to: 'tomorrow' }],
    ['recall', {}],
    ['befriend', { as: 7 }],
  ])('%s refuses what is not whole', async (path, body) => {
    const { url } = await aWeb({ ground: aGround() })
    expect((await post(url, path, body)).status).toBe(400)
  })

  test('and reads why not, in words', async () => {
    const { url } = await aWeb({ ground: aGround() })
    const answer = await post(url, 'advance', { to: 1 })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({ error: '时钟只能往后拨' })
  })

  test.each([
    ['现场.heic', '这里只收 png、jpg、gif 图片和 xlsx、csv、pdf 文件'],
    [`${'长'.repeat(120)}.png`, '文件名太长,改短再发'],
  ])('and reads which files are taken: %s', async (name, error) => {
    const { url } = await aWeb({ ground: aGround() })
    const query = new URLSearchParams({ as: 'liu', in: 'fang', name })
    const sent = await fetch(`${url}/drill/photo?${query}`, { method: 'POST', body: 'x' })
    expect([sent.status, await sent.json()]).toEqual([400, { error }])
  })

  test('and reads that a text is too long, or only that something is missing', async () => {
    const { url } = await aWeb({ ground: aGround() })
    const long = await post(url, 'say', { as: 'liu', in: 'fang', text: '长'.repeat(20_001) })
    expect(await long.json()).toEqual({ error: '太长了,一次最多2万字' })
    expect(await (await post(url, 'say', { as: 'liu' })).json()).toEqual({ error: '请求不完整' })
  })

  test('pictures come back as pictures, other files only as downloads', async () => {
    const { url } = await aWeb({ ground: aGround() })
    const query = new URLSearchParams({ as: 'liu', in: 'fang', name: '现场.png' })
    const sent = await fetch(`${url}/drill/photo?${query}`, { method: 'POST', body: Buffer.from('png') })
    expect(sent.status).toBe(200)
    const picture = await fetch(`${url}/drill/files/picture`)
    expect(picture.headers.get('content-type')).toBe('image/png')
    const page = await fetch(`${url}/drill/files/page`)
    expect(page.headers.get('content-type')).toBe('application/octet-stream')
    expect(page.headers.get('content-disposition')).toMatch(/^attachment/)
    expect((await fetch(`${url}/drill/files/none`)).status).toBe(404)
  })

  test('events begin with everything and go on with the news', async () => {
    const ground = aGround()
    const { url } = await aWeb({ ground })
    const stop = new AbortController()
    const answer = await fetch(`${url}/drill/events`, { signal: stop.signal })
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    let heard = ''
    const hears = async (words: string) => {
      while (!heard.includes(words)) heard += (await reader?.read())?.value ?? ''
    }
    await hears('event: all')
    await hears('老消息')
    ground.tell({ kind: 'line', line: { ...LINE, id: '2', text: '新消息' } })
    await hears('新消息')
    expect(ground.watchers.size).toBe(1)
    stop.abort()
    while (ground.watchers.size) await new Promise(setImmediate)
  })
})

const SAYING = { as: 'liu', in: 'fang', text: '你好' }
const LINE: Line = { id: '1', in: 'fang', by: 'liu', name: '小刘', text: '老消息', at: 0 }

function post(url: string, path: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return fetch(`${url}/drill/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** A ground that only remembers what it was asked. */
function aGround() {
  const watchers = new Set<(news: GroundNews) => void>()
  const said: unknown[] = []
  const ground: Ground = {
    state: () => ({ people: [], rooms: [], cases: [] }) as unknown as GroundState,
    lines: () => [LINE],
    say: (saying) => {
      said.push(saying)
      return LINE
    },
    photo: () => LINE,
    recall: () => {},
    befriend: () => {},
    advance: () => Promise.reject(new GroundRefusal('时钟只能往后拨')),
    file: (line) => {
      if (line === 'picture') return { name: '现场.png', bytes: Buffer.from('png') }
      return line === 'page' ? { name: 'x.html', bytes: Buffer.from('<script>') } : undefined
    },
    watch: (listener) => {
      watchers.add(listener)
      return () => void watchers.delete(listener)
    },
  }
  return Object.assign(ground, { watchers, said, tell: (news: GroundNews) => watchers.forEach((to) => void to(news)) })
}
