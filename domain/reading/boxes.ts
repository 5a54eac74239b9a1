// ISO/IEC 14496-12: files made of boxes, each a length, four letters and a body. Films (MP4, MOV) and pictures (HEIC,
// AVIF). Other boxes point into the file by their distance from its beginning: nothing is taken out, what goes is blanked.

/** One box: where it begins, its body begins, and it ends. */
export interface Box {
  type: string
  at: number
  body: number
  end: number
}

/** Whether the bytes begin like such a file. */
export function isBoxed(bytes: Buffer): boolean {
  return bytes.length > 16 && bytes.toString('latin1', 4, 8) === 'ftyp'
}

/** The boxes that fill a span. Throws a RangeError when they do not. */
export function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const found: Box[] = []
  for (let at = from; at < to; ) {
    const short = bytes.readUInt32BE(at)
    const long = short === 1
    const size = long ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short
    const body = at + (long ? 16 : 8)
    if (body > at + size || at + size > to) throw new RangeError('a box is cut short')
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), at, body, end: at + size })
    at += size
  }
  return found
}

/** The one box of a type in a span. */
export function boxIn(bytes: Buffer, type: string, { body, end }: Pick<Box, 'body' | 'end'>): Box | undefined {
  return boxesIn(bytes, body, end).find((box) => box.type === type)
}

/** Nothing stands in it any more; its length stays. */
export function blank(bytes: Buffer, box: Box): void {
  bytes.write('free', box.at + 4, 'latin1')
  bytes.fill(0, box.body, box.end)
}

/** Blanks what is not one of these. Out: those that stay. */
export function keepOnly(bytes: Buffer, boxes: readonly Box[], types: ReadonlySet<string>): Box[] {
  for (const box of boxes) if (!types.has(box.type)) blank(bytes, box)
  return boxes.filter(({ type }) => types.has(type))
}

/** Blanks a span, as far as it lies in one of these boxes. False when it does not. */
export function blankWithin(bytes: Buffer, boxes: readonly Box[], span: { from: number; to: number }): boolean {
  const inside = boxes.some(({ body, end }) => span.from >= body && span.to <= end)
  if (inside) bytes.fill(0, span.from, span.to)
  return inside
}
