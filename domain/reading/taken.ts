export interface Span {
  start: number
  end: number
}

/** Ranges already taken, in order: asks in logarithmic time whether another is free. */
export class Taken {
  readonly #spans: Span[]
  constructor(spans: readonly Span[]) {
    this.#spans = [...spans].sort((a, b) => a.start - b.start)
  }
  free(start: number, end: number): boolean {
    let low = 0
    let high = this.#spans.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#spans[middle] as Span).end <= start) low = middle + 1
      else high = middle
    }
    const next = this.#spans[low]
    return next === undefined || next.start >= end
  }
}
