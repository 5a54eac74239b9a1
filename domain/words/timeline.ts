import { channelNames } from '../cases/channel.ts'
import type { CaseEvent, EventKind, Logged } from '../cases/events.ts'
import { monthDayClock } from '../time/saying.ts'
import { clip } from './case-lines.ts'
import type { Lookup } from './lookup.ts'
import { lines, type Sentence } from './sentence.ts'

type Told = { [K in EventKind]: (event: Extract<CaseEvent, { kind: K }>, look: Lookup) => string }

/** What each fact is called in 过程. A fact without a sentence does not compile. */
const told = {
  registered: (e) => `登记(${channelNames[e.channel]}${e.externalNo === undefined ? '' : ` ${e.externalNo}`})`,
  claimed: (e, look) => `领哨:${e.owner.unit} ${look.name(e.owner.person)}`,
  placeCorrected: (e, look) => `更正地址:${clip(look.text(e.place), 30)}`,
  contentCorrected: (e, look) => `更正内容:${clip(look.text(e.content), 30)}`,
} satisfies Told

/** The log of a case read aloud, the newest that fit last. */
export function timeline(log: readonly Logged[], look: Lookup): Sentence {
  const rows = log.map(({ at, by, event }) => {
    const tell = told[event.kind] as (event: CaseEvent, look: Lookup) => string
    const what = tell(event, look)
    const who = by === undefined || what.includes(look.name(by)) ? '' : `(${look.name(by)})`
    return `${monthDayClock(at)} ${what}${who}`
  })
  const no = log[0]?.no
  const shown = rows.slice(-12)
  return lines(`#${no} 过程${rows.length > shown.length ? `(最近${shown.length}步)` : ''}:`, ...shown)
}
