import { placesDropped } from '../domain/words/places.ts'
import { called, rest } from './args.ts'
import { command } from './command.ts'
import { placeSaid, placesNumbered } from './place-said.ts'

/** 不记: a name of the daily list is not learned, and not asked again. Refuses: no-places-shown, unknown-street. */
export default command({
  verb: 'dropPlace',
  words: ['不记'],
  only: /^(?!)/,
  where: 'private',
  summary: '地名清单里不用记的',
  hint: { line: '设' },
  args: { what: called('序号', rest) },
  examples: [{ as: '孙悦', in: 'private', say: '不记 1', hears: '没有给你列过这几个地名。' }],
  run({ args, speaker, data, now }) {
    const said = placeSaid(args.what)
    const places = said ? [said] : placesNumbered(args.what, speaker.person, data)
    for (const place of places) data.places.drop(place, speaker.person, now)
    return placesDropped(places)
  },
})
