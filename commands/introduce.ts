import { linesOf, needsCode } from '../domain/people/entry.ts'
import { Refusal } from '../domain/refusal.ts'
import { alreadyIn, codeForYou, introduced, introducedFromOutside } from '../domain/words/set-up.ts'
import { called, rest } from './args.ts'
import { command } from './command.ts'

/**
 * 我是 王磊 执法一队: somebody names themselves; the line of the roster that fits waits for its lead.
 * Refuses: private-only, not-on-roster.
 */
export default command({
  verb: 'introduce',
  words: ['我是'],
  summary: '报上姓名单位,等负责人通过',
  where: 'private',
  only: /^(?!)/,
  strangersToo: true,
  args: { who: called('姓名和单位', rest) },
  examples: [{ as: '钱进', in: 'private', say: '我是 钱进 执法一队', hears: '收到。名单上有你的话,会请负责人通过' }],
  run({ args, speaker, data, now }) {
    const mine = linesOf(data.roster.all(), args.who)
    // Who is in none of our rooms reads the same whatever the list says: it is no list to ask.
    if (!speaker.known) {
      for (const entry of mine)
        if (entry.person === undefined && !needsCode(entry)) data.roster.propose(entry.id, speaker.person)
      data.admission.tell(now)
      return introducedFromOutside
    }
    if (!mine.length) throw new Refusal('not-on-roster', { said: args.who.slice(0, 20) })
    if (mine.some(({ person }) => person === speaker.person)) return alreadyIn
    const open = mine.filter(({ person }) => person === undefined)
    if (!open.length) throw new Refusal('not-on-roster', { said: args.who.slice(0, 20) })
    if (open.some(needsCode)) return codeForYou
    for (const { id } of open) data.roster.propose(id, speaker.person)
    data.admission.tell(now)
    return introduced(open)
  },
})
