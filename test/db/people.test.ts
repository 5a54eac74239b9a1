import { describe, expect, test } from 'vitest'
import { issueAdminCode } from '../../bot/admin-code.ts'
import { inScope } from '../../domain/people/speaker.ts'
import { days, minutes } from '../../domain/time/wall.ts'
import { openTalk } from '../support/talk.ts'

describe('people', () => {
  test('are known by their contact id; a new name or friendship is taken over', () => {
    using talk = openTalk()
    const { store } = talk
    const met = store.unit((tx) => tx.people.meet({ id: 'wxid_x', name: '张三', friend: false }))
    expect(store.books.people.reachable(met)).toBe(false)
    expect(store.unit((tx) => tx.people.meet({ id: 'wxid_x', name: '张三(水科)', friend: true }))).toBe(met)
    expect(store.books.people.name(met)).toBe('张三(水科)')
    expect(store.books.people.reachable(met)).toBe(true)
    expect(store.unit((tx) => tx.people.meet({ id: 'wxid_y', name: '张三(水科)', friend: true }))).not.toBe(met)
  })

  test('who could not be written to is unreachable until they become a friend again', () => {
    using talk = openTalk()
    const person = talk.person('李强')
    talk.store.unit((tx) => tx.people.unreachable(person, talk.now))
    expect(talk.store.books.people.reachable(person)).toBe(false)
    talk.store.unit((tx) => tx.people.befriended(person))
    expect(talk.store.books.people.reachable(person)).toBe(true)
  })

  test('are mentioned by their nickname in the room', () => {
    using talk = openTalk()
    const [person, room] = [talk.person('李强'), talk.room('方庄群')]
    talk.store.unit((tx) => tx.people.seen(room, person, '李强-执法一队'))
    expect(talk.store.books.people.mentionName(person, room)).toBe('李强-执法一队')
    expect(talk.store.books.people.mentionName(person)).toBe('李强')
  })

  test('hold a role once, and lose all of them at a revoke', () => {
    using talk = openTalk()
    const person = talk.person('小马')
    const officer = { role: 'officer', unit: '执法一队' } as const
    const grant = () => talk.store.unit((tx) => tx.people.grant(person, officer, undefined, talk.now))
    expect([grant(), grant()]).toEqual([true, false])
    expect(talk.store.books.people.unitsOf(person)).toEqual(['执法一队'])
    expect(talk.store.unit((tx) => tx.people.revoke(person, talk.now))).toBe(1)
    expect(talk.store.books.people.unitsOf(person)).toEqual([])
    expect(grant()).toBe(true)
  })
})

describe('who speaks', () => {
  test("every member of a street's room is grid for that street there", () => {
    using talk = openTalk()
    const { people } = talk.store.books
    const room = people.room(talk.room('方庄群'))!
    expect(people.speaker(talk.person('小马'), room).roles).toEqual([{ role: 'grid', street: '方庄街道' }])
    expect(people.speaker(talk.person('小刘'), room).roles).toEqual([{ role: 'grid', street: '方庄街道' }])
  })

  test('in private the scope is the union of rooms and roles', () => {
    using talk = openTalk()
    const { people } = talk.store.books
    expect(people.speaker(talk.person('周敏')).streets).toEqual(['方庄街道'])
    expect(people.speaker(talk.person('李强'))).toMatchObject({
      streets: ['方庄街道', '成寿寺街道'],
      areas: ['方庄街道', '成寿寺街道'],
      known: true,
    })
    const stranger = talk.store.unit((tx) => tx.people.meet({ id: 'wxid_z', name: '路人', friend: true }))
    expect(people.speaker(stranger)).toMatchObject({ roles: [], streets: [], known: false })
  })

  test("in a unit's room its own areas count, also for somebody of no unit", () => {
    using talk = openTalk()
    talk.says('小刘', '方庄群', '上报 芳古园一区11号楼底商油烟大')
    const { people, cases } = talk.store.books
    const admin = people.speaker(talk.person('孙悦'), people.room(talk.room('执法一队群'))!)
    expect(admin.room?.areas).toEqual(['方庄街道', '成寿寺街道'])
    expect(inScope(admin, cases.find(101)!)).toBe(true)
    talk.store.unit((tx) => tx.people.setAreas('执法一队', ['成寿寺街道']))
    const again = people.speaker(talk.person('李强'), people.room(talk.room('执法一队群'))!)
    expect(inScope(again, cases.find(101)!)).toBe(false)
  })

  test('who leaves a room is no longer grid for it', () => {
    using talk = openTalk()
    const person = talk.person('小马')
    talk.store.unit((tx) => tx.people.left(talk.room('方庄群'), person))
    expect(talk.store.books.people.speaker(person)).toMatchObject({ streets: [], known: false })
  })

  test('an unbound room gives nobody anything, and is found again when it is bound anew', () => {
    using talk = openTalk()
    const id = talk.room('方庄群')
    talk.store.unit((tx) => tx.people.unbind(id, talk.now))
    const { people } = talk.store.books
    expect(people.boundRoom('fangzhuang@chatroom')).toBeUndefined()
    expect(people.speaker(talk.person('小马')).known).toBe(false)
    expect(people.roomFor('方庄街道')?.kind).toBe('district')
    const room = { contact: 'fangzhuang@chatroom', topic: '新名', kind: 'street', street: '方庄街道' } as const
    expect(talk.store.unit((tx) => tx.people.bind(room, talk.person('孙悦'), talk.now)).id).toBe(id)
    expect(people.roomFor('方庄街道')?.id).toBe(id)
  })
})

describe('the one-time code of an administrator', () => {
  const codeOf = (lines: string) => /绑定管理员 ([A-Z0-9]{8})/.exec(lines)![1]!

  test('works once, in any case of letters, and is stored as a hash', () => {
    using talk = openTalk()
    const code = codeOf(issueAdminCode(talk.store, talk.now))
    expect(talk.raw((db) => JSON.stringify(db.prepare('select * from codes').all()))).not.toContain(code)
    const use = (said: string) => talk.store.unit((tx) => tx.people.useCode(said, 'admin', talk.now))
    expect(use('WRONG234')).toBe(false)
    expect(use(` ${code.toLowerCase()} `)).toBe(true)
    expect(use(code)).toBe(false)
  })

  test.each([
    [minutes(30) - 1, true],
    [minutes(30), false],
  ])('after %d ms: %s', (later, good) => {
    using talk = openTalk()
    const code = codeOf(issueAdminCode(talk.store, talk.now))
    expect(talk.store.unit((tx) => tx.people.useCode(code, 'admin', talk.now + later))).toBe(good)
    expect(talk.store.unit((tx) => tx.people.useCode(code, 'other', talk.now))).toBe(false)
  })

  test('makes an administrator in private, and says so when it is wrong', () => {
    using talk = openTalk()
    const code = codeOf(issueAdminCode(talk.store, talk.now))
    expect(talk.says('钱进', 'private', '绑定管理员 NOPE2345')[0]).toMatch(/^口令不对或已过期/)
    expect(talk.says('钱进', 'private', `绑定管理员 ${code}`)[0]).toMatch(/^你已是管理员。/)
    expect(talk.store.books.people.admins()).toContain(talk.person('钱进'))
  })
})

describe('areas and duty', () => {
  test('a unit answers for exactly the streets set last; a street has one unit', () => {
    using talk = openTalk()
    const { people } = talk.store.books
    talk.store.unit((tx) => tx.people.setAreas('执法二队', ['方庄街道']))
    expect(people.unitFor({ street: '方庄街道', industry: '餐饮' })).toBe('执法二队')
    expect(people.areasOf('执法一队')).toEqual(['成寿寺街道'])
    talk.store.unit((tx) => tx.people.setAreas('执法二队', ['花乡街道']))
    expect(people.unitFor({ street: '方庄街道', industry: '餐饮' })).toBeUndefined()
    expect(people.unitFor({ industry: '餐饮' })).toBeUndefined()
  })

  test('duty holds from its beginning to before its end; a single day stands against the week around it', () => {
    using talk = openTalk()
    const [first, second] = [talk.person('李强'), talk.person('王磊')]
    const { people } = talk.store.books
    const from = talk.now + days(100)
    talk.store.unit((tx) => tx.people.setDuty('执法一队', [first], from, from + days(7)))
    const on = (at: number) => people.dutyOf('执法一队', at)
    expect([on(from - 1), on(from), on(from + days(7) - 1), on(from + days(7))]).toEqual([[], [first], [first], []])
    talk.store.unit((tx) => tx.people.setDuty('执法一队', [second, first], from + days(1), from + days(2)))
    expect([on(from), on(from + days(1)), on(from + days(2))]).toEqual([[first], [second, first], [first]])
    talk.store.unit((tx) => tx.people.setDuty('执法一队', [first], from + days(1), from + days(2)))
    expect(on(from + days(1))).toEqual([first])
  })
})
