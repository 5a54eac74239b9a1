import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordings } from '../../../commands/registry.ts'
import type { Room, RoomKind } from '../../../domain/people/rooms.ts'
import type { Inbound } from '../../../domain/reading/inbound.ts'
import { LONGEST, understand } from '../../../domain/reading/meaning.ts'
import { nearestStreet, streetNamed } from '../../../domain/reading/street.ts'
import { fangzhuang, NOW } from '../../support/sample.ts'

const ORDER =
  '【工单编号】202611230001\n【地址】方庄街道芳城园二区8号楼底商\n【反映内容】楼下面馆油烟直排\n【处理时限】7天'
const REPORT = '芳古园一区11号楼底商油烟大,晚上开不了窗'

const leaders: Room = { id: 4, kind: 'leaders', topic: '领导' }

/** 'silence', 'too long', 'claim', 'complaint 方庄街道' … */
function meant(text: string, more: Partial<Inbound> = {}, room: Room | undefined = fangzhuang): string {
  const meaning = understand(inbound(text, more, room), { ...(room && { room }), wordings, now: NOW })
  if (meaning.tooLong) return 'too long'
  if (meaning.complaints.length) return `complaint ${meaning.complaints.map(({ street }) => street ?? '?').join(' ')}`
  return meaning.calls.map(({ verb }) => verb).join(' ') || (meaning.spokenTo ? 'asked' : 'silence')
}

describe('who is spoken to', () => {
  test.each([
    ['收到', 'silence'],
    ['1', 'silence'],
    ['今天谁值班', 'silence'],
    ['12号楼南边工地已经检查过了', 'silence'],
    ['大家晚上好', 'silence'],
    [REPORT, 'complaint 方庄街道'],
    [ORDER, 'complaint 方庄街道'],
    ['领哨 128', 'claim'],
    ['上报 芳古园一区11号楼油烟', 'complaint 方庄街道'],
    ['上报', 'report'],
  ])('in a street’s room: %s', (text, expected) => expect(meant(text)).toBe(expected))

  test('a mention or a private conversation makes anything a question', () => {
    expect(meant('你是谁', { mentionsMe: true })).toBe('asked')
    expect(understand(inbound('你是谁', {}, undefined), { wordings, now: NOW }).spokenTo).toBe(true)
    expect(meant('油烟大', { mentionsMe: true })).toMatch(/^complaint/)
  })

  test('free talk in the leaders’ room is never a report, an order is', () => {
    expect(meant(REPORT, {}, leaders)).toBe('silence')
    expect(meant(ORDER, {}, leaders)).toBe('complaint 方庄街道')
  })

  test.each<RoomKind>(['street', 'unit', 'district', 'city'])(
    'free text with place and problem is one in a %s room',
    (kind) => {
      const room: Room = { id: 9, kind, topic: '群', ...(kind === 'street' && { street: '方庄街道' }) }
      expect(meant(REPORT, {}, room)).toBe('complaint 方庄街道')
    },
  )

  test('forwarded records and recalls are never a command', () => {
    expect(meant('领哨 128', { forwarded: true })).toBe('silence')
    expect(meant(ORDER, { forwarded: true })).toBe('silence')
    expect(meant('', { recalls: 'm1' })).toBe('silence')
  })

  test('a quoted card names its cases; a whole card is known from a list', () => {
    const card = { name: '小管家', text: '#131 待领哨｜餐饮油烟\n@周敏 引用本条回「领哨」' }
    const read = (quote: { name: string; text: string }) =>
      understand(inbound('我来', { quote }, fangzhuang), { room: fangzhuang, wordings, now: NOW })
    expect(read(card)).toMatchObject({ quotedRefs: ['131'], wholeCard: true, calls: [{ verb: 'claim', quoted: true }] })
    expect(read({ ...card, text: '#131 待领哨,回「领哨 131」\n#132 待领哨' })).toMatchObject({
      quotedRefs: ['131', '132'],
      wholeCard: false,
    })
    expect(read({ name: '李强', text: '楼下那个面馆' })).toMatchObject({ calls: [], quotedRefs: [] })
  })
})

describe('too long to be read', () => {
  const long = '好'.repeat(10_000)
  test.each<[string, string, Partial<Inbound>, string]>([
    ['talk', long, {}, 'silence'],
    ['a mention', long, { mentionsMe: true }, 'too long'],
    ['a command at the beginning', `上报 ${long}`, {}, 'too long'],
    ['an order at the beginning', `${ORDER}${long}`, {}, 'too long'],
    ['a command far behind', `${long}\n领哨 128`, {}, 'silence'],
    ['exactly as long as is read', '好'.repeat(LONGEST), {}, 'silence'],
  ])('%s', (_what, text, more, expected) => expect(meant(text, more)).toBe(expected))

  test('is read in no time', () => {
    const from = performance.now()
    for (const text of [long, `${ORDER}${long}`, '#1,'.repeat(3000), '128 '.repeat(1999), '【地址】'.repeat(1999)])
      meant(text)
    expect(performance.now() - from).toBeLessThan(1000)
  })
})

test('control characters and full-width forms do not hide a command', () => {
  expect(meant('\u200b领哨\u200d　１２８\u0007')).toBe('claim')
  expect(meant('\u0000\u0001\u0002')).toBe('silence')
})

test('understanding never throws', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('领哨', '#131', ORDER, '「', '\n', '别', '13800001234'),
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), fc.boolean(), (parts, mentionsMe) => {
      meant(parts.join(''), { mentionsMe, quote: { name: 'x', text: parts.at(-1) ?? '' } })
    }),
  )
})

describe('a street by its name', () => {
  test.each([
    ['方庄', '方庄街道'],
    ['方庄街道', '方庄街道'],
    ['北宫', '北宫镇'],
    ['北京', undefined],
    ['', undefined],
  ])('%s is %s', (word, street) => expect(streetNamed(word)).toBe(street))

  test.each([
    ['方庒', '方庄街道'],
    ['成寿司', '成寿寺街道'],
    ['完全不同', undefined],
  ])('%s looks like %s', (word, street) => expect(nearestStreet(word)).toBe(street))
})

function inbound(text: string, more: Partial<Inbound>, room: Room | undefined): Inbound {
  return {
    id: 'm1',
    ...(room && { room: { id: 'r', topic: room.topic } }),
    speaker: { id: 'wxid_x', name: '小刘', friend: true, self: false },
    text,
    mentionsMe: false,
    mentions: [],
    files: [],
    forwarded: false,
    sentAt: NOW,
    ...more,
  }
}

describe('in private', () => {
  const alone = (text: string) => {
    const meaning = understand(inbound(text, {}, undefined), { wordings, now: NOW })
    if (meaning.complaints.length) return 'complaint'
    return meaning.calls.map(({ verb, rest }) => `${verb} ${rest}`).join(' ') || 'asked'
  }
  test.each([
    ['我是小马,方庄街道网格员', 'introduce 小马,方庄街道网格员'],
    ['我是小刘', 'introduce 小刘'],
    ['我叫小刘。', 'introduce 小刘'],
    ['我是居民,方庄芳古园一区11号楼底商油烟大', 'complaint'],
    ['方庄那边油烟的事怎么样了', 'asked'],
    ['芳古园一区11号楼底商油烟大,晚上开不了窗', 'complaint'],
    ['芳古园一区11号楼底商油烟大,能不能管管', 'complaint'],
  ])('%s', (text, expected) => expect(alone(text)).toBe(expected))
})
