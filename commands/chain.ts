import type { CaseNo } from '../domain/cases/case.ts'
import type { Speaker } from '../domain/people/speaker.ts'
import { Refusal } from '../domain/refusal.ts'
import { testsAtClose } from '../domain/words/closing.ts'
import { refuse } from '../domain/words/refusals.ts'
import { lines, type Sentence } from '../domain/words/sentence.ts'
import { type Missed, stepsAnswer } from '../domain/words/steps.ts'
import type { Data } from './data.ts'
import { testsOf } from './of-main.ts'
import { type Occasion, perform, type Wish } from './perform.ts'
import { commandOf } from './registry.ts'

/** One step of several: what is wanted, and the occasion with its own words. */
export interface ChainStep {
  wish: Omit<Wish, 'nos'>
  on: Occasion
}

/**
 * Carries out several steps of one message on each case, in order: 「101 已联系 到场 检测 昼间52」. A step that is refused
 * is tried once more when the others are done; if still refused it is named and does not take the others with it. Out: one answer per case, two lines at most.
 */
export function chain(speaker: Speaker, steps: readonly ChainStep[], { nos, data }: { nos: CaseNo[]; data: Data }) {
  return lines(...[...new Set(nos)].map((no) => ofCase(speaker, steps, { no, data })))
}

function ofCase(
  speaker: Speaker,
  steps: readonly ChainStep[],
  { no, data }: { no: CaseNo; data: Data },
): Sentence | undefined {
  const before = data.cases.find(no)?.seq ?? 0
  let missed: Missed[] = []
  const notes: string[] = []
  let last: Sentence | undefined
  let now = 0
  const refusedOf = (these: readonly ChainStep[]): ChainStep[] =>
    these.filter(({ wish, on }) => {
      now = on.now
      const key = `${on.key}-${no}`
      try {
        last = data.savepoint(
          (): Sentence => perform(speaker, { ...wish, nos: [no] }, { data, on: { ...on, key } }) ?? [],
        )
        notes.push(...notesIn(last, wish.verb === 'test'))
        return false
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        missed.push({ step: commandOf(wish.verb).words[0] ?? '', why: refuse(error, data.look(now)) })
        return true
      }
    })
  // 「整改完 换了净化器 复测油烟0.6」: what was told first may need what was told behind it.
  const refused = refusedOf(steps)
  if (refused.length && refused.length < steps.length) {
    missed = []
    refusedOf(refused)
  }
  const c = data.cases.find(no)
  const facts = data.cases.log(no).filter(({ seq }) => seq > before)
  if (!c || (!facts.length && last === undefined)) return [missed[0]?.why ?? '']
  const kept = facts.some(({ event }) => event.kind !== 'noted')
  const done = kept ? stepsAnswer(c, facts, data.look(now)) : last
  // A test that was a step of this message has been told above.
  const closed =
    facts.some(({ event }) => event.kind === 'closed') && !facts.some(({ event }) => event.kind === 'tested')
  const tests = closed ? testsAtClose(c, testsOf(c, data)) : ''
  return lines(done, missedLine(missed) || `${tests}${notes.join('')}`)
}

// What a step's own answer adds below its first line: 「处置和回访是同一人…」; of a test the judgement above it, too. What is
// still to do is said once, of all steps.
function notesIn(answer: Sentence, judged: boolean): string[] {
  const words = answer.every((piece) => typeof piece === 'string') ? answer.join('') : ''
  const [first = '', ...more] = words.split('\n')
  const notes = judged && more.length ? [`${first.replace(/^#\d+ /, '')}。`, ...more] : more
  return notes.map((note) => note.replace(/还差:[^。]*$/, ''))
}

function missedLine([first, ...more]: readonly Missed[]): string {
  if (!first) return ''
  const others = more.map(({ step }) => `「${step}」`).join('')
  return `${first.why}${others && `${others}也没记。`}`
}
