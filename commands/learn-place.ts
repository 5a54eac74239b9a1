import type { LearnedPlace } from '../domain/reading/learned.ts'
import { readPlace } from '../domain/reading/place.ts'
import { Refusal } from '../domain/refusal.ts'
import { placesKnown, placesLearned, twoStreets } from '../domain/words/places.ts'
import { lines } from '../domain/words/sentence.ts'
import { called, rest } from './args.ts'
import { command } from './command.ts'
import { placeSaid, placesNumbered } from './place-said.ts'

/**
 * 记地名: a compound or road the gazetteer does not know stands for a street from the next message on, in the words
 * 「X→Y」 or by the numbers of the daily list. A name for a second street is asked once more.
 * Refuses: unknown-street, not-a-place, official-place, no-places-shown.
 */
export default command({
  verb: 'learnPlace',
  words: ['记地名'],
  summary: '教我一个小区或道路在哪个街镇',
  hint: { line: '设' },
  args: { what: called('地名和街镇', rest) },
  examples: [
    { as: '孙悦', in: 'private', say: '记地名 望悦家园→石榴庄街道', hears: '已记:望悦家园→石榴庄街道。' },
    {
      as: '孙悦',
      in: 'private',
      say: '记地名 望悦家园→石榴街道',
      hears: '没有「石榴街道」这个街镇,是不是「石榴庄街道」。',
    },
    { as: '孙悦', in: 'private', say: '记地名 1', hears: '没有给你列过这几个地名。' },
  ],
  run({ args, speaker, data, now, confirm }) {
    const said = placeSaid(args.what)
    const places = said ? [said] : placesNumbered(args.what, speaker.person, data)
    const fresh = places.filter((place) => !isKnown(place))
    const twice = fresh.find(({ name }) => data.places.learned().streetsOf(name).length > 0)
    if (twice) {
      const known = data.places.learned().streetsOf(twice.name)
      const asked = confirm(undefined, (code) => twoStreets(twice, known, code))
      if ('ask' in asked) return asked.ask
    }
    for (const place of fresh) data.places.learn(place, speaker.person, now)
    const known = places.filter((place) => !fresh.includes(place))
    return lines(fresh.length ? placesLearned(fresh) : [], known.length ? placesKnown(known) : [])

    /** In the official lists or in the book. What the lists give to another street they keep. */
    function isKnown({ name, street }: LearnedPlace): boolean {
      const official = readPlace(`${name}有噪音`).street
      if (official !== undefined && official !== street)
        throw new Refusal('official-place', { said: name, street: official })
      return official === street || data.places.learned().streetsOf(name).includes(street)
    }
  },
})
