import type { Log } from '../../bot/line/line.ts'

/** A log that remembers. */
export interface HeardLog extends Log {
  lines: { level: string; facts: Record<string, unknown>; message: string }[]
  /** Everything that was written, as it would stand in a file. */
  text(): string
}

export function heardLog(): HeardLog {
  const lines: HeardLog['lines'] = []
  const level = (name: string) => (facts: object, message: string) =>
    void lines.push({ level: name, facts: facts as Record<string, unknown>, message })
  return {
    lines,
    debug: level('debug'),
    info: level('info'),
    warn: level('warn'),
    error: level('error'),
    text: () => lines.map((line) => JSON.stringify(line)).join('\n'),
  }
}
