/** So long nothing is done: a load has a rate, and a kill a moment of its own. Never a way to wait for something. */
export function moment(ms: number, over?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    over?.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
