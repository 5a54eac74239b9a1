import { backupBegins, backupBegun, backupUnderWay } from '../domain/words/backup.ts'
import { command } from './command.ts'

/** A backup that takes longer than this is announced. */
const SOON = 10_000

/** 备份: takes a backup now; what came of it follows as the answer. Refuses: not-allowed, private-only. */
export default command({
  verb: 'backup',
  words: ['备份', '立即备份'],
  summary: '现在备份一份,核对后告诉你',
  hint: { line: '设' },
  where: 'private',
  only: /^[\s。.!！]*$/,
  args: {},
  examples: [{ as: '孙悦', in: 'private', say: '备份', hears: '备份好了:2026-11-23-0930' }],
  run({ speaker, data, now }) {
    const id = data.backups.want(speaker.person, now)
    if (id === undefined) return backupUnderWay
    const sentence = backupBegins(data.backups.last(), now)
    const to = { person: speaker.person }
    data.outbox.say({ to, class: 'reply', key: backupBegun(id), sentence, notBefore: now + SOON, gathers: true }, now)
    return undefined
  },
})
