import type { Speaker } from '../domain/people/speaker.ts'
import { numbersSaid } from '../domain/reading/numbers-said.ts'
import { Refusal } from '../domain/refusal.ts'
import { called, optional, rest, word } from './args.ts'
import { command, type Heard, type Waiting } from './command.ts'

/**
 * 确认 CODE: goes on with what was asked: the same person, the same conversation, within five minutes.
 * Refuses: not-confirmed; and whatever the confirmed command refuses.
 */
export default command({
  verb: 'confirm',
  words: ['确认'],
  summary: '确认刚才问你的那件事',
  only: /^\d{4}(?:\D|$)/,
  args: { code: called('口令', word), except: optional(rest) },
  examples: [{ as: '孙悦', in: 'private', say: '确认 0000', hears: '没有等你确认的事' }],
  run({ args, speaker, heard, data, now, again }) {
    const waiting = data.confirmations.take(askerOf(speaker, heard), args.code, now) as Waiting | undefined
    if (!waiting) throw new Refusal('not-confirmed', {})
    return again(waiting, numbersSaid(args.except ?? '', 999)?.except ?? [])
  },
})

/** Who may confirm, and where: the one who was asked, in the same conversation. */
export function askerOf(speaker: Speaker, heard: Heard): { person: number; room?: string } {
  return { person: speaker.person, ...(heard.room && { room: heard.room.id }) }
}
