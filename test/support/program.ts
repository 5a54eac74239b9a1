import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Wechat } from '../../bot/drill/gateway.ts'
import { furnish } from '../../bot/drill/seed.ts'
import { openStore } from '../../db/unit.ts'
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
  /** Resolves with the exit code. */
  ended: Promise<number | null>
}

export function runProgram(env: Record<string, string>, nodeOptions: string[] = []): Program {
  const child = spawn(process.execPath, [...nodeOptions, 'bot/main.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      NODE_COMPILE_CACHE: COMPILED,
      PORT: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const out: string[] = []
  const err: string[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => void out.push(text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => void err.push(text))
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

export function furnishedHouse({ token, endpoint }: Pick<Wechat, 'token' | 'endpoint'>): House {
  const folder = mkdtempSync(join(tmpdir(), 'lingshao-'))
  const dataDir = join(folder, 'live')
  const store = openStore(join(dataDir, 'lingshao.db'), KEY)
  furnish(store, Date.now())
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
