import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/cases/case.ts'
import type { Role } from '../../../domain/people/roles.ts'
import { roleNamed, unitKindOf } from '../../../domain/people/roles.ts'
import { type Room, roomName } from '../../../domain/people/rooms.ts'
import { summoned } from '../../../domain/people/roster.ts'
import { describe as described, inScope, type Speaker, unitOf } from '../../../domain/people/speaker.ts'
import { aCase, aClaimed, aLook, aSpeaker, fangzhuang, NOW } from '../../support/sample.ts'

const team: Room = { id: 2, kind: 'unit', topic: '一队', unit: '执法一队' }
const district: Room = { id: 3, kind: 'district', topic: '全区' }
const leaders: Room = { id: 4, kind: 'leaders', topic: '领导' }
const city: Room = { id: 5, kind: 'city', topic: '市区' }
const chengshousi: Room = { id: 6, kind: 'street', topic: '成寿寺', street: '成寿寺街道' }

const station: Role[] = [{ role: 'tester', unit: '监测站' }]
const stationRoom: Room = { id: 7, kind: 'unit', topic: '监测站', unit: '监测站' }
const deskRoom: Room = { id: 8, kind: 'unit', topic: '专班', unit: '专班' }
const helpers = [{ unit: '监测站', at: NOW, seq: 3 }]
const offer = { to: { person: 11, unit: '监测站' }, until: NOW }

describe('which cases may be spoken of', () => {
  test.each<[string, Partial<Speaker>, Case, boolean]>([
    ['its street in a street’s room', { room: fangzhuang }, aCase(), true],
    ['another street in a street’s room', { room: chengshousi }, aCase(), false],
    ['a card of its room, whatever street', { room: chengshousi }, aCase({ cardRoom: 6 }), true],
    ['another street’s case, even for an officer who owns it', { room: chengshousi }, aClaimed(), false],
    ['its areas in a unit’s room', { room: { ...team, areas: ['方庄街道'] } }, aCase(), true],
    ['one’s own areas in another unit’s room', { room: stationRoom, areas: ['方庄街道'] }, aCase(), false],
    [
      'the areas of a unit whose room one is in, in private',
      { rooms: [{ ...team, areas: ['方庄街道'] }] },
      aCase(),
      true,
    ],
    ['any case in the desk’s own room, for the desk', { room: deskRoom, roles: [{ role: 'desk' }] }, aCase(), true],
    ['a strange case in the desk’s room, for others', { room: deskRoom, roles: station }, aCase(), false],
    ['a case of the unit in a unit’s room', { room: team }, aClaimed(), true],
    ['what was reported in a unit’s room', { room: team }, aCase({ reportedIn: 2 }), true],
    ['somebody else’s in a unit’s room', { room: team }, aCase(), false],
    [
      'a case without a street in a unit’s room',
      { room: { ...team, areas: ['花乡街道'] } },
      aCase({ street: undefined } as never),
      false,
    ],
    ['everything in the district’s room', { room: district }, aCase(), true],
    ['everything in the leaders’ room', { room: leaders }, aCase(), true],
    ['nothing in the city’s room', { room: city }, aCase(), false],
    ['a street of a room one is in, in private', { streets: ['方庄街道'] }, aCase(), true],
    ['anything for who is in the district’s room, in private', { rooms: [district] }, aCase(), true],
    ['nothing for who is only in the city’s room, in private', { rooms: [city] }, aCase(), false],
    ['a card of a room one is in, in private', { rooms: [chengshousi] }, aCase({ cardRoom: 6 }), true],
    ['an area of one’s unit, in private', { areas: ['方庄街道'] }, aCase(), true],
    ['one’s own case, in private', { person: 7 }, aClaimed(), true],
    ['what one reported, in private', { person: 1 }, aCase(), true],
    ['a case of one’s unit, in private', { roles: [{ role: 'officer', unit: '执法一队' }] }, aClaimed(), true],
    ['any case for the desk, in private', { roles: [{ role: 'desk' }] }, aCase(), true],
    ['any case for a leader, in private', { roles: [{ role: 'chief' }] }, aCase(), true],
    ['a case one’s unit was called to, in private', { roles: station }, aClaimed({ helpers }), true],
    ['a case one’s unit was asked to take, in private', { roles: station }, aClaimed({ offer }), true],
    ['a case the unit was called to, in its room', { room: stationRoom }, aClaimed({ helpers }), true],
    ['a case the unit was asked to take, in its room', { room: stationRoom }, aClaimed({ offer }), true],
    ['a strange case, in private', { roles: [{ role: 'officer', unit: '水科' }] }, aClaimed(), false],
  ])('%s', (_what, more, c, seen) => expect(inScope(aSpeaker(99, [], more), c)).toBe(seen))
})

describe('for whom somebody acts', () => {
  test.each<[Role[], string | undefined, string | undefined]>([
    [[{ role: 'officer', unit: '执法一队' }], '方庄街道', '执法一队'],
    [
      [
        { role: 'grid', street: '方庄街道' },
        { role: 'lead', unit: '水科' },
      ],
      '方庄街道',
      '水科',
    ],
    [
      [
        { role: 'steward', street: '方庄街道' },
        { role: 'steward', street: '花乡街道' },
      ],
      '花乡街道',
      '花乡街道',
    ],
    [[{ role: 'steward', street: '方庄街道' }], '花乡街道', '方庄街道'],
    [[{ role: 'grid', street: '方庄街道' }], '方庄街道', undefined],
    [[], undefined, undefined],
  ])('%j for a case of %s: %s', (roles, street, unit) => expect(unitOf({ roles }, street)).toBe(unit))
})

describe('who must act on a new case: the steward and the duty officer, at most two', () => {
  const look = aLook({}, { unitFor: () => '执法一队', dutyOf: () => [7, 9], stewardsOf: () => [8, 10] })
  test.each([
    ['both', look, [8, 7]],
    ['one person in both', { ...look, dutyOf: () => [8] }, [8]],
    ['nobody on duty', { ...look, dutyOf: () => [] }, [8]],
    ['no unit for it', { ...look, unitFor: () => undefined }, [8]],
    ['nobody at all', aLook(), []],
  ])('%s', (_what, roster, people) => expect(summoned(roster, aCase(), NOW)).toEqual(people))
})

describe('how people, rooms and roles are called', () => {
  test.each<[Role[], string]>([
    [
      [
        { role: 'officer', unit: '执法一队' },
        { role: 'grid', street: '方庄街道' },
      ],
      '执法一队',
    ],
    [[{ role: 'lead', unit: '执法一队' }], '执法一队负责人'],
    [
      [
        { role: 'steward', street: '方庄街道' },
        { role: 'grid', street: '方庄街道' },
      ],
      '方庄街道街镇管家',
    ],
    [[{ role: 'grid', street: '方庄街道' }], '方庄街道网格员'],
    [[{ role: 'deputy' }, { role: 'admin' }], '分管领导、管理员'],
    [[], ''],
  ])('%j is %s', (roles, words) => expect(described({ roles })).toBe(words))

  test('a room by its binding', () => {
    expect([fangzhuang, team, district, leaders, city].map(roomName)).toEqual([
      '方庄群',
      '执法一队群',
      '全区群',
      '领导群',
      '市区群',
    ])
  })

  test.each([
    ['队员', 'officer'],
    ['队长', 'lead'],
    ['管家', 'steward'],
    ['局长', 'chief'],
    ['厨师', undefined],
  ])('%s is %s', (word, role) => expect(roleNamed(word)).toBe(role))

  test.each([
    ['执法一队', 'team'],
    ['监测站', 'station'],
    ['水科', 'office'],
    ['方庄街道', 'street'],
  ])('%s is a %s', (name, kind) => expect(unitKindOf(name)).toBe(kind))
})
