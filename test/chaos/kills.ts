/** Where a program may be told to die: after … */
export type Point =
  /** the row of the inbox, inside its transaction */
  | 'kept'
  /** the commit of a message, its effects and its answer */
  | 'committed'
  /** the job of an answer stands in Redis */
  | 'enqueued'
  /** the commit of «being spoken» */
  | 'claimed'
  /** the last commit before the words go out */
  | 'speaking'
  /** the commit of «spoken» */
  | 'marked'

/** What a program is told by whoever will kill it. `times`: how often the point is passed until then. */
export interface Order {
  point: Point
  times: number
  /** die: of its own hand, at once · tell: says so and goes on. */
  how: 'die' | 'tell'
}
