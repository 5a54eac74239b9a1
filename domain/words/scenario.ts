import type { Sheet, StepResult, StepState, Wrong } from '../drill/result.ts'
import { type Scenario, timeOf } from '../drill/scenario.ts'
import { clock, monthDayClock, span } from '../time/saying.ts'
import { dateOf } from '../time/wall.ts'

/** How a step ended, in a word. */
export const stepStates: Record<StepState, string> = {
  came: '按时',
  late: '晚了',
  missing: '没做',
  open: '还没做',
  spared: '不用做',
}

/** How a run was made. */
export const runModes = { play: '做一遍', model: '示范', careless: '反例' } as const

/** When a scenario plays: 「11-24 09:30 到 11:40」. */
export function playsWhen({ begins, ends }: Pick<Scenario, 'begins' | 'ends'>): string {
  const from = timeOf(begins)
  const to = timeOf(ends)
  return `${monthDayClock(from)} 到 ${dateOf(from) === dateOf(to) ? clock(to) : monthDayClock(to)}`
}

/** When a step was done: 「09:36(用时6分,限09:40前),李强」, 「11-25 12:00,晚1时30分(应在…)」, 「应在09:35前」. */
export function stepWords({ state, at, by, from, due, opens }: StepResult, day: string): string {
  const time = (instant: number) => (dateOf(instant) === day ? clock(instant) : monthDayClock(instant))
  const until = due === undefined ? '' : `${time(due)}前`
  if (state === 'spared') return '后来不用做了'
  if (at === undefined) {
    const since = opens === undefined ? '' : `${time(opens)}后`
    const when = [since, until].filter(Boolean).join(',')
    return state === 'missing' && when ? `应在${when}` : when
  }
  const who = by ? `,${by}` : ''
  if (state === 'late' && due !== undefined) return `${time(at)},晚${span(at - due)}(应在${until})${who}`
  const took = from !== undefined && at > from ? `(用时${span(at - from)}${until && `,限${until}`})` : ''
  return `${time(at)}${took}${who}`
}

/** What should not have happened, and when. */
export function wrongWords({ never, at, by }: Wrong, day: string): string {
  return `${dateOf(at) === day ? clock(at) : monthDayClock(at)} ${by ? `${by}:` : ''}${never.says}`
}

/** The judgement in a line. */
export function headlineOf({ steps, wrong, verdict }: Sheet): string {
  const count = (state: StepState) => steps.filter((step) => step.state === state).length
  const needed = steps.length - count('spared')
  if (verdict === 'clean') return `${needed}步都按时,没有违规。可以换下一个情景。`
  const parts = [
    `${needed}步按时${count('came')}步`,
    ...(count('late') ? [`晚了${count('late')}步`] : []),
    ...(count('missing') ? [`没做${count('missing')}步`] : []),
    ...(wrong.length ? [`违规${wrong.length}处`] : []),
  ]
  return `${parts.join(',')}。${verdict === 'nearly' ? '差一点,再来一遍就好。' : '建议再练一遍。'}`
}

/** What to train next. */
export function nextWords({ next }: Sheet): string {
  return next ? `先练「${next.what}」:${next.teach}` : '这个情景已经熟了,换一个难的。'
}

/** The whole sheet as text, to be kept or sent on. */
export function sheetText(
  { name, begins }: Pick<Scenario, 'name' | 'begins'>,
  sheet: Sheet,
  mode: keyof typeof runModes,
): string {
  const day = dateOf(timeOf(begins))
  return [
    `【情景演练】${name}(${runModes[mode]})`,
    headlineOf(sheet),
    ...sheet.steps.map(
      (result, i) => `${i + 1} ${result.step.id}|${stepStates[result.state]}|${stepWords(result, day)}`,
    ),
    ...sheet.wrong.map((wrong) => `违规|${wrongWords(wrong, day)}`),
    nextWords(sheet),
    '演练用的人物、电话、店名都是虚构;达标与否以监测报告为准。',
  ].join('\n')
}

/** Which scenarios there are, and where one plays them. */
export function whereScenarios(scenarios: readonly Pick<Scenario, 'name'>[]): string {
  const names = scenarios.map(({ name }) => name.split(':')[0])
  return `情景演练${names.length}个:${names.join('、')}。\n在练兵场的网页上做:打开练兵场网址加 /scenes,可以先看示范和反例,做完有结果单;不动真实的件。`
}
