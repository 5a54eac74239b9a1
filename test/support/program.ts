import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Wechat } from '../../bot/drill/gateway.ts'
import { furnish } from '../../bot/drill/seed.ts'
import { openStore, type Store } from '../../db/unit.ts'
import { until } from './wechat.ts'

const ROOT = new URL('../..', import.meta.url).pathname
const COMPILED = join(ROOT, 'node_modules/.cache/compiled')
const KEY = Buffer.alloc(32, 7)

/** `node bot/main.ts` as a process of its own, with nothing in its environment but what is given. */
export interface Program {
  /** Everything it printed. */
  out(): string
  err(): string
  /** Resolves with where its pages are. */
  started(): Promise<string>
  /** As the power going: nothing is tidied up. */
  kill(): Promise<void>
  /** SIGTERM; kills when that does not help. */
  stop(): Promise<void>
  /** Says something to a module that was loaded before it, see `beside`. */
  tell(order: object): void
  pid: number
  /** Resolves with the exit code. */
  ended: Promise<number | null>
}

/** In: its environment, and options of Node. `beside` hears what a module loaded before the program says to us. */
export function runProgram(
  env: Record<string, string>,
  nodeOptions: string[] = [],
  beside?: (told: unknown) => void,
): Program {
  const child = spawn(process.execPath, [...nodeOptions, 'bot/main.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      NODE_COMPILE_CACHE: COMPILED,
      PORT: '0',
      ...env,
    },
    stdio: beside ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'],
  })
  if (beside) child.on('message', beside)
  const out: string[] = []
  const err: string[] = []
  child.stdout?.setEncoding('utf8').on('data', (text: string) => void out.push(text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => void err.push(text))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const running = () => child.exitCode === null && child.signalCode === null
  return {
    out: () => out.join(''),
    err: () => err.join(''),
    started: () =>
      until(() => {
        if (!running()) throw new Error(`the program ended: ${out.join('')}${err.join('')}`)
        return /领哨已启动.*(http:\S+)\/healthz/.exec(out.join(''))?.[1]
      }, 25_000),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      if (running()) child.kill('SIGTERM')
      const force = setTimeout(() => child.kill('SIGKILL'), 15_000)
      await ended
      clearTimeout(force)
    },
    tell: (order) => void (child.connected && child.send(order, () => {})),
    pid: child.pid as number,
    ended,
  }
}

/** A data folder with the demo district in it, and the environment of a live program that works on it. */
export interface House extends Disposable {
  /** Where the live program keeps its database. */
  dataDir: string
  /** Its VAULT_KEY. */
  key: Buffer
  env: Record<string, string>
}

/** In: the gateway; a folder when it stands there already, and what to put into it, unless it is the demo district now. */
export function furnishedHouse(
  { token, endpoint }: Pick<Wechat, 'token' | 'endpoint'>,
  { folder = mkdtempSync(join(tmpdir(), 'lingshao-')), fill = (store: Store) => furnish(store, Date.now()) } = {},
): House {
  const dataDir = join(folder, 'live')
  const store = openStore(join(dataDir, 'lingshao.db'), KEY)
  fill(store)
  store.close()
  return {
    dataDir,
    key: KEY,
    env: {
      DATA_DIR: folder,
      VAULT_KEY: KEY.toString('base64'),
      WECHATY_PUPPET_SERVICE_TOKEN: token,
      WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint,
      WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: 'true',
      SEND_INTERVAL_MS: '0',
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}
