import type { Case } from '../domain/cases/case.ts'
import { cityTally, reckoned, within } from '../domain/figures/period.ts'
import { ratesOfPeriod, spanOfThree, workOfPeriod } from '../domain/figures/summary.ts'
import { type Group, type RatesTable, ratesTable } from '../domain/figures/table.ts'
import { inScope } from '../domain/people/speaker.ts'
import { readComparison } from '../domain/reading/comparison.ts'
import { readStats } from '../domain/reading/stats.ts'
import { figuresAsked } from '../domain/reading/stats-asked.ts'
import { spanOfPeriod } from '../domain/time/period.ts'
import { dateOf } from '../domain/time/wall.ts'
import { isLongTable, statsWords, tableWords } from '../domain/words/figures.ts'
import { tableFile, tableSheets } from '../domain/words/figures-sheet.ts'
import { scopeName } from '../domain/words/questions.ts'
import { reconciledUntil } from '../domain/words/reconcile.ts'
import type { Sentence } from '../domain/words/sentence.ts'
import { optional, rest } from './args.ts'
import { type Context, command } from './command.ts'
import { compared } from './comparison-said.ts'
import { saidAhead, unitOfCase } from './figures-said.ts'
import { scopeSaid } from './scope.ts'

const ahead = ['本期', '上上期', '上期', '本月', '上月', '各单位', '各街镇'] as const

/** 统计 / 三率 / 成绩: a period's figures of this scope, or of a street or unit: 「成绩 上期 方庄」, 「统计 本期 按单位」, or a kind in a span beside another: 「统计 油烟 本周 对比上周」. Refuses: unknown-scope. */
export default command({
  verb: 'stats',
  words: ['三率', '成绩', '统计', ...ahead.flatMap((when) => [`${when}三率`, `${when}成绩`])],
  only: /^(?:(?:(?:(?:和|跟|与)?(?:对|相)?比|对比|环比)?(?:上上|上|本|这)(?:个?(?:周|星期|礼拜))|环比|今天|昨天|油烟|噪声|噪音|扬尘|异味|臭味|废气|污水|油漆|餐饮|汽修|洗染|工地|印刷|医疗|加油站|物业设备|市场物流|道路|本期|这期|上期|上上期|本月|上月|(?:20\d\d年)?\d{1,2}月期?|全口径|考核口径|全区|按?各?单位|按?各?街[道镇]|\p{Script=Han}{2,8}(?:街道|镇|地区|队|科|站))(?:\s+|$))*$/u,
  asked: figuresAsked,
  summary: '三率、按时率、领哨率:本范围本期,或写上期、街镇、单位',
  hint: { line: '查', say: '「成绩」' },
  args: { what: optional(rest) },
  examples: [
    { as: '赵蕾', in: '全区群', say: '成绩', hears: '【成绩】全区 12月期(11-19至12-18,考核口径)' },
    { as: '李强', in: '方庄群', say: '统计 上期', hears: '【成绩】方庄 11月期(10-19至11-18,考核口径)' },
    {
      as: '高明',
      in: 'private',
      say: '三率 本期 按单位',
      hears: '【成绩】全区 12月期(11-19至12-18,考核口径),本局承办',
    },
    {
      as: '高明',
      in: 'private',
      say: '统计 油烟 本周 对比上周',
      hears: '【统计】全区 餐饮油烟\n11-23至11-29(至今) 受理1 已办结0｜领哨率0/1\n11-16至11-22 受理0 已办结0',
    },
  ],
  run(context) {
    const { args, data, speaker, now } = context
    const wanted = /统计/.test(context.heard.text) ? readComparison(args.what ?? '', now) : undefined
    if (wanted)
      return compared(wanted, speaker.room ? scopeName(speaker.room) : seesAll(context) ? '全区' : '我的范围', context)
    const { period, assessed, by, place } = readStats(
      [saidAhead(context.heard.text, ahead, '三率|成绩'), args.what].filter(Boolean).join(' '),
      now,
    )
    const scope = scopeSaid(place, { data, speaker }, '成绩 方庄') ?? speaker.room
    const { from, to } = spanOfThree(period)
    const cases = data.figures
      .touching(from, to)
      .filter((c) => inScope(speaker, c))
      .filter((c) => scope?.street === undefined || c.street === scope.street)
      .filter((c) => scope?.unit === undefined || unitOfCase(c, data) === scope.unit)
    // The rules of the period's last day, while it runs those of today.
    const settings = data.settings.on(dateOf(Math.min(now, spanOfPeriod(period).to - 1)))
    const wide = scope?.street === undefined && scope?.unit === undefined
    const name = wide && seesAll(context) ? '全区' : scopeName(scope)
    const headed = { name, period, assessed, reconciled: reconciledUntil(data.runs.lastDone('reconcile'), now) }
    if (by) return tabled(by, ratesTable(groupsBy(by, cases), settings))
    const figures = ratesOfPeriod(cases, period, { settings, assessed })
    return statsWords(headed, figures, {
      work: workOfPeriod(cases, period, { settings, now, assessed, log: data.cases.log }),
      settings,
    })

    // What one message cannot hold follows as a file, in private.
    function tabled(key: 'unit' | 'street', table: RatesTable): Sentence {
      if (speaker.room)
        return tableWords(headed, table, `全表私聊我回「成绩 ${key === 'unit' ? '按单位' : '按街镇'}」。`)
      if (isLongTable(table)) {
        const name = tableFile(headed, key)
        const file = { name, kind: 'table' as const, sheets: tableSheets(headed, table, now) }
        const to = { person: speaker.person }
        data.outbox.say({ to, class: 'reply', key: `stats-${context.occasion}`, sentence: [name], file }, now)
      }
      return tableWords(headed, table, '全表见表格。')
    }

    function groupsBy(key: 'unit' | 'street', all: readonly Case[]): Group[] {
      const mine = reckoned(all, { basis: 'bureau', assessed })
      const named = Map.groupBy(mine, (c) => (key === 'street' ? c.street : unitOfCase(c, data)) ?? '未定')
      return [...named].map(([name, group]) => ({
        name,
        tally: cityTally(group, spanOfPeriod(period)),
        three: cityTally(group, { from, to }),
        received: group.filter((c) => within(c.registeredAt, spanOfPeriod(period))).length,
      }))
    }
  },
})

function seesAll({ speaker }: Pick<Context<object>, 'speaker'>): boolean {
  if (speaker.room) return speaker.room.kind === 'district' || speaker.room.kind === 'leaders'
  const everything = ['desk', 'deputy', 'chief', 'admin']
  return speaker.roles.some(({ role }) => everything.includes(role))
}
