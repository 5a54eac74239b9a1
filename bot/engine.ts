import { toString as drawQr } from 'qrcode'
import type { Store } from '../db/unit.ts'
import { idsChangedOnScreen } from '../domain/words/restore.ts'
import { nightlyBackup } from '../jobs/backup.ts'
import type { Clock, SettableClock } from '../jobs/clock.ts'
import { type Jobs, openJobs } from '../jobs/open.ts'
import type { OpenRedis } from '../jobs/redis.ts'
import { schedule } from '../jobs/schedule.ts'
import { returned } from './absence.ts'
import { issueAdminCode } from './admin-code.ts'
import { alert } from './alert.ts'
import { backingUp } from './backups.ts'
import type { Config, Gateway } from './config.ts'
import { errands } from './errands.ts'
import { befriend, follow } from './friends.ts'
import { hearing } from './hearing.ts'
import type { Line, Log } from './line/line.ts'
import { openLine } from './line/wechaty.ts'
import { recover } from './receive.ts'
import { rounds } from './rounds.ts'

/** What only bot/main.ts may make: the time, ids, the log, the screen. A test brings its own. */
export interface World {
  clock: Clock | SettableClock
  newId: () => string
  log: Log
  /** Shows something to whoever started the program. */
  print(lines: string): void
  /** The clock of a scenario drill, from when it begins; one that stands still until it is moved when absent. */
  drillClock?(start: number): SettableClock
}

/** What hears, does and speaks: line, rules and clocks over one store. The program has one; so has every scenario drill. */
export interface Engine {
  jobs: Jobs
  line: Line
  /** Resolves when a message, by its gateway id, was taken in: done, refused or passed over. */
  handled(message: string): Promise<void>
  /** Resolves when nothing is being fetched from the gateway any more. */
  settled(): Promise<void>
  /** Handles what an earlier run left unhandled, then listens. */
  start(): Promise<void>
  /** Ends hearing, then speaking; store and Redis stay open. */
  stop(): Promise<void>
}

interface Parts {
  config: Config
  world: Pick<World, 'clock' | 'newId' | 'log' | 'print'>
  store: Store
  redis: OpenRedis
  gateway: Gateway
}

/** Puts line, ear, clocks and speech together; nothing is heard before `start`. */
export function openEngine({ config, world, store, redis, gateway }: Parts): Engine {
  const { clock, log, newId, print } = world
  const now = () => clock.now()

  // Time without a program and time without a gateway are one absence to those who wrote meanwhile.
  let silentSince = config.mode === 'live' ? store.books.pulse.heardAt() : undefined
  function listening(): void {
    jobs.lineUp()
    if (silentSince === undefined) return
    log.info({ from: silentSince, to: now() }, 'heard again')
    returned(store, silentSince, now())
    silentSince = undefined
    jobs.nudge()
  }

  // Of what was heard something may have to be spoken, and something fetched.
  function heard(): void {
    jobs.nudge()
    chores.nudge()
    copies.nudge()
  }

  const receiving = { store, now, newFaultId: newId, log, nudge: heard }
  const ear = hearing(receiving, (to, text) => line.speak(to, text), {
    rooms: () => chores.rooms(),
    pair: () => chores.pair(),
  })
  const line = openLine({
    token: gateway.token,
    endpoint: gateway.endpoint,
    insecure: !gateway.tls,
    now,
    log,
    on: {
      message: ear.message,
      async login() {
        listening()
        await chores.rooms()
        chores.nudge()
        if (store.books.restoring.changed().length) print(`${idsChangedOnScreen}\n${issueAdminCode(store, now())}`)
      },
      async logout() {
        jobs.lineDown()
        await alert(config.alertWebhook, 'logout', log)
      },
      async scan(qr, status) {
        if (!qr || status !== 'Waiting') return
        print(
          `请用机器人微信扫码登录 (scan to log in), 也可打开 /login:\n${await drawQr(qr, { type: 'terminal', small: true })}`,
        )
      },
      friendRequest: (request) => befriend(request, { store, now, log, nudge: jobs.nudge }),
      invited: (invitation) => follow(invitation, { store, log }),
      async joined({ room, members }) {
        ear.joined(room, members)
        if (isOurs(members)) await chores.rooms()
      },
      async left({ room, members }) {
        ear.left(room, members)
        jobs.nudge()
        if (isOurs(members)) await chores.rooms()
      },
      away(from) {
        log.warn({ from }, 'nothing is heard any more')
        silentSince ??= from
        jobs.lineDown()
      },
      back: () => listening(),
      deaf: () => alert(config.alertWebhook, 'deaf', log),
    },
  })

  const chores = errands({ store, line, now, log, said: () => jobs.nudge() })
  const leaving = new AbortController()
  const copies = rounds([backingUp({ store, config, now, log, said: () => jobs.nudge() }, leaving.signal)], log)
  const isOurs = (members: readonly { id: string }[]) => members.some(({ id }) => id === line.self()?.id)

  const jobs = openJobs({
    store,
    redis,
    clock,
    log,
    prefix: config.queuePrefix,
    intervalMs: config.sendIntervalMs,
    entries: [
      ...schedule,
      ...(config.backup ? [nightlyBackup] : []),
      {
        name: 'pulse',
        cron: '* * * * *',
        tz: 'Asia/Shanghai',
        run: (_store, at) => {
          beat(store, line, at)
          chores.nudge()
          copies.nudge()
        },
        wanted: never,
      },
    ],
    fetch: (attachment) => line.file(attachment),
    speak: (to, text, mentions) => line.speak(to, text, mentions),
    speakFile: (to, file) => line.speakFile(to, file),
  })
  // Nobody can be spoken to before the login says so.
  jobs.lineDown()

  return {
    jobs,
    line,
    handled: ear.handled,
    async settled() {
      await chores.idle()
      await copies.idle()
    },
    async start() {
      recover(receiving)
      await line.start()
    },
    async stop() {
      await line.stop()
      await chores.stop()
      leaving.abort()
      await copies.stop()
      await jobs.stop()
    },
  }
}

/** The minute's sign of life: a restart then knows since when nobody was listening. */
function beat(store: Store, line: Line, now: number): void {
  const { up, loggedIn } = line.health()
  if (up && loggedIn) store.unit((tx) => tx.pulse.heard(now))
}

// Time that is moved by hand need not stop at every minute to show that it lives.
const never = () => undefined
