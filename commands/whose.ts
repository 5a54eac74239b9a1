import { categoryNamed, ownershipOf } from '../domain/reading/owners.ts'
import { Refusal } from '../domain/refusal.ts'
import { whoseIs } from '../domain/words/questions.ts'
import { rest } from './args.ts'
import { command } from './command.ts'

/** 归口: who owns such a complaint, with whom, and how sure that is. Refuses: unknown-category. */
export default command({
  verb: 'whose',
  words: ['归口', '归谁管'],
  only: /\S/,
  summary: '这类诉求归谁管',
  hint: { line: '查', say: '「归口 广场舞」' },
  args: { what: rest },
  examples: [{ as: '李强', in: '方庄群', say: '归口 广场舞', hears: '音响噪声归口:公安、城管' }],
  run({ args, data }) {
    const category = categoryNamed(args.what.replace(/[。.!！?？]+$/, ''))
    if (category === undefined) throw new Refusal('unknown-category', { said: args.what })
    return whoseIs(category, ownershipOf(category), data.people.ownerOf(category))
  },
})
