import { codeIn } from './sayer.ts'
import type { World } from './world.ts'

/** Says what is asked back, and 「确认」 with the code. What was heard in between counts as heard. */
export async function confirms(world: World, [who, where, text]: [string, string, string], mentions?: string[]) {
  await world.says(who, where, text, mentions && { mentions })
  const asked = world.allHeard(where === 'private' ? who : where).findLast((answer) => codeIn(answer))
  world.heard(where === 'private' ? who : where)
  await world.says(who, where, `确认 ${codeIn(asked)}`)
}
