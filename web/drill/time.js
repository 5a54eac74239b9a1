// The clock on the wall in Beijing, wherever the browser stands: UTC+8, no summer time.
const EAST = 8 * 3_600_000
const DAY = 24 * 3_600_000
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

const wall = (at) => new Date(at + EAST)
const two = (n) => String(n).padStart(2, '0')
const dayOf = (at) => Math.floor((at + EAST) / DAY)

/** '09:30' */
export const clock = (at) => `${two(wall(at).getUTCHours())}:${two(wall(at).getUTCMinutes())}`

/** '11月23日 周一' */
export const day = (at) => `${wall(at).getUTCMonth() + 1}月${wall(at).getUTCDate()}日 ${weekday(at)}`

const weekday = (at) => weekdays[wall(at).getUTCDay()]

/** What stands above a message: the hour today, else with the day. */
export const stamp = (at, now) => (dayOf(at) === dayOf(now) ? clock(at) : `${day(at)} ${clock(at)}`)

/** Short, for the list of conversations. */
export const short = (at, now) => (dayOf(at) === dayOf(now) ? clock(at) : day(at).split(' ')[0])

/** '明早', '今早', '周一早' */
export function morning(at, now) {
  const ahead = dayOf(at) - dayOf(now)
  return ahead === 0 ? '今早' : ahead === 1 ? '明早' : `${weekday(at)}早`
}

/** The value of a datetime-local field, and back. */
export const field = (at) => wall(at).toISOString().slice(0, 16)
export const fromField = (value) => Date.parse(`${value}:00Z`) - EAST
