import { agree, deny } from '../domain/cases/agree.ts'
import type { Case, CaseNo } from '../domain/cases/case.ts'
import type { Decision } from '../domain/cases/decisions.ts'
import { isRequest, wantedName } from '../domain/cases/needs.ts'
import { sayOn } from '../domain/cases/say.ts'
import { holds } from '../domain/people/speaker.ts'
import { Refusal } from '../domain/refusal.ts'
import { answeredByLead } from '../domain/words/answers.ts'
import { decisionList, nothingToDecide } from '../domain/words/decisions.ts'
import { refuse } from '../domain/words/refusals.ts'
import { agreedRequest } from '../domain/words/requests.ts'
import { lines, type Sentence } from '../domain/words/sentence.ts'
import { caseNos, optional, rest } from './args.ts'
import { awaiting, showDecisions } from './awaiting.ts'
import { type Context, command } from './command.ts'
import { keep } from './keep.ts'

/** Numbers of cases begin here; smaller ones are places in a list. */
const FIRST_CASE = 101
const DENIED = /不同意/

/**
 * 同意 / 不同意: who has the say (lead, desk, deputy) answers what was asked on cases, by number of the case, or by place in the latest list shown to
 * them: 「同意 1 3」, 「不同意 2 理由」. 不同意 needs a reason.
 * Refuses: missing-argument, nothing-asked, answered-already, not-yours-to-decide, not-listed.
 */
export default command({
  verb: 'agree',
  words: ['同意', '不同意'],
  only: /^[#＃:：\s]*\d/,
  summary: '批:不宜检测、办结结果、退单延期等申请',
  hint: { line: '批', say: '「同意 1 3」「不同意 2 理由」' },
  args: { nos: optional(caseNos), why: optional(rest) },
  examples: [
    {
      as: '王磊',
      in: 'private',
      say: '同意 101',
      after: [
        { as: '李强', in: '方庄群', say: '领哨 101' },
        { as: '李强', in: '方庄群', say: '101 不宜检测 店铺已停业' },
      ],
      hears: '#101 已同意「不宜检测」',
    },
  ],
  run(context) {
    const { args, data, speaker, heard } = context
    const shown = data.shown.latest(speaker.person)
    const { numbers, why } = numbersIn(args.nos ?? [], args.why)
    if (!shown.length && !heard.room && numbers.every((n) => n < FIRST_CASE)) return listFirst(context)
    if (!numbers.length && shown.length !== 1)
      throw new Refusal('missing-argument', { verb: 'agree', what: '编号', example: '同意 1 3' })
    const meant = numbers.length ? numbers : [1]
    if (why === undefined && DENIED.test(heard.text))
      throw new Refusal('missing-argument', { verb: 'agree', what: '理由', example: `不同意 ${meant[0]} 请先到现场` })
    return lines(...meant.map((n) => answer(context, { n, shown, why, alone: meant.length === 1 })))
  },
})

// A place in a list nobody was shown: the list comes first.
function listFirst(context: Context<object>): Sentence {
  const awaited = awaiting(context)
  if (!awaited.decisions.length) return nothingToDecide()
  showDecisions(awaited, context)
  return decisionList(awaited.decisions, awaited.cases, context.look)
}

type Asked = { n: number; shown: readonly Decision[]; why: string | undefined; alone: boolean }

// Of several answers one that is refused does not take the others with it.
function answer({ data, look, ...context }: Context<object>, asked: Asked): Sentence {
  try {
    return data.savepoint((): Sentence => decide({ data, look, ...context }, asked))
  } catch (error) {
    if (asked.alone || !(error instanceof Refusal)) throw error
    return [refuse(error, look)]
  }
}

function decide({ data, look, speaker, change, heard }: Context<object>, { n, shown, why }: Asked): Sentence {
  const { no, wanted: named } = meantBy(n, shown)
  const denied = DENIED.test(heard.text)
  const kept = why === undefined ? undefined : keep(data, no, why)
  let answered: Decision['wanted'] | undefined
  const { c } = change(no, (before) => {
    const wanted = named ?? before.asked?.find((one) => isTheirs(before, one)) ?? before.asked?.[0]
    if (wanted === undefined) throw new Refusal('nothing-asked', { no })
    // A place in an older list stands for what stood there, not for what is still open.
    if (named !== undefined && !before.asked?.includes(named))
      throw new Refusal('answered-already', { no, wanted: wantedName(named) })
    answered = wanted
    const say = sayOn(before, wanted, look)
    return denied ? deny(before, speaker, { wanted, say, why: kept }) : agree(before, speaker, { wanted, say })
  })
  if (answered === undefined) return []
  if (!denied && isRequest(answered)) return agreedRequest(c, answered, { isDesk: holds(speaker, 'desk') })
  return answeredByLead(c, answered, !denied)

  // Of several things asked on one case, the one that is theirs to decide is meant.
  function isTheirs(c: Case, wanted: Decision['wanted']): boolean {
    return sayOn(c, wanted, look).deciders.includes(speaker.person)
  }
}

function meantBy(n: number, shown: readonly Decision[]): { no: CaseNo; wanted?: Decision['wanted'] } {
  if (n >= FIRST_CASE) return { no: n }
  const listed = shown[n - 1]
  if (!listed) throw new Refusal('not-listed', { n, count: shown.length })
  return listed
}

/** 「同意 1 3」: behind a space small numbers stand in the rest. */
function numbersIn(nos: readonly number[], rest: string | undefined): { numbers: number[]; why: string | undefined } {
  const [, more = '', words = ''] =
    /^((?:\s*[,，、和]?\s*\d{1,2}(?!\d|[^\s\d,，、和]))*)\s*([\s\S]*)$/.exec(rest ?? '') ?? []
  const numbers = [...nos, ...[...more.matchAll(/\d{1,2}/g)].map(([n]) => Number(n))]
  return { numbers: [...new Set(numbers)], why: words.replace(/^[\s,，、:：]+/, '') || undefined }
}
