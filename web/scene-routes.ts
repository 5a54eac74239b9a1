import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { workbook } from '../reports/enclosure.ts'
import { drillPage } from './assets.ts'
import { answer, groundRoutes } from './drill-routes.ts'
import { GroundRefusal } from './ground.ts'
import { type SceneSheet, type Scenes, sceneModes } from './scenes.ts'

/** The page of the scenario drills and what it calls; the stage of a run is a ground under /scene. */
export function sceneRoutes(scenes: Scenes): Hono {
  const app = new Hono()
  app.get('/scenes', (c) => c.html(drillPage('scenes.html'), 200, { 'Cache-Control': 'no-cache' }))
  app.get('/scenes/now', (c) =>
    c.json({ list: scenes.list(), running: runningFor(c) ?? null, sheet: scenes.last() ?? null }, 200, {
      'Cache-Control': 'no-store',
    }),
  )
  app.post('/scenes/start', (c) =>
    answer(c, starting, async ({ id, mode }) => {
      setCookie(c, STARTER, await scenes.start(id, mode), { httpOnly: true, sameSite: 'Strict' })
    }),
  )
  app.post('/scenes/next', (c) => answer(c, nothing, () => own(c) && scenes.next()))
  app.post('/scenes/end', (c) => answer(c, ending, ({ others }) => (others || own(c)) && scenes.end()))
  app.get('/scenes/sheet.xlsx', async (c) => {
    const sheet = scenes.last()
    if (!sheet) return c.notFound()
    return c.body(new Uint8Array(await sheetBook(sheet)), 200, {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`情景演练 ${sheet.name}.xlsx`)}`,
    })
  })
  // Watching is for everybody, doing for who started it.
  app.post('/scene/*', (c, next) => (runningFor(c)?.mine === false ? answer(c, z.unknown(), () => own(c)) : next()))
  app.route('/scene', groundRoutes(ground))
  return app

  function runningFor(c: Context) {
    return scenes.running(getCookie(c, STARTER))
  }

  function own(c: Context): true {
    const running = runningFor(c)
    if (running && !running.mine) throw new GroundRefusal(`「${running.name}」是别人在演练,只能旁观`)
    return true
  }

  function ground() {
    const stage = scenes.ground()
    if (!stage) throw new GroundRefusal('没有正在进行的情景')
    return stage
  }
}

/** The cookie by which a run knows who started it, also after a reload. */
const STARTER = 'scene'

const starting = z.object({ id: z.string().max(60), mode: z.enum(sceneModes) })
const nothing = z.object({})
/** `others`: ends what somebody else plays, too. */
const ending = z.object({ others: z.literal(true).optional() })

function sheetBook({ name, mode, headline, rows, wrong, next }: SceneSheet): Promise<Buffer> {
  return workbook([
    {
      name: '结果单',
      rows: [
        ['步骤', '结果', '时间'],
        ...rows.map(({ step, word, words }) => [step, word, words]),
        ...wrong.map((words) => ['违规', '', words]),
      ],
    },
    {
      name: '评语',
      rows: [
        ['情景', name],
        ['方式', mode],
        ['评语', headline],
        ['下一步', next],
      ],
    },
  ])
}
