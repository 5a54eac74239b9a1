import { type Box, blank, blankWithin, boxesIn, boxIn, keepOnly } from './boxes.ts'

// ISO/IEC 23008-12: pictures as items; iinf says what each is, iloc where its bytes lie.

const META = new Set(['hdlr', 'pitm', 'iinf', 'iloc', 'iprp', 'iref', 'idat', 'dinf', 'ipro', 'grpl'])
/** Exif, XMP (a mime item) and foreign schemes; everything else is picture. */
const WRITTEN = new Set(['Exif', 'mime', 'uri '])

/** Blanks the items a camera or a person wrote, and their kind. In: the meta box and the boxes of data. False when an item cannot be found. */
export function blankItems(bytes: Buffer, meta: Box, data: readonly Box[]): boolean {
  const inside = { body: meta.body + 4, end: meta.end }
  const boxes = keepOnly(bytes, boxesIn(bytes, inside.body, inside.end), META)
  const of = (type: string) => boxes.find((box) => box.type === type)
  const [handler, info, places, own, properties] = [of('hdlr'), of('iinf'), of('iloc'), of('idat'), of('iprp')]
  // A film's own list of keys and values: nothing of it is picture.
  if (!info) {
    blank(bytes, meta)
    return true
  }
  if (handler) bytes.fill(0, handler.body + 24, handler.end)
  if (properties) blankDescriptions(bytes, properties)
  const written = itemsOf(bytes, info).filter(({ type }) => WRITTEN.has(type))
  if (!written.length) return true
  const spans = places && extentsOf(bytes, places, own)
  return written.every(({ id, kindAt }) => {
    bytes.write('free', kindAt, 'latin1')
    const mine = spans?.get(id)
    return mine?.every((span) => blankWithin(bytes, own ? [...data, own] : data, span)) === true
  })
}

function itemsOf(bytes: Buffer, info: Box): { id: number; type: string; kindAt: number }[] {
  const first = info.body + (bytes[info.body] === 0 ? 6 : 8)
  return boxesIn(bytes, first, info.end).flatMap(({ type, body }) => {
    const version = bytes[body] ?? 0
    if (type !== 'infe' || version < 2) return []
    const kindAt = body + (version === 2 ? 8 : 10)
    const id = version === 2 ? bytes.readUInt16BE(body + 4) : bytes.readUInt32BE(body + 4)
    return [{ id, kindAt, type: bytes.toString('latin1', kindAt, kindAt + 4) }]
  })
}

/** Where each item's bytes lie in the file; an item told of by others, or to the end, is left out and so not found. */
function extentsOf(bytes: Buffer, places: Box, own: Box | undefined): Map<number, { from: number; to: number }[]> {
  const version = bytes[places.body] ?? 0
  let at = places.body + 4
  const take = (width: number) => {
    const value = width === 8 ? Number(bytes.readBigUInt64BE(at)) : width ? bytes.readUIntBE(at, width) : 0
    at += width
    return value
  }
  const [widths, more] = [take(1), take(1)]
  const [offset, length, base, index] = [widths >> 4, widths & 15, more >> 4, version ? more & 15 : 0]
  const found = new Map<number, { from: number; to: number }[]>()
  for (let left = take(version < 2 ? 2 : 4); left > 0; left--) {
    const id = take(version < 2 ? 2 : 4)
    const method = version ? take(2) & 15 : 0
    take(2)
    const start = take(base) + (method === 1 ? (own?.body ?? Number.NaN) : 0)
    const spans = Array.from({ length: take(2) }, () => {
      take(index)
      const from = start + take(offset)
      return { from, to: from + take(length) }
    })
    if (method < 2 && spans.every(({ from, to }) => to > from)) found.set(id, spans)
  }
  return found
}

// Their place among the properties is counted: blanked, not taken out.
function blankDescriptions(bytes: Buffer, properties: Box): void {
  const all = boxIn(bytes, 'ipco', properties)
  if (!all) return
  for (const box of boxesIn(bytes, all.body, all.end)) if (box.type === 'udes') blank(bytes, box)
}
