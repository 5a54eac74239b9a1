/** Waits; at once over when the signal is aborted. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve()
    const over = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', over)
      resolve()
    }
    const timer = setTimeout(over, ms)
    signal?.addEventListener('abort', over)
  })
}

/** Resolves or rejects as the promise does, or rejects with the given error after so many milliseconds. */
export async function inTime<T>(promise: Promise<T>, ms: number, late: () => Error): Promise<T> {
  const timer = Promise.withResolvers<never>()
  const clock = setTimeout(() => timer.reject(late()), ms)
  try {
    return await Promise.race([promise, timer.promise])
  } finally {
    clearTimeout(clock)
  }
}
