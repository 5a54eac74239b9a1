import { bases, type Case } from '../cases/case.ts'
import { channelNames } from '../cases/channel.ts'
import type { Logged } from '../cases/events.ts'
import type { LedgerField } from '../reading/ledger-fields.ts'
import { type Period, spanOfPeriod } from '../time/period.ts'
import { wallOf } from '../time/wall.ts'
import { headline } from './case-lines.ts'
import { counted, type FileKind } from './files.ts'
import { ledgerCell } from './ledger-cells.ts'
import type { Lookup } from './lookup.ts'
import { spanName } from './spans.ts'
import { steps } from './timeline.ts'

/** One event in the chain: its number in the whole log, its place in its case, its hash. */
export interface ChainLink {
  seq: number
  id: number
  hash: string
}

export interface KeptFile {
  id: number
  kind: FileKind
  hash: string | null
  size: number | null
  sentAt: number
}

/** Everything an archive tells of a case. */
export interface ArchiveCase {
  c: Case
  log: readonly Logged[]
  links: readonly ChainLink[]
  files: readonly KeptFile[]
}

/** A volume of the archive, ready to be set: strings only. */
export interface ArchiveVolume {
  title: string
  /** What it is, what is counted how, how it proves itself. */
  about: string[]
  index: { header: string[]; rows: string[][] }
  cases: { head: string; facts: string[]; steps: { at: string; words: string; hash: string }[]; end: string[] }[]
}

/** Which volume of how many. */
export interface Volume {
  nth: number
  of: number
}

/** So many cases stand in one PDF: it opens on a phone, and is made in seconds. */
export const CASES_IN_VOLUME = 300

/** What a volume tells of one case: its line of the index, and its page. */
export interface VolumePart {
  row: string[]
  text: ArchiveVolume['cases'][number]
  files: number
}

/** One case in words, whole and without anything of its complainant. */
export function volumePart(one: ArchiveCase, look: Lookup): VolumePart {
  const whole = { ...look, whole: true as const }
  return { row: indexRow(one, whole), text: caseText(one, whole), files: one.files.length }
}

/** 归档包, one volume: index, and of each case what was complained of, every step with its hash, and what was kept. */
export function archiveVolume(parts: readonly VolumePart[], about: About): ArchiveVolume {
  const span = spanName({ ...spanOfPeriod(about.period), period: about.period })
  const { nth, of } = about.volume
  return {
    title: `归档包 ${about.period.slice(0, 4)}年${span}${of > 1 ? ` 第${nth}册/共${of}册` : ''}`,
    about: aboutLines(parts.length, filesIn(parts), about),
    index: {
      header: ['编号', '工单编号', '状态', '街镇', '类别', '承办单位', '办结时间', '步', '末步哈希'],
      rows: parts.map(({ row }) => row),
    },
    cases: parts.map(({ text }) => text),
  }
}

/** What a volume is of. */
export interface About {
  period: Period
  volume: Volume
  /** Of the whole archive. */
  total: number
  head: { events: number; hash: string } | undefined
  reconciled: string
  look: Lookup
}

/** What the index tells of one case: its row, every event with its hash, every kept file. */
export interface IndexPart {
  row: string[]
  events: string[][]
  kept: string[][]
  files: number
}

/** One case of the index; `nth` counts from 1. */
export function indexPart(one: ArchiveCase, nth: number, look: Lookup): IndexPart {
  const { c, log, links, files } = one
  const whole = { ...look, whole: true as const }
  const told = new Map(steps(log, whole).map(({ last, words }) => [last.seq, words]))
  return {
    row: INDEX.map(([, what]) =>
      typeof what === 'string' ? ledgerCell(what, { ...one, row: nth }, whole) : what(one),
    ),
    events: links.map(({ seq, id, hash }, i) => [
      `#${c.no}`,
      String(seq),
      String(id),
      time(log[i]?.at),
      told.get(seq) ?? '',
      hash,
    ]),
    kept: files.map((file, i) => [
      `#${c.no}`,
      `${c.no}-${i + 1}`,
      kindOf(file),
      String(file.size ?? ''),
      time(file.sentAt),
      file.hash ?? '',
    ]),
    files: files.length,
  }
}

/** The index of a whole archive as sheets of a workbook: cases, every event with its hash, kept files. */
export function archiveSheets(parts: readonly IndexPart[], about: About): { name: string; rows: string[][] }[] {
  return [
    { name: '目录', rows: [INDEX.map(([name]) => name), ...parts.map(({ row }) => row)] },
    {
      name: '事件链',
      rows: [['编号', '步', '总序', '时间', '事项', 'SHA-256'], ...parts.flatMap(({ events }) => events)],
    },
    {
      name: '文件',
      rows: [['编号', '文件', '类型', '大小(字节)', '收到时间', 'SHA-256'], ...parts.flatMap(({ kept }) => kept)],
    },
    { name: '说明', rows: aboutLines(parts.length, filesIn(parts), about).map((line) => [line]) },
  ]
}

function aboutLines(cases: number, files: number, { head, look, period, total, volume, reconciled }: About): string[] {
  const { date, time: clock } = wallOf(look.now)
  return [
    `${period.slice(0, 4)}年${spanName({ ...spanOfPeriod(period), period })}内办结、退单、作废或市回访的案件,共${total}件${volume.of > 1 ? `,本册${cases}件` : ''};照片和文件${files}份。`,
    `口径:全口径,本局承办与行业件分别标明｜截至${date} ${clock}｜${reconciled || '未对账'}`,
    '不含诉求人姓名、电话、住址;原话中的个人信息已打码。以平台/监测报告为准。',
    head
      ? `事件链:生成时共${head.events}个事件,链尾 SHA-256 为 ${head.hash}。每个事件的哈希包含前一个事件的哈希,改动、删去任何一步,之后的哈希全部不同;每件列出各步哈希的前12位,全文见索引表。「npm run verify」逐个重算,并核对归档时记下的链尾。`
      : '事件链为空。',
  ]
}

const INDEX: readonly (readonly [string, LedgerField | ((one: ArchiveCase) => string)])[] = [
  ['序号', 'row'],
  ['编号', 'no'],
  ['工单编号', 'externalNo'],
  ['受理时间', 'receivedAt'],
  ['来源', 'channel'],
  ['口径', 'basis'],
  ['办理状态', 'state'],
  ['街镇', 'street'],
  ['社区', 'community'],
  ['类别', 'category'],
  ['行业', 'industry'],
  ['承办单位', 'unit'],
  ['承办人', 'owner'],
  ['截止时间', 'deadline'],
  ['是否按时', 'inTime'],
  ['办结时间', 'closedAt'],
  ['办结结果', 'result'],
  ['市回访', 'city'],
  ['备注', 'remark'],
  ['步数', ({ log }) => String(log.length)],
  ['照片文件', ({ files }) => String(files.length)],
  ['末步SHA-256', ({ links }) => links.at(-1)?.hash ?? ''],
]

function indexRow(one: ArchiveCase, look: Lookup): string[] {
  const cell = (field: LedgerField) => ledgerCell(field, { ...one, row: 0 }, look)
  const last = one.links.at(-1)?.hash.slice(0, 12) ?? ''
  return [
    `#${one.c.no}`,
    cell('externalNo'),
    cell('state'),
    cell('street'),
    cell('category'),
    cell('unit'),
    cell('closedAt').slice(0, 10),
    String(one.log.length),
    last,
  ]
}

function caseText(one: ArchiveCase, look: Lookup): ArchiveVolume['cases'][number] {
  const { c, log, links, files } = one
  const cell = (field: LedgerField) => ledgerCell(field, { ...one, row: 0 }, look)
  const fact = (name: string, value: string) => (value ? [`${name}:${value}`] : [])
  const hashes = new Map(links.map(({ seq, hash }) => [seq, hash]))
  return {
    head: headline(c, look),
    facts: [
      [
        ...fact('工单编号', cell('externalNo')),
        ...fact('来源', channelNames[c.channel]),
        ...fact('口径', bases[c.basis]),
        ...fact('受理', cell('receivedAt')),
        ...fact('时限', cell('deadline')),
        ...fact('是否按时', cell('inTime')),
      ].join('  '),
      [
        ...fact('首接', cell('firstReceiver')),
        ...fact('承办', [cell('unit'), cell('owner')].filter(Boolean).join(' ')),
        ...fact('结果', cell('result')),
        ...fact('局内回访', cell('revisit')),
        ...fact('市回访', cell('city')),
        ...fact('备注', cell('remark')),
      ].join('  '),
      ...fact('反映内容', cell('content')),
      ...fact('检测标准', cell('standard')),
    ].filter(Boolean),
    steps: steps(log, look).map(({ last, words }) => ({
      at: time(last.at),
      words,
      hash: (hashes.get(last.seq) ?? '').slice(0, 12),
    })),
    end: [
      ...files.map(
        (file, i) => `文件 ${c.no}-${i + 1}(${kindOf(file)},${file.size ?? 0}字节) SHA-256 ${file.hash ?? ''}`,
      ),
      `末步 SHA-256 ${links.at(-1)?.hash ?? ''}`,
    ],
  }
}

function kindOf({ kind }: KeptFile): string {
  return counted([kind]).replace(/^\d+[张个]/, '')
}

function filesIn(parts: readonly { files: number }[]): number {
  return parts.reduce((sum, { files }) => sum + files, 0)
}

function time(at: number | undefined): string {
  if (at === undefined) return ''
  const { date, time } = wallOf(at)
  return `${date} ${time}`
}
