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

/** A WebP of one picture chunk, in the extended form, with EXIF, XMP and a chunk nobody knows. */
export function webp({ at, orientation }: Told = {}): Buffer {
  const chunk = (type: string, body: Buffer) =>
    Buffer.concat([Buffer.from(type), u32le(body.length), body, Buffer.alloc(body.length % 2)])
  const chunks = Buffer.concat([
    chunk('VP8X', Buffer.from([0x2c, 0, 0, 0, 7, 0, 0, 7, 0, 0])),
    chunk('ICCP', Buffer.from('colours')),
    chunk('VP8L', WEBP_PICTURE),
    chunk('EXIF', tiff(at, orientation)),
    chunk('XMP ', Buffer.from('<x:xmpmeta>拍摄者张三</x:xmpmeta>')),
    chunk('secr', Buffer.from('张三')),
  ])
  return Buffer.concat([
    Buffer.from('RIFF'),
    u32le(chunks.length + 4),
    Buffer.from('WEBP'),
    chunks,
    Buffer.from('尾巴'),
  ])
}
export const WEBP_PICTURE = Buffer.from('2f07c00100cf4000', 'hex')

/** A GIF of two pictures that repeats, with a comment, XMP and a caption. */
export function gif(): Buffer {
  const sub = (body: Buffer) => Buffer.concat([Buffer.from([body.length]), body])
  const extension = (label: number, ...blocks: Buffer[]) =>
    Buffer.concat([Buffer.from([0x21, label]), ...blocks.map(sub), Buffer.from([0])])
  return Buffer.concat([
    GIF_HEAD,
    extension(0xff, Buffer.from('NETSCAPE2.0'), Buffer.from([1, 0, 0])),
    extension(0xfe, Buffer.from('张三拍的')),
    extension(0xff, Buffer.from('XMP DataXMP'), Buffer.from('<x:xmpmeta>张三</x:xmpmeta>')),
    GIF_PICTURE,
    extension(0x01, Buffer.alloc(12), Buffer.from('张三')),
    GIF_PICTURE,
    Buffer.from([0x3b]),
    Buffer.from('张三'),
  ])
}
export const GIF_HEAD = Buffer.from('47494638396101000100800000ffffff000000', 'hex')
/** A graphic control and the picture it belongs to. */
export const GIF_PICTURE = Buffer.from('21f904000a0000002c00000000010001000002024401' + '00', 'hex')

/** A box of ISO/IEC 14496-12. */
export function box(type: string, ...bodies: Buffer[]): Buffer {
  const body = Buffer.concat(bodies)
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body])
}

/** Picture and sound of a film, and what the camera wrote beside them. */
export const FILM = {
  seen: Buffer.from('seen picture'),
  heard: Buffer.from('heard sound'),
  written: Buffer.from('39.86N gps'),
}

/** A film as a phone writes it: a picture, a sound and a camera's own track; user data, a place, dates, a device. */
export function film({ place = '+39.8651+116.4273/' }: { place?: string } = {}): Buffer {
  const ftyp = box('ftyp', Buffer.from('qt  \0\0\0\0qt  '))
  const mdat = box('mdat', FILM.seen, FILM.heard, FILM.written)
  const first = ftyp.length + 8
  const track = (handler: string, at: number, size: number, each: number) =>
    box(
      'trak',
      box('tkhd', full(), u32(3_800_000_000), u32(3_800_000_001), Buffer.alloc(72)),
      box('udta', box('name', Buffer.from('张三'))),
      box(
        'mdia',
        box('mdhd', full(), u32(3_800_000_000), u32(3_800_000_001), Buffer.alloc(12)),
        box('hdlr', full(), Buffer.from(`mhlr${handler}`), Buffer.alloc(12), Buffer.from('张三的手机\0')),
        box(
          'minf',
          box(
            'stbl',
            box('stsd', full(), u32(0)),
            box('stsz', full(), u32(each), u32(each ? size / each : 2), ...(each ? [] : [u32(4), u32(size - 4)])),
            box('stsc', full(), u32(1), u32(1), u32(each ? size / each : 2), u32(1)),
            box('stco', full(), u32(1), u32(at)),
          ),
        ),
      ),
    )
  const { seen, heard, written } = FILM
  const moov = box(
    'moov',
    box('mvhd', full(), u32(3_800_000_000), u32(3_800_000_001), Buffer.alloc(88)),
    track('vide', first, seen.length, seen.length),
    track('soun', first + seen.length, heard.length, heard.length),
    track('meta', first + seen.length + heard.length, written.length, 0),
    box(
      'udta',
      box('\xa9xyz', Buffer.from([0, place.length, 0x15, 0xc7]), Buffer.from(place)),
      box('\xa9mod', Buffer.from('张三的手机')),
    ),
    box('meta', box('keys', Buffer.from('com.apple.quicktime.make'))),
  )
  return Buffer.concat([ftyp, mdat, moov, box('uuid', Buffer.from('张三')), box('free', Buffer.from('张三'))])
}

export const HEIC_PICTURE = Buffer.from('coded picture')

/** A picture in boxes, as a phone writes it: the picture, its Exif, and XMP beside them in the meta box itself. */
export function heic({ at, orientation }: Told = {}): Buffer {
  const exif = Buffer.concat([u32(6), Buffer.from('Exif\0\0', 'latin1'), tiff(at, orientation)])
  const xmp = Buffer.from('<x:xmpmeta>张三</x:xmpmeta>')
  const item = (id: number, type: string, more = '') =>
    box('infe', Buffer.from([2, 0, 0, 0]), u16(id), u16(0), Buffer.from(`${type}\0${more}`))
  const place = (id: number, method: number, from: number, length: number) =>
    Buffer.concat([u16(id), u16(method), u16(0), u16(1), u32(from), u32(length)])
  const meta = (data: number) =>
    box(
      'meta',
      full(),
      box('hdlr', full(), u32(0), Buffer.from('pict'), Buffer.alloc(12), Buffer.from('张三\0')),
      box('pitm', full(), u16(1)),
      box('iinf', full(), u16(3), item(1, 'hvc1'), item(2, 'Exif'), item(3, 'mime', 'application/rdf+xml\0')),
      box(
        'iloc',
        Buffer.from([1, 0, 0, 0, 0x44, 0]),
        u16(3),
        place(1, 0, data, HEIC_PICTURE.length),
        place(2, 0, data + HEIC_PICTURE.length, exif.length),
        place(3, 1, 0, xmp.length),
      ),
      box('iprp', box('ipco', box('irot', Buffer.from([1])), box('udes', full(), Buffer.from('张三\0')))),
      box('idat', xmp),
    )
  const ftyp = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic'))
  const data = ftyp.length + meta(0).length + 8
  return Buffer.concat([ftyp, meta(data), box('mdat', HEIC_PICTURE, exif)])
}

const full = () => Buffer.alloc(4)

const NOTHING = Buffer.alloc(0)

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

function u16(n: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(n)
  return bytes
}

function u32le(n: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(n)
  return bytes
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
