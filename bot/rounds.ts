import type { Log } from './line/line.ts'

/** Things done one after the other beside the conversation, as long as there is one to do. */
export interface Rounds {
  /** Something may be to do. Never awaited, never throws. */
  nudge(): void
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
  stop(): Promise<void>
}

/** In: each errand says whether it did something; what fails waits for the next nudge. */
export function rounds(errands: readonly (() => Promise<boolean>)[], log: Log): Rounds {
  let running: Promise<void> | undefined
  let asked = false
  let stopped = false

  async function run(): Promise<void> {
    while (asked && !stopped) {
      asked = false
      for (const errand of errands) while (!stopped && (await attempt(errand)));
    }
  }

  async function attempt(errand: () => Promise<boolean>): Promise<boolean> {
    try {
      return await errand()
    } catch (error) {
      log.warn({ error: (error as Error).name }, 'an errand waits for the next round')
      return false
    }
  }

  return {
    nudge() {
      if (stopped) return
      asked = true
      running ??= run().finally(() => {
        running = undefined
      })
    },
    async idle() {
      while (running) await running
    },
    async stop() {
      stopped = true
      await running
    },
  }
}
