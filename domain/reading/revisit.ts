import { type Result, results, type Satisfaction } from '../cases/events.ts'
import { saysUnreached } from './unreached.ts'

/** What the complainant said: solved or not, `partly` beside not solved, and how satisfied. */
export interface Revisited {
  solved: boolean
  partly?: true
  satisfaction: Satisfaction
}

const PARTLY = /部分(?:已?得?到?)?解决|解决了?(?:一部分|一些|一半)|(?:没有?|未)(?:完全|全部|彻底)解决/
const UNSOLVED = /(?:未|没有?|还没|尚未)解决|解决不了/
/** «没说满意不满意»: that nothing was said of it. */
const UNSAID =
  /(?:(?:没有?|未)(?:说|表示|表态|评价)[^,，。;；]{0,6}?)?(?:满意不满意|满不满意|是否满意)|(?:没有?|未)(?:说|表示)(?:是)?满意/g
const STILL = /还(?:是)?(?:有|在)|仍(?:然)?(?:有|在)|没效果/
const BETTER = /好了|没(?:有)?味|没(?:有)?声|安静了|不响了/

/**
 * What a revisit said, or that nobody answered; a stated result or satisfaction wins over 「打不通」. Undefined when it says
 * neither.
 */
export function readRevisit(words: string): Revisited | 'unreached' | undefined {
  const satisfaction = readSatisfaction(words)
  const stated = readSolved(words)
  const judged = satisfaction !== undefined && satisfaction !== 'none' && satisfaction !== 'middling'
  if (stated === undefined && !judged && saysUnreached(words)) return 'unreached'
  const solved = stated ?? heardToBe(words)
  if (satisfaction === undefined && solved === undefined) return undefined
  return {
    solved: solved === undefined ? satisfaction !== 'bad' && satisfaction !== 'middling' : solved === true,
    ...(solved === 'partly' && { partly: true }),
    satisfaction: satisfaction ?? 'none',
  }
}

/** What of its two answers somebody said in so many words; one may be heard from the words of the other, never here. */
export function statedIn(words: string): { solved: boolean; satisfaction: boolean } {
  return {
    solved: (readSolved(words) ?? heardToBe(words)) !== undefined,
    satisfaction: readSatisfaction(words) !== undefined,
  }
}

/** 办结结果 as people write it; undefined when none is named. */
export function readResult(words: string): Result | undefined {
  if (/不属实|查无此事|反映不实/.test(words)) return 'unfounded'
  if (PARTLY.test(words)) return 'partly'
  if (/已?解释/.test(words)) return 'explained'
  if (/未接通|联系不上/.test(words)) return 'unreached'
  return (Object.keys(results) as Result[]).find((id) => words.includes(results[id]))
}

function readSolved(words: string): boolean | 'partly' | undefined {
  if (PARTLY.test(words)) return 'partly'
  if (UNSOLVED.test(words)) return false
  return /解决/.test(words) ? !STILL.test(words) : undefined
}

function heardToBe(words: string): boolean | undefined {
  if (STILL.test(words)) return false
  return BETTER.test(words) ? true : undefined
}

function readSatisfaction(said: string): Satisfaction | undefined {
  const words = said.replace(UNSAID, ' ')
  if (
    /(?:不|没|谈不上|算不上|说不上)(?:太|是很|怎么|多)?满意|满意度(?:不|较|很|太)*[高低](?<!(?<!不)高)|不满(?!意)|不认可|不接受/.test(
      words,
    )
  )
    return 'bad'
  if (/基本满意|比较满意|还算满意|较满意/.test(words)) return 'fair'
  if (/一般/.test(words)) return 'middling'
  if (/满意|认可|表示感谢/.test(words)) return 'good'
  return /未评价|不评价|没评价/.test(words) ? 'none' : undefined
}
