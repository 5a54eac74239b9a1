import { scenarios } from '../domain/drill/scenarios.ts'
import { whereScenarios } from '../domain/words/scenario.ts'
import { command } from './command.ts'

/** 情景演练: which there are, and where they are played: never here, where cases are real. Refuses: private-only. */
export default command({
  verb: 'scenarios',
  words: ['情景演练', '练兵情景', '练兵 情景'],
  // 「情景演练安排在周五」 is talk.
  only: /^\s*$/,
  summary: '有哪些情景演练,在哪做',
  hint: { line: '测' },
  where: 'private',
  args: {},
  examples: [
    { as: '李强', in: 'private', say: '情景演练', hears: '情景演练9个:' },
    { as: '周敏', in: 'private', say: '练兵 情景', hears: '情景演练9个:' },
  ],
  run: () => whereScenarios(scenarios),
})
