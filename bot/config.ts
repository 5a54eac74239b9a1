import { join, resolve } from 'node:path'
import { z } from 'zod'

/** What live and drill have in common. `dataDir` is absolute and already ends in `/live` or `/drill`. */
type Shared = {
  dataDir: string
  /** undefined: the program runs its own Redis in `dataDir`. */
  redisUrl: string | undefined
  /** BullMQ prefix; the drill ground's ends in `-drill`. */
  queuePrefix: string
  /** 32 bytes for AES-256-GCM. The drill ground always has the published one: its people are invented. */
  vaultKey: Buffer
  /** Where backups are kept; undefined: none are taken here. */
  backup: { dir: string; make: boolean; key: Buffer | undefined } | undefined
  alertWebhook: string | undefined
  /** Milliseconds between two messages of the account. */
  sendIntervalMs: number
  host: string
  port: number
  logLevel: (typeof logLevels)[number]
  district: string
  /** Name by which text mentions the bot, besides the account's own. */
  botName: string | undefined
}

export type LiveConfig = Shared & { mode: 'live'; gateway: Gateway }
export type DrillConfig = Shared & { mode: 'drill' }
export type Config = LiveConfig | DrillConfig

/** Where the WeChat gateway listens. `endpoint` is `host:port`. */
export type Gateway = { token: string; endpoint: string; tls: boolean }

/** Settings that do not fit, one line each, every line beginning with the variable's name. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault'
}

/**
 * Reads the settings of one start. In: the environment (an empty value counts as none). Out: `live` when a gateway
 * token is set, else `drill`; the two never share a folder or a queue prefix. Throws ConfigFault.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const read = schema.safeParse(withoutBlanks(env))
  if (!read.success) throw new ConfigFault(read.error.issues.map(line).join('\n'))
  const v = read.data
  const mode = v.WECHATY_PUPPET_SERVICE_TOKEN ? 'live' : 'drill'
  const shared: Shared = {
    dataDir: resolve(v.DATA_DIR, mode),
    redisUrl: v.REDIS_URL,
    queuePrefix: mode === 'live' ? v.QUEUE_PREFIX : `${v.QUEUE_PREFIX}-drill`,
    vaultKey: mode === 'live' && v.VAULT_KEY ? v.VAULT_KEY : drillKey,
    backup: backupOf(v, mode),
    alertWebhook: v.ALERT_WEBHOOK,
    sendIntervalMs: v.SEND_INTERVAL_MS ?? (mode === 'live' ? 1000 : 0),
    host: v.HOST,
    port: v.PORT,
    logLevel: v.LOG_LEVEL,
    district: v.DISTRICT,
    botName: v.BOT_NAME,
  }
  const { WECHATY_PUPPET_SERVICE_TOKEN: token, WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint } = v
  if (!token || !endpoint) return { mode: 'drill', ...shared }
  const tls = !v.WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT
  return { mode: 'live', ...shared, gateway: { token, endpoint, tls } }
}

// A folder somebody chose may be a disk that is not mounted: only our own is made. The drill ground keeps nothing.
function backupOf(v: z.infer<typeof variables>, mode: 'live' | 'drill'): Shared['backup'] {
  if (mode === 'drill' || v.BACKUP_DIR === 'off') return undefined
  const chosen = v.BACKUP_DIR
  return { dir: resolve(chosen ?? join(v.DATA_DIR, 'backups')), make: chosen === undefined, key: v.BACKUP_KEY }
}

/** The settings for the log: no token, no key, no password, and of the webhook only its host. */
export function describeConfig(config: Config): Record<string, string | number | boolean> {
  return {
    mode: config.mode,
    dataDir: config.dataDir,
    redis: config.redisUrl ? withoutSecrets(config.redisUrl) : 'own',
    queuePrefix: config.queuePrefix,
    backups: config.backup?.dir ?? 'off',
    backupsEncrypted: config.backup?.key !== undefined,
    alertWebhook: config.alertWebhook ? new URL(config.alertWebhook).host : 'none',
    sendIntervalMs: config.sendIntervalMs,
    page: `http://${config.host}:${config.port}`,
    logLevel: config.logLevel,
    district: config.district,
    botName: config.botName ?? 'none',
    ...(config.mode === 'live' && { gateway: config.gateway.endpoint, tls: config.gateway.tls }),
  }
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const makeKey = 'make one with `openssl rand -base64 32` and keep a copy in a safe place'
const drillKey = Buffer.from('the drill ground is no secret ..')

const yesNo = z.string().transform((text, context) => {
  if (/^(1|true|yes|on)$/i.test(text)) return true
  if (/^(0|false|no|off)$/i.test(text)) return false
  context.addIssue(`is "${text}": write true or false`)
  return z.NEVER
})

const whole = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'is not a whole number')
    .transform(Number)
    .pipe(z.number().min(from, `must be at least ${from}`).max(to, `must be at most ${to}`))

const url = (protocol: RegExp, example: string) => z.url({ protocol, error: `is not an address like ${example}` })

const key = z.string().transform((text, context) => {
  const bytes = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : base64(text)
  if (bytes?.length === 32) return bytes
  context.addIssue(`must be 32 bytes in base64 or hex; ${makeKey}`)
  return z.NEVER
})

/** Every variable the program reads; `.env.example` documents the same names. */
const variables = z.object({
  WECHATY_PUPPET_SERVICE_TOKEN: z.string().optional(),
  WECHATY_PUPPET_SERVICE_ENDPOINT: z
    .string()
    .regex(/^[^\s/]+:\d{1,5}$/, 'must be host:port, like 127.0.0.1:8788')
    .optional(),
  WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: yesNo.default(false),
  VAULT_KEY: key.optional(),
  DATA_DIR: z.string().default('./data'),
  BACKUP_DIR: z.string().optional(),
  BACKUP_KEY: key.optional(),
  REDIS_URL: url(/^rediss?$/, 'redis://127.0.0.1:6379').optional(),
  QUEUE_PREFIX: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/, 'may hold only letters, digits, - and _')
    .default('lingshao'),
  SEND_INTERVAL_MS: whole(0, 600_000).optional(),
  ALERT_WEBHOOK: url(/^https?$/, 'https://example.org/hook').optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: whole(0, 65_535).default(8080),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  DISTRICT: z.string().default('丰台区'),
  BOT_NAME: z.string().optional(),
})

export const variableNames: readonly string[] = Object.keys(variables.shape)

const schema = variables.superRefine((v, context) => {
  const missing = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message })
  const live = v.WECHATY_PUPPET_SERVICE_TOKEN !== undefined
  if (live && !v.WECHATY_PUPPET_SERVICE_ENDPOINT)
    missing('WECHATY_PUPPET_SERVICE_ENDPOINT', 'is needed beside the token: the gateway as host:port')
  if (!live && v.WECHATY_PUPPET_SERVICE_ENDPOINT)
    missing('WECHATY_PUPPET_SERVICE_TOKEN', 'is needed beside the endpoint (leave both empty for the drill ground)')
  if (live && !v.VAULT_KEY) missing('VAULT_KEY', `is needed to work with real people's data; ${makeKey}`)
})

function line(issue: { path: PropertyKey[]; message: string }): string {
  return `${String(issue.path[0])} ${issue.message}`
}

function withoutBlanks(env: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()] as const] : [])),
  )
}

function withoutSecrets(address: string): string {
  const { protocol, host, pathname } = new URL(address)
  return `${protocol}//${host}${pathname}`
}

function base64(text: string): Buffer | undefined {
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : undefined
}
