import { Refusal } from '../domain/refusal.ts'
import { dateOf } from '../domain/time/wall.ts'
import { trialSet } from '../domain/words/set-up.ts'
import { optional, rest } from './args.ts'
import { command } from './command.ts'

/**
 * 试运行: from now on only registering, cards and lists; nobody is reminded. 试运行 关 ends it, like 正式运行.
 * Refuses: missing-argument, not-allowed, private-only.
 */
export default command({
  verb: 'trial',
  words: ['试运行'],
  summary: '只登记和出清单,不催办',
  hint: { line: '设' },
  where: 'private',
  only: /^[\s。.!！]*$|^(?:开|关|结束|取消|停)/,
  args: { how: optional(rest) },
  examples: [
    { as: '孙悦', in: 'private', say: '试运行', hears: '试运行开始' },
    { as: '孙悦', in: 'private', say: '试运行 关', hears: '正式运行开始' },
  ],
  run({ args: { how = '' }, speaker, data, now }) {
    const over = /^(?:已?关|结束|取消|停|不)/.test(how)
    if (!over && !/^(?:(?:开启?|开始|打开|启动)了?)?[吧。.!！\s]*$/.test(how))
      throw new Refusal('missing-argument', { verb: 'trial', what: '「开」或「关」', example: '试运行 关' })
    data.settings.set('trial', !over, { from: dateOf(now), by: speaker.person, at: now })
    return trialSet(!over)
  },
})
