import { DeadlineError } from './deadlines.ts'

/**
 * down: nothing was sent, there is no connection or nobody is logged in · refused: the gateway answered no, nothing
 * was spoken (not a friend, not in the room) · deadline: no answer came, it may have been spoken.
 */
export type FailureKind = 'deadline' | 'refused' | 'down'

/** Why something was not, or perhaps not, spoken. */
export class SpeakFailure extends Error {
  readonly kind: FailureKind

  constructor(kind: FailureKind, message: string) {
    super(message)
    this.name = 'SpeakFailure'
    this.kind = kind
  }
}

/** Reads an error of the gRPC client. */
export function speakFailure(error: unknown): SpeakFailure {
  if (error instanceof SpeakFailure) return error
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof DeadlineError) return new SpeakFailure('deadline', message)
  if (/No connection established|ECONNREFUSED|NO CLIENT|no grpc manager|shut down|did not reach/.test(message)) {
    return new SpeakFailure('down', message)
  }
  return new SpeakFailure(isPassing(error) ? 'deadline' : 'refused', message)
}

/** The connection is at fault and not what was asked: asking again may help. */
export function isPassing(error: unknown): boolean {
  if (error instanceof DeadlineError) return true
  const message = error instanceof Error ? error.message : String(error)
  if (/NO CLIENT|no grpc manager|shut down|RST_STREAM/.test(message)) return true
  const code = (error as { code?: unknown } | undefined)?.code
  return code === CANCELLED || code === DEADLINE_EXCEEDED || code === UNAVAILABLE
}

const CANCELLED = 1
const DEADLINE_EXCEEDED = 4
const UNAVAILABLE = 14
