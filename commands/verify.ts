import { Refusal } from '../domain/refusal.ts'
import { youAreIn } from '../domain/words/set-up.ts'
import { called, word } from './args.ts'
import { command } from './command.ts'

/** 验证 CODE: a lead, the desk or a leader proves themselves with the code they were handed. Refuses: private-only, code-unknown. */
export default command({
  verb: 'verify',
  words: ['验证'],
  summary: '用一次性口令认证自己',
  where: 'private',
  only: /^[A-Z0-9]{8}$/i,
  strangersToo: true,
  args: { code: called('口令', word) },
  examples: [{ as: '钱进', in: 'private', say: '验证 ABCD2345', hears: '口令不对或已过期' }],
  run({ args, speaker, data, now }) {
    const roles = data.admission.verify(args.code, speaker.person, now)
    if (!roles.length) throw new Refusal('code-unknown', {})
    data.admission.tell(now)
    return youAreIn(roles)
  },
})
