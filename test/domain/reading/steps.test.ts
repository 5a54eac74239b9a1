import { describe, expect, test } from 'vitest'
import { wordings } from '../../../commands/registry.ts'
import { readCalls, refsOfQuote } from '../../../domain/reading/command.ts'
import { normalise } from '../../../domain/reading/normal.ts'

const CARD = '#131 办理中｜餐饮油烟｜方庄街道 芳古园一区11号楼'

/** 「contact 101 · + arrive」: a `+` for a further step on the same case. */
function read(text: string, quote = ''): string {
  const calls = readCalls(normalise(text).text, wordings, { quotedRefs: refsOfQuote(quote), spokenTo: false })
  return (
    calls
      .map(({ verb, refs, quoted, recent, further }) =>
        further ? `+ ${verb}` : `${verb} ${quoted ? 'quoted' : recent ? 'recent' : refs.join('+')}`,
      )
      .join(' ') || '—'
  )
}

const restsOf = (text: string) =>
  readCalls(normalise(text).text, wordings, { quotedRefs: [], spokenTo: false }).map(({ rest }) => rest)

describe('a message tells several steps of one case', () => {
  test.each([
    ['101 已联系 到场 检测 昼间52', 'contact 101 + arrive + test'],
    ['101已联系,已到场,检测 昼间52', 'contact 101 + arrive + test'],
    ['101 已联系居民,现场到了,整改完', 'contact 101 + arrive + handle'],
    ['101 联系上了,到现场了,改好了', 'contact 101 + arrive + handle'],
    ['101 已联系;到场;测了 油烟0.6', 'contact 101 + arrive + test'],
    ['101\n已联系\n到场\n检测 56.1', 'contact 101 + arrive + test'],
    ['128已到场,昼间2类测了56.1背景48.2,超标,责令整改', 'arrive 128 + test'],
    ['128 到场 测得昼间56.1 背景48.2', 'arrive 128 + test'],
    ['101 整改完 换了净化器 回访 已解决 满意', 'handle 101 + revisit'],
    ['101 整改完,回访 已解决 满意,已回复,办结', 'handle 101 + revisit + replied + close'],
    ['101 回访 已解决 满意 已回复 办结', 'revisit 101 + replied + close'],
    ['101 整改完,复测0.6达标', 'handle 101 + test'],
    ['101 到场 不宜检测 店铺已停业', 'arrive 101 + test'],
    ['101 没人接,已到场', 'contact 101 + arrive'],
    ['101 我们领,已联系', 'claim 101 + contact'],
    ['101、102 已联系 到场', 'contact 101+102 + arrive'],
    ['已联系 101 到场', 'contact 101 + arrive'],
    ['检测 101 昼间52 整改完 换了滤芯', 'test 101 + handle'],
    ['101 已联系,102 没人接', 'contact 101 contact 102'],
    ['101 已联系 到场,102 没人接', 'contact 101 + arrive contact 102'],
    ['到现场了,测了 油烟0.6', 'arrive recent + test'],
  ])('%s → %s', (text, calls) => expect(read(text)).toBe(calls))

  test.each([
    ['已联系 到场', 'contact quoted + arrive'],
    ['到现场了,改好了', 'arrive quoted + handle'],
  ])('quoting: %s → %s', (text, calls) => expect(read(text, CARD)).toBe(calls))

  test('each keeps its own words', () => {
    expect(restsOf('101 已联系 老板在店里 到场 净化器没开 检测 油烟1.6,超标')).toEqual([
      '已联系 老板在店里',
      '净化器没开',
      '油烟1.6,超标',
    ])
  })
})

describe('what is planned, denied, asked, or done by others is no step', () => {
  test.each([
    ['101 已联系 约明天上午10点到场', 'contact 101'],
    ['101 已联系 约明天上午10点 到场', 'contact 101'],
    ['101 已联系,明天到场', 'contact 101'],
    ['101 已联系,到场 明天再去', 'contact 101'],
    ['101 已联系,还没到场', 'contact 101'],
    ['101 已联系,没到现场', 'contact 101'],
    ['101 已联系,先别办结', 'contact 101'],
    ['101 已联系,到场了吗', 'contact 101'],
    ['101 已联系 准备 到场', 'contact 101'],
    ['101 到场,商户说整改完了', 'arrive 101'],
    ['101 到场 物业 已到场', 'arrive 101'],
    ['101 到场 居民说 已整改', 'arrive 101'],
    ['101 到场,要求 整改完', 'arrive 101'],
    ['101 到场 等 整改完', 'arrive 101'],
    ['101 已联系厂家', '—'],
    ['101 到场 已联系厂家换滤芯', 'arrive 101'],
    ['101 回访 居民说已整改 满意', 'revisit 101'],
    ['101 已联系 没人接', 'contact 101'],
    ['101 检测 昼间52,夜间48', 'test 101'],
    ['进展 101 商户已联系厂家 整改完再测', 'progress 101'],
    ['101 到场 检测报告还没出', 'arrive 101'],
  ])('%s → %s', (text, calls) => expect(read(text)).toBe(calls))
})
