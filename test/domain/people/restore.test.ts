import { describe, expect, test } from 'vitest'
import { type Before, type NewRoom, type OldRoom, planRestore } from '../../../domain/people/restore.ts'

const old = (room: number, topic: string, ...members: [number, string, string?][]): OldRoom => ({
  room,
  topic,
  members: members.map(([person, name, alias]) => ({
    person,
    contact: `old-${person}`,
    name,
    ...(alias !== undefined && { alias }),
  })),
})
const fresh = (contact: string, topic: string, ...members: [string, string, string?][]): NewRoom => ({
  contact,
  topic,
  members: members.map(([id, name, alias]) => ({
    contact: id,
    name,
    friend: true,
    ...(alias !== undefined && { alias }),
  })),
})
const known = (more: Partial<Before>): Before => ({
  rooms: [],
  wanted: [],
  rosterNames: new Map(),
  former: new Map(),
  ...more,
})
const roomsOf = (plan: ReturnType<typeof planRestore>) => plan.rooms.map(({ room, contact }) => [room, contact])
const peopleOf = (plan: ReturnType<typeof planRestore>) =>
  plan.people.map(({ person, contact, evidence }) => [person, contact, evidence])

describe('rooms', () => {
  test('are paired by their topic', () => {
    const plan = planRestore(known({ rooms: [old(1, '方庄群'), old(2, '新村群')] }), [
      fresh('b', '新村群'),
      fresh('a', '方庄群'),
      fresh('c', '同学聚会'),
    ])
    expect(roomsOf(plan)).toEqual([
      [1, 'a'],
      [2, 'b'],
    ])
  })

  test('of one topic are told apart by their members', () => {
    const rooms = [old(1, '工作群', [1, '张一'], [2, '张二']), old(2, '工作群', [3, '李三'], [4, '李四'])]
    const found = [
      fresh('b', '工作群', ['x', '李三'], ['y', '李四']),
      fresh('a', '工作群', ['v', '张一'], ['w', '张二']),
    ]
    expect(roomsOf(planRestore(known({ rooms }), found))).toEqual([
      [1, 'a'],
      [2, 'b'],
    ])
  })

  test('that were renamed meanwhile are known by their members, never by a single one', () => {
    const rooms = [old(1, '方庄群', [1, '张一'], [2, '张二'], [3, '张三'])]
    expect(roomsOf(planRestore(known({ rooms }), [fresh('a', '方庄环境群', ['v', '张一'], ['w', '张二'])]))).toEqual([
      [1, 'a'],
    ])
    expect(roomsOf(planRestore(known({ rooms }), [fresh('a', '同学聚会', ['v', '张一'])]))).toEqual([])
  })

  test('come back under an id they had before', () => {
    const former = new Map([['a', { room: 2 }]])
    const rooms = [old(1, '方庄群'), old(2, '方庄群')]
    expect(roomsOf(planRestore(known({ rooms, former }), [fresh('a', '别的名字')]))).toEqual([[2, 'a']])
  })
})

describe('people', () => {
  const room = (...members: [number, string, string?][]) => [old(1, '方庄群', ...members)]
  const there = (...members: [string, string, string?][]) => [fresh('a', '方庄群', ...members)]

  test('are paired by nickname and name; one of the two alone is weak', () => {
    const rooms = room([1, '强子', '执法一队-李强'], [2, '王磊'], [3, '旧名', '方庄-周敏'])
    const plan = planRestore(
      known({ rooms }),
      there(['x', '强子', '执法一队-李强'], ['y', '王磊'], ['z', '新名', '方庄-周敏']),
    )
    expect(peopleOf(plan)).toEqual([
      [1, 'x', 'strong'],
      [3, 'z', 'weak'],
      [2, 'y', 'weak'],
    ])
  })

  test('a name two members have is nobody’s', () => {
    expect(peopleOf(planRestore(known({ rooms: room([1, '李强']) }), there(['x', '李强'], ['y', '李强'])))).toEqual([])
    expect(peopleOf(planRestore(known({ rooms: room([1, '李强'], [2, '李强']) }), there(['x', '李强'])))).toEqual([])
  })

  test('rooms that disagree pair nobody, rooms that agree make it strong', () => {
    const rooms = [old(1, '甲群', [1, '李强']), old(2, '乙群', [1, '李强'])]
    const agree = [fresh('a', '甲群', ['x', '李强']), fresh('b', '乙群', ['x', '李强'])]
    expect(peopleOf(planRestore(known({ rooms }), agree))).toEqual([[1, 'x', 'strong']])
    const disagree = [fresh('a', '甲群', ['x', '李强']), fresh('b', '乙群', ['thief', '李强'])]
    expect(peopleOf(planRestore(known({ rooms }), disagree))).toEqual([])
  })

  test('the roster names who changed every other name', () => {
    const rosterNames = new Map([[1, ['李强']]])
    const plan = planRestore(known({ rooms: room([1, '强子']), rosterNames }), there(['x', '阿强', '一队李强']))
    expect(peopleOf(plan)).toEqual([[1, 'x', 'weak']])
  })

  test('whose id stayed is who they were, whatever others call themselves', () => {
    const plan = planRestore(
      known({ rooms: room([1, '李强'], [2, '王磊']) }),
      there(['old-1', '改名'], ['x', '李强'], ['y', '王磊']),
    )
    expect(peopleOf(plan)).toEqual([[2, 'y', 'weak']])
  })

  test('an id of before is proof; who is not found is named', () => {
    const former = new Map([['x', { person: 1 }]])
    const plan = planRestore(known({ rooms: room([1, '李强']), former, wanted: [1, 7] }), there(['x', '换了名']))
    expect(peopleOf(plan)).toEqual([[1, 'x', 'strong']])
    expect(plan.missing).toEqual([7])
  })
})
