import { join } from 'node:path'
import type { Store } from '../../db/unit.ts'
import { district, roomCalled } from '../../domain/drill/district.ts'
import { calendar, nextWorkday } from '../../domain/time/calendar.ts'
import { addDays, dateOf, instant } from '../../domain/time/wall.ts'
import type { SettableClock } from '../../jobs/clock.ts'
import type { MovableJobs } from '../../jobs/open.ts'
import type { Ground } from '../../web/ground.ts'
import type { DrillConfig, Gateway } from '../config.ts'
import { type OpenGround, openGround } from './ground.ts'
import { groundFile } from './ground-file.ts'
import { furnish, populate } from './seed.ts'
import { startWechat } from './simulated.ts'

/** The drill ground: a simulated WeChat in this process, reached over the same gRPC as a real one. */
export interface Drill {
  gateway: Gateway
  openGround(jobs: Pick<MovableJobs, 'advance'>): Ground
  /** Pastes the orders that stand there when somebody arrives; once. */
  begin(): void
  close(): Promise<void>
}

/** Starts the simulated WeChat with the demo district; people, roles and rooms are set up as if an hour ago. */
export async function openDrill(
  { dataDir, vaultKey }: DrillConfig,
  { store, clock, newId }: { store: Store; clock: SettableClock; newId: () => string },
): Promise<Drill> {
  // The pulse beats once in a while: after a kill it may be older than the last word.
  const lived = store.books.pulse.lastLived()
  if (lived !== undefined) clock.set(lived)
  let count = 0
  const wechat = await startWechat({
    now: () => clock.now(),
    newId: () => `${clock.now()}${String(++count).padStart(6, '0')}${newId()}`,
    self: district.bot,
  })
  let ground: OpenGround | undefined
  populate(wechat)
  furnish(store, clock.now())
  return {
    gateway: { token: wechat.token, endpoint: wechat.endpoint, tls: false },
    openGround(jobs) {
      const file = groundFile(join(dataDir, 'talk.sealed'), vaultKey)
      ground = openGround({ wechat, clock: () => clock.now(), store, district, advance: jobs.advance, file })
      return ground
    },
    begin() {
      if (store.books.cases.all().length) return
      for (const { as, in: where, say } of district.orders) {
        const room = roomCalled(where)
        const speaker = district.people.find(({ name }) => name === as)
        if (speaker) wechat.say({ as: speaker.id, text: say, ...(room && { room: room.id }) })
      }
    },
    async close() {
      ground?.close()
      await wechat.stop()
    },
  }
}

/** When a drill begins: 09:30 of today, or of the next working day. In: the real time. */
export function drillStart(now: number): number {
  const today = dateOf(now)
  const working = nextWorkday(addDays(today, -1), calendar([]))
  return instant(working, '09:30')
}
