import { casesOfLedger } from '../domain/figures/ledger.ts'
import { readSpan } from '../domain/reading/span-said.ts'
import { ledgerFileName, ledgerWithNames, noCases, noPrivateColumns, tooManyCases } from '../domain/words/ledger.ts'
import { sureOf } from '../domain/words/set-up.ts'
import { optional, rest } from './args.ts'
import { command } from './command.ts'
import { saidAhead, unitOfCase } from './figures-said.ts'
import { scopeSaid } from './scope.ts'

const ahead = ['本期', '上期', '本月', '上月', '本周', '上周', '今天', '昨天'] as const

/** A spreadsheet of more is none that anybody reads, and too much for one message. */
const MOST = 5000
const WITH_NAMES = /[含带][有上]?(?:诉求人|姓名|电话|联系方式|个人信息)(?:[和、]?(?:姓名|电话|联系方式))*/u
const PRIVATE: readonly unknown[] = ['name', 'phone']

/** 「把11月台账发我」, 「导出上期的台账」. */
const ASKED =
  /^(?:请|麻烦|帮我|把|给我|我?要|导出|出|发我?|做|一?[份下])*\s*(?<span>上上?[一个]?[期月周]|[本这]个?[期月周]|今天|昨天|(?:20\d\d年)?\d{1,2}月(?:份|期)?)?的?台账(?:发|给|我|出来|导|一下|一份|吧)*[。.!！]*$/u

/**
 * 台账: every case registered in a span as a workbook with the bureau's own header, in private; without anything of
 * complainants. With 「含诉求人」, after 确认, their names and phones covered, each look written down. It is filled when it
 * goes out. Refuses: not-allowed, private-only, unknown-scope.
 */
export default command({
  verb: 'ledger',
  words: ['台账', '出台账', '导出台账', ...ahead.map((when) => `${when}台账`)],
  only: /^(?:(?:本期|上期|上上期|本月|上月|本周|上周|今天|昨天|(?:20\d\d年)?\d{1,2}月期?)(?:\s+|$))*$/u,
  where: 'private',
  asked: [ASKED],
  summary: '按你们的表头出台账:本期、上期、11月、本周,或写起止日期',
  hint: { line: '报', say: '「台账 本期」' },
  args: { what: optional(rest) },
  examples: [
    { as: '赵蕾', in: 'private', say: '台账 本期', hears: '〔文件〕台账 12月期(11-19至12-18).xlsx' },
    { as: '赵蕾', in: 'private', say: '台账 上期', hears: '11月期(10-19至11-18)没有登记的件' },
  ],
  run({ args, speaker, data, heard, now, occasion, confirm }) {
    const asked = ASKED.exec(args.what ?? '')
    const what = asked ? (asked.groups?.span ?? '') : args.what
    const said = readSpan([saidAhead(heard.text, ahead, '台账'), what].filter(Boolean).join(' '), now)
    const { left, ...span } = said
    const place = left.replace(WITH_NAMES, ' ').trim()
    const names = WITH_NAMES.test(left) && ({ withNames: true } as const)
    const wish = { ...span, ...scopeSaid(place || undefined, { data, speaker }, '台账 本期 方庄'), ...names }
    const cases = casesOfLedger(data.cases.registeredBetween(wish.from, wish.to - 1), wish, (c) => unitOfCase(c, data))
    if (!cases.length) return noCases(wish)
    if (cases.length > MOST) return tooManyCases(wish, cases.length, MOST)
    const template = data.ledger.current()?.template
    if (names && template && !template.fields.some((field) => PRIVATE.includes(field))) return noPrivateColumns()
    const sure = names && confirm(undefined, (code) => sureOf(ledgerWithNames(wish, cases.length), code))
    if (sure && 'ask' in sure) return sure.ask
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
