import { mayLookAtFiles } from '../domain/cases/photos.ts'
import { fileFor, filesShown, noFiles } from '../domain/words/files.ts'
import { caseNo, optional, rest } from './args.ts'
import { command } from './command.ts'

/** So many go at once. */
const AT_ONCE = 9

/**
 * 照片: the pictures and files kept for a case, in private, without what a camera wrote; each look is audited.
 * Refuses: unknown-case, out-of-scope, private-only, confidential, not-yours.
 */
export default command({
  verb: 'photos',
  words: ['照片', '看照片'],
  // In a room 「照片 128」 says where pictures belong.
  only: /^(?!)/,
  where: 'private',
  summary: '私聊看一件的照片和文件',
  hint: { line: '办' },
  args: { no: caseNo, more: optional(rest) },
  examples: [{ as: '赵蕾', in: 'private', say: '照片 101', hears: '#101 还没有照片或文件。' }],
  run({ args, speaker, data, find, now, occasion }) {
    // Somebody who just sent pictures says where they belong.
    if (data.files.waiting(speaker.person)) return undefined
    const c = find(args.no)
    mayLookAtFiles(c, speaker, [...data.vault.looks(c.no), ...data.files.looks(c.no)])
    // Those of merged cases stay theirs, also closed together; 拆案 takes them along.
    const others = (c.holds ?? []).flatMap((no) => data.cases.find(no) ?? [])
    const attached = [
      c,
      ...others.filter((m) => m.mergedInto === c.no && m.state !== 'void' && !m.confidential),
    ].flatMap(({ photos = [] }) => photos)
    const all = attached.flatMap((id) => data.files.shown(id) ?? [])
    // What metadata could not be cut from is not handed out.
    const clean = all.filter(({ stripped }) => stripped)
    const [seen] = data.confirmations.shown(speaker.person, `files-${c.no}`) as number[]
    const from = /更多|下一批|接着/.test(args.more ?? '') && seen !== undefined && seen < clean.length ? seen : 0
    const batch = clean.slice(from, from + AT_ONCE)
    for (const [i, { id, kind, name }] of batch.entries()) {
      const file = fileFor({ no: c.no, nth: from + i + 1, kind, name, id })
      data.outbox.say(
        {
          to: { person: speaker.person },
          class: 'reply',
          key: `${occasion}-file-${id}`,
          no: c.no,
          sentence: [file.name],
          file,
        },
        now,
      )
    }
    data.confirmations.show(speaker.person, `files-${c.no}`, [from + batch.length], now)
    if (!all.length) return noFiles(c.no)
    return filesShown(c.no, {
      shown: batch.length,
      left: clean.length - from - batch.length,
      kept: all.length - clean.length,
    })
  },
})
