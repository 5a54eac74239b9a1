import { Worker } from 'node:worker_threads'
import type { BackupOptions, Taken } from '../db/backup.ts'
import type { BackupRow } from '../db/backups.ts'
import type { Manifest } from '../db/manifest.ts'
import type { Store, Tx } from '../db/unit.ts'
import { dateOf } from '../domain/time/wall.ts'
import {
  type BackupFaultCode,
  backupBegun,
  backupFailed,
  backupTaken,
  type LastBackup,
  nightlyFailed,
} from '../domain/words/backup.ts'
import type { Config } from './config.ts'
import type { Log } from './line/line.ts'

/** What the thread that takes a backup says at its end. */
export type BackupAnswer = { taken: Taken } | { fault: BackupFaultCode; message: string }

export interface BackingUp {
  store: Store
  config: Pick<Config, 'dataDir' | 'backup' | 'vaultKey'>
  now: () => number
  log: Log
  /** Something may wait to be spoken. */
  said(): void
}

/** Begun so often and never ended: something is wrong with it. */
const MOST_TRIES = 3

/**
 * Takes the oldest backup that was asked for, in a thread of its own; whoever asked reads what came of it, and of a nightly
 * one that failed every administrator, once a day. Out: whether there was one. `over` ends it: it is begun again next time.
 */
export function backingUp({ store, config, now, log, said }: BackingUp, over: AbortSignal): () => Promise<boolean> {
  return async () => {
    const wanted = store.books.backups.next()
    if (!wanted) return false
    const tries = store.unit((tx) => tx.backups.begun(wanted.id))
    const answer = await answerTo(tries)
    if (over.aborted) return false
    if ('fault' in answer) log.error({ backup: wanted.id, ...answer }, 'no backup was taken')
    store.unit((tx) => end(tx, wanted, { answer, now: now() }))
    said()
    return true
  }

  async function answerTo(tries: number): Promise<BackupAnswer> {
    const { dataDir, backup, vaultKey } = config
    if (!backup) return { fault: 'off', message: 'no folder for backups' }
    if (tries > MOST_TRIES) return { fault: 'interrupted', message: 'begun too often' }
    const { key, ...place } = backup
    return taken({ dataDir, place, key, vaultKey, now: now() }, over)
  }
}

/** A backup's list as it is told. */
export function lastOf({ takenAt, cases, files, bytes, key, sound }: Manifest): LastBackup {
  return { at: takenAt, cases, files: Object.keys(files).length, bytes, encrypted: key !== undefined, sound }
}

function taken(options: BackupOptions, over: AbortSignal): Promise<BackupAnswer> {
  const { promise, resolve } = Promise.withResolvers<BackupAnswer>()
  const worker = new Worker(new URL('./backup-worker.ts', import.meta.url), { workerData: options, execArgv: [] })
  const stop = () => void worker.terminate()
  over.addEventListener('abort', stop)
  worker.on('message', resolve)
  worker.on('error', (error) => resolve({ fault: 'broken', message: error.message }))
  worker.on('exit', () => resolve({ fault: 'interrupted', message: 'the thread ended' }))
  return promise.finally(() => over.removeEventListener('abort', stop))
}

function end(tx: Tx, wanted: BackupRow, { answer, now }: { answer: BackupAnswer; now: number }): void {
  const before = tx.backups.last()
  if ('fault' in answer) tx.backups.failed(wanted.id, answer.fault, now)
  else tx.backups.taken(wanted.id, { ...lastOf(answer.taken.manifest), name: answer.taken.name }, now)
  if (wanted.by === null) tellOfNight(tx, answer, { before, now })
  else {
    tx.outbox.unsay(backupBegun(wanted.id))
    const sentence =
      'fault' in answer
        ? backupFailed(answer.fault, before, now)
        : backupTaken(answer.taken.name, lastOf(answer.taken.manifest))
    tx.outbox.say({ to: { person: wanted.by }, class: 'reply', key: `backup-${wanted.id}`, sentence }, now)
  }
}

// A good night is nobody's news.
function tellOfNight(
  tx: Tx,
  answer: BackupAnswer,
  { before, now }: { before: LastBackup | undefined; now: number },
): void {
  const why = 'fault' in answer ? answer.fault : answer.taken.manifest.sound ? undefined : 'unsound'
  if (why === undefined) return
  const sentence = nightlyFailed(why, before, now)
  for (const person of tx.people.admins())
    tx.outbox.say({ to: { person }, class: 'notice', key: `backup-failed-${dateOf(now)}-${person}`, sentence }, now)
}
