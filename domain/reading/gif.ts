// GIF89a: a screen, then blocks: pictures (2C), extensions (21 and a label), the end (3B); each body in sub-blocks.

const [IMAGE, EXTENSION, TRAILER] = [0x2c, 0x21, 0x3b]
const [GRAPHIC_CONTROL, APPLICATION] = [0xf9, 0xff]
/** How often an animation repeats; every other application writes for itself, XMP among them. */
const LOOPS = /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/

/** Whether the bytes begin like a GIF. */
export function isGif(bytes: Buffer): boolean {
  return /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))
}

/** The pictures alone, byte for byte: comments, captions, XMP and whatever follows the end go. Undefined when it is cut short. */
export function strippedGif(bytes: Buffer): Buffer | undefined {
  let at = 13 + colours(bytes[10])
  const kept = [bytes.subarray(0, at)]
  for (;;) {
    const kind = bytes[at]
    if (kind === TRAILER) return Buffer.concat([...kept, bytes.subarray(at, at + 1)])
    const body = kind === IMAGE ? at + 11 + colours(bytes[at + 9]) : kind === EXTENSION ? at + 2 : undefined
    const end = body === undefined ? undefined : afterSubBlocks(bytes, body)
    if (end === undefined) return undefined
    if (kind === IMAGE || isPicture(bytes, at)) kept.push(bytes.subarray(at, end))
    at = end
  }
}

function colours(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

function afterSubBlocks(bytes: Buffer, from: number): number | undefined {
  for (let at = from; ; ) {
    const size = bytes[at]
    if (size === undefined) return undefined
    at += 1 + size
    if (size === 0) return at
  }
}

function isPicture(bytes: Buffer, at: number): boolean {
  if (bytes[at + 1] === GRAPHIC_CONTROL) return true
  return bytes[at + 1] === APPLICATION && LOOPS.test(bytes.toString('latin1', at + 3, at + 14))
}
