import { readPlace } from '../domain/reading/place.ts'
import { Refusal } from '../domain/refusal.ts'
import { allPlaces, placeShown, placesKnown } from '../domain/words/places.ts'
import { called, optional, rest } from './args.ts'
import { command } from './command.ts'

const MOST = 30

/** 地名: the street a learned name stands for, with who, when and from which cases; without a name all of them. Refuses: unknown-place. */
export default command({
  verb: 'showPlace',
  words: ['地名'],
  only: /^(?!)/,
  summary: '看记过的地名,或一个地名在哪个街镇',
  hint: { line: '设' },
  args: { name: optional(called('地名', rest)) },
  examples: [
    { as: '孙悦', in: 'private', say: '地名', hears: '还没有记过地名。' },
    {
      as: '孙悦',
      in: 'private',
      after: [{ as: '孙悦', in: 'private', say: '记地名 望悦家园→石榴庄街道' }],
      say: '地名 望悦家园',
      hears: '望悦家园→石榴庄街道:孙悦',
    },
  ],
  run({ args, data, look }) {
    const all = data.places.all()
    if (args.name === undefined) return allPlaces(all.slice(-MOST).reverse(), all.length)
    const found = all.filter(({ name }) => name === args.name)
    if (found.length) return placeShown(found, look)
    const official = readPlace(`${args.name}有噪音`).street
    if (official !== undefined) return placesKnown([{ name: args.name, street: official }])
    throw new Refusal('unknown-place', { said: args.name })
  },
})
