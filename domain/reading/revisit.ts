import { type Result, results, type Satisfaction } from '../cases/events.ts'

/** What a revisit said: solved or not and how satisfied, or that nobody answered. Undefined when it says neither. */
export function readRevisit(words: string): { solved: boolean; satisfaction: Satisfaction } | 'unreached' | undefined {
  if (/未接通|没接通|没人接|无人接|打不通|联系不上|关机|空号/.test(words)) return 'unreached'
  const satisfaction = readSatisfaction(words)
  const solved = /(?:未|没有?|还没|尚未)(?:完全)?解决|解决不了|还(?:是)?(?:有|在)|仍(?:然)?(?:有|在)|没效果/.test(words)
    ? false
    : /解决|好了|没(?:有)?味|没(?:有)?声|安静了|不响了/.test(words)
      ? true
      : undefined
  if (satisfaction === undefined && solved === undefined) return undefined
  return {
    solved: solved ?? (satisfaction !== 'bad' && satisfaction !== 'middling'),
    satisfaction: satisfaction ?? 'none',
  }
}

/** 办结结果 as people write it; undefined when none is named. */
export function readResult(words: string): Result | undefined {
  if (/不属实|查无此事|反映不实/.test(words)) return 'unfounded'
  if (/部分解决/.test(words)) return 'partly'
  if (/已?解释/.test(words)) return 'explained'
  if (/未接通|联系不上/.test(words)) return 'unreached'
  return (Object.keys(results) as Result[]).find((id) => words.includes(results[id]))
}

function readSatisfaction(words: string): Satisfaction | undefined {
  if (/不(?:太|是很|怎么)?满意|不认可|不接受/.test(words)) return 'bad'
  if (/基本满意|比较满意|还算满意|较满意/.test(words)) return 'fair'
  if (/一般/.test(words)) return 'middling'
  if (/满意|认可|表示感谢/.test(words)) return 'good'
  return /未评价|不评价|没评价/.test(words) ? 'none' : undefined
}
