import type { Case } from '../cases/case.ts'
import type { SheetFault } from '../reading/sheet-fault.ts'
import { clip, headline } from './case-lines.ts'
import type { Lookup } from './lookup.ts'
import { lines, type Sentence } from './sentence.ts'
import { MESSAGE_BYTES } from './speech.ts'

/** The workbook a roster is filled into. */
export const rosterTemplate = {
  name: '领哨名单模板.xlsx',
  guide: {
    name: '说明',
    rows: [
      ['填好「人员」「单位」「值班」三张表,私聊发回给我即可,列的顺序随意。'],
      ['角色:网格员、街镇管家、队员、监测员、负责人、专班、分管领导、一把手、管理员。'],
      ['队员、监测员、负责人要写单位;网格员、街镇管家要写街镇。'],
      ['群昵称写本人在群里的名字,便于自动认人;不写也可以。'],
      ['值班的时间写:今天、明天、本周、下周,或 2026-11-28。'],
      ['同一份名单发两次不会重复。'],
    ],
  },
  sheets: [
    {
      name: '人员',
      header: ['姓名', '单位', '角色', '街镇', '群昵称'],
    },
    { name: '单位', header: ['单位', '类型', '负责人', '片区', '归口'] },
    { name: '值班', header: ['单位', '姓名', '日期'] },
  ],
} as const

/** What came of a roster: 「导入人员198、单位12、片区26;3行没读懂:第7行 角色“队圆”…」. */
export function rosterTaken(
  taken: { people: number; units: number; areas: number; fresh: number },
  faults: readonly string[],
  unknown: readonly string[],
): Sentence {
  const again = taken.fresh === 0 ? '(都已有,没有变化)' : ''
  return fitted(
    `导入人员${taken.people}、单位${taken.units}、片区${taken.areas}${again}${faults.length ? `;${faults.length}行没读懂:` : '。'}`,
    faults,
    lines(
      unknown.length ? `不认识的列(没用上):${unknown.slice(0, 8).join('、')}` : '',
      '下一步:「绑定全部」;负责人、专班、领导的口令回「发口令」。',
    ),
  )
}

/** What came of a spreadsheet of orders. */
export function ordersTaken(
  taken: { fresh: readonly Case[]; known: number; rooms: number; silent: boolean },
  faults: readonly string[],
  unknown: readonly string[],
): Sentence {
  const { fresh, known, rooms, silent } = taken
  const first = fresh[0]?.no
  const last = fresh.at(-1)?.no
  const range = first === undefined ? '' : first === last ? `(#${first})` : `(#${first}–#${last})`
  const where = silent ? ',没有发卡片' : rooms ? `,已发到${rooms}个群` : ''
  const missing = fresh.filter((c) => c.missing.length).map(({ no }) => `#${no}`)
  return fitted(
    `登记${fresh.length}件${range}${fresh.length ? where : ''}${known ? `;${known}行以前登记过` : ''}${faults.length ? `;${faults.length}行没登记:` : '。'}`,
    faults,
    lines(
      missing.length ? `待补地址或问题:${missing.slice(0, 15).join('、')}${missing.length > 15 ? '…' : ''}` : '',
      unknown.length ? `不认识的列(没用上):${unknown.slice(0, 8).join('、')}` : '',
    ),
  )
}

/** Why a row was not taken: 「第7行 角色“队圆”没有,是不是“队员”」. */
export function faultOfRow({ sheet, row, why, said, nearest }: SheetFault, several: boolean): string {
  const hint = nearest === undefined ? '' : `,是不是“${nearest}”`
  const words = said.length > 12 ? `${said.slice(0, 12)}…` : said
  const reasons: Record<SheetFault['why'], string> = {
    'no-name': '没有姓名',
    'not-a-name': `姓名“${words}”不像姓名`,
    'no-role': `${words}没写角色`,
    'unknown-role': `角色“${words}”没有${hint}`,
    'needs-unit': `${words}要写单位`,
    'needs-street': `${words}要写街镇`,
    'unknown-street': `街镇“${words}”没有${hint}`,
    'unknown-unit': `单位“${words}”不在单位表里${hint}`,
    'no-unit': '没有单位',
    'unknown-matter': `归口“${words}”没有这个类别`,
    'unknown-day': words ? `日期“${words}”没看懂` : '没写日期',
    'unknown-person': `${words}不在名单里`,
    twice: `${words}重复`,
    'empty-order': '没有地址也没有问题',
    'rounded-number': `工单编号“${words}”被表格改成了科学计数,请设为文本再发`,
    'no-order': '没有工单编号',
    'unread-revisit': `回访结果“${words}”没看懂`,
    broken: '出错,已记录',
  }
  return `${several && sheet ? `「${sheet}」` : ''}第${row}行 ${reasons[why]}`
}

/** The cases of a spreadsheet in their street's room: one list. In: at most what one message holds is named. */
export function importedList(cases: readonly Case[], look: Lookup, calls: Sentence): Sentence {
  const rows: string[] = []
  let bytes = 0
  for (const c of cases) {
    const row = headline(c, look)
    bytes += Buffer.byteLength(row) + 1
    if (bytes > LIST_BYTES) break
    rows.push(row)
  }
  const more = cases.length - rows.length
  return lines(`新登记${cases.length}件:`, ...rows, more > 0 ? `另有${more}件,回「待领」看。` : '', [
    ...calls,
    '领件回「领哨 编号」,可以一次写几个。',
  ])
}

export function sheetUnreadable(name: string, why: 'old' | 'broken' | 'large'): Sentence {
  const reasons = {
    old: '是旧格式或加了密,请另存为 .xlsx 或 .csv 再发。',
    broken: '打不开,请另存为 .xlsx 或 .csv 再发。',
    large: '太大了,请分成每份5000行以内再发。',
  }
  return [`「${name}」${reasons[why]}`]
}

/** Nothing of it was taken. `as`: what its sender had said of it. */
export function sheetUnknown(
  headers: readonly string[],
  as?: 'cityRevisits' | 'reconcile' | 'ledger' | null,
): Sentence {
  const seen = headers.length ? `(表头:${headers.map((cell) => clip(cell, 12)).join('、')})` : ''
  if (as === 'reconcile') return [`没找到「工单编号」这一列${seen},没对。改好表头,先回「对账」再发一次。`]
  if (as === 'cityRevisits')
    return [`没找到「工单编号」「是否解决」「是否满意」这几列${seen},没记。改好表头,先回「导入市回访」再发一次。`]
  return [
    `没看出这是名单、工单还是市回访${seen}。名单先回「模板」取空表;工单表要有地址和反映内容;市回访表要有工单编号、是否解决、是否满意。`,
  ]
}

export function sheetLost(name: string): Sentence {
  return [`「${name}」没取到,请再发一次。`]
}

export function sheetBroken(name: string): Sentence {
  return [`「${name}」导入时出错了,已记录,请再发一次或联系管理员。`]
}

export function sheetNotAllowed(what: 'roster' | 'orders' | 'cityRevisits' | 'ledger'): Sentence {
  const words = {
    roster: '「导入名单」由管理员来做。',
    orders: '工单表由专班来导入。',
    ledger: '「台账模板」由专班、管理员来教。',
    cityRevisits: '市回访表和平台工单表由专班来导入、对账。',
  }
  return [words[what]]
}

export const sendRoster = '把填好的名单(.xlsx 或 .csv)私聊发给我就行;空表回「模板」。'

export const justImported = '刚才收到的表格已经按名单导入了,结果见上面;再发一次也不会重复。'

export function sendBacklog(silent: boolean): Sentence {
  return [`好,10分钟内把存量表(.xlsx 或 .csv)发给我,${silent ? '只登记,不发卡片' : '登记并按街镇各发一份清单'}。`]
}

/** Rows that were not taken, as many as one message holds, between its first words and its last. */
export function fitted(head: string, faults: readonly string[], tail: Sentence): Sentence {
  const shown: string[] = []
  const others = Buffer.byteLength(head) + tail.reduce((sum, piece) => sum + Buffer.byteLength(pieceWords(piece)), 0)
  const room = Math.min(FAULT_BYTES, MESSAGE_BYTES - MORE_BYTES - others)
  let bytes = 0
  for (const fault of faults) {
    bytes += Buffer.byteLength(fault) + 3
    if (bytes > room) break
    shown.push(fault)
  }
  const more = faults.length - shown.length
  return lines(`${head}${shown.join(';')}${more > 0 ? `;另有${more}行` : ''}`, tail)
}

const LIST_BYTES = MESSAGE_BYTES - 400
const FAULT_BYTES = MESSAGE_BYTES - 700
/** 「;另有12行」. */
const MORE_BYTES = 40

const pieceWords = (piece: Sentence[number]): string => (typeof piece === 'string' ? piece : '@某某某某')
