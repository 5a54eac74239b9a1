import { lines } from '../domain/words/sentence.ts'
import { codesIssued } from '../domain/words/set-up.ts'
import { command } from './command.ts'

/** 发口令: a personal one-time code for every lead, desk and leader of the roster who is not proved. Refuses: not-allowed, private-only. */
export default command({
  verb: 'issueCodes',
  words: ['发口令'],
  summary: '给负责人、专班、领导发认证口令',
  hint: { line: '人', say: '「发口令」' },
  where: 'private',
  args: {},
  examples: [{ as: '孙悦', in: 'private', say: '发口令', hears: '需要口令的人都已认证' }],
  run({ speaker, data, now, occasion }) {
    const pages = codesIssued(data.admission.issueCodes(now))
    pages.slice(0, -1).forEach((sentence, i) => {
      const key = `codes-${occasion}-${i}`
      data.outbox.say({ to: { person: speaker.person }, class: 'reply', key, sentence }, now)
    })
    return lines(pages.at(-1))
  },
})
