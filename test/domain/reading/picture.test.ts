import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { positionOf, stripped } from '../../../domain/reading/picture.ts'
import { jpeg, picture, png } from '../../support/pictures.ts'

const HERE = { latitude: 39.86512, longitude: 116.42731 }

describe('where a picture was taken', () => {
  test('is read from its EXIF, to about a metre', () => {
    expect(positionOf(jpeg({ at: HERE }))).toEqual(HERE)
  })

  test.each([
    ['a picture without EXIF', jpeg()],
    ['EXIF without a position', jpeg({ orientation: 6 })],
    ['a position nobody is at', jpeg({ at: { latitude: 0, longitude: 0 } })],
    ['a picture cut short', jpeg({ at: HERE }).subarray(0, 60)],
    ['no picture', Buffer.from('jpg')],
    ['nothing', Buffer.alloc(0)],
  ])('%s has none', (_what, bytes) => {
    expect(positionOf(bytes)).toBeUndefined()
  })
})

describe('a stripped picture', () => {
  test('keeps nothing a camera or a person wrote beside it', () => {
    const bytes = jpeg({ at: HERE, orientation: 6, comment: '张三家门口' })
    const clean = Buffer.from(stripped(Buffer.concat([bytes, Buffer.from('a second picture behind the end')])) ?? [])
    expect(positionOf(clean)).toBeUndefined()
    for (const left of ['拍摄者', '张三', 'xmpmeta', 'Photoshop', 'a second picture'])
      expect(clean.includes(Buffer.from(left))).toBe(false)
  })

  test('is otherwise the same, byte for byte, with its colours', () => {
    const clean = Buffer.from(stripped(jpeg({ at: HERE, comment: 'x' })) ?? [])
    expect(clean.includes(picture())).toBe(true)
    expect(clean.includes(Buffer.from('ICC_PROFILE'))).toBe(true)
    expect(clean.subarray(-2).toString('hex')).toBe('ffd9')
    expect(stripped(clean)).toEqual(clean)
  })

  test('is still turned as the phone was held', () => {
    const clean = Buffer.from(stripped(jpeg({ at: HERE, orientation: 6 })) ?? [])
    const turned = Buffer.from('4578696600004d4d002a00000008000101120003000000010006', 'hex')
    expect(clean.includes(turned)).toBe(true)
    expect(Buffer.from(stripped(clean) ?? [])).toEqual(clean)
  })

  test('of a PNG loses its texts', () => {
    expect(Buffer.from(stripped(png('张三')) ?? [])).toEqual(png())
  })

  test.each([
    ['a JPEG cut short', jpeg({ at: HERE }).subarray(0, -10)],
    ['a PNG cut short', png().subarray(0, 50)],
    ['a JPEG that begins with nonsense', Buffer.from('ffd800112233', 'hex')],
    ['something else', Buffer.from('GIF89a')],
  ])('there is none of %s', (_what, bytes) => {
    expect(stripped(bytes)).toBeUndefined()
  })

  test('reading never throws, whatever the bytes', () => {
    const head = fc.constantFrom([0xff, 0xd8], [0xff, 0xd8, 0xff, 0xe1], [...png().subarray(0, 8)], [])
    fc.assert(
      fc.property(head, fc.uint8Array({ maxLength: 200 }), (begin, rest) => {
        const bytes = Buffer.from([...begin, ...rest])
        positionOf(bytes)
        stripped(bytes)
      }),
    )
  })
})
