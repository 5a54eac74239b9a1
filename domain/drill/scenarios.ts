import type { Scenario } from './scenario.ts'
import { cateringWeek } from './scenarios/catering-week.ts'
import { confidential } from './scenarios/confidential.ts'
import { nightNoise } from './scenarios/night-noise.ts'
import { notAnswered } from './scenarios/not-answered.ts'
import { notOurs } from './scenarios/not-ours.ts'
import { supervised } from './scenarios/supervised.ts'
import { threeCallers } from './scenarios/three-callers.ts'
import { urgentSmell } from './scenarios/urgent-smell.ts'
import { whistle } from './scenarios/whistle.ts'

/** Every scenario drill, from the first one should try to the longest. */
export const scenarios: readonly Scenario[] = [
  urgentSmell,
  nightNoise,
  cateringWeek,
  whistle,
  notOurs,
  threeCallers,
  supervised,
  confidential,
  notAnswered,
]
