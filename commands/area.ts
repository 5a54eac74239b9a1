import { Refusal } from '../domain/refusal.ts'
import { areasSet } from '../domain/words/grants.ts'
import { streets, unit } from './args.ts'
import { command } from './command.ts'

/** 片区: the streets a unit answers for; the unit's duty officer is named on their cards. Refuses: not-allowed, unknown-street. */
export default command({
  verb: 'area',
  words: ['片区'],
  only: /^$|^(?![里内外的划图有])\S+[\s,，、]+\S/,
  summary: '设单位负责的街镇',
  hint: { line: '班', say: '「片区 执法一队 方庄 成寿寺」' },
  args: { unit, streets },
  examples: [
    { as: '孙悦', in: '全区群', say: '片区 执法一队 方庄 成寿寺', hears: '执法一队片区:方庄街道、成寿寺街道。' },
  ],
  run({ args, data }) {
    if (!data.people.units().includes(args.unit)) throw new Refusal('unknown-unit', { said: args.unit })
    data.people.setAreas(args.unit, args.streets)
    return areasSet(args.unit, args.streets)
  },
})
