import { revoked } from '../domain/words/answers.ts'
import { lines } from '../domain/words/sentence.ts'
import { mentioned } from './args.ts'
import { command } from './command.ts'

/** 撤权: takes every role of somebody back. Refuses: not-allowed, nobody-mentioned. */
export default command({
  verb: 'revoke',
  words: ['撤权'],
  summary: '收回成员的全部角色',
  hint: { line: '人', say: '「撤权 @张三」' },
  args: { people: mentioned },
  examples: [{ as: '孙悦', in: '方庄群', say: '撤权 @李强', hears: '已撤权:李强的1项角色。' }],
  run({ args, data, look, now }) {
    return lines(
      ...args.people.map(({ id, name }) => {
        const person = data.people.personOf(id) ?? data.people.meet({ id, name, friend: false })
        return revoked(person, data.people.revoke(person, now), look)
      }),
    )
  },
})
