// The thread that takes one backup: reading, hashing and writing all of it would keep everybody waiting.
import { parentPort, workerData } from 'node:worker_threads'
import { BackupFault, type BackupOptions, takeBackup } from '../db/backup.ts'
import type { BackupAnswer } from './backups.ts'

parentPort?.postMessage(answer(workerData as BackupOptions))

function answer({ key, vaultKey, ...options }: BackupOptions): BackupAnswer {
  try {
    const keys = { key: key && Buffer.from(key), vaultKey: vaultKey && Buffer.from(vaultKey) }
    return { taken: takeBackup({ ...options, ...keys }) }
  } catch (error) {
    if (error instanceof BackupFault) return { fault: error.code, message: error.message }
    throw error
  }
}
