import type { RestorePlan } from '../domain/people/restore.ts'
import { describe } from '../domain/people/speaker.ts'
import { nothingToRestore, restored, restoreList } from '../domain/words/restore.ts'
import { lines } from '../domain/words/sentence.ts'
import { command } from './command.ts'

/**
 * 恢复绑定: after a login with new ids the old and new rooms and people, paired, in one numbered list; joined after 确认.
 * Refuses: not-allowed, private-only.
 */
export default command({
  verb: 'restoreBindings',
  words: ['恢复绑定'],
  summary: '换号登录后,把群和人接回原来的记录',
  hint: { line: '群' },
  where: 'private',
  args: {},
  examples: [{ as: '孙悦', in: 'private', say: '恢复绑定', hears: '没有要恢复的' }],
  run({ speaker, data, look, now, occasion, confirm }) {
    const plan = data.restoring.plan()
    const listed = (plan?.people ?? []).filter(({ person }) => roleOf(person) !== '')
    const asked = confirm(plan, (code) => {
      if (!plan) return []
      const names = { name: look.name, room: look.room, role: roleOf }
      const pages = restoreList(plan, listed, { names, code })
      pages.slice(0, -1).forEach((sentence, i) => {
        const key = `restore-${occasion}-${i}`
        data.outbox.say({ to: { person: speaker.person }, class: 'reply', key, sentence }, now)
      })
      return lines(pages.at(-1))
    })
    if ('ask' in asked) return plan?.rooms.length ? asked.ask : nothingToRestore
    if (!asked.sure) return nothingToRestore
    const { chosen, left } = without(asked.sure, asked.except)
    data.restoring.apply(chosen, now)
    return restored(chosen.rooms.length, chosen.people.length, left)

    // Members of a room left out who have no role stay as they are, too.
    function without(all: RestorePlan, except: readonly number[]) {
      const rooms = all.rooms.filter((_, i) => !except.includes(i + 1))
      const numbered = all.people.filter(({ person }) => roleOf(person) !== '')
      const out = numbered.filter((_, i) => except.includes(all.rooms.length + i + 1))
      const there = new Set(rooms.flatMap(({ members }) => members.map(({ contact }) => contact)))
      const people = all.people.filter((one) => !out.includes(one) && there.has(one.contact))
      return { chosen: { rooms, people }, left: all.rooms.length - rooms.length + out.length }
    }

    // As they were granted, wherever somebody stands.
    function roleOf(person: number): string {
      const { roles } = data.people.speaker(person)
      const granted = roles.filter(({ role }) => role !== 'grid')
      return granted.length ? describe({ roles: granted }) : ''
    }
  },
})
