import { afterAll, describe, expect, test } from 'vitest'
import { commands, forStrangers } from '../../commands/registry.ts'
import type { Verb } from '../../domain/people/rights.ts'
import { toStranger } from '../../domain/words/answers.ts'
import { order } from '../support/orders.ts'
import { openTalk } from '../support/talk.ts'

// What rights.txt has no column for: rooms nobody bound, and people nobody knows.
const talk = openTalk()
afterAll(() => talk[Symbol.dispose]())
talk.says('赵蕾', 'private', order({ no: '202611230001', place: '方庄街道芳古园一区11号楼', term: '7天' }))

const ROLES = {
  grid: '小刘',
  steward: '周敏',
  officer: '李强',
  tester: '陈曦',
  lead: '王磊',
  desk: '赵蕾',
  deputy: '高明',
  chief: '田原',
  admin: '孙悦',
  member: '小马',
}
const rowsOf = (table: string) => talk.raw((db) => db.prepare(`select count(*) from ${table}`).pluck().get() as number)
const kept = () => ['inbox', 'outbox', 'texts', 'events', 'vault'].map(rowsOf)

describe('a room nobody bound: silence, and nothing is kept', () => {
  test.each(
    commands.flatMap(({ verb, examples: [example] }) =>
      Object.entries(ROLES).map(([role, who]) => ({ verb, role, who, say: example?.say ?? '' })),
    ),
  )('$verb by $role', ({ verb, role, who, say }) => {
    const before = kept()
    const isBinding = role === 'admin' && (verb === 'bind' || verb === 'bindAll' || verb === 'becomeAdmin')
    const answers = talk.says(who, '新来的群', say.startsWith('绑定 ') && isBinding ? '绑定' : say)
    if (isBinding) return
    expect(answers).toEqual([])
    expect(kept()).toEqual(before)
  })
})

describe('somebody nobody knows, in private: the polite line, never a fact', () => {
  const said = commands.flatMap(({ verb, examples }) =>
    examples.map(({ say }) => ({ verb, say, line: say.split('\n')[0] })),
  )
  test.each(said)('$verb 「$line」', ({ verb, say }) => {
    const answers = talk.says(`stranger-${verb}-${say.length}`, 'private', say)
    if (!forStrangers.has(verb as Verb)) expect([[], toStranger()]).toContainEqual(answers)
    else expect(answers.join()).not.toMatch(/#\d|芳古园|方庄/)
  })
})
