import { isAhead, type Sheet, type StepResult, type StepState, type Wrong } from '../drill/result.ts'
import { type Scenario, timeOf } from '../drill/scenario.ts'
import { clock, monthDayClock, span } from '../time/saying.ts'
import { dateOf, minutes } from '../time/wall.ts'

/** How a step ended, in a word. */
export const stepStates: Record<StepState, string> = {
  came: '按时',
  late: '晚了',
  missing: '没做',
  open: '还没做',
  ahead: '还没到',
  spared: '不用做',
}

/** How a run was made. */
export const runModes = { play: '做一遍', model: '示范', careless: '反例' } as const
type RunMode = keyof typeof runModes

/** When a scenario plays: 「11-24 09:30 到 11:40」. */
export function playsWhen({ begins, ends }: Pick<Scenario, 'begins' | 'ends'>): string {
  const from = timeOf(begins)
  const to = timeOf(ends)
  return `${monthDayClock(from)} 到 ${dateOf(from) === dateOf(to) ? clock(to) : monthDayClock(to)}`
}

/** When a step was done: 「09:36(用时6分,限09:40前),李强」, 「11-25 12:00,晚1时30分(应在…)」, 「应在09:35前」, 「应在「领哨」后30分内」, 「已过09:35,快补上」. */
export function stepWords(result: StepResult, day: string): string {
  const { state, at, by, from, due, opens, overdue } = result
  const { within } = result.step
  const time = (instant: number) => (dateOf(instant) === day ? clock(instant) : monthDayClock(instant))
  const after = within?.from === undefined ? '' : `「${within.from}」后${span(minutes(within.minutes))}内`
  const until = due === undefined ? after : `${time(due)}前`
  if (state === 'spared') return '后来不用做了'
  if (overdue && due !== undefined) return `已过${time(due)},快补上`
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

/** The judgement in a line; of a demonstration that was not watched to its end, how far it went. */
export function headlineOf({ steps, wrong, verdict }: Sheet, mode: RunMode = 'play'): string {
  const ahead = steps.filter(isAhead).length
  if (mode !== 'play' && ahead) {
    const seen = steps.length - ahead
    return seen
      ? `${runModes[mode]}看了${steps.length}步中的${seen}步。`
      : `${runModes[mode]}还没开始看,共${steps.length}步。`
  }
  const count = (state: StepState) => steps.filter((step) => step.state === state).length
  const needed = steps.length - count('spared')
  if (verdict === 'clean' && mode !== 'play') return `${runModes[mode]}看完:${needed}步都按时,没有违规。`
  if (verdict === 'clean') return `${needed}步都按时,没有违规。可以换下一个情景。`
  const parts = [
    `${needed}步按时${count('came')}步`,
    ...(count('late') ? [`晚了${count('late')}步`] : []),
    ...(ahead ? [`还没到${ahead}步`] : []),
    ...(count('missing') ? [`没做${count('missing')}步`] : []),
    ...(wrong.length ? [`违规${wrong.length}处`] : []),
  ]
  if (mode !== 'play') return `${runModes[mode]}看完:${parts.join(',')}。`
  if (verdict === 'early') return `${parts.join(',')}。提前结束,再来一遍,办到底。`
  return `${parts.join(',')}。${verdict === 'nearly' ? '差一点,再来一遍就好。' : '建议再练一遍。'}`
}

/** What to train next; of a demonstration, how to see the rest. */
export function nextWords({ steps, next }: Sheet, mode: RunMode = 'play'): string {
  if (mode !== 'play' && steps.some(isAhead)) return '想接着看,再点一次,用「下一步」一步一步看;也可以点「我来做」。'
  if (mode !== 'play' && !next) return '看完了,点「我来做」自己办一遍。'
  if (!next && steps.some(isAhead)) return '从头再来一遍,把没到的步骤也办完。'
  return next ? `先练「${next.what}」:${next.teach}` : '这个情景已经熟了,换一个难的。'
}

/** The whole sheet as text, to be kept or sent on. */
export function sheetText({ name, begins }: Pick<Scenario, 'name' | 'begins'>, sheet: Sheet, mode: RunMode): string {
  const day = dateOf(timeOf(begins))
  return [
    `【情景演练】${name}(${runModes[mode]})`,
    headlineOf(sheet, mode),
    ...sheet.steps.map(
      (result, i) => `${i + 1} ${result.step.id}|${stepStates[result.state]}|${stepWords(result, day)}`,
    ),
    ...sheet.wrong.map((wrong) => `违规|${wrongWords(wrong, day)}`),
    nextWords(sheet, mode),
    '演练用的人物、电话、店名都是虚构;达标与否以监测报告为准。',
  ].join('\n')
}

/** Which scenarios there are, and where one plays them. */
export function whereScenarios(scenarios: readonly Pick<Scenario, 'name'>[]): string {
  const names = scenarios.map(({ name }) => name.split(':')[0])
  return `情景演练${names.length}个:${names.join('、')}。\n在练兵场的网页上做:打开练兵场网址加 /scenes,可以先看示范和反例,做完有结果单;不动真实的件。`
}
