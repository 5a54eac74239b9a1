import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { drillPage } from './assets.ts'
import { type Ground, type GroundNews, GroundRefusal } from './ground.ts'

/** The drill page and what it calls. */
export function drillRoutes(ground: Ground): Hono {
  const app = new Hono()
  app.get('/', (c) => c.html(drillPage(), 200, { 'Cache-Control': 'no-cache' }))
  app.route(
    '/drill',
    groundRoutes(() => ground),
  )
  return app
}

/**
 * What a page asks of a ground. Posts answer 200 with JSON, or 400 with `{ error }` in words for the page.
 * In: the ground; it may refuse (GroundRefusal) while there is none.
 */
export function groundRoutes(ground: () => Ground): Hono {
  const app = new Hono()
  app.onError((fault, c) => {
    if (fault instanceof GroundRefusal) return c.json({ error: fault.message }, 400)
    throw fault
  })
  app.get('/events', (c) => events(c, ground()))
  app.get('/files/:line', (c) => file(c, ground()))

  app.use('*', bodyLimit({ maxSize: PHOTO_BYTES, onError: (c) => c.json({ error: '文件太大,最多8MB' }, 413) }))
  app.post('/say', (c) => answer(c, saying, (said) => ground().say(withoutUndefined(said))))
  app.post('/recall', (c) => answer(c, recalling, (recall) => ground().recall(recall)))
  app.post('/befriend', (c) => answer(c, befriending, ({ as, greeting }) => ground().befriend(as, greeting)))
  app.post('/advance', (c) => answer(c, advancing, ({ to }) => ground().advance(to)))
  app.post('/photo', async (c) => {
    const bytes = Buffer.from(await c.req.arrayBuffer())
    return done(c, photographing.safeParse(c.req.query(), plainly), (photo) => ground().photo({ ...photo, bytes }))
  })
  return app
}

const PHOTO_BYTES = 8 * 1024 * 1024
const BEAT_MS = 15_000
const RETRY_MS = 1000

const id = z.string().min(1).max(200)
const saying = z.object({ as: id, in: id, text: z.string().max(20_000, '太长了,一次最多2万字'), quote: id.optional() })
const recalling = z.object({ as: id, id })
const befriending = z.object({ as: id, greeting: z.string().max(200) })
const advancing = z.object({ to: z.number().int() })
const photographing = z.object({
  as: id,
  in: id,
  name: z
    .string()
    .max(110, '文件名太长,改短再发')
    .regex(/^[^/\\]+\.(png|jpe?g|gif|xlsx|csv|pdf)$/i, '这里只收 png、jpg、gif 图片和 xlsx、csv、pdf 文件'),
})

/** What the page reads of a request that is not whole, where its shape has no words of its own. */
const plainly = { error: () => '请求不完整' }

/** Does what a JSON body of this shape asks for. */
export async function answer<T>(c: Context, shape: z.ZodType<T>, act: (body: T) => unknown): Promise<Response> {
  // A form of a foreign page cannot send this type without being asked first.
  if (!c.req.header('content-type')?.startsWith('application/json')) return c.json({ error: 'JSON only' }, 415)
  return done(c, shape.safeParse(await c.req.json().catch(() => undefined), plainly), act)
}

async function done<T>(c: Context, read: z.ZodSafeParseResult<T>, act: (body: T) => unknown): Promise<Response> {
  if (!read.success) return c.json({ error: read.error.issues[0]?.message }, 400)
  try {
    return c.json({ ok: true, result: (await act(read.data)) ?? null })
  } catch (fault) {
    if (fault instanceof GroundRefusal) return c.json({ error: fault.message }, 400)
    throw fault
  }
}

/** Everything at first (so that a reconnect mends whatever was missed), then what is new. */
function events(c: Context, ground: Ground): Response {
  c.header('X-Accel-Buffering', 'no')
  return streamSSE(c, async (stream) => {
    const news: GroundNews[] = []
    let wake = () => {}
    const stop = ground.watch((one) => {
      news.push(one)
      wake()
    })
    const beat = setInterval(() => wake(), BEAT_MS)
    stream.onAbort(() => wake())
    try {
      await stream.writeSSE({
        event: 'all',
        retry: RETRY_MS,
        data: JSON.stringify({ state: ground.state(), lines: ground.lines() }),
      })
      while (!stream.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve
          if (news.length || stream.aborted) resolve()
        })
        if (!news.length && !stream.aborted) await stream.write(': beat\n\n')
        for (const one of news.splice(0)) {
          await stream.writeSSE({ event: 'news', data: JSON.stringify(one) })
          if (one.kind === 'closed') return
        }
      }
    } finally {
      clearInterval(beat)
      stop()
    }
  })
}

function file(c: Context, ground: Ground): Response {
  const found = ground.file(c.req.param('line') ?? '')
  if (!found) return c.notFound() as Response
  const picture = /\.(png|jpe?g|gif)$/i.exec(found.name)?.[1]?.toLowerCase().replace('jpg', 'jpeg')
  const name = encodeURIComponent(found.name)
  return c.body(new Uint8Array(found.bytes), 200, {
    'Content-Type': picture ? `image/${picture}` : 'application/octet-stream',
    'Content-Disposition': `${picture ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
  })
}

function withoutUndefined<T extends { quote?: string | undefined }>(said: T): T & { quote?: string } {
  const { quote, ...rest } = said
  return (quote === undefined ? rest : said) as T & { quote?: string }
}
