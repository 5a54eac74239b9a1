import type { CaseNo } from '../domain/cases/case.ts'
import { cityRevisit, sameRevisit } from '../domain/cases/city-revisit.ts'
import { readCityRevisit, revisitDay, revisitsIn, unansweredIn } from '../domain/reading/city-revisit.ts'
import { Refusal } from '../domain/refusal.ts'
import { periodOf } from '../domain/time/period.ts'
import { archivedAgain, cityRevisitNoted, cityRevisitRedated, cityUnanswered } from '../domain/words/city-revisits.ts'
import { lines, type Sentence } from '../domain/words/sentence.ts'
import { caseNo, optional, rest } from './args.ts'
import { type Context, command } from './command.ts'
import { keep } from './keep.ts'

/**
 * 市回访: what the city heard after the deadline; it alone makes the three rates. Of a case in any state; a later one takes
 * the place of the former. Which of the three answers is not said is asked for, never guessed. Refuses: missing-argument, wrong-state.
 */
export default command({
  verb: 'cityRevisit',
  words: ['市回访', '市里回访', '市级回访', '市局回访', '市热线回访', '12345回访'],
  also: [
    /^(?:市(?:里|级|局|热线|中心|平台)?|12345)的?(?:电话)?回访(?:结果)?(?:是|了|说|反馈|[:：])?\s*(?<rest>\S[\s\S]*)$/,
    /^市(?:里|级|热线)(?:说|反馈|评价)?[:：]?\s*(?<rest>(?:未|没)(?:联系|响应)[\s\S]*|(?:基本|不)?满意[\s\S]*)$/,
  ],
  summary: '记市回访结果:联系、解决、满意(算三率)',
  hint: { line: '结', say: '「市回访 128 已联系 未解决 不满意」' },
  args: { no: caseNo, what: optional(rest) },
  examples: [
    { as: '赵蕾', in: 'private', say: '市回访 101 已联系 已解决 满意', hears: '#101 市回访已记:已联系 已解决 满意' },
    {
      as: '赵蕾',
      in: '全区群',
      say: '101 市里回访 已联系 未解决 不满意',
      hears: '#101 市回访已记:已联系 未解决 不满意',
    },
  ],
  run(context) {
    const { args, heard, data } = context
    if (heard.cityRevisit) return note(args.no, '', context)
    const { own, others } = revisitsIn(args.what ?? '')
    const first = note(args.no, own, context)
    return lines(first, ...others.map(({ ref, words }) => note(numberOf(ref, data), words, context)))
  },
})

function note(no: CaseNo, words: string, { data, look, heard, change, now }: Context<object>): Sentence {
  const told = heard.cityRevisit?.told ?? readCityRevisit(words)
  const open = heard.cityRevisit ? [] : unansweredIn(words)
  if (!told || open.length)
    throw new Refusal('missing-argument', { verb: 'cityRevisit', ...cityUnanswered(no, open, told) })
  const named = heard.cityRevisit ? heard.cityRevisit.heldAt : revisitDay(words, now)
  let known = false
  const { c, changed } = change(no, (before) => {
    known = sameRevisit(before.cityRevisit, told)
    const text = words && !known ? keep(data, no, words) : undefined
    const day = { heldAt: named ?? now, dated: named !== undefined }
    return cityRevisit(before, { told, ...day, ...(text !== undefined && { text }) })
  })
  const period = periodOf(c.cityRevisitedAt ?? now)
  const archived = changed && data.erasure.archive(period) ? archivedAgain([period]) : ''
  return lines(known && changed ? cityRevisitRedated(c) : cityRevisitNoted(c, changed, look), archived)
}

function numberOf(ref: string, { cases }: Context<object>['data']): CaseNo {
  return cases.withExternalNo(ref)?.no ?? Number(ref)
}
