import { type Field, findLabels, type Label } from './labels.ts'
import { type Row, readTable } from './table.ts'

export interface Order {
  /** The first value of each field, trimmed. */
  fields: Row
  /** Phones beyond the first. */
  morePhones: string[]
}

export interface Orders {
  /** Two or more known labels: this is an order whoever it is addressed to. */
  structured: boolean
  orders: Order[]
  /** A label only an order has («诉求人», «处理时限»): an invitation has time, place and contact too. */
  official: boolean
  /** Text before the first label: greeting, source, street. */
  preamble: string
}

/** Fields whose return begins the next order. */
const OPENERS = new Set<Field>(['externalNo', 'address', 'content', 'name', 'phone', 'subject'])
const OFFICIAL = /工单|案件|受理|来电|诉求|反映|反应|投诉|举报|信访|处理时限|办理时限|反馈|办结|问题|被/u
const KNOWN = (label: Label): boolean =>
  label.field !== 'ignored' && label.field !== 'reporter' && label.field !== 'kind' && label.field !== 'remark'

/** Structured orders in a text, one or several: labels in brackets or with colons, lines or one line, or pasted rows. */
export function readOrder(text: string): Orders {
  const rows = readTable(text)
  if (rows) {
    const official = rows.some((fields) => fields.externalNo !== undefined && fields.content !== undefined)
    return { structured: true, official, orders: rows.map((fields) => ({ fields, morePhones: [] })), preamble: '' }
  }
  const untabbed = text.replace(/^([^\t\n]{1,12})\t+/gmu, '$1:').replace(/\t/gu, ' ')
  const labels = findLabels(untabbed)
  const kinds = new Set(labels.filter(KNOWN).map((l) => l.field))
  const structured =
    kinds.size >= 2 || (kinds.size === 1 && labels.some((l) => l.field === 'reporter' || l.field === 'kind'))
  const official = labels.some((l) => OFFICIAL.test(l.word))
  return {
    structured,
    official,
    orders: structured ? collect(untabbed, labels) : [],
    preamble: structured ? untabbed.slice(0, labels[0]?.start) : text,
  }
}

function collect(text: string, labels: Label[]): Order[] {
  const opener = labels.find(KNOWN)?.field
  const orders: Order[] = []
  let order: Order = { fields: {}, morePhones: [] }
  labels.forEach((label, i) => {
    const value = tidy(text.slice(label.end, labels[i + 1]?.start ?? text.length))
    if (order.fields[label.field] !== undefined && begins(label.field, opener, order)) {
      orders.push(order)
      order = { fields: {}, morePhones: [] }
    }
    keep(order, label.field, value)
  })
  return [...orders, order].filter((o) => Object.keys(o.fields).length > 0)
}

function begins(field: Field, opener: Field | undefined, order: Order): boolean {
  if (field === opener) return OPENERS.has(field)
  if (field === 'externalNo') return true
  return field === 'address' && order.fields.content !== undefined
}

function keep(order: Order, field: Field, value: string): void {
  if (field === 'ignored' || value === '') return
  const known = order.fields[field]
  if (known === undefined) order.fields[field] = value
  else if (field === 'phone') order.morePhones.push(value)
  else if ((field === 'content' || field === 'remark') && known !== value) order.fields[field] = `${known};${value}`
}

/** Without list markers of the next item and trailing marks. */
function tidy(value: string): string {
  return value
    .replace(
      /\n\s*(?:\d{1,2}[、..)\uff09]|[①-⑳]|[-—=*#]{3,}[^\n]{0,10}|第?[一二三四五六七八九十\d]{1,3}[件、.])\s*$/u,
      '',
    )
    .replace(/^[\s:\uff1a;\uff1b,\uff0c]+|[\s;\uff1b,\uff0c、|]+$/gu, '')
}
