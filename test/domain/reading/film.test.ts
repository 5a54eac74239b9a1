import { describe, expect, test } from 'vitest'
import { positionOf, stripped } from '../../../domain/reading/picture.ts'
import {
  box,
  FILM,
  film,
  GIF_HEAD,
  GIF_PICTURE,
  gif,
  HEIC_PICTURE,
  heic,
  WEBP_PICTURE,
  webp,
} from '../../support/pictures.ts'

const HERE = { latitude: 39.86512, longitude: 116.42731 }
const clean = (bytes: Buffer) => Buffer.from(stripped(bytes) ?? Buffer.from('not stripped'))
const holds = (bytes: Buffer, words: string) => bytes.includes(Buffer.from(words))

describe('WebP', () => {
  test('loses EXIF, XMP, foreign chunks and its tail; the picture stays byte for byte', () => {
    const after = clean(webp({ at: HERE }))
    for (const words of ['张三', 'XMP', 'EXIF', '尾巴', 'secr']) expect(holds(after, words)).toBe(false)
    expect(after.includes(WEBP_PICTURE)).toBe(true)
    expect(holds(after, 'ICCP')).toBe(true)
    expect(after.readUInt32LE(4)).toBe(after.length - 8)
    expect((after[20] ?? 0) & 0x0c).toBe(0)
    expect(positionOf(webp({ at: HERE }))).toEqual(HERE)
    expect(positionOf(after)).toBeUndefined()
  })

  test('still says how it must be turned', () => {
    const after = clean(webp({ at: HERE, orientation: 6 }))
    expect((after[20] ?? 0) & 0x0c).toBe(0x08)
    expect(positionOf(after)).toBeUndefined()
    expect(clean(after)).toEqual(after)
  })

  test('an animation keeps its frames and loses what hides in them', () => {
    const chunk = (type: string, body: Buffer) => {
      const head = Buffer.from(`${type}\0\0\0\0`)
      head.writeUInt32LE(body.length, 4)
      return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
    }
    const frame = Buffer.concat([Buffer.alloc(16, 1), chunk('VP8L', WEBP_PICTURE), chunk('secr', Buffer.from('张三'))])
    const all = Buffer.concat([chunk('VP8X', Buffer.alloc(10)), chunk('ANIM', Buffer.alloc(6)), chunk('ANMF', frame)])
    const file = Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), all])
    file.writeUInt32LE(all.length + 4, 4)
    const after = clean(file)
    expect(holds(after, '张三')).toBe(false)
    expect(after.includes(WEBP_PICTURE)).toBe(true)
    expect(clean(after)).toEqual(after)
  })
})

test('a GIF keeps its pictures and how it repeats, nothing else', () => {
  const loop = Buffer.from('21ff0b4e45545343415045322e300301000000', 'hex')
  const after = clean(gif())
  expect(after).toEqual(Buffer.concat([GIF_HEAD, loop, GIF_PICTURE, GIF_PICTURE, Buffer.from([0x3b])]))
  expect(clean(after)).toEqual(after)
})

describe('films', () => {
  test('lose user data, dates, names and tracks that are neither seen nor heard; nothing moves', () => {
    const before = film()
    const after = clean(before)
    expect(after).toHaveLength(before.length)
    for (const words of ['张三', '+39.86', 'quicktime', FILM.written.toString()])
      expect(holds(after, words)).toBe(false)
    for (const words of [FILM.seen, FILM.heard]) expect(after.indexOf(words)).toBe(before.indexOf(words))
    for (const date of [3_800_000_000, 3_800_000_001]) {
      const stamp = Buffer.alloc(4)
      stamp.writeUInt32BE(date)
      expect(before.includes(stamp)).toBe(true)
      expect(after.includes(stamp)).toBe(false)
    }
    expect(after.toString('latin1').match(/trak/g)).toHaveLength(2)
    expect(clean(after)).toEqual(after)
  })

  test('say where they were taken before they are stripped', () => {
    expect(positionOf(film())).toEqual({ latitude: 39.8651, longitude: 116.4273 })
    expect(positionOf(film({ place: '+39.8651+116.4273+045.100/' }))).toEqual({
      latitude: 39.8651,
      longitude: 116.4273,
    })
    expect(positionOf(clean(film()))).toBeUndefined()
  })
})

describe('HEIC', () => {
  test('loses its Exif, XMP and descriptions; the picture and how it is turned stay where they are', () => {
    const before = heic({ at: HERE, orientation: 6 })
    const after = clean(before)
    expect(after).toHaveLength(before.length)
    for (const words of ['张三', 'Exif', 'xmpmeta']) expect(holds(after, words)).toBe(false)
    expect(after.indexOf(HEIC_PICTURE)).toBe(before.indexOf(HEIC_PICTURE))
    expect(holds(after, 'irot')).toBe(true)
    expect(positionOf(before)).toEqual(HERE)
    expect(positionOf(after)).toBeUndefined()
    expect(clean(after)).toEqual(after)
  })
})

test.each([
  ['a WebP cut short', webp().subarray(0, 40)],
  ['a GIF cut short', gif().subarray(0, 60)],
  ['a film cut short', film().subarray(0, 90)],
  ['a film in pieces', Buffer.concat([film(), box('moof', Buffer.alloc(8))])],
  ['a picture whose Exif cannot be found', heic().subarray(0, heic().length - 40)],
  ['an empty box', Buffer.concat([box('ftyp', Buffer.from('isom    ')), Buffer.alloc(8, 0xff)])],
])('%s is left alone, and said so', (_what, bytes) => {
  expect(stripped(bytes)).toBeUndefined()
})

test('no bytes bring it down', () => {
  for (const whole of [film(), heic({ at: HERE }), webp({ at: HERE }), gif()])
    for (let i = 0; i < whole.length; i++) {
      const broken = Buffer.from(whole)
      broken[i] = 0xff
      expect(() => [stripped(broken), positionOf(broken)]).not.toThrow()
    }
})
