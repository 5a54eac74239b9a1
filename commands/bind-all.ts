import { planRooms } from '../domain/people/room-plan.ts'
import { bound } from '../domain/words/grants.ts'
import { lines, type Sentence } from '../domain/words/sentence.ts'
import { bindList, boundAll, LOOSE_SHOWN, nothingToBind } from '../domain/words/set-up.ts'
import { command } from './command.ts'

/**
 * 绑定全部: the rooms the bot is in, matched to streets and units by topic, in one numbered list; bound after 确认.
 * Refuses: not-allowed, private-only.
 */
export default command({
  verb: 'bindAll',
  words: ['绑定全部'],
  summary: '按群名一次绑定所有群',
  hint: { line: '群', say: '「绑定全部」' },
  where: 'private',
  args: {},
  examples: [{ as: '孙悦', in: 'private', say: '绑定全部', hears: '对不上的1个:1 新来的群' }],
  run({ speaker, data, now, occasion, confirm }) {
    const plan = planRooms(data.arrivals.rooms(), data.people.boundRooms(), {
      units: data.people.units(),
      isBound: (contact) => data.people.boundRoom(contact) !== undefined,
    })
    const asked = confirm(plan.matched, (code) => pagesOut(bindList(plan.matched, plan.loose, code)))
    if ('ask' in asked) {
      // What the numbers mean until the next list, for 「绑定 7 方庄街道」.
      const shown = [...plan.matched, ...plan.loose.slice(0, LOOSE_SHOWN)]
      data.confirmations.show(speaker.person, 'rooms', shown, now)
      return shown.length ? asked.ask : nothingToBind
    }
    const chosen = asked.sure.filter((_, i) => !asked.except.includes(i + 1))
    for (const { contact, topic, kind, street, unit } of chosen) {
      if (kind === undefined || data.people.boundRoom(contact)) continue
      const room = data.people.bind(
        { contact, topic, kind, ...(street !== undefined && { street }), ...(unit !== undefined && { unit }) },
        speaker.person,
        now,
      )
      const speech = { to: { room: room.id }, class: 'notice', key: `bound-${room.id}-${now}` } as const
      data.outbox.say({ ...speech, sentence: bound(room) }, now)
    }
    return boundAll(chosen.length, asked.sure.length - chosen.length)

    // What one message does not hold goes before the answer.
    function pagesOut(pages: Sentence[]): Sentence {
      pages.slice(0, -1).forEach((sentence, i) => {
        const key = `bind-all-${occasion}-${i}`
        data.outbox.say({ to: { person: speaker.person }, class: 'reply', key, sentence }, now)
      })
      return lines(pages.at(-1))
    }
  },
})
