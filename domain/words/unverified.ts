import { type Confidence, type Limit, titleOf } from '../standards/limits.ts'
import { unitShown } from '../standards/units.ts'
import { className, measuredName, periodName } from './judgement.ts'

const SURE: Record<Confidence, string> = { high: '高', 'medium-high': '中高', medium: '中', low: '低' }
const SOURCE: Record<Limit['source'], string> = { primary: '原文', secondary: '转述', memory: '凭记忆' }

/**
 * What the station must verify before it may judge, for a sheet or the screen: a heading a standard, a row a limit: item,
 * class, period, figure, in force since, confidence, source, note; then what is not a limit but no surer.
 */
export function unverifiedRows(limits: readonly Limit[]): string[] {
  const byStandard = [...Map.groupBy(limits, ({ standard }) => standard)]
  return [
    `待监测站核对原文的限值${limits.length}条,核对前只判「待核」。核对后改 domain/data/standards.json 的 limit、source、confidence。`,
    ...byStandard.flatMap(([standard, own]) => [
      '',
      `${standard}《${titleOf(standard) ?? ''}》${own.length}条`,
      ...own.map(rowOf),
    ]),
    '',
    '另:噪声修正后修约到个位(HJ 706-2014)、地表水日常评价21项,出处也未经原文核对。',
  ]
}

function rowOf({ item, class: of, period, op, limit, unit, validFrom, confidence, source, note = '' }: Limit): string {
  const figure = `${op === '>=' ? '≥' : '≤'}${limit} ${unitShown(unit)}`.trimEnd()
  const what = [measuredName(item), of === '-' ? '' : className(of), periodName(period ?? undefined)].filter(Boolean)
  return [what.join(' '), figure, `${validFrom}起`, `把握${SURE[confidence]}`, SOURCE[source], note]
    .join('\t')
    .trimEnd()
}
