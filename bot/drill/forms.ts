import type { QuoteForm } from './switches.ts'

/** A message as WeChat puts it on the wire. */
export interface Wired {
  text: string
  /** WeChat's appmsg XML travels as type Unknown. */
  unknown: boolean
}

/** Writes a reply with a quote as one of the gateways in the field does. */
export function quoted(quote: { name: string; text: string }, reply: string, form: QuoteForm): Wired {
  if (form === 'xml') return { text: appmsg57(quote, reply), unknown: true }
  const words = form === 'cut' && quote.text.length > 12 ? `${quote.text.slice(0, 12)}…` : quote.text
  return { text: `「${quote.name}：${words}」\n- - - - - - - - - - - - - - -\n${reply}`, unknown: false }
}

/** The XML of a location message, with the label people see. */
export function locationXml(label: string, at: { latitude: number; longitude: number }): string {
  return `<?xml version="1.0"?>\n<msg><location x="${at.latitude}" y="${at.longitude}" scale="16" label="${escaped(label)}" poiname="[位置]"/></msg>`
}

/** Cuts a text at a number of bytes, never inside a character. */
export function cutAt(text: string, bytes: number): string {
  let used = 0
  let end = 0
  for (const character of text) {
    used += Buffer.byteLength(character)
    if (used > bytes) break
    end += character.length
  }
  return text.slice(0, end)
}

function appmsg57(quote: { name: string; text: string }, reply: string): string {
  return [
    '<?xml version="1.0"?>',
    `<msg><appmsg appid="" sdkver="0"><title>${escaped(reply)}</title><des></des><type>57</type>`,
    `<refermsg><type>1</type><svrid>0</svrid><fromusr>room</fromusr><chatusr>someone</chatusr>`,
    `<displayname>${escaped(quote.name)}</displayname><content>${escaped(quote.text)}</content></refermsg>`,
    '</appmsg></msg>',
  ].join('\n')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
