import { Refusal } from '../domain/refusal.ts'
import { nowAdmin } from '../domain/words/grants.ts'
import { called, word } from './args.ts'
import { command } from './command.ts'

/** 绑定管理员: the first administrator proves themselves with a code from the server. Refuses: private-only, code-wrong. */
export default command({
  verb: 'becomeAdmin',
  words: ['绑定管理员'],
  summary: '用服务器上的一次性口令成为管理员',
  where: 'private',
  strangersToo: true,
  args: { code: called('口令', word) },
  examples: [
    { as: '钱进', in: 'private', say: '绑定管理员 DRILL-2026', shows: '绑定管理员 口令', hears: '你已是管理员。' },
  ],
  run({ args, speaker, data, now }) {
    if (!data.people.useCode(args.code, 'admin', now)) throw new Refusal('code-wrong', {})
    data.people.grant(speaker.person, { role: 'admin' }, undefined, now)
    // Whoever comes back under a new id reads what has to be done next.
    data.restoring.tell(now)
    return nowAdmin()
  },
})
