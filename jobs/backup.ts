import { instant } from '../domain/time/wall.ts'
import type { Listing } from './schedule.ts'

/** 每日备份: asked for once a night (†), taken outside the transaction by whoever watches the book. */
export const nightlyBackup: Listing = {
  name: 'backup',
  cron: '* * * * *',
  tz: 'Asia/Shanghai',
  times: ({ settings }, date) => [instant(date, settings.on(date).backupTime)],
  list: (tx, { now }) => void tx.backups.want(undefined, now),
}
