import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { toString as drawQr } from 'qrcode'
import { assets } from './assets.ts'
import { drillRoutes } from './drill-routes.ts'
import type { Ground } from './ground.ts'
import { guard, isLoopback, ONLY_HERE } from './guard.ts'
import { loginPage, statusPage } from './pages.ts'
import { sceneRoutes } from './scene-routes.ts'
import type { Scenes } from './scenes.ts'

/** What /healthz says. `ok` decides between 200 and 503; further fields are shown as they are. */
export interface Health {
  ok: boolean
  /** Milliseconds the program has been running. */
  up: number
  loggedIn: boolean
  /** The gateway is silent although connected. */
  deaf: boolean
  /** When the gateway last lived, milliseconds since the epoch; null when never. */
  heardAt: number | null
  redis: boolean
  [more: string]: boolean | number | string | null
}

/** Where the login stands: `waiting` holds the text of the QR code, `none` is a drill ground. */
export type Login = { state: 'waiting'; qr: string } | { state: 'in' | 'out' | 'none' }

/** What the web needs of a logger (pino fits). */
export interface WebLog {
  info(facts: object, message: string): void
  error(facts: object, message: string): void
}

export interface WebOptions {
  host: string
  /** 0: a free one. */
  port: number
  health(): Health
  login(): Login
  /** Present: `/` is the drill page. */
  ground?: Ground
  /** Present: /scenes starts scenario drills. */
  scenes?: Scenes
  log: WebLog
}

/** The open web server; `url` without a slash at the end, always one a browser on this machine can open. */
export interface Web {
  url: string
  close(): Promise<void>
}

/** Opens the pages and /healthz. Rejects when the port is taken. */
export async function openWeb(options: WebOptions): Promise<Web> {
  const app = routes(options)
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : options.port
  return {
    url: `http://${nameOf(options.host)}:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((fault) => (fault ? reject(fault) : resolve()))
        server.closeAllConnections()
      }),
  }
}

/** The name to open it under: an address that means every address is none. */
function nameOf(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

function routes({ health, login, ground, scenes, log }: WebOptions): Hono {
  const app = new Hono()
  app.use(headers, guard)
  app.onError((fault, c) => {
    log.error({ err: fault, path: c.req.path }, 'a request failed')
    return c.json({ error: '出错了,已记录' }, 500)
  })
  app.get('/healthz', (c) => {
    const now = health()
    return c.json(now, now.ok ? 200 : 503, { 'Cache-Control': 'no-store' })
  })
  app.get('/login', async (c) => {
    if (!isLoopback(getConnInfo(c).remote.address)) return c.text(ONLY_HERE, 403)
    const now = login()
    const svg = now.state === 'waiting' ? await drawQr(now.qr, { type: 'svg', margin: 2 }) : undefined
    return c.html(loginPage(now.state, svg), 200, { 'Cache-Control': 'no-store' })
  })
  app.route('/', assets())
  if (scenes) app.route('/', sceneRoutes(scenes))
  if (ground) app.route('/', drillRoutes(ground))
  else app.get('/', (c) => c.html(statusPage(health()), 200, { 'Cache-Control': 'no-store' }))
  return app
}

const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
})
