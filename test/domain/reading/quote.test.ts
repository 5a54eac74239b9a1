import { expect, test } from 'vitest'
import { readAppMessage, readPlaceLabel, readRecalledId, unquote } from '../../../domain/reading/quote.ts'

const DASHES = '- - - - - - - - - - - - - - -'

test.each([
  [
    'a quote',
    `「小管家：#128 待领哨」\n${DASHES}\n我来`,
    { text: '我来', quote: { name: '小管家', text: '#128 待领哨' } },
  ],
  [
    'a quote of several lines',
    `「李梅:一\n二」\n${DASHES}\n三\n四`,
    { text: '三\n四', quote: { name: '李梅', text: '一\n二' } },
  ],
  [
    'a quote that was cut',
    `「小管家：#128 芳城园…」\n${DASHES}\n128`,
    { text: '128', quote: { name: '小管家', text: '#128 芳城园…' } },
  ],
  [
    'a quote with Windows line ends',
    `「甲：乙」\r\n${DASHES}\r\n丙`,
    { text: '丙', quote: { name: '甲', text: '乙' } },
  ],
  [
    'a quoted quote',
    `「甲：「乙：丙」\n${DASHES}\n丁」\n${DASHES}\n戊`,
    { text: '戊', quote: { name: '甲', text: `「乙：丙」\n${DASHES}\n丁` } },
  ],
  ['an empty reply', `「甲：乙」\n${DASHES}\n`, { text: '', quote: { name: '甲', text: '乙' } }],
  ['brackets without dashes', '「老灶火锅」油烟大', { text: '「老灶火锅」油烟大' }],
  ['dashes without brackets', `甲\n${DASHES}\n乙`, { text: `甲\n${DASHES}\n乙` }],
])('%s is parted from what was said', (_, text, parts) => {
  expect(unquote(text)).toEqual(parts)
})

const quoteXml = (inside: string) =>
  `<?xml version="1.0"?>\n<msg><appmsg><title>办结 128</title><type>57</type>${inside}</appmsg></msg>`

test('appmsg 57 is a reply with what it quotes', () => {
  const xml = quoteXml(
    '<refermsg><type>1</type><displayname>小管家</displayname><content>#128 &lt;芳城园&gt;</content></refermsg>',
  )
  expect(readAppMessage(xml)).toEqual({ type: 57, text: '办结 128', quote: { name: '小管家', text: '#128 <芳城园>' } })
})

test('a reply that is a number stays a text', () => {
  expect(readAppMessage(quoteXml('').replace('办结 128', '0128'))?.text).toBe('0128')
})

test('the sender before the XML and before the quoted words is left out', () => {
  const refer = '<refermsg><type>1</type><displayname>甲</displayname><content>wxid_1:\n乙</content></refermsg>'
  expect(readAppMessage(`wxid_abc:\n${quoteXml(refer)}`)?.quote).toEqual({ name: '甲', text: '乙' })
})

test('a quoted picture has no words, a quoted card its title', () => {
  const picture =
    '<refermsg><type>3</type><displayname>甲</displayname><content>&lt;msg&gt;&lt;img/&gt;&lt;/msg&gt;</content></refermsg>'
  expect(readAppMessage(quoteXml(picture))?.quote?.text).toBe('')
  const card =
    '&lt;msg&gt;&lt;appmsg&gt;&lt;title&gt;日报&lt;/title&gt;&lt;type&gt;6&lt;/type&gt;&lt;/appmsg&gt;&lt;/msg&gt;'
  const refer = `<refermsg><type>49</type><displayname>甲</displayname><content>${card}</content></refermsg>`
  expect(readAppMessage(quoteXml(refer))?.quote?.text).toBe('日报')
})

test.each(['128 到场', '<3 谢谢', '<msg><img/></msg>', '<msg', ''])('%j is no app message', (text) => {
  expect(readAppMessage(text)).toBeUndefined()
})

test('a location says what its label says', () => {
  expect(readPlaceLabel('<msg><location x="39.86" y="116.43" label="方庄路1号" poiname="[位置]"/></msg>')).toBe(
    '方庄路1号',
  )
  expect(readPlaceLabel('<msg><location label="方庄路1号" poiname="芳城园"/></msg>')).toBe('方庄路1号 芳城园')
  expect(readPlaceLabel('芳城园')).toBeUndefined()
})

test('a recall names the message it takes back, in either form', () => {
  expect(readRecalledId('m17')).toBe('m17')
  expect(
    readRecalledId('<sysmsg type="revokemsg"><revokemsg><msgid>1</msgid><newmsgid>817</newmsgid></revokemsg></sysmsg>'),
  ).toBe('817')
  expect(readRecalledId('')).toBeUndefined()
})
