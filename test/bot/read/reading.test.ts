import { describe, expect, test } from 'vitest'
import { LineFault, messageOf } from '../../../bot/read/message.ts'
import { type Reading, read } from '../../../bot/read/reading.ts'
import { NOW } from '../../support/sample.ts'

const room = { street: '方庄街道' }
const XML = (title: string, type: number, more = '') =>
  `<msg><appmsg><title>${title}</title><type>${type}</type>${more}</appmsg></msg>`

function readingOf(line: object): Reading {
  return read(messageOf(JSON.stringify(line), { me: '小管家', now: NOW }))
}

describe('a line of JSON as a message', () => {
  test('every key but the text may be missing: then it was said in private, now', () => {
    expect(readingOf({ text: '芳古园一区11号楼底商油烟大' })).toMatchObject({
      id: null,
      kind: 'report',
      cases: [{ street: '方庄街道', category: 'air.catering_fume', missing: [] }],
    })
    expect(readingOf({}).kind).toBe('ignore')
  })

  test.each([['{"text":'], ['[]'], ['7'], ['null']])('%s is no message', (line) => {
    expect(() => messageOf(line, { me: '小管家', now: NOW })).toThrow(LineFault)
  })

  test('keys of the wrong kind are as if they were missing', () => {
    const odd = { id: {}, now: 'soon', sender: 7, room: 'x', kind: 1, text: [], quote: 3, recent: ['a'] }
    expect(readingOf(odd)).toMatchObject({ id: null, kind: 'ignore' })
  })

  test('times are printed as they show on the wall', () => {
    const text = '【地址】芳古园一区11号楼\n【反映内容】油烟大\n【处理时限】7天'
    const [first] = readingOf({ room, now: '2026-11-23T09:30:00+08:00', text }).cases
    expect(first?.deadline).toBe('2026-11-30T09:30:00+08:00')
  })
})

describe('whose case a command means', () => {
  test.each<[string, object, Pick<Reading, 'kind' | 'verb' | 'refs'>]>([
    ['by number', { text: '领哨 128' }, { kind: 'command', verb: 'claim', refs: [128] }],
    [
      'by the quoted card',
      { text: '我们领', quote: '#131 待领哨｜油烟' },
      { kind: 'command', verb: 'claim', refs: 'quoted' },
    ],
    [
      'by a quote in the text',
      { text: '「小管家：#131 待领哨｜油烟」\n- - - - - - - - - - - - - - -\n我们领' },
      { kind: 'command', verb: 'claim', refs: 'quoted' },
    ],
    [
      'by a quote in XML',
      {
        text: XML(
          '我们领',
          57,
          '<refermsg><type>1</type><displayname>小管家</displayname><content>#131 待领哨</content></refermsg>',
        ),
      },
      { kind: 'command', verb: 'claim', refs: 'quoted' },
    ],
    [
      'the one the speaker is at',
      { text: '到现场了', recent: [128] },
      { kind: 'command', verb: 'arrive', refs: 'recent' },
    ],
    ['nobody’s', { text: '到现场了' }, { kind: 'ignore', verb: null, refs: [] }],
  ])('%s', (_, more, expected) => expect(readingOf({ room, ...more })).toMatchObject(expected))

  test('two candidates are a question', () => {
    expect(readingOf({ room, text: '到现场了', recent: [128, 131] }).warnings).toEqual(['which-case: 128 131'])
  })

  test('several commands in a message', () => {
    expect(readingOf({ room: { street: null }, text: '103号和105号大气科领了，104号给水科' })).toMatchObject({
      verb: 'claim',
      refs: [103, 105],
      also: [{ verb: 'assign', refs: [104] }],
    })
  })
})

describe('silence', () => {
  test.each<[string, object]>([
    ['a room nobody bound', { room: { bound: false }, text: '芳古园一区11号楼油烟大' }],
    ['a paper marked secret', { room, text: '机密\n芳古园一区11号楼油烟大' }],
    ['a forwarded record', { room, text: XML('群聊的聊天记录', 19, '<des>李强: 领哨 128</des>') }],
    ['the same, named so', { room, kind: 'forwarded', text: '领哨 128' }],
    ['words of a quote', { room, quote: '领哨 128', text: '好的' }],
    ['a voice', { room, kind: 'voice', text: '' }],
    ['a picture of nothing that was named', { room, kind: 'image', text: '看下这个' }],
  ])('%s', (_, line) => expect(readingOf(line)).toMatchObject({ kind: 'ignore', cases: [], verb: null }))
})

test('pictures go to the case their sender is at, a place says where it is', () => {
  expect(readingOf({ room, kind: 'image', recent: [128] })).toMatchObject({ kind: 'attach', refs: 'recent' })
  expect(readingOf({ room, kind: 'location', text: '芳古园一区11号楼' })).toMatchObject({
    kind: 'attach',
    fields: { street: '方庄街道', address: '芳古园一区11号楼' },
  })
})

test('why: the words that gave place, kind and fields, or the command', () => {
  const text = '【地址】芳城园二区8号楼\n【反映内容】饭馆油烟大'
  expect(readingOf({ room, text }).why).toEqual([
    { place: ['芳城园二区'], category: ['油烟', '饭馆', '烟'], fields: { address: '地址', content: '反映内容' } },
  ])
  expect(readingOf({ room, text: '我们领', quote: '#131 待领哨｜油烟' }).why).toEqual([
    { words: '我们领', case: 'the quoted card' },
  ])
})
