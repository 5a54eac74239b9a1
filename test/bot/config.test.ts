import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigFault, describeConfig, readConfig, variableNames } from '../../bot/config.ts'

const key = Buffer.alloc(32, 7)
const live = {
  WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_planted-token',
  WECHATY_PUPPET_SERVICE_ENDPOINT: '127.0.0.1:8788',
  VAULT_KEY: key.toString('base64'),
}

describe('readConfig', () => {
  it('starts in the drill ground when nothing is set', () => {
    expect(readConfig({})).toMatchObject({
      mode: 'drill',
      dataDir: resolve('data/drill'),
      redisUrl: undefined,
      queuePrefix: 'lingshao-drill',
      sendIntervalMs: 0,
      host: '127.0.0.1',
      port: 8080,
      logLevel: 'info',
      district: '丰台区',
    })
    expect(readConfig({}).vaultKey).toHaveLength(32)
  })

  it('is live with a token, an endpoint and a key', () => {
    expect(readConfig(live)).toMatchObject({
      mode: 'live',
      dataDir: resolve('data/live'),
      queuePrefix: 'lingshao',
      sendIntervalMs: 1000,
      vaultKey: key,
      gateway: { token: 'insecure_planted-token', endpoint: '127.0.0.1:8788', tls: true },
    })
  })

  it('never gives live and drill the same folder or the same queues', () => {
    const same = { DATA_DIR: '/srv/lingshao', QUEUE_PREFIX: 'fengtai' }
    const [real, drill] = [readConfig({ ...live, ...same }), readConfig(same)]
    expect([real.dataDir, drill.dataDir]).toEqual(['/srv/lingshao/live', '/srv/lingshao/drill'])
    expect([real.queuePrefix, drill.queuePrefix]).toEqual(['fengtai', 'fengtai-drill'])
    expect(readConfig({ VAULT_KEY: live.VAULT_KEY }).vaultKey).not.toEqual(real.vaultKey)
  })

  it('reads a blank value as none', () => {
    const blank = Object.fromEntries(variableNames.map((name) => [name, ' ']))
    expect(readConfig(blank)).toEqual(readConfig({}))
  })

  it.each([
    ['base64', key.toString('base64')],
    ['base64 without padding', key.toString('base64url')],
    ['hex', key.toString('hex')],
  ])('reads a key in %s', (_, text) => {
    expect(readConfig({ ...live, VAULT_KEY: text }).vaultKey).toEqual(key)
  })

  it.each([
    ['true', false],
    ['1', false],
    ['false', true],
    ['0', true],
  ])('reads NO_TLS_INSECURE_CLIENT=%s', (text, tls) => {
    expect(readConfig({ ...live, WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: text })).toMatchObject({
      gateway: { tls },
    })
  })

  it.each([
    ['VAULT_KEY', { ...live, VAULT_KEY: undefined }, 'openssl rand -base64 32'],
    ['VAULT_KEY', { ...live, VAULT_KEY: 'short' }, '32 bytes in base64 or hex'],
    ['WECHATY_PUPPET_SERVICE_ENDPOINT', { ...live, WECHATY_PUPPET_SERVICE_ENDPOINT: '' }, 'beside the token'],
    ['WECHATY_PUPPET_SERVICE_ENDPOINT', { ...live, WECHATY_PUPPET_SERVICE_ENDPOINT: 'http://a:1/' }, 'host:port'],
    ['WECHATY_PUPPET_SERVICE_TOKEN', { WECHATY_PUPPET_SERVICE_ENDPOINT: 'gateway:8788' }, 'beside the endpoint'],
    ['WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT', { WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: 'x' }, 'true'],
    ['REDIS_URL', { REDIS_URL: 'http://127.0.0.1' }, 'redis://127.0.0.1:6379'],
    ['QUEUE_PREFIX', { QUEUE_PREFIX: 'a:b' }, 'only letters'],
    ['SEND_INTERVAL_MS', { SEND_INTERVAL_MS: 'fast' }, 'not a whole number'],
    ['PORT', { PORT: '70000' }, 'at most 65535'],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }, 'fatal, error, warn'],
    ['ALERT_WEBHOOK', { ALERT_WEBHOOK: 'not a url' }, 'https://'],
  ])('names %s in one line when it does not fit', (name, env, part) => {
    const message = faultOf(env)
    expect(message.split('\n')).toHaveLength(1)
    expect(message).toMatch(new RegExp(`^${name} `))
    expect(message).toContain(part)
  })

  it('names every variable that does not fit, a line each, and repeats no secret', () => {
    const message = faultOf({ PORT: 'x', LOG_LEVEL: 'x', VAULT_KEY: 'planted-secret' })
    expect(message.split('\n').map((line) => line.split(' ')[0])).toEqual(['VAULT_KEY', 'PORT', 'LOG_LEVEL'])
    expect(message).not.toContain('planted-secret')
  })
})

it('describes the settings without a secret', () => {
  const config = readConfig({
    ...live,
    REDIS_URL: 'redis://:planted-password@10.0.0.1:6379/2',
    ALERT_WEBHOOK: 'https://example.org/planted-hook?key=planted-hook',
  })
  const text = JSON.stringify(describeConfig(config))
  expect(text).not.toMatch(/planted/)
  expect(text).not.toContain(live.VAULT_KEY)
  expect(describeConfig(config)).toMatchObject({
    mode: 'live',
    redis: 'redis://10.0.0.1:6379/2',
    alertWebhook: 'example.org',
  })
})

it('documents in .env.example exactly the variables it reads', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')
  const documented = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)
  expect(documented.toSorted()).toEqual(variableNames.toSorted())
  expect(readConfig(Object.fromEntries(documented.map((name) => [name, ''])))).toEqual(readConfig({}))
})

function faultOf(env: Record<string, string | undefined>): string {
  try {
    readConfig(env)
  } catch (fault) {
    if (fault instanceof ConfigFault) return fault.message
    throw fault
  }
  throw new Error('accepted')
}
