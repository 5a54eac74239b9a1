import { dateOf } from '../domain/time/wall.ts'
import { trialSet } from '../domain/words/set-up.ts'
import { command } from './command.ts'

/** 试运行: from now on only registering, cards and lists; nobody is reminded. Refuses: not-allowed, private-only. */
export default command({
  verb: 'trial',
  words: ['试运行'],
  summary: '只登记和出清单,不催办',
  hint: { line: '设' },
  where: 'private',
  args: {},
  examples: [{ as: '孙悦', in: 'private', say: '试运行', hears: '试运行开始' }],
  run({ speaker, data, now }) {
    data.settings.set('trial', true, { from: dateOf(now), by: speaker.person, at: now })
    return trialSet(true)
  },
})
