import { casesOfLedger } from '../domain/figures/ledger.ts'
import { readSpan } from '../domain/reading/span-said.ts'
import { ledgerFileName, noCases } from '../domain/words/ledger.ts'
import { optional, rest } from './args.ts'
import { command } from './command.ts'
import { saidAhead, unitOfCase } from './figures-said.ts'
import { scopeSaid } from './scope.ts'

const ahead = ['本期', '上期', '本月', '上月', '本周', '上周', '今天', '昨天'] as const

/**
 * 台账: every case registered in a span as a workbook with the bureau's own header, in private; without anything of
 * complainants. It is filled when it goes out. Refuses: not-allowed, private-only, unknown-scope.
 */
export default command({
  verb: 'ledger',
  words: ['台账', '出台账', '导出台账', ...ahead.map((when) => `${when}台账`)],
  only: /^(?:(?:本期|上期|上上期|本月|上月|本周|上周|今天|昨天|(?:20\d\d年)?\d{1,2}月期?)(?:\s+|$))*$/u,
  where: 'private',
  summary: '按你们的表头出台账:本期、上期、11月、本周,或写起止日期',
  hint: { line: '报', say: '「台账 本期」' },
  args: { what: optional(rest) },
  examples: [
    { as: '赵蕾', in: 'private', say: '台账 本期', hears: '〔文件〕台账 12月期(11-19至12-18).xlsx' },
    { as: '赵蕾', in: 'private', say: '台账 上期', hears: '11月期(10-19至11-18)没有登记的件' },
  ],
  run({ args, speaker, data, heard, now, occasion }) {
    const said = readSpan([saidAhead(heard.text, ahead, '台账'), args.what].filter(Boolean).join(' '), now)
    const { left, ...span } = said
    const wish = { ...span, ...scopeSaid(left || undefined, data, '台账 本期 方庄') }
    const cases = data.cases.registeredBetween(wish.from, wish.to - 1)
    if (!casesOfLedger(cases, wish, (c) => unitOfCase(c, data)).length) return noCases(wish)
    const name = ledgerFileName(wish)
    data.outbox.say(
      {
        to: { person: speaker.person },
        class: 'reply',
        key: `ledger-${occasion}`,
        sentence: [name],
        file: { name, kind: 'ledger', wish },
      },
      now,
    )
    return undefined
  },
})
