import type { Call, Wording } from './command.ts'

/** Its place among the steps of handling, and what a clause must hold to tell of it as a further step. */
export interface Step {
  stage: number
  tells?: RegExp
}

/** The pause behind which a further step may begin. */
const PAUSE = /[\s,，。;；、\n]+/g
const HARD = /[,，。;；\n]/
/** What is planned, awaited, denied or asked of others is no step: 「约明天上午 到场」, 「等物业到了 整改完」. */
const PLANNED =
  /^(?:等|待|如果?|要是|若|假如|一旦|明[天早晚]|后天|下周|改天|回头|一会儿?|待会儿?|马上|计划|准备|打算|预计|约|争取|希望|要求|通知|安排)/
const PLANNED_JUST =
  /(?:约\S*|明[天早晚]\S*|后天\S*|下周\S*|准备|计划|打算|预计|争取|要求|通知|安排|希望|让|请|等|待|再|才|后|前|没|还没|没有|未|尚未|不|别|先别)\s*$/
const PLANNED_BEHIND = /^\S{0,6}[\s,，:：]*(?:明[天早晚]|后天|下周|改天|回头|等|待|预计|计划|准备|打算)/
/** Somebody else did it: 「物业 已到场」. */
const OTHERS =
  /(?:物业|商户|商家|店家|店主|老板|城管|街道|社区|居民|业主|住户|施工方|施工单位|工地|厂家|对方|负责人|监测站|环卫|他们?|她们?|人家)(?:都|也|说|称)?\s*$/
const OTHERS_ALONE = new RegExp(`^${OTHERS.source}`)

/** So many steps one message holds. */
const MOST = 8
/** They are told in a breath: what stands further behind is a story. */
const FAR = 400

/** What a further step needs to be one. */
export interface StepReader {
  wordings: readonly Wording[]
  /** One wish in a clause, as it would be read behind a number. */
  read(clause: string): Call | undefined
}

/**
 * Where words that begin with a step go on with further steps: 「已联系 到场 检测 昼间52」 is three, 「已联系 约明天到场」
 * one. A step is a clause that begins with its own words and tells what was done by us; what is planned, denied, asked or
 * done by others belongs to the step before. In: the words, and what they were read as on the whole. Out: the clauses.
 */
export function cutAtSteps(words: string, first: Call, reader: StepReader): string[] {
  let stage = stageOf(first, reader.wordings)
  if (stage === undefined) return [words]
  const done = new Set([first.verb])
  const starts = [0]
  for (const pause of words.matchAll(PAUSE)) {
    const at = pause.index + pause[0].length
    if (at > FAR) break
    if (at >= words.length || pause.index === 0 || starts.length === MOST) continue
    const clause = words.slice(at)
    const call = reader.read(clause)
    const next = call && stageOf(call, reader.wordings, clause)
    if (!call || next === undefined || next < stage || done.has(call.verb)) continue
    if (isNotDone({ before: words.slice(0, pause.index), clause, hard: HARD.test(pause[0]) })) continue
    done.add(call.verb)
    starts.push(at)
    stage = next
  }
  return starts.map((start, i) => words.slice(start, starts[i + 1]).replace(/[\s,，。;；、]+$/, ''))
}

// Without words the first step only has to be one; a later one must also fit what a step of its kind tells.
function stageOf(call: Call, wordings: readonly Wording[], clause?: string): number | undefined {
  const step = wordings.find(({ verb }) => verb === call.verb)?.step
  return step === undefined || (clause !== undefined && step.tells?.test(clause) === false) ? undefined : step.stage
}

function isNotDone({ before, clause, hard }: { before: string; clause: string; hard: boolean }): boolean {
  const chunk = before.slice(lastHard(before)).trim()
  if (PLANNED.test(chunk) || PLANNED_BEHIND.test(clause)) return true
  return hard ? OTHERS_ALONE.test(chunk) : PLANNED_JUST.test(chunk) || OTHERS.test(chunk)
}

function lastHard(text: string): number {
  return Math.max(...[...',，。;；\n'].map((mark) => text.lastIndexOf(mark))) + 1
}
