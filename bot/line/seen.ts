/** Remembers the last so many ids. */
export class Seen {
  readonly #ids = new Set<string>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  /** True when the id is new; from then on it is not. */
  add(id: string): boolean {
    if (this.#ids.has(id)) return false
    this.#ids.add(id)
    if (this.#ids.size > this.#most) this.#ids.delete(this.#ids.values().next().value ?? '')
    return true
  }

  delete(id: string): void {
    this.#ids.delete(id)
  }
}
