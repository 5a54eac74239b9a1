import { IS, VALUE } from './value-forms.ts'

/** Octave bands of one measurement, with their background: of each band, or one for all. */
export interface Octaves {
  measured: Record<string, string>
  background?: string | Record<string, string>
  /** The text without them, so that their figures are read once. */
  rest: string
}

const BACKGROUND = '(?:背景|本底)(?:噪[声音])?(?:值)?'
const NAMED = new RegExp(BACKGROUND, 'u')
const BAND = new RegExp(
  String.raw`(?<hz>\d+(?:\.\d+)?)\s?(?<k>k)?(?:Hz|赫兹?)\s*[:：]?\s*(?<value>${VALUE})(?:\s?dB(?:\(A\))?)?(?:\s*[,，(（]?\s*${BACKGROUND}${IS}(?<behind>${VALUE})(?!\s?k?(?:Hz|赫)))?`,
  'giu',
)

/**
 * 「63Hz 58 125Hz 40 背景30」 (one background for all), 「63Hz 58 背景50 125Hz 40 背景30」, 「63Hz 58 125Hz 40 背景63Hz 50
 * 125Hz 30」: a band named again after 背景 is its background.
 */
export function octaveBands(text: string): Octaves {
  const found = [...text.matchAll(BAND)].map(({ index, groups = {} }) => ({
    band: `${groups.hz}${groups.k ?? ''}Hz`,
    value: groups.value?.trim() ?? '',
    behind: groups.behind?.trim(),
    after: NAMED.test(text.slice(0, index)),
  }))
  const measured: Record<string, string> = {}
  const background: Record<string, string> = {}
  for (const { band, value, behind, after } of found) {
    if (after && band in measured) background[band] = value
    else measured[band] = value
    if (behind !== undefined) background[band] = behind
  }
  const behind = found.flatMap((each) => each.behind ?? [])
  const forAll = behind.length === 1 && Object.keys(measured).length > 1 ? behind[0] : undefined
  const rest = text.replace(BAND, ' ')
  if (!Object.keys(background).length) return { measured, rest }
  return { measured, background: forAll ?? background, rest }
}
