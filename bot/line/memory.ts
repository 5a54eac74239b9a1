/** What the gateway told, kept for a while; a question already on its way is not asked again. */
export class Memory {
  readonly #known = new Map<string, { answer: Promise<unknown>; until: number }>()
  readonly #keepMs: number

  constructor(keepMs: number) {
    this.#keepMs = keepMs
  }

  /** Returns the kept answer to this question, or asks. A failed answer is not kept. */
  recall<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const kept = this.#known.get(key)
    if (kept && kept.until > performance.now()) return kept.answer as Promise<T>
    const answer = ask()
    this.#known.set(key, { answer, until: performance.now() + this.#keepMs })
    answer.catch(() => {
      if (this.#known.get(key)?.answer === answer) this.#known.delete(key)
    })
    return answer
  }

  /** Forgets the answers whose key begins so; without it, all. */
  forget(beginning = ''): void {
    for (const key of this.#known.keys()) if (key.startsWith(beginning)) this.#known.delete(key)
  }
}
