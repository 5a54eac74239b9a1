import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../db/unit.ts'
import { district, personCalled, roomCalled } from '../../domain/drill/district.ts'
import { numbersOf, type Played, resultOf, type Sheet } from '../../domain/drill/result.ts'
import { type Beat, linesOf, type Scenario, timeOf, type Words, withNumbers } from '../../domain/drill/scenario.ts'
import { dateOf, minutes } from '../../domain/time/wall.ts'
import { stepWords } from '../../domain/words/scenario.ts'
import type { MovableJobs } from '../../jobs/open.ts'
import { openRedis } from '../../jobs/redis.ts'
import type { Ground, Line } from '../../web/ground.ts'
import type { SceneMode, SceneState } from '../../web/scenes.ts'
import { handClock } from '../clock.ts'
import type { DrillConfig } from '../config.ts'
import { openEngine, type World } from '../engine.ts'
import { openGround } from './ground.ts'
import { furnish, populate } from './seed.ts'
import { startWechat } from './simulated.ts'

/** A scenario that is being played: its own WeChat, database, queues and clock. */
export interface Run {
  ground: Ground
  /** Goes on to what happens next; in a demonstration says the next line, too. */
  next(): Promise<void>
  /** Whether nothing more happens. */
  over(): boolean
  /** The sheet as it stands; `ended`: what has not come is missing. */
  result(ended: boolean): Sheet
  close(): Promise<void>
}

interface Staging {
  config: DrillConfig
  world: Pick<World, 'newId' | 'log' | 'drillClock'>
  /** A folder of its own; it is made, and removed at the end. */
  dir: string
}

/** Builds the stage of a scenario and begins. In: who acts: a person at the page, or the model or careless lines. */
export async function openRun(scenario: Scenario, mode: SceneMode, { config, world, dir }: Staging): Promise<Run> {
  const { newId, log } = world
  const start = timeOf(scenario.begins)
  // A demonstration waits for who watches it.
  const clock = (mode === 'play' && world.drillClock?.(start)) || handClock(start)
  mkdirSync(dir, { recursive: true })
  let count = 0
  const wechat = await startWechat({
    now: () => clock.now(),
    newId: () => `${clock.now()}${String(++count).padStart(6, '0')}${newId()}`,
    self: district.bot,
  })
  populate(wechat)
  const store = openStore(join(dir, 'lingshao.db'), config.vaultKey)
  furnish(store, start)
  const queuePrefix = `${config.queuePrefix}-scene-${newId()}`
  const redis = await openRedis({ url: config.redisUrl, dir, log })
  const engine = openEngine({
    config: { ...config, dataDir: dir, queuePrefix, sendIntervalMs: 0 },
    world: { clock, newId, log, print: () => {} },
    store,
    redis,
    gateway: { token: wechat.token, endpoint: wechat.endpoint, tls: false },
  })
  const jobs = engine.jobs as MovableJobs
  const ground = openGround({ wechat, clock: clock.now, store, district, advance: walk, scene: state })
  const said = new Map<string, Line>()
  const scripted = new Set<string>()
  const told: SceneState['told'] = []
  const played = new Set<Beat>()
  const unwatch = ground.watch((news) => {
    if (news.kind === 'line' && news.line.by !== wechat.selfId) said.set(news.line.id, news.line)
  })
  const lines = mode === 'play' ? [] : linesOf(scenario, mode)
  const closing = Promise.withResolvers<void>()
  let turn: Promise<unknown> = Promise.resolve()
  let finished = false
  let walking = false

  function record(ended: boolean): Played {
    const { cases, people } = store.books
    return {
      log: cases.all().flatMap(({ no }) => cases.log(no)),
      name: (person) => people.name(person),
      said: [...said.values()].map(({ id, in: where, name, at, text }) => ({
        as: name,
        at,
        inRoom: wechat.world.groups.has(where),
        text,
        scripted: scripted.has(id),
      })),
      now: clock.now(),
      over: ended,
      early: ended && !over(),
    }
  }

  const result = (ended: boolean) => resultOf(scenario, record(ended))
  const over = () =>
    finished || (lines.length === 0 && mode !== 'play' && !nextBeat()) || clock.now() >= timeOf(scenario.ends)

  /** What the script brings next, and when; nothing of it that waits for a step not yet done. */
  function nextBeat(): { beat: Beat; at: number } | undefined {
    const steps = new Map(result(false).steps.map((step) => [step.step.id, step.at]))
    return scenario.beats
      .filter((beat) => !played.has(beat))
      .flatMap((beat) => {
        const after = 'at' in beat ? 0 : steps.get(beat.after)
        if (after === undefined) return []
        return [{ beat, at: 'at' in beat ? timeOf(beat.at) : after + minutes(beat.minutes) }]
      })
      .sort((a, b) => a.at - b.at)[0]
  }

  async function catchUp(): Promise<void> {
    for (let next = nextBeat(); next && next.at <= clock.now(); next = nextBeat()) await play(next.beat)
  }

  async function play(beat: Beat): Promise<void> {
    played.add(beat)
    if ('tell' in beat) told.push({ at: clock.now(), text: filled(beat.tell) })
    else scripted.add(await say(beat))
  }

  /** Says it and waits until everything it leads to was said. */
  async function say({ as, in: where, say: words }: Words): Promise<string> {
    const speaker = idOf(as)
    const { id } = ground.say({ as: speaker, in: conversationOf(where, speaker), text: filled(words) })
    await Promise.race([engine.handled(id), closing.promise])
    await engine.settled()
    await jobs.drain()
    return id
  }

  async function walk(to: number): Promise<void> {
    walking = true
    try {
      await walkTo(to)
    } finally {
      walking = false
    }
  }

  async function walkTo(to: number): Promise<void> {
    for (let next = nextBeat(); next && next.at <= to; next = nextBeat()) {
      if (next.at > clock.now()) await jobs.advance(next.at)
      await play(next.beat)
    }
    if (to > clock.now()) await jobs.advance(to)
    await catchUp()
  }

  async function goTo(at: number): Promise<void> {
    if (at > clock.now()) await ground.advance(at)
    else await catchUp()
  }

  const filled = (words: string, log = record(false).log): string => withNumbers(words, numbersOf(scenario, log))

  function codeFor({ as, in: where }: Words): string {
    const heard = wechat.heard(conversationOf(where, idOf(as)))
    return heard.map(({ text }) => /确认 (\d{4})/.exec(text)?.[1]).findLast(Boolean) ?? ''
  }

  async function next(): Promise<void> {
    const ends = timeOf(scenario.ends)
    const beat = nextBeat()?.at ?? Infinity
    if (mode === 'play') return goTo(Math.min(beat, ends, ...termsAhead()))
    const line = lines[0]
    if (beat <= (line?.at ?? ends)) return goTo(beat)
    await goTo(line?.at ?? ends)
    if (!line) {
      finished = true
      return
    }
    lines.shift()
    await say(line)
    if (line.confirm) await say({ ...line, say: `确认 ${codeFor(line)}` })
    await catchUp()
  }

  /** Five minutes before a step's time is up, so that going on costs nobody a step; then that time itself. */
  function termsAhead(): number[] {
    const now = clock.now()
    return result(false).steps.flatMap(({ state, due }) => {
      if (state !== 'open' || due === undefined || due <= now) return []
      return [due - WARNING_MS > now ? due - WARNING_MS : due]
    })
  }

  function state(): SceneState {
    const { id, name, story, plays, begins, ends } = scenario
    const isOver = over()
    const sofar = record(isOver)
    return {
      id,
      name,
      mode,
      story,
      plays: plays.map(idOf),
      told: [...told],
      steps: resultOf(scenario, sofar).steps.map((one) => {
        const { as, in: where, say } = one.step.model
        const words = filled(say, sofar.log)
        return {
          id: one.step.id,
          state: one.state,
          ready: one.opens === undefined || one.opens <= clock.now(),
          overdue: one.overdue ?? false,
          words: stepWords(one, dateOf(timeOf(begins))),
          teach: one.step.teach,
          as: idOf(as),
          in: conversationOf(where, idOf(as)),
          // Of a case that has not come nothing can be said.
          say: words.includes('{') ? '' : words,
        }
      }),
      over: isOver,
      ends: timeOf(ends),
    }
  }

  /** One thing after another: what the page asks for, and what the script brings by itself. */
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const mine = turn.then(act, act)
    turn = mine.catch(() => {})
    return mine
  }

  await engine.start()
  await inTurn(catchUp)
  const looking = setInterval(() => {
    if (!walking) inTurn(catchUp).catch((fault) => log.error({ err: fault }, 'the script of a drill broke'))
  }, LOOK_MS)
  looking.unref()

  return {
    ground,
    next: () => inTurn(next),
    over,
    result,
    async close() {
      clearInterval(looking)
      closing.resolve()
      unwatch()
      await turn
      ground.close()
      await engine.stop()
      await wechat.stop()
      await redis.forget(queuePrefix)
      await redis.stop()
      store.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

const WARNING_MS = minutes(5)
const LOOK_MS = 500

function idOf(name: string): string {
  const person = personCalled(name)
  if (!person) throw new Error(`nobody called ${name}`)
  return person.id
}

function conversationOf(where: string, speaker: string): string {
  if (where === 'private') return speaker
  const room = roomCalled(where)
  if (!room) throw new Error(`no room called ${where}`)
  return room.id
}
