import { type Limit, titleOf } from '../standards/limits.ts'
import { unitShown } from '../standards/units.ts'
import { clip } from './case-lines.ts'
import { className, measuredName, periodName } from './judgement.ts'
import { lines, type Sentence } from './sentence.ts'

const MOST_LINES = 12

/** 标准: the limits asked for with their version and note: two lines in a room, a short list in private. */
export function limitsAnswer(limits: readonly Limit[], inRoom: boolean): Sentence {
  const groups = [...Map.groupBy(limits, (limit) => `${limit.item} ${limit.period} ${limit.standard}`).values()]
  const rows = groups.map(groupRow)
  const note = noteOf(limits)
  const version = versionOf(limits)
  if (!inRoom && rows.length > 1)
    return lines(...rows.slice(0, MOST_LINES), `${version}${note ? `。${clip(note, 60)}` : ''}`)
  const more = rows.length > 3 ? `;另有${rows.length - 3}条,私聊我查` : ''
  return lines(`${rows.slice(0, 3).join(';')}${more}`, `${version}${note ? `。${clip(note, 60)}` : ''}`)
}

/** 标准 待核: what the station must verify before it may judge, by standard. */
export function unverifiedAnswer(limits: readonly Limit[], inRoom: boolean): Sentence {
  const byStandard = [...Map.groupBy(limits, ({ standard }) => standard)]
  const head = `待监测站核对原文的限值${limits.length}条,核对前只判「待核」:`
  if (inRoom)
    return lines(
      head,
      `${byStandard.map(([standard, own]) => `${standard} ${own.length}条`).join('、')}。明细私聊我回「标准 待核」。`,
    )
  return lines(head, ...byStandard.map(([standard, own]) => `${standard} ${own.length}条:${clip(itemsSaid(own), 90)}`))
}

function itemsSaid(limits: readonly Limit[]): string {
  const byItem = [...Map.groupBy(limits, ({ item }) => item)]
  return byItem
    .map(([item, own]) => `${measuredName(item)}${[...new Set(own.map(({ limit }) => limit))].join('/')}`)
    .join('、')
}

function groupRow(group: readonly Limit[]): string {
  const [first] = group
  if (!first) return ''
  const values = [...Map.groupBy(group, placed)].map(([where, own]) => `${where}${where && ' '}${bounds(own)}`)
  const doubt = first.confidence === 'high' ? '' : ',待核'
  const head = [measuredName(first.item), periodName(first.period ?? undefined)].filter(Boolean).join(' ')
  return `${head}:${values.join('、')} ${unitShown(first.unit)}`.trimEnd().concat(`(${first.standard}${doubt})`)
}

function placed({ class: own, room, freqHz }: Limit): string {
  return [className(own === '-' ? undefined : own), room && `${room}类房间`, freqHz !== undefined && `${freqHz}Hz`]
    .filter(Boolean)
    .join(' ')
}

function bounds(own: readonly Limit[]): string {
  if (own.length > 1) return own.map(({ limit }) => limit).join('~')
  return own.map(({ limit, op }) => `${op === '>=' ? '≥' : ''}${limit}`).join('')
}

/** 「GB 22337-2008《社会生活环境噪声排放标准》2008-10-01起施行」; titles only while there is one standard. */
function versionOf(limits: readonly Limit[]): string {
  const standards = [...new Map(limits.toReversed().map((limit) => [limit.standard, limit])).values()]
  const [first] = standards
  if (first && standards.length === 1)
    return `${first.standard}《${titleOf(first.standard) ?? ''}》${inForceSaid(first)}`
  if (first && standards.every(({ validFrom }) => validFrom === first.validFrom)) return `均${inForceSaid(first)}`
  return standards
    .slice(0, 3)
    .map((limit) => `${limit.standard} ${inForceSaid(limit)}`)
    .join(',')
}

const inForceSaid = ({ validFrom, validTo }: Limit): string =>
  `${validFrom}起${validTo === null ? '' : `至${validTo}`}施行`

// How a figure came into the data is no business of the group's.
const PROVENANCE = /原文|扫描|GitHub|网上|凭记忆|PDF/iu

function noteOf(limits: readonly Limit[]): string {
  const note = limits.find((limit) => limit.note)?.note ?? ''
  return note
    .split(/[;；(（)）]\s*/)
    .filter((part) => part.trim() && !PROVENANCE.test(part))
    .join(';')
    .replace(/\.\s*$/, '')
    .trim()
}
