import { type Box, blank, blankWithin, boxesIn, boxIn, isBoxed, keepOnly } from './boxes.ts'
import { blankItems } from './heif.ts'

const TOP = new Set(['ftyp', 'pdin', 'moov', 'mdat', 'meta'])
const MOVIE = new Set(['mvhd', 'trak', 'iods'])
const TRACK = new Set(['tkhd', 'mdia', 'edts', 'tref', 'tapt', 'load', 'trgr'])
const MEDIA = new Set(['mdhd', 'hdlr', 'minf', 'elng'])
/** What a film is seen and heard by; every other track is written by the camera: places, faces, the time of day. */
const SEEN_AND_HEARD = new Set(['vide', 'soun', 'auxv', 'pict'])

/**
 * A film (MP4, MOV) or picture (HEIC, AVIF) in boxes without what a camera or a person wrote beside it: user data, places,
 * dates, names of devices, tracks that are neither seen nor heard, Exif and XMP. All distances stay, picture and sound
 * stay byte for byte. In: bytes that may be changed. Undefined when they are not whole, or hold what cannot be found.
 */
export function strippedBoxes(bytes: Buffer): Buffer | undefined {
  try {
    const all = boxesIn(bytes, 0, bytes.length)
    // A film cut in pieces tells of its samples in each of them; no phone sends one.
    if (all.some(({ type }) => type === 'moof')) return undefined
    const top = keepOnly(bytes, all, TOP)
    const data = top.filter(({ type }) => type === 'mdat')
    for (const box of top) {
      if (box.type === 'moov' && !blankMovie(bytes, box, data)) return undefined
      if (box.type === 'meta' && !blankItems(bytes, box, data)) return undefined
    }
    return bytes
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Where a film was taken, as its user data says (ISO 6709: +39.8651+116.4273/). Undefined when it does not. */
export function placeOfFilm(bytes: Buffer): { latitude: number; longitude: number } | undefined {
  if (!isBoxed(bytes)) return undefined
  try {
    const movie = boxesIn(bytes, 0, bytes.length).find(({ type }) => type === 'moov')
    const match = movie && ISO_6709.exec(bytes.toString('latin1', movie.body, movie.end))
    return match ? { latitude: Number(match[1]), longitude: Number(match[2]) } : undefined
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const ISO_6709 = /([+-]\d{2}\.\d{2,8})([+-]\d{3}\.\d{2,8})(?:[+-]\d+(?:\.\d+)?)?(?:CRS\w{0,12})?\//

function blankMovie(bytes: Buffer, movie: Box, data: readonly Box[]): boolean {
  return keepOnly(bytes, boxesIn(bytes, movie.body, movie.end), MOVIE).every((box) => {
    if (box.type === 'mvhd') blankDates(bytes, box)
    return box.type !== 'trak' || blankTrack(bytes, box, data)
  })
}

function blankTrack(bytes: Buffer, track: Box, data: readonly Box[]): boolean {
  const media = boxIn(bytes, 'mdia', track)
  const handler = media && boxIn(bytes, 'hdlr', media)
  if (!media || !handler) return false
  if (!SEEN_AND_HEARD.has(bytes.toString('latin1', handler.body + 8, handler.body + 12))) {
    if (!samplesOf(bytes, media).every((span) => blankWithin(bytes, data, span))) return false
    blank(bytes, track)
    return true
  }
  for (const box of keepOnly(bytes, boxesIn(bytes, track.body, track.end), TRACK))
    if (box.type === 'tkhd') blankDates(bytes, box)
  for (const box of keepOnly(bytes, boxesIn(bytes, media.body, media.end), MEDIA)) {
    if (box.type === 'mdhd') blankDates(bytes, box)
    // Behind the kind of track stands a name: the device’s, or its program’s.
    if (box.type === 'hdlr') bytes.fill(0, box.body + 24, box.end)
  }
  return true
}

/** Created and changed, in seconds since 1904; 0 is unknown. */
function blankDates(bytes: Buffer, { body }: Box): void {
  bytes.fill(0, body + 4, body + 4 + (bytes[body] === 1 ? 16 : 8))
}

/** Where the samples of a track lie: each chunk's beginning, and how long its samples are together. */
function samplesOf(bytes: Buffer, media: Box): { from: number; to: number }[] {
  const minf = boxIn(bytes, 'minf', media)
  const table = minf && boxIn(bytes, 'stbl', minf)
  if (!table) return []
  const sizes = sizesOf(bytes, boxIn(bytes, 'stsz', table))
  const runs = boxIn(bytes, 'stsc', table)
  const short = boxIn(bytes, 'stco', table)
  const long = boxIn(bytes, 'co64', table)
  const chunks = short ?? long
  if (!chunks || !runs) throw new RangeError('samples cannot be found')
  const width = short ? 4 : 8
  const spans: { from: number; to: number }[] = []
  let sample = 0
  let run = runs.body + 8
  for (let chunk = 0; chunk < countIn(bytes, chunks, width); chunk++) {
    const next = run + 12
    if (next + 4 <= runs.end && bytes.readUInt32BE(next) === chunk + 1) run = next
    const many = bytes.readUInt32BE(run + 4)
    const at = chunks.body + 8 + chunk * width
    const from = width === 4 ? bytes.readUInt32BE(at) : Number(bytes.readBigUInt64BE(at))
    spans.push({ from, to: from + sizes(sample, many) })
    sample += many
  }
  return spans
}

/** How many bytes so many samples from one on are. */
function sizesOf(bytes: Buffer, box: Box | undefined): (first: number, many: number) => number {
  if (!box) throw new RangeError('sizes cannot be found')
  const each = bytes.readUInt32BE(box.body + 4)
  if (each) return (_first, many) => each * many
  const count = Math.min(bytes.readUInt32BE(box.body + 8), (box.end - box.body - 12) / 4)
  return (first, many) => {
    let sum = 0
    for (let i = first; i < Math.min(first + many, count); i++) sum += bytes.readUInt32BE(box.body + 12 + i * 4)
    return sum
  }
}

function countIn(bytes: Buffer, { body, end }: Box, width: number): number {
  return Math.min(bytes.readUInt32BE(body + 4), Math.floor((end - body - 8) / width))
}
