import { isOpen } from '../domain/cases/case.ts'
import { may } from '../domain/people/rights.ts'
import { inScope } from '../domain/people/speaker.ts'
import { unitAt } from '../domain/people/unit-said.ts'
import { mask } from '../domain/reading/personal.ts'
import { readSearch, type SearchTerm, type SearchWish } from '../domain/reading/search.ts'
import { shown } from '../domain/words/page.ts'
import { foundList } from '../domain/words/questions.ts'
import { rest } from './args.ts'
import { command } from './command.ts'
import type { Data } from './data.ts'

/**
 * 查: cases of this scope, newest first, closed ones too, by words of place, subject and content, by street, category,
 * platform number or its tail, who has it, where it stands; several words narrow it. A running number shows that case.
 */
export default command({
  verb: 'find',
  words: ['查', '查找', '搜'],
  only: /^(?!一?下[\s。.!！]*$)\S/,
  summary: '按店名、地址、街镇、类别、工单尾号、人查件,办结的也查',
  hint: { line: '查', say: '「查 老灶火锅」' },
  args: { what: rest },
  examples: [
    { as: '李强', in: '方庄群', say: '查 老灶火锅', hears: '查到1件:\n#101 方庄街道' },
    { as: '赵蕾', in: 'private', say: '查 方庄 油烟', hears: '「方庄 油烟」查到1件:\n#101 方庄街道' },
    { as: '赵蕾', in: 'private', say: '查 尾号0101', hears: '「尾号0101」查到1件:\n#101 方庄街道' },
  ],
  run({ args, data, speaker, look, find }) {
    const no = Number(/^#?\s?([1-9]\d{2,5})$/.exec(args.what)?.[1])
    if (/^#/.test(args.what) || data.cases.find(no)) return shown(find(no), look, may(speaker, 'claim'))
    const wanted = readSearch(args.what).map((term) => withParty(term, data))
    const found = wanted.length ? data.cases.matching(wanted, SEARCHED).filter((c) => inScope(speaker, c)) : []
    const said = speaker.room ? undefined : mask(args.what.replace(/[\s,，、]+/g, ' '))
    return foundList(said, [...found.filter(isOpen), ...found.filter((c) => !isOpen(c))], look)
  },
})

const SEARCHED = 500

/** Somebody's name or a unit's is whose case it is, too. */
function withParty(term: SearchTerm, data: Data): SearchWish {
  const unit = unitAt(term.words, data.people.units())?.unit
  const owners = data.roster.called(term.words)
  return {
    ...term,
    ...(term.within && { within: term.within.map((one) => withParty(one, data)) }),
    ...(unit !== undefined && { unit }),
    ...(owners.length > 0 && { owners }),
  }
}
