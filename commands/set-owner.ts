import { categoryName } from '../domain/reading/category.ts'
import { categoryNamed, industryNamed } from '../domain/reading/owners.ts'
import { Refusal } from '../domain/refusal.ts'
import { ownershipSet } from '../domain/words/questions.ts'
import { called, unit, word } from './args.ts'
import { command } from './command.ts'

/**
 * 设归口: the unit a category or an industry belongs to; it is named on the card where the street has no 片区.
 * 「设归口 餐饮油烟 无」 takes it back. Refuses: unknown-category, unknown-unit.
 */
export default command({
  verb: 'setOwner',
  words: ['设归口'],
  summary: '设一类诉求或一个行业归哪个单位',
  hint: { line: '设', say: '「设归口 餐饮油烟 大气科」' },
  args: { what: called('类别或行业', word), unit },
  examples: [
    { as: '孙悦', in: 'private', say: '设归口 餐饮油烟 监测站', hears: '餐饮油烟归口:监测站。' },
    { as: '孙悦', in: '全区群', say: '设归口 汽修 执法一队', hears: '汽修归口:执法一队。' },
  ],
  run({ args, data }) {
    const industry = industryNamed(args.what)
    const category = industry === undefined ? categoryNamed(args.what) : undefined
    const what = industry ?? category
    if (what === undefined) throw new Refusal('unknown-category', { said: args.what })
    const before = data.people.ownerOf(what)
    const named = args.unit === '无' || args.unit === '取消' ? undefined : args.unit
    if (named !== undefined && !data.people.units().includes(named)) throw new Refusal('unknown-unit', { said: named })
    data.people.setOwnership(what, named)
    return ownershipSet(category === undefined ? what : categoryName(category), named, before)
  },
})
