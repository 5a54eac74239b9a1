import { Refusal } from '../domain/refusal.ts'
import { revoked, revokeQuestion } from '../domain/words/grants.ts'
import { lines } from '../domain/words/sentence.ts'
import { sureOf } from '../domain/words/set-up.ts'
import { mentioned } from './args.ts'
import { command } from './command.ts'
import { handOver } from './hand-over.ts'

/** 撤权: takes every role of somebody back, once it is confirmed. Refuses: not-allowed, nobody-mentioned, last-admin. */
export default command({
  verb: 'revoke',
  words: ['撤权'],
  only: /^\S{0,4}$|@/,
  summary: '收回成员的全部角色',
  where: 'room',
  hint: { line: '人', say: '「撤权 @张三」' },
  args: { people: mentioned },
  examples: [{ as: '孙悦', in: '方庄群', say: '撤权 @李强', hears: '收回李强的全部角色。确定回「确认' }],
  run({ args, speaker, data, look, now, confirm }) {
    const gone = args.people.map(({ id }) => data.people.personOf(id))
    const admins = data.people.admins()
    if (admins.length && admins.every((admin) => gone.includes(admin)))
      throw new Refusal('last-admin', { name: admins.map(look.name).join('、') })
    if (gone.some((person) => person !== undefined && data.people.speaker(person).roles.length)) {
      const asked = confirm(undefined, (code) => sureOf(revokeQuestion(gone, look), code))
      if ('ask' in asked) return asked.ask
    }
    return lines(
      ...args.people.map(({ id, name }) => {
        const person = data.people.personOf(id) ?? data.people.meet({ id, name, friend: false })
        // How somebody practised was never anybody else's business.
        data.quiz.forget(person)
        handOver(data, { person, by: speaker.person }, now)
        return revoked(person, data.people.revoke(person, now), look)
      }),
    )
  },
})
