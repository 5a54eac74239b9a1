import { numbersSaid } from '../domain/reading/numbers-said.ts'
import { Refusal } from '../domain/refusal.ts'
import { admitted, youAreIn } from '../domain/words/set-up.ts'
import { called, rest } from './args.ts'
import { command, type Heard } from './command.ts'
import type { Applicant, Data } from './data.ts'

/**
 * 通过 1-8 除3: lets in those of the list that was shown last; who is left out by name of 除 is not the one.
 * 通过 @张三, 通过 张三: the same, by mention or by name; in a room only with a mention.
 * Refuses: not-allowed, private-only, nothing-shown, nobody-waits, several-wait.
 */
export default command({
  verb: 'admit',
  words: ['通过'],
  summary: '按序号或姓名通过等待的人',
  hint: { line: '批' },
  only: /^@/,
  args: { which: called('序号或姓名', rest) },
  examples: [
    { as: '王磊', in: 'private', say: '通过 1-8 除3', hears: '先回「待通过」看名单' },
    { as: '孙悦', in: '方庄群', say: '通过 @小马', hears: '没有「小马」在等你通过' },
  ],
  run({ args, speaker, data, now, heard }) {
    if (speaker.room && !heard.mentions.length) throw new Refusal('private-only', { verb: '通过' })
    const { chosen, denied } = heard.mentions.length
      ? { chosen: mentioned(heard), denied: [] }
      : (numbered(args.which) ?? { chosen: called(args.which), denied: [] })
    const names: string[] = []
    for (const item of chosen) {
      const who = data.admission.accept(item, speaker.person, now)
      if (!who) continue
      names.push(who.name)
      if (who.person !== undefined) welcome(who.person, data, now)
    }
    for (const item of denied) data.admission.deny(item)
    // Whoever still waits comes with the next list.
    data.admission.tell(now)
    return admitted(names, denied.length)

    function numbered(which: string): { chosen: Applicant[]; denied: Applicant[] } | undefined {
      const shown = data.admission.shownTo(speaker.person)
      const said = numbersSaid(which, shown.length)
      if (said ? !shown.length : /^[\s\d除]/.test(which)) throw new Refusal('nothing-shown', {})
      const items = (ns: number[]) => ns.flatMap((n) => shown[n - 1] ?? [])
      return said && { chosen: items(said.chosen), denied: items(said.except) }
    }

    function mentioned({ mentions }: Heard): Applicant[] {
      return mentions.flatMap(({ id, name }) => {
        if (id === '') throw new Refusal('several-called', { said: name })
        return only(name, data.admission.named(speaker.person, { contact: id, name }))
      })
    }

    function called(which: string): Applicant[] {
      const names = which.split(/[\s,，、和@]+/u).filter(Boolean)
      return names.flatMap((name) => only(name, data.admission.named(speaker.person, { name })))
    }
  },
})

// Several lines of one person are let in together; two people of one name are told apart by their numbers.
function only(name: string, items: Applicant[]): Applicant[] {
  if (!items.length) throw new Refusal('nobody-waits', { said: name })
  if (new Set(items.map((item) => ('person' in item ? item.person : item.id))).size > 1)
    throw new Refusal('several-wait', { said: name })
  return items
}

function welcome(person: number, data: Data, now: number): void {
  const roles = data.roster.all().filter((entry) => entry.person === person)
  const key = `admitted-${person}-${roles.map(({ id }) => id).join('.')}`
  if (data.people.reachable(person))
    data.outbox.say({ to: { person }, class: 'notice', key, sentence: youAreIn(roles) }, now)
}
