import exif from 'exifreader'
import { isBoxed } from './boxes.ts'
import { placeOfFilm, strippedBoxes } from './film.ts'
import { isGif, strippedGif } from './gif.ts'
import { isWebp, strippedWebp } from './webp.ts'

/** Where a picture or film was taken, degrees in WGS 84, five decimals (about a metre). */
export interface Position {
  latitude: number
  longitude: number
}

/** Reads the position a picture's EXIF or a film's user data tells, before it is stripped. Undefined when there is none. Never throws. */
export function positionOf(picture: Uint8Array): Position | undefined {
  const film = placeOfFilm(asBuffer(picture))
  const { Latitude: latitude, Longitude: longitude } = film
    ? { Latitude: film.latitude, Longitude: film.longitude }
    : (gpsOf(picture) ?? {})
  if (latitude === undefined || longitude === undefined) return undefined
  const sound = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0)
  return sound ? { latitude: rounded(latitude), longitude: rounded(longitude) } : undefined
}

/**
 * The same picture or film without what a camera or a person wrote beside it: EXIF, XMP, IPTC, comments, previews, user
 * data, places, whatever follows its end. The picture itself is copied byte for byte, its colour profile and the way it is
 * turned stay. Undefined when it is no whole JPEG, PNG, WebP, GIF, HEIC, AVIF, MP4 or MOV.
 */
export function stripped(picture: Uint8Array): Uint8Array | undefined {
  const bytes = asBuffer(picture)
  if (bytes.length > 4 && bytes.readUInt16BE(0) === SOI) return strippedJpeg(bytes)
  if (isWebp(bytes)) return strippedWebp(bytes, turn(bytes))
  if (isGif(bytes)) return strippedGif(bytes)
  if (isBoxed(bytes)) return strippedBoxes(Buffer.from(bytes))
  return bytes.subarray(0, 8).equals(PNG) ? strippedPng(bytes) : undefined
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

function gpsOf(picture: Uint8Array): { Latitude?: number; Longitude?: number } | undefined {
  try {
    return tagsOf(picture).gps
  } catch {
    return undefined
  }
}

function tagsOf(picture: Uint8Array) {
  return exif.load(Buffer.from(picture), { expanded: true, includeTags: { exif: true, gps: true } })
}

const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

// ── JPEG (ITU T.81): segments FF xx with a length, then scans up to the next marker ─────────────────

const SOI = 0xffd8
const EOI = 0xd9
const SOS = 0xda
const COMMENT = 0xfe
const [APP0, APP2, APP14, APP15] = [0xe0, 0xe2, 0xee, 0xef]

function strippedJpeg(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = []
  let at = 2
  for (;;) {
    if (bytes[at] !== 0xff) return undefined
    while (bytes[at + 1] === 0xff) at++
    const marker = bytes[at + 1]
    if (marker === EOI) return Buffer.concat([bytes.subarray(0, 2), turned(bytes), ...kept, bytes.subarray(at, at + 2)])
    if (marker === undefined || at + 4 > bytes.length) return undefined
    const end = marker === SOS ? scanEnd(bytes, segmentEnd(bytes, at)) : segmentEnd(bytes, at)
    if (end > bytes.length) return undefined
    const segment = bytes.subarray(at, end)
    if (isPicture(marker, segment)) kept.push(segment)
    at = end
  }
}

const segmentEnd = (bytes: Buffer, at: number): number => at + 2 + bytes.readUInt16BE(at + 2)

// Inside a scan FF stands only before 00 (a byte FF) or a restart marker.
function scanEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return Infinity
}

function isPicture(marker: number, segment: Buffer): boolean {
  if (marker === COMMENT) return false
  if (marker < APP0 || marker > APP15 || marker === APP0 || marker === APP14) return true
  return marker === APP2 && segment.subarray(4, 16).toString('latin1') === 'ICC_PROFILE\0'
}

// A phone held upright writes only in EXIF that the picture must be turned: that alone is written again.
function turned(bytes: Buffer): Buffer {
  const tiff = turn(bytes)
  if (!tiff) return Buffer.alloc(0)
  const head = [0xff, 0xe1, 0, 2 + 6 + tiff.length]
  return Buffer.from([...head, ...Buffer.from('Exif\0\0', 'latin1'), ...tiff])
}

function turn(bytes: Buffer): Buffer | undefined {
  const orientation = orientationOf(bytes)
  if (orientation === undefined || orientation < 2 || orientation > 8) return undefined
  return Buffer.from([
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ])
}

function orientationOf(bytes: Buffer): number | undefined {
  try {
    const value = tagsOf(bytes).exif?.Orientation?.value
    return typeof value === 'number' ? value : undefined
  } catch {
    return undefined
  }
}

// ── PNG (ISO/IEC 15948): chunks of length, type, data, checksum ────────────────────────────────────

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const CHUNKS = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD hIST pHYs cICP acTL fcTL fdAT'.split(' '),
)

function strippedPng(bytes: Buffer): Buffer | undefined {
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return undefined
    const type = bytes.subarray(at + 4, at + 8).toString('latin1')
    if (CHUNKS.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return undefined
}
