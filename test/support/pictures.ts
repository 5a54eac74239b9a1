/** Small pictures made of bytes, with what a phone writes into them. */

export interface Told {
  /** Degrees, north and east. */
  at?: { latitude: number; longitude: number }
  /** EXIF's way to say how it must be turned; 6 is upright on a phone. */
  orientation?: number
  /** A comment, as some cameras write one. */
  comment?: string
  /** Makes pictures that differ. */
  seed?: number
}

/** A JPEG of one grey square. */
export function jpeg({ at, orientation, comment, seed = 0 }: Told = {}): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('4a46494600010100000100010000', 'hex')),
    at || orientation
      ? segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff(at, orientation)]))
      : NOTHING,
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>拍摄者张三</x:xmpmeta>')),
    segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours', 'latin1')),
    segment(0xed, Buffer.from('Photoshop 3.0\x008BIM拍摄者')),
    comment ? segment(0xfe, Buffer.from(comment)) : NOTHING,
    picture(seed),
    Buffer.from([0xff, 0xd9]),
  ])
}

/** The segments every JPEG must have, and its scan: what stripping must not touch. */
export function picture(seed = 0): Buffer {
  return Buffer.concat([
    segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)])),
    segment(0xc0, Buffer.from([8, 0, 8, 0, 8, 1, 1, 0x11, 0])),
    segment(0xc4, Buffer.from([0, ...Array(15).fill(0).with(0, 1), 0, 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    // A byte FF of the scan is followed by 00; a restart marker stands in it too.
    Buffer.from([0x3f, 0xff, 0x00, 0xd0 ^ 0x0f, 0xff, 0xd0, seed & 0x7f, (seed >> 7) & 0x7f]),
  ])
}

/** A PNG of one dot, with a text beside it. */
export function png(words = ''): Buffer {
  const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const bytes = Buffer.from(dot, 'base64')
  if (!words) return bytes
  const body = Buffer.from(`Author\0${words}`)
  const chunk = Buffer.concat([u32(body.length), Buffer.from('tEXt'), body, u32(0)])
  return Buffer.concat([bytes.subarray(0, 33), chunk, bytes.subarray(33)])
}

const NOTHING = Buffer.alloc(0)

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

function u32(n: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(n)
  return bytes
}

/** Big-endian TIFF: IFD0 with orientation and a pointer to the GPS tags. */
function tiff(at: Told['at'], orientation = 1): Buffer {
  const entries = [entry(0x0112, 3, 1, Buffer.from([0, orientation, 0, 0]))]
  const gpsAt = 8 + 2 + 12 * (at ? 2 : 1) + 4
  if (at) entries.push(entry(0x8825, 4, 1, u32(gpsAt)))
  const ifd0 = Buffer.concat([u16(entries.length), ...entries, u32(0)])
  const head = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8])
  return Buffer.concat([head, ifd0, at ? gps(at, gpsAt) : NOTHING])
}

function gps({ latitude, longitude }: { latitude: number; longitude: number }, from: number): Buffer {
  const dataAt = from + 2 + 12 * 4 + 4
  const entries = [
    entry(1, 2, 2, Buffer.from('N\0\0\0', 'latin1')),
    entry(2, 5, 3, u32(dataAt)),
    entry(3, 2, 2, Buffer.from('E\0\0\0', 'latin1')),
    entry(4, 5, 3, u32(dataAt + 24)),
  ]
  return Buffer.concat([u16(4), ...entries, u32(0), degrees(latitude), degrees(longitude)])
}

/** Degrees, minutes, seconds as three fractions. */
function degrees(value: number): Buffer {
  const whole = Math.floor(value)
  const minutes = Math.floor((value - whole) * 60)
  const seconds = Math.round(((value - whole) * 60 - minutes) * 60 * 10_000)
  return Buffer.concat([u32(whole), u32(1), u32(minutes), u32(1), u32(seconds), u32(10_000)])
}

function entry(tag: number, type: number, count: number, value: Buffer): Buffer {
  return Buffer.concat([u16(tag), u16(type), u32(count), value])
}

function u16(n: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(n)
  return bytes
}
