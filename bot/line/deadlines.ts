/** An answer that did not come in time: whether the question was acted on is not known. */
export class DeadlineError extends Error {
  constructor(method: string, ms: number) {
    super(`no answer to ${method} in ${ms} ms`)
    this.name = 'DeadlineError'
  }
}

type Callback = (error: unknown, response?: unknown) => void
type Unary = (request: unknown, callback: Callback) => Cancellable

/** A call under way. */
export interface Cancellable {
  cancel(): void
}

/**
 * Gives every unary call of a generated gRPC client a deadline: the stock client has none. Streams (events, up and
 * downloads) pass untouched. The old stream calls are refused with the error of the call that they would repeat: a
 * file whose sending failed must not be sent once more behind our back. `streaming` is given each event stream.
 */
export function withDeadlines<Client extends object>(
  client: Client,
  { ms, streaming }: { ms: number; streaming(stream: Cancellable): void },
): Client {
  const failures = new Map<string, unknown>()
  return new Proxy(client, {
    get(target, key, receiver) {
      const member: unknown = Reflect.get(target, key, receiver)
      if (typeof member !== 'function' || typeof key !== 'string' || key === 'constructor') return member
      if (REPEATS.test(key)) return () => raise(failures, key.replace('Stream', ''))
      return (...args: unknown[]) => {
        const [request, callback] = args
        if (key === 'event') {
          const stream: Cancellable = member.apply(target, args)
          streaming(stream)
          return stream
        }
        if (args.length !== 2 || typeof callback !== 'function') return member.apply(target, args)
        const call = (...both: Parameters<Unary>) => (member as Unary).apply(target, both)
        return within(
          key === 'start' ? Math.max(ms, START_MS) : ms,
          key,
          (settle) => call(request, settle),
          (error, response) => {
            if (error) failures.set(key, error)
            callback(error, key === 'messageLocation' ? unwrapped(response) : response)
          },
        )
      }
    },
  })
}

/** A gateway may take its time to start: it gives itself 15 s. */
const START_MS = 20_000
const REPEATS = /^message(?:SendFile|File|Image)Stream$/

function within(ms: number, method: string, start: (settle: Callback) => Cancellable, done: Callback): Cancellable {
  let over = false
  const settle: Callback = (error, response) => {
    if (over) return
    over = true
    clearTimeout(timer)
    done(error, response)
  }
  const timer = setTimeout(() => {
    settle(new DeadlineError(method, ms))
    call.cancel()
  }, ms)
  let call: Cancellable = { cancel() {} }
  try {
    call = start(settle)
  } catch (error) {
    settle(error)
  }
  return call
}

function raise(failures: Map<string, unknown>, method: string): never {
  const error = failures.get(method)
  failures.delete(method)
  throw error ?? new Error('the file did not reach the gateway')
}

/** wechaty-puppet-service 1.19.9 copies the fields of the protobuf object where it means its contents. */
function unwrapped(response: unknown): unknown {
  const location = (response as { getLocation?(): { toObject(): unknown } | undefined } | undefined)?.getLocation?.()
  return location ? { getLocation: () => location.toObject() } : response
}
