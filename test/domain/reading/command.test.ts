import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordings } from '../../../commands/registry.ts'
import { readCalls, refsOfQuote } from '../../../domain/reading/command.ts'
import { normalise } from '../../../domain/reading/normal.ts'

const CARD = '#131 待领哨｜餐饮油烟｜方庄街道 芳古园一区11号楼\n老灶火锅晚间排油烟\n@周敏 引用本条回「领哨」'

/** 「claim 103+105 · claim 104」; 「—」 for ordinary talk. A `?` behind a number: only meant if it fits a case. */
function read(text: string, { quote = '', spokenTo = false } = {}): string {
  const calls = readCalls(normalise(text).text, wordings, { quotedRefs: refsOfQuote(quote), spokenTo })
  return (
    calls
      .map(({ verb, refs, quoted, onlyNumber }) =>
        [verb, quoted ? 'quoted' : refs.join('+') + (onlyNumber ? '?' : '')].filter(Boolean).join(' '),
      )
      .join(' · ') || '—'
  )
}

describe('a message that begins with a command word, or a number and an action, is a command', () => {
  test.each([
    ['领哨128', 'claim 128'],
    ['领哨 128', 'claim 128'],
    ['领哨 #128。', 'claim 128'],
    ['领哨:128', 'claim 128'],
    ['领哨：128', 'claim 128'],
    ['领哨１２８', 'claim 128'],
    ['领哨 128 马上过去', 'claim 128'],
    ['领哨128,马上过去', 'claim 128'],
    ['领哨128、129', 'claim 128+129'],
    ['领哨 128 129', 'claim 128+129'],
    ['领哨128和129', 'claim 128+129'],
    ['领哨 202611230001', 'claim 202611230001'],
    ['认领128', 'claim 128'],
    ['接单128', 'claim 128'],
    ['我领 128', 'claim 128'],
    ['我们领128', 'claim 128'],
    ['128 我们领', 'claim 128'],
    ['128我们领', 'claim 128'],
    ['#128 我们领', 'claim 128'],
    ['128，我们领', 'claim 128'],
    ['128 我们领,已经派人过去了', 'claim 128'],
    ['128 我们领\n马上到', 'claim 128'],
    ['128、129我们领', 'claim 128+129'],
    ['128 129 我们领', 'claim 128+129'],
    ['128 领哨', 'claim 128'],
    ['128领哨了', 'claim 128'],
    ['128 接单', 'claim 128'],
    ['128接了', 'claim 128'],
    ['#131我来', 'claim 131'],
    ['131我去', 'claim 131'],
    ['131归我们', 'claim 131'],
    ['131大气科领了', 'claim 131'],
    ['103号和105号大气科领了,104号给水科', 'claim 103+105'],
    ['103号和105号大气科领了,104号水科领', 'claim 103+105 · claim 104'],
    ['103我们领,104先别领', 'claim 103'],
    ['0001 我们领', 'claim 0001'],
    ['领哨', 'claim'],
    ['128', 'show 128?'],
    ['128?', 'show 128?'],
    ['128。', 'show 128?'],
    ['１２８', 'show 128?'],
    ['#128', 'show 128'],
    ['＃１２８', 'show 128'],
    ['202611230001', 'show 202611230001?'],
    ['128啥情况', 'show 128'],
    ['128到哪了', 'show 128'],
    ['128 咋样了', 'show 128'],
    ['过程128', 'trail 128'],
    ['经过 128', 'trail 128'],
    ['我的', 'mine'],
    ['我的件', 'mine'],
    ['待领', 'list'],
    ['待领的件', 'list'],
    ['更正128地址 芳古园一区18号楼', 'correct 128'],
    ['更正 128 内容 晚上油烟大,有没有人管', 'correct 128'],
    ['补充 128 内容 晚上油烟', 'correct 128'],
    ['联系方式128', 'contactDetails 128'],
    ['128联系方式', 'contactDetails 128'],
    ['上报 芳群园四区12号楼南侧工地后半夜打桩', 'report'],
    ['帮助', 'help'],
    ['帮助 领哨', 'help'],
    ['怎么用', 'help'],
    ['绑定 方庄街道', 'bind'],
    ['绑定管理员 ABCD2345', 'becomeAdmin'],
    ['授权 @张三 执法一队 队员', 'grant'],
    ['撤权 @张三', 'revoke'],
    ['值班 执法一队 @甲 本周', 'duty'],
    ['片区 执法一队 方庄', 'area'],
    ['解绑', 'unbind'],
  ])('%s → %s', (text, calls) => expect(read(text)).toBe(calls))
})

describe('everything else is silence', () => {
  test.each([
    '我的天啊',
    '我的妈呀',
    '帮助别人',
    '待领导批示',
    '128先别办结',
    '128 先别领',
    '128先不领',
    '128 不用领',
    '128暂缓',
    '先别领哨128',
    '别领128',
    '领哨 先别',
    '128不是我们的',
    '131 不属于我们',
    '128 我们领?不对,归水科',
    '领哨128吗',
    '领哨 128?',
    '能领哨128吗',
    '请领哨 128',
    '好 领哨 128',
    '领哨工作要加强',
    '我领导说的',
    '我领工资了',
    '我们领导说的',
    '12号楼南边工地打桩',
    '12号楼南边工地后半夜打桩,居民睡不着',
    '5号我们去',
    '10号我来',
    '12月25号我去',
    '3楼',
    '128号楼',
    '128路公交',
    '128 300米处有工地',
    '13800001234 已联系',
    '13800001234',
    '13800001234 我来',
    '138-0000-1234',
    '010-63800099 我来',
    '手机13800001234',
    '联系方式:13800001234',
    '领哨 13800001234 在哪',
    '1',
    '12',
    '收到',
    '好的',
    '👍',
    '11.23',
    '10:30',
    '50%',
    '2026-11-23',
    '9点开会',
    '我来',
    '我们去',
    '我来晚了',
    '131 收到',
    '131好的',
    '128给水科',
    '@所有人 明天开会',
    '@所有人 领哨 128',
    '@李强 领哨 128',
    '报告领导',
    '报名参加',
    '报表发我',
    '上报一下情况',
    '补充一点',
    '补充:下午去',
    '经过方庄',
    '经过一下午',
    '授权委托书',
    '值班表发一下',
    '片区划分',
    '电话号码是多少',
    '「领哨 128」',
    '',
    '   ',
  ])('%s', (text) => expect(read(text)).toBe('—'))
})

describe('quoting a card and saying what to do acts on its case', () => {
  test.each([
    ['领哨', 'claim quoted'],
    ['领了', 'claim quoted'],
    ['我来', 'claim quoted'],
    ['我来,十分钟到', 'claim quoted'],
    ['我们去', 'claim quoted'],
    ['归我们', 'claim quoted'],
    ['接单', 'claim quoted'],
    ['我领', 'claim quoted'],
    ['我们管', 'claim quoted'],
    ['方庄街道领', 'claim quoted'],
    ['执法一队接', 'claim quoted'],
    ['这个点位属于我们街道', 'claim quoted'],
    ['这个点位属于我们街道,已经有人过去了', 'claim quoted'],
    ['领哨 129', 'claim 129'],
    ['啥情况', 'show quoted'],
    ['什么情况啊', 'show quoted'],
    ['过程', 'trail quoted'],
    ['联系方式', 'contactDetails quoted'],
    ['更正 地址 芳古园一区18号楼', 'correct quoted'],
    ['好的', '—'],
    ['收到', '—'],
    ['1', '—'],
    ['👍', '—'],
    ['谢谢', '—'],
    ['先别领', '—'],
    ['不要领哨', '—'],
    ['我们不去', '—'],
    ['我来不了', '—'],
    ['我们去不了', '—'],
    ['我来看看', '—'],
    ['我们去吗', '—'],
    ['不归我们', '—'],
    ['不是我们的', '—'],
    ['交给大气科', '—'],
    ['请水科接', '—'],
    ['让一队去', '—'],
    ['他们队去', '—'],
    ['谁去', '—'],
    ['他领了', '—'],
    ['李强去', '—'],
    ['我', '—'],
    ['我们', '—'],
  ])('%s → %s', (text, calls) => expect(read(text, { quote: CARD })).toBe(calls))
})

describe('the cases a quote names', () => {
  test.each([
    ['#131 待领哨｜餐饮油烟｜方庄街道', ['131']],
    ['#131 待领哨\n#132 办理中', ['131', '132']],
    ['你在办2件:\n#101 方庄街道\n【急】#102 方庄街道', ['101', '102']],
    ['【急】#140 五里店', ['140']],
    ['没有#128这个件', []],
    ['李强在12号楼', []],
  ])('%s → %j', (quote, refs) => expect(refsOfQuote(quote)).toEqual(refs))
})

test('a command word spoken to the bot counts without a number, so that it can ask for one', () => {
  expect(read('领哨', { spokenTo: true })).toBe('claim')
  expect(read('联系方式 13800001234', { spokenTo: true })).toBe('contactDetails')
})

test('reading never throws and never takes a phone for the number of a case', () => {
  const words = fc.constantFrom(
    '领哨',
    '128',
    '我们领',
    ' ',
    ',',
    '#',
    '联系方式',
    '13800001234',
    '号',
    '件',
    '别',
    '010-63800099',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), fc.boolean(), (parts, spokenTo) => {
      const calls = readCalls(parts.join(''), wordings, { quotedRefs: [], spokenTo })
      for (const { refs } of calls) expect(refs.some((ref) => /^1[3-9]\d{9}$/.test(ref))).toBe(false)
    }),
  )
  fc.assert(fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => void read(text, { quote: text })))
})
