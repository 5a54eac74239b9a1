/** Something the reading noticed and a person should hear about or check. Facts only; the sentences stand in `domain/words`. */
export type Note =
  /** A name of before 2021 stood for today's street. */
  | { kind: 'old-name'; from: string; to: string }
  /** A slip of the pen was read as `to`. */
  | { kind: 'typo'; from: string; to: string }
  /** The text names street `said`, its community belongs to `street`: the community decides. */
  | { kind: 'street-conflict'; said: string; street: string; community: string }
  /** `name` fits several places; what could not be decided is left empty. */
  | { kind: 'ambiguous-place'; name: string; candidates: string[] }
  /** The road `name` bears the name of street `other`; the room's street was taken. */
  | { kind: 'road-elsewhere'; name: string; street: string; other: string }
  /** Several phones and several subjects: nothing was paired. */
  | { kind: 'ambiguous-phone'; count: number }
  /** The deadline was computed from a span («7天»), not stated. */
  | { kind: 'deadline-derived'; from: string }
  /** A place of another district. */
  | { kind: 'outside'; place: string }
  /** An identity number stood in the text. */
  | { kind: 'identity-number' }
  /** A second kind of pollution in the same complaint. */
  | { kind: 'also'; category: string }
