import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { Hono } from 'hono'

const folder = new URL('./drill/', import.meta.url)
const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** The page's own scripts and styles under /assets/: exactly the files that lie in web/drill, and nothing else. */
export function assets(): Hono {
  const app = new Hono()
  for (const name of readdirSync(folder)) {
    const type = types[extname(name)]
    if (!type) continue
    app.get(`/assets/${name}`, (c) =>
      c.body(readFileSync(new URL(name, folder)), 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }),
    )
  }
  return app
}

/** A page itself: the drill ground's or the scenario drills'. */
export function drillPage(name: 'index.html' | 'scenes.html' = 'index.html'): string {
  return readFileSync(new URL(name, folder), 'utf8')
}
