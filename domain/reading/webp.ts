// WebP (RFC 9649): a RIFF of chunks, each four letters, a length and a body padded to an even length.

const CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ANIM', 'ANMF', 'ALPH', 'ICCP'])
const IN_FRAME = new Set(['VP8 ', 'VP8L', 'ALPH'])
const FRAME_HEAD = 16
const [EXIF_FLAG, XMP_FLAG] = [0x08, 0x04]

/** Whether the bytes begin like a WebP. */
export function isWebp(bytes: Buffer): boolean {
  return bytes.length > 20 && bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'
}

/**
 * The picture alone, byte for byte: EXIF, XMP and unknown chunks go, also those inside the frames of an animation. In: the
 * bytes and, if it must be turned, the EXIF that says only that. Undefined when it is no whole WebP.
 */
export function strippedWebp(bytes: Buffer, turn: Buffer | undefined): Buffer | undefined {
  const end = 8 + bytes.readUInt32LE(4)
  const chunks = end <= bytes.length ? chunksIn(bytes, 12, end) : undefined
  if (!chunks?.some(({ type }) => type === 'VP8 ' || type === 'VP8L' || type === 'ANMF')) return undefined
  // Only the extended form can say how it is turned.
  const extended = chunks[0]?.type === 'VP8X'
  const turned = extended && turn ? turn : undefined
  const kept: Buffer[] = []
  for (const { type, body } of chunks.filter((chunk) => CHUNKS.has(chunk.type))) {
    const clean = type === 'VP8X' ? flagged(body, turned) : type === 'ANMF' ? frame(body) : body
    if (!clean) return undefined
    kept.push(chunk(type, clean))
  }
  if (turned) kept.push(chunk('EXIF', turned))
  const all = Buffer.concat(kept)
  const head = Buffer.from(bytes.subarray(0, 12))
  head.writeUInt32LE(all.length + 4, 4)
  return Buffer.concat([head, all])
}

function chunksIn(bytes: Buffer, from: number, to: number): { type: string; body: Buffer }[] | undefined {
  const found: { type: string; body: Buffer }[] = []
  for (let at = from; at < to; ) {
    if (at + 8 > to) return undefined
    const size = bytes.readUInt32LE(at + 4)
    if (at + 8 + size > to) return undefined
    found.push({ type: bytes.toString('latin1', at, at + 4), body: bytes.subarray(at + 8, at + 8 + size) })
    at += 8 + size + (size % 2)
  }
  return found
}

function chunk(type: string, body: Buffer): Buffer {
  const head = Buffer.from(`${type}\0\0\0\0`, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

// The head of the file says what follows.
function flagged(body: Buffer, turned: Buffer | undefined): Buffer {
  const clean = Buffer.from(body)
  clean[0] = ((clean[0] ?? 0) & ~(EXIF_FLAG | XMP_FLAG)) | (turned ? EXIF_FLAG : 0)
  return clean
}

function frame(body: Buffer): Buffer | undefined {
  const inside = body.length < FRAME_HEAD ? undefined : chunksIn(body, FRAME_HEAD, body.length)
  const kept = inside?.filter(({ type }) => IN_FRAME.has(type)).map(({ type, body: words }) => chunk(type, words))
  return kept && Buffer.concat([body.subarray(0, FRAME_HEAD), ...kept])
}
