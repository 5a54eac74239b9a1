import { numbersSaid } from '../domain/reading/numbers-said.ts'
import { Refusal } from '../domain/refusal.ts'
import { admitted, youAreIn } from '../domain/words/set-up.ts'
import { called, rest } from './args.ts'
import { command } from './command.ts'

/**
 * 通过 1-8 除3: lets in those of the list that was shown last; who is left out by name of 除 is not the one.
 * Refuses: not-allowed, private-only, nothing-shown.
 */
export default command({
  verb: 'admit',
  words: ['通过'],
  summary: '按序号通过名单里的人',
  hint: { line: '批' },
  where: 'private',
  only: /^(?!)/,
  args: { which: called('序号', rest) },
  examples: [{ as: '王磊', in: 'private', say: '通过 1-8 除3', hears: '先回「待通过」看名单' }],
  run({ args, speaker, data, now }) {
    const shown = data.admission.shownTo(speaker.person)
    const said = numbersSaid(args.which, shown.length)
    if (!said || !shown.length) throw new Refusal('nothing-shown', {})
    const names: string[] = []
    for (const n of said.chosen) {
      const item = shown[n - 1]
      const who = item && data.admission.accept(item, speaker.person, now)
      if (!who) continue
      names.push(who.name)
      if (who.person !== undefined) welcome(who.person)
    }
    for (const n of said.except) {
      const item = shown[n - 1]
      if (item) data.admission.deny(item)
    }
    // Whoever still waits comes with the next list.
    data.admission.tell(now)
    return admitted(names, said.except.length)

    function welcome(person: number): void {
      const roles = data.roster.all().filter((entry) => entry.person === person)
      const key = `admitted-${person}-${roles.map(({ id }) => id).join('.')}`
      if (data.people.reachable(person))
        data.outbox.say({ to: { person }, class: 'notice', key, sentence: youAreIn(roles) }, now)
    }
  },
})
