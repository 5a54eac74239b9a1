import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import type { ArchiveVolume } from '../domain/words/archive.ts'

/** Noto Sans SC, under the OFL; the document holds only the characters it uses. */
const FONT = fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'))
const MARGIN = 40
const BOTTOM = 52
const GREY = '#666666'
const RULE = '#BBBBBB'
/** Of the index, in points; together the width between the margins of A4. */
const WIDTHS = [38, 92, 40, 74, 66, 74, 56, 20, 55]
const TIME = 84
const HASH = 66

type Doc = InstanceType<typeof PDFDocument>

/** One volume of a 归档包 as a PDF: about it, the index, then case after case, with bookmarks and numbered pages. */
export async function archivePdf(volume: ArchiveVolume): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: BOTTOM },
    bufferPages: true,
    info: { Title: volume.title, Producer: '领哨', Creator: '领哨' },
    lang: 'zh-CN',
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => void chunks.push(chunk))
  const ended = new Promise<void>((resolve) => doc.on('end', resolve))
  doc.registerFont('text', FONT).font('text')
  front(doc, volume)
  index(doc, volume.index)
  doc.addPage()
  for (const one of volume.cases) section(doc, one)
  numbers(doc, volume.title)
  doc.end()
  await ended
  return Buffer.concat(chunks)
}

function front(doc: Doc, { title, about }: ArchiveVolume): void {
  doc.fontSize(18).text(title, { align: 'center' }).moveDown(0.6).fontSize(9)
  for (const line of about) doc.text(line, { lineGap: 2 }).moveDown(0.3)
  doc.moveDown(0.5)
}

function index(doc: Doc, { header, rows }: ArchiveVolume['index']): void {
  row(doc, header, GREY)
  for (const cells of rows) {
    if (doc.y > end(doc) - 14) {
      doc.addPage()
      row(doc, header, GREY)
    }
    row(doc, cells, 'black')
  }
}

function row(doc: Doc, cells: readonly string[], color: string): void {
  const { y } = doc
  doc.fontSize(7.5).fillColor(color)
  let x = MARGIN
  cells.forEach((cell, i) => {
    const width = (WIDTHS[i] ?? 40) - 3
    doc.text(fitting(doc, cell, width), x, y, { lineBreak: false })
    x += WIDTHS[i] ?? 40
  })
  rule(doc, y + 12)
  doc.fillColor('black')
  doc.x = MARGIN
  doc.y = y + 14
}

function section(doc: Doc, { head, facts, steps, end: last }: ArchiveVolume['cases'][number]): void {
  if (doc.y > end(doc) - 90) doc.addPage()
  doc.outline.addItem(head.split('｜', 1)[0] ?? head)
  doc.fontSize(11).text(head, MARGIN, doc.y)
  rule(doc, doc.y + 1)
  doc.moveDown(0.3).fontSize(8)
  for (const fact of facts) doc.text(fact, { lineGap: 1.5 })
  doc.moveDown(0.3)
  for (const step of steps) stepRow(doc, step)
  doc.fontSize(7).fillColor(GREY)
  for (const line of last) doc.text(line, MARGIN, doc.y, { lineGap: 1 })
  doc.fillColor('black').moveDown(1.2)
}

function stepRow(doc: Doc, { at, words, hash }: ArchiveVolume['cases'][number]['steps'][number]): void {
  doc.fontSize(8)
  const width = inner(doc) - TIME - HASH - 6
  const height = doc.heightOfString(words, { width, lineGap: 1.5 })
  if (doc.y + Math.min(height, 200) > end(doc)) doc.addPage()
  const { y } = doc
  doc.fillColor(GREY).text(at, MARGIN, y, { lineBreak: false })
  doc.fontSize(7).text(hash, doc.page.width - MARGIN - HASH, y + 1, { lineBreak: false })
  doc
    .fontSize(8)
    .fillColor('black')
    .text(words, MARGIN + TIME, y, { width, lineGap: 1.5 })
  doc.x = MARGIN
}

function numbers(doc: Doc, title: string): void {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    // Below the margin a line would begin a page of its own.
    doc.page.margins.bottom = 0
    doc.fontSize(7.5).fillColor(GREY)
    doc.text(`${title}    第${page + 1}页 共${count}页`, MARGIN, doc.page.height - 34, {
      width: inner(doc),
      align: 'center',
      lineBreak: false,
    })
  }
}

function fitting(doc: Doc, words: string, width: number): string {
  if (doc.widthOfString(words) <= width) return words
  const chars = [...words]
  while (chars.length && doc.widthOfString(`${chars.join('')}…`) > width) chars.pop()
  return `${chars.join('')}…`
}

function rule(doc: Doc, y: number): void {
  doc
    .moveTo(MARGIN, y)
    .lineTo(doc.page.width - MARGIN, y)
    .lineWidth(0.4)
    .strokeColor(RULE)
    .stroke()
}

function inner(doc: Doc): number {
  return doc.page.width - 2 * MARGIN
}

function end(doc: Doc): number {
  return doc.page.height - BOTTOM
}
