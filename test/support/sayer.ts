import type { World } from './world.ts'

/** The code of 「确认 CODE」 in an answer. */
export const codeIn = (answer: string | undefined) => /确认 (\d{4})/.exec(answer ?? '')?.[1] ?? ''

/** Says something and resolves to what that conversation heard of it. */
export function sayer(world: World) {
  return async (who: string, where: string, text: string) => {
    world.heard(where === 'private' ? who : where)
    await world.says(who, where, text)
    return world.heard(where === 'private' ? who : where).join('\n')
  }
}
