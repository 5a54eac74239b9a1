import { describe, expect, test } from 'vitest'
import { returned } from '../../bot/absence.ts'
import { hours, minutes, wallOf } from '../../domain/time/wall.ts'
import { monday, openTalk } from '../support/talk.ts'

describe('after an absence', () => {
  test('every used room hears once from when to when, the leaders and unused rooms nothing', () => {
    using talk = openTalk()
    talk.says('小刘', '方庄群', '上报 芳古园一区11号楼油烟大')
    talk.says('高明', '局领导群', '收到')
    const [from, to] = [talk.now, talk.now + hours(1)]
    expect([returned(talk.store, from, to), returned(talk.store, from, to)]).toEqual([true, false])
    const away = (where: string) => talk.heard(where).filter((words) => words.includes('我没在线'))
    expect(away('方庄群')).toEqual(['今天09:30至今天10:30我没在线,期间的消息可能没收到。有件请再发一次。'])
    for (const room of ['成寿寺群', '执法一队群', '局领导群']) expect(away(room)).toEqual([])
  })

  test('a hiccup of two minutes is not worth a word', () => {
    using talk = openTalk()
    expect(returned(talk.store, talk.now, talk.now + minutes(2) - 1)).toBe(false)
  })

  test('at night it waits until people are awake', () => {
    using talk = openTalk(monday('22:00'))
    talk.says('小刘', '方庄群', '上报 芳古园一区11号楼油烟大')
    returned(talk.store, talk.now, talk.now + hours(1))
    const at = talk.raw((db) =>
      db.prepare("select max(not_before) from outbox where class = 'notice'").pluck().get(),
    ) as number
    expect(wallOf(at)).toMatchObject({ date: '2026-11-24' })
    expect(wallOf(at).time >= '08:00').toBe(true)
  })
})
