import { Refusal } from '../domain/refusal.ts'
import { placeForgotten } from '../domain/words/places.ts'
import { called, rest } from './args.ts'
import { command } from './command.ts'
import { placeSaid } from './place-said.ts'

/** 忘地名: a learned name stands for its street no more; with 「X→Y」 for that one only. Refuses: unknown-place, unknown-street. */
export default command({
  verb: 'forgetPlace',
  words: ['忘地名'],
  summary: '记错的地名,不再按它分',
  hint: { line: '设' },
  args: { what: called('地名', rest) },
  examples: [
    {
      as: '孙悦',
      in: 'private',
      after: [{ as: '孙悦', in: 'private', say: '记地名 望悦家园→石榴庄街道' }],
      say: '忘地名 望悦家园',
      hears: '已忘:望悦家园→石榴庄街道。',
    },
  ],
  run({ args, speaker, data, now }) {
    const { name, street } = placeSaid(args.what) ?? { name: args.what, street: undefined }
    const meant = data.places.all().filter((place) => place.name === name && (street ?? place.street) === place.street)
    if (!meant.length) throw new Refusal('unknown-place', { said: name })
    for (const place of meant) data.places.forget(place, speaker.person, now)
    return placeForgotten(meant)
  },
})
