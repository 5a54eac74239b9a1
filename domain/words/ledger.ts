import { type Basis, bases, type Case } from '../cases/case.ts'
import type { LedgerWish } from '../figures/ledger.ts'
import { basesInOrder } from '../figures/period.ts'
import { type LedgerField, ledgerFieldName } from '../reading/ledger-fields.ts'
import { columnWords, type LedgerHead, type LedgerTemplate } from '../reading/ledger-sheet.ts'
import { dayClock } from '../time/saying.ts'
import { wallOf } from '../time/wall.ts'
import { clip } from './case-lines.ts'
import { type LedgerCase, ledgerCell, marksOf } from './ledger-cells.ts'
import type { Lookup } from './lookup.ts'
import { lines, type Sentence } from './sentence.ts'
import { daysOf, spanName } from './spans.ts'
import { MESSAGE_BYTES } from './speech.ts'

/** A ledger as a sheet: what stands above the header, the header, one row a case, what stands below. */
export interface LedgerSheet {
  name: string
  title: string[]
  header: string[][]
  rows: string[][]
  foot: string[]
}

/** Where nobody has taught the bureau's own. */
export const defaultLedger: LedgerTemplate = {
  sheet: '台账',
  title: ['接诉即办台账'],
  ...columnsOf(
    `row no externalNo receivedAt channel basis grade street community address subject content category industry state
    firstReceiver unit owner claimedAt contactedAt arrivedAt testedAt tested standard verdict handledAt handling
    revisitedAt revisit result repliedAt closedAt deadline inTime cityAt cityContacted citySolved citySatisfied supervised
    requests remark`.split(/\s+/) as LedgerField[],
  ),
}

const MARKS = '备注(小管家)'

/** Our own header with the two columns that are filled only for those who asked and confirmed. */
export function withPrivateColumns(template: LedgerTemplate): LedgerTemplate {
  const own = columnsOf(['name', 'phone'])
  return {
    ...template,
    header: template.header.map((cells, i) => [...cells, ...(own.header[i] ?? [])]),
    fields: [...template.fields, ...own.fields],
  }
}

/** One row of a ledger. */
export interface LedgerRow {
  c: Case
  cells: string[]
}

/** A case under the columns of a template. */
export function ledgerRow(one: LedgerCase, { fields }: LedgerTemplate, look: Lookup): LedgerRow {
  return { c: one.c, cells: fields.map((field) => (field === null ? '' : ledgerCell(field, one, look))) }
}

/** 台账: the bureau's header with one row a case, in order, and under it 口径, 截至 and 已对账至. */
export function ledgerSheet(
  rows: readonly LedgerRow[],
  template: LedgerTemplate,
  how: { wish: LedgerWish; now: number; reconciled: string },
): LedgerSheet {
  // What must be seen is seen also where the bureau has no column for it.
  const marked = !template.fields.includes('remark') && rows.some(({ c }) => marksOf(c).length > 0)
  return {
    name: template.sheet,
    title: template.title.map((line, i) => ofSpan(line, how, i === 0)),
    header: template.header.map((cells, i) => [...cells, ...(marked ? [i === 0 ? MARKS : ''] : [])]),
    rows: rows.map(({ c, cells }) => [...cells, ...(marked ? [marksOf(c).join('、')] : [])]),
    foot: [footOf(rows, how)],
  }
}

/** 「台账 12月期.xlsx」. */
export function ledgerFileName(wish: LedgerWish): string {
  return `${['台账', wish.street ?? wish.unit, spanName(wish)].filter(Boolean).join(' ')}.xlsx`
}

export function noCases(wish: LedgerWish): Sentence {
  return [
    `${spanName(wish)}${wish.street ?? wish.unit ?? ''}没有登记的件。换一期:「台账 上期」「台账 11月」「台账 11月16日至11月22日」。`,
  ]
}

export function tooManyCases(wish: LedgerWish, count: number, most: number): Sentence {
  return [`${spanName(wish)}有${count}件,一份最多${most}件。请分期出:「台账 11月」,或按街镇:「台账 11月 方庄」。`]
}

/** Asked before names and phones go into a workbook, covered. */
export function ledgerWithNames(wish: LedgerWish, count: number): string {
  return `出${spanName(wish)}台账${count}件,含诉求人(打码:王*、138****1234),逐件留痕,保密件不含`
}

export function noPrivateColumns(): Sentence {
  return ['你们的台账没有诉求人、电话这两列,没有可填的。不含诉求人的回「台账 本期」。']
}

/** What 台账模板 asks for, and what is known already. */
export function sendLedger(known: { name: string; at: number; by: string } | undefined, now: number): Sentence {
  const before = known ? `现在用的是「${known.name}」(${dayClock(known.at, now)} ${known.by}教的)。` : ''
  return [`好,10分钟内把你们的台账(.xlsx 或 .csv,带表头)发给我,我只学表头,里面的内容不留。${before}`]
}

/** What was learned of a ledger: one short list, and what nobody knew, asked once. */
export function ledgerLearned(file: string, { template, row, twice, others }: LedgerHead): Sentence {
  const all = template.fields.map((field, i) => ({ field, i, words: columnWords(template, i) }))
  const known = all.flatMap(({ field, words }) => (field === null ? [] : [knownAs(words, field)]))
  const unknown = all.filter(({ field, words }) => field === null && words !== '')
  const spare = others.length ? `另有${others.length}张表没用。` : ''
  return lines(
    `学会了「${file}」第${row}行的表头:${all.length}列,认出${known.length}列。${spare}`,
    cut(known.join('、')),
    unknown.length
      ? `没认出${unknown.length}列:${cut(unknown.map(({ words, i }) => `${i + 1} ${words}${twice.includes(i) ? '(重复)' : ''}`).join('、'))}`
      : '',
    unknown.length ? `要填哪列,回「台账模板 第${(unknown[0]?.i ?? 0) + 1}列 承办人」;不说就留空。` : '',
    privateColumns(template),
    '现在回「台账 本期」就按它填。',
  )
}

/** A column was given a field, or none. */
export function columnTaught(template: LedgerTemplate, taught: readonly number[]): Sentence {
  const each = taught.map((i) => {
    const field = template.fields[i]
    return `第${i + 1}列「${columnWords(template, i)}」${field ? `填${ledgerFieldName(field)}` : '留空'}`
  })
  const open = template.fields.filter((field, i) => field === null && columnWords(template, i) !== '').length
  return [`好,${each.join(';')}。${open ? `还有${open}列留空。` : ''}回「台账 本期」看看。`]
}

export function ledgerForgotten(had: boolean): Sentence {
  return [had ? '好,以后「台账」用我自己的表头。要换回来,回「台账模板」再发一次。' : '现在用的就是我自己的表头。']
}

export function noLedgerHead(file: string): Sentence {
  return [
    `「${file}」没找到表头:前10行里要有一行,至少3列是我认得的,如 工单编号、街镇、反映内容、承办单位(最多100列)。改好后先回「台账模板」再发。`,
  ]
}

/** 台账模板 said with something nobody understands. */
export function howToTeach(said: string, fields: readonly string[]): Sentence {
  return [
    `「${clip(said, 20)}」没看懂。教一列回「台账模板 第5列 承办人」,不要我填回「台账模板 第5列 空」。能填:${fields.join('、')}。`,
  ]
}

export function noTemplateYet(): Sentence {
  return ['还没有学过你们的台账:先回「台账模板」,再把表发给我。']
}

function footOf(cases: readonly LedgerRow[], how: { wish: LedgerWish; now: number; reconciled: string }): string {
  const { now } = how
  const counted = (basis: Basis) => cases.filter(({ c }) => c.basis === basis).length
  const apart = APART.flatMap(([name, fits]) => {
    const n = cases.filter(({ c }) => fits(c)).length
    return n ? [`${name}${n}`] : []
  })
  return [
    `口径:全口径,${basesInOrder.map((basis) => `${bases[basis]}${counted(basis)}`).join('、')}${apart.length ? `(其中${apart.join('、')})` : ''}`,
    `${spanName(how.wish)}登记${cases.length}件`,
    `截至${wallOf(now).date} ${wallOf(now).time}`,
    how.reconciled || '未对账',
    '以平台/监测报告为准',
  ].join('｜')
}

const APART: readonly (readonly [string, (c: Case) => boolean])[] = [
  ['退单', (c) => c.state === 'returned'],
  ['并案', (c) => c.mergedInto !== undefined],
  ['剔除', (c) => c.excluded === true],
  ['作废', (c) => c.state === 'void'],
]

// Months and spans in the bureau's title are those of the sample: what is asked for takes their place; a single day
// (填报日期) is today's.
function ofSpan(line: string, { wish, now }: { wish: LedgerWish; now: number }, first: boolean): string {
  const month = wish.period ?? wallOf(wish.to - 1).date.slice(0, 7)
  const inYear = (hadYear: string | undefined, date: string, words: string) =>
    `${hadYear ? `${date.slice(0, 4)}年` : ''}${words}`
  const said = line.replace(STALE, (_, hadYear, day, until) => {
    if (day !== undefined && until === undefined) return inYear(hadYear, wallOf(now).date, dayWords(wallOf(now).date))
    return inYear(hadYear, month, wish.period === undefined ? daysOf(wish) : `${Number(month.slice(5))}月`)
  })
  return said !== line || !first ? said : `${line} ${spanName(wish)}`
}

const STALE =
  /(20\d\d年)?\d{1,2}月(?:份|期|(\d{1,2}[日号]))?(\s*(?:至|到|-|—|~)\s*(?:20\d\d年)?(?:\d{1,2}月)?\d{1,2}[日号])?/gu

function dayWords(date: string): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`
}

function privateColumns({ fields }: LedgerTemplate): string {
  const asked = fields.filter((field) => field === 'name' || field === 'phone')
  return asked.length
    ? `${asked.map((field) => ledgerFieldName(field as LedgerField)).join('、')}平时不填;要打码的回「台账 本期 含诉求人」。`
    : ''
}

function knownAs(words: string, field: LedgerField): string {
  const name = ledgerFieldName(field)
  return words === name ? words : `${words}(${name})`
}

function cut(words: string): string {
  return clip(words, Math.floor((MESSAGE_BYTES - 700) / 2 / 3))
}

function columnsOf(fields: LedgerField[]): Pick<LedgerTemplate, 'header' | 'fields'> {
  return { header: [fields.map(ledgerFieldName)], fields }
}
