import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folded } from '../../../domain/reading/fold.ts'
import { findPersonal, mask } from '../../../domain/reading/personal.ts'

describe('masking', () => {
  it.each([
    ['诉求人：王女士 电话13800001234', '诉求人：〔姓名〕 电话〔电话〕'],
    ['【诉求人】李晓明【联系电话】138 0000 1234', '【诉求人】〔姓名〕【联系电话】〔电话〕'],
    ['联系人:欧阳先生 １３８００００１２３４', '联系人:〔姓名〕 〔电话〕'],
    ['居民电话是幺三八零零零零五六七八', '居民电话是〔电话〕'],
    ['诉求人李某某 身份证110106199001010000 电话136 0000 8888', '诉求人〔姓名〕 身份证〔证件〕 电话〔电话〕'],
    ['拍到车牌了 京A·12345', '拍到车牌了 〔车牌〕'],
    ['京 A D 1 2 3 4 5 超标', '〔车牌〕 超标'],
    ['芳城园二区8号楼3单元502楼下油烟', '芳城园二区8号楼〔门牌〕楼下油烟'],
    ['首开华润城9-2-1203 邻居养狗', '首开华润城〔门牌〕 邻居养狗'],
    ['来电（63800000转801，手机13900002222）说', '来电（〔电话〕，手机〔电话〕）说'],
    ['赵师傅 1391234 0000', '〔姓名〕 〔电话〕'],
    ['张伟13800001234反映噪音', '〔姓名〕〔电话〕反映噪音'],
    ['联系人张晓红，张晓红说夜里吵', '联系人〔姓名〕，〔姓名〕说夜里吵'],
    ['【联系人】阿依古丽【电话】13800001234', '【联系人】〔姓名〕【电话】〔电话〕'],
    ['联系人陈洪电话13800001234', '联系人〔姓名〕电话〔电话〕'],
    ['业主公约已公示', '业主公约已公示'],
    ['楼上王建国家半夜敲墙', '楼上〔姓名〕家半夜敲墙'],
    ['李女士和张先生都投诉过', '〔姓名〕和〔姓名〕都投诉过'],
    ['工单编号202611222147003 时限2026-11-29 21:47', '工单编号202611222147003 时限2026-11-29 21:47'],
    ['芳古园一区第一社区11号楼底商油烟', '芳古园一区第一社区11号楼底商油烟'],
    ['马家堡某小区工地噪音', '马家堡某小区工地噪音'],
    ['2类 夜间 56.1 背景48.2', '2类 夜间 56.1 背景48.2'],
    ['芳古园一区11号楼12层1203油烟大', '芳古园一区11号楼〔门牌〕油烟大'],
    ['芳古园一区11楼502油烟大', '芳古园一区11楼〔门牌〕油烟大'],
    ['芳古园一区11号楼三单元五零二油烟大', '芳古园一区11号楼〔门牌〕油烟大'],
    ['我家502,我是502的住户', '我家〔门牌〕,我是〔门牌〕的住户'],
    ['地址11号楼2单元601室,他家601晚上最重', '地址11号楼〔门牌〕,他家〔门牌〕晚上最重'],
    ['11号楼3层100户,在502路车站旁', '11号楼3层100户,在502路车站旁'],
    ['他爱人张桂芬说晚上在家', '他爱人〔姓名〕说晚上在家'],
    ['业主叫王秀英,儿子李小明在家', '业主叫〔姓名〕,儿子〔姓名〕在家'],
    ['女儿高考,爱人怀孕在家,业主叫他在家等', '女儿高考,爱人怀孕在家,业主叫他在家等'],
  ])('«%s»', (text, masked) => expect(mask(text)).toBe(masked))

  it('what the case already knows is masked too', () => {
    expect(mask('刘小红又打来了 住2-501', ['刘小红', '2-501'])).toBe('〔姓名〕又打来了 住〔门牌〕')
    const door = ['2单元601室']
    expect(mask('约他在601等,给601家装了纱窗', door)).toBe('约他在〔门牌〕等,给〔门牌〕家装了纱窗')
    for (const other of ['#601', '601路公交', '油烟601微克', '6010', '601.5'])
      expect(mask(`${other} 已看`, door)).toBe(`${other} 已看`)
    expect(mask('号码 01063800001', ['01063800001'])).not.toMatch(/6380/u)
  })

  it('tells where each piece stands in the text as given', () => {
    const text = '\u200b李女士　１３８　００００　１２３４'
    for (const { start, end, value, kind } of findPersonal(text)) {
      const piece = text.slice(start, end)
      expect(kind === 'phone' ? piece.normalize('NFKC').replace(/\D/gu, '') : piece).toBe(value)
    }
    expect(findPersonal(text).map((p) => p.kind)).toEqual(['name', 'phone'])
  })
})

const wide = (text: string): string => [...text].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')
const digits = (n: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9]{${n}}$`, 'u'))
const separated = (value: string): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom('', '', ' ', '-', '—', '\u3000', '·'), { minLength: value.length, maxLength: value.length })
    .map((gaps) => [...value].map((c, i) => c + (i < value.length - 1 ? gaps[i] : '')).join(''))
const mobile = fc
  .tuple(fc.constantFrom('3', '5', '7', '8', '9'), digits(9))
  .map(([second, rest]) => `1${second}${rest}`)
const identity = fc
  .tuple(digits(3), fc.constantFrom('0', 'X', 'x', '7'), fc.constantFrom('19900307', '20011231', '19780110'))
  .map(([order, check, born]) => `110106${born}${order}${check}`)
const plate = fc
  .tuple(fc.constantFrom('京', '冀', '津'), fc.constantFrom('A', 'N', 'Q'), digits(5))
  .map((p) => p.join(''))
const around = fc.constantFrom(
  '',
  '电话',
  '诉求人：',
  '，楼下油烟 ',
  '\n',
  '3号楼 ',
  '【联系电话】',
  '王女士 ',
  '噪音，',
)
const written = (value: string): fc.Arbitrary<string> =>
  fc.oneof(fc.constant(value), fc.constant(value.replace(/\d+/gu, wide)), separated(value))
const bare = (text: string): string => folded(text).text.replace(/[^0-9A-Za-z\u4e00-\u9fff]/gu, '')

describe('nothing personal survives', () => {
  it.each([
    ['mobile', mobile],
    ['identity number', identity],
    ['plate', plate],
  ] as const)('a %s in any writing', (_name, kind) => {
    fc.assert(
      fc.property(
        kind.chain((value) => fc.tuple(fc.constant(value), written(value))),
        around,
        around,
        ([value, form], before, after) => {
          const masked = mask(`${before}${form}${after}`)
          expect(bare(masked)).not.toContain(value)
          expect(findPersonal(masked).filter((p) => p.kind !== 'name')).toEqual([])
        },
      ),
      { numRuns: 400 },
    )
  })

  it('a masked text has no mobile, identity number or plate, whatever it was', () => {
    const pieces = fc.array(
      fc.oneof(
        mobile,
        identity,
        plate,
        fc.string({ unit: 'binary' }),
        around,
        digits(3),
        fc.constantFrom('-', ' ', '1', '京'),
      ),
      {
        maxLength: 12,
      },
    )
    fc.assert(
      fc.property(pieces, (parts) => {
        const masked = folded(mask(parts.join(''))).text
        expect(masked).not.toMatch(/(?<![0-9])1[3-9][0-9]{9}(?![0-9])/u)
        expect(masked).not.toMatch(
          /(?<![0-9])[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9])/u,
        )
        expect(masked).not.toMatch(/[京津冀][A-Z][A-Z0-9]{5}/u)
      }),
      { numRuns: 500 },
    )
  })
})

describe('names in fields and sentences that were missed', () => {
  const fields = '[地址]方庄街道芳古园一区11号楼底商[反映内容]油烟大[诉求人]魏无羡[联系电话]13800001234'
  it.each(['［］', '｛｝', '＜＞', '<>', '《》', '｜｜', '【】', '〔〕'])('in brackets %s', (pair) => {
    const [open = '', close = ''] = pair
    const text = fields.replaceAll('[', open).replaceAll(']', close)
    expect(mask(text)).not.toMatch(/魏无羡|13800001234/)
  })

  it.each([
    ['1号楼302室王建国家油烟大', '1号楼〔门牌〕〔姓名〕家油烟大'],
    ['302室王建国,油烟大', '〔门牌〕〔姓名〕,油烟大'],
    ['住户薛洋说油烟大', '住户〔姓名〕说油烟大'],
    ['居民聂怀桑也说有味', '居民〔姓名〕也说有味'],
    ['反映人=江厌离,油烟大', '反映人=〔姓名〕,油烟大'],
    ['投诉人:Anna,油烟大', '投诉人:〔姓名〕,油烟大'],
    ['联系人:〔证件〕', '联系人:〔证件〕'],
    ['居民都反映油烟大', '居民都反映油烟大'],
    ['居民向社区反映过', '居民向社区反映过'],
    ['居民强烈要求整改', '居民强烈要求整改'],
    ['11号楼王建家具店', '11号楼王建家具店'],
    ['联系人:保密', '联系人:保密'],
    ['诉求人要求尽快处理', '诉求人要求尽快处理'],
  ])('%s', (text, masked) => expect(mask(text)).toBe(masked))
})
