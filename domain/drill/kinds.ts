import type { Kind } from './question.ts'
import { airKinds } from './questions/air.ts'
import { clockKinds } from './questions/clocks.ts'
import { figureKinds } from './questions/figures.ts'
import { flowKinds } from './questions/flow.ts'
import { fumeKinds } from './questions/fumes.ts'
import { noiseKinds } from './questions/noise.ts'
import { noiseFieldKinds } from './questions/noise-field.ts'
import { odourKinds } from './questions/odour.ts'
import { placeKinds } from './questions/places.ts'
import { ruleKinds } from './questions/rules.ts'
import { standardKinds } from './questions/standards.ts'
import { waterKinds } from './questions/water.ts'

/** Every kind of question 练兵 may ask, by its name. */
export const kinds: Readonly<Record<string, Kind>> = {
  ...noiseKinds,
  ...noiseFieldKinds,
  ...fumeKinds,
  ...odourKinds,
  ...airKinds,
  ...waterKinds,
  ...standardKinds,
  ...clockKinds,
  ...flowKinds,
  ...placeKinds,
  ...ruleKinds,
  ...figureKinds,
}
