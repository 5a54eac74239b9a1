import { describe, expect, test } from 'vitest'
import { commands } from '../../commands/registry.ts'
import { openWorld } from '../support/world.ts'

// Every example of every command, said in the demo district over the real wire: what help shows is what happens.
describe.each(commands.map((command) => ({ command, verb: command.verb })))('$verb', ({ command }) => {
  test.each(command.examples.map((example) => ({ ...example, line: example.say.split('\n')[0] })))(
    '$as says 「$line」',
    async (example) => {
      await using world = await openWorld({ orders: true, backups: true })
      for (const before of example.after ?? []) await world.says(before.as, before.in, before.say)
      const listening = example.in === 'private' ? example.as : example.in
      world.heard(listening)

      if (example.quote === undefined) await world.says(example.as, example.in, example.say)
      else await world.quotes(example.as, example.in, example.quote, example.say)

      // What is added is acknowledged ten seconds after the last of it.
      const heard = world.heard(listening)
      if (!heard.length) await world.advance(new Date(world.clock.now() + 10_000).toISOString())
      const answers = heard.length ? heard : world.heard(listening)
      // A pasted phone is pointed out in a message of its own, so that the card stays what it is.
      expect(answers.filter((answer) => !answer.startsWith('含诉求人'))).toHaveLength(1)
      expect(answers[0]?.slice(0, example.hears.length)).toBe(example.hears)
    },
  )
})
