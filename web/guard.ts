import type { MiddlewareHandler } from 'hono'

/**
 * Lets in only who speaks to this machine by its own name. A foreign page that points its domain at 127.0.0.1 (DNS
 * rebinding) is betrayed by the Host header, one that posts across origins by Origin and Sec-Fetch-Site. /healthz
 * answers under any name: it tells nothing about people, and probes use the address of a container.
 */
export const guard: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? ''
  if (c.req.path !== '/healthz' && !isLocalName(host)) return c.text(ONLY_HERE, 403)
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && isForeign(c.req.header(), host))
    return c.text('cross-origin', 403)
  return await next()
}

/** What others read, instead of anything else. */
export const ONLY_HERE =
  '这里只在本机打开,请用 http://127.0.0.1 加端口号。Open it on this machine, as http://127.0.0.1 and the port.'

/** Whether a peer's address is this machine. */
export function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(127\.|::1$|::ffff:127\.)/.test(address)
}

function isLocalName(host: string): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host)
}

function isForeign(headers: Record<string, string>, host: string): boolean {
  const { origin } = headers
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  return origin !== undefined && origin !== `http://${host}`
}
