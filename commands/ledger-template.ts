import { ledgerFieldNames } from '../domain/reading/ledger-fields.ts'
import { readTaught, taughtTemplate } from '../domain/reading/ledger-taught.ts'
import { minutes } from '../domain/time/wall.ts'
import { columnTaught, howToTeach, ledgerForgotten, noTemplateYet, sendLedger } from '../domain/words/ledger.ts'
import { optional, rest } from './args.ts'
import { command } from './command.ts'

/** How long the announcement holds. */
const HOLDS = minutes(10)

/**
 * 台账模板: the next spreadsheet of this person is the bureau's own ledger, whose header is learned. With 「第5列 承办人」 a
 * column is taught; with 「默认」 our own header counts again. Refuses: not-allowed, private-only.
 */
export default command({
  verb: 'ledgerTemplate',
  words: ['台账模板', '台账表头'],
  only: /^(?!)/,
  where: 'private',
  summary: '教我你们的台账表头(私聊发表格),或教一列',
  hint: { line: '报' },
  args: { what: optional(rest) },
  examples: [
    { as: '赵蕾', in: 'private', say: '台账模板', hears: '好,10分钟内把你们的台账' },
    { as: '赵蕾', in: 'private', say: '台账模板 默认', hears: '现在用的就是我自己的表头' },
  ],
  run({ args, speaker, data, look, now }) {
    const known = data.ledger.current()
    if (args.what === undefined) {
      data.sheets.announce(speaker.person, { as: 'ledger' }, now + HOLDS)
      return sendLedger(known && { name: known.name, at: known.at, by: look.name(known.by) }, now)
    }
    if (/^(?:恢复|用|改回)?默认(?:的|表头)?$/.test(args.what)) {
      if (known) data.ledger.learn({ name: known.name, template: null }, speaker.person, now)
      return ledgerForgotten(known !== undefined)
    }
    if (!known) return noTemplateYet()
    const taught = readTaught(args.what, known.template)
    if (!taught) return howToTeach(args.what, ledgerFieldNames)
    const template = taughtTemplate(known.template, taught)
    data.ledger.learn({ name: known.name, template }, speaker.person, now)
    return columnTaught(
      template,
      taught.map(({ column }) => column),
    )
  },
})
