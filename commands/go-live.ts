import { dateOf } from '../domain/time/wall.ts'
import { trialSet } from '../domain/words/set-up.ts'
import { command } from './command.ts'

/** 正式运行: the trial is over, clocks remind again. Refuses: not-allowed, private-only. */
export default command({
  verb: 'goLive',
  words: ['正式运行'],
  summary: '结束试运行,照常提醒',
  hint: { line: '设' },
  where: 'private',
  args: {},
  examples: [{ as: '孙悦', in: 'private', say: '正式运行', hears: '正式运行开始' }],
  run({ speaker, data, now }) {
    data.settings.set('trial', false, { from: dateOf(now), by: speaker.person, at: now })
    return trialSet(false)
  },
})
