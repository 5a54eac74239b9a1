import { describe, expect, it } from 'vitest'
import { communitiesOf, STREETS } from '../../../domain/reading/gazetteer.ts'
import { readPlace } from '../../../domain/reading/place.ts'

const kinds = (text: string, street?: string): string[] =>
  readPlace(text, street === undefined ? {} : { street }).notes.map((n) => n.kind)

describe('the gazetteer', () => {
  it('knows 26 streets and 440 communities', () => {
    expect(STREETS).toHaveLength(26)
    expect(STREETS.flatMap(communitiesOf)).toHaveLength(440)
  })

  it('finds every community by its full name, and its street by it', () => {
    const wrong = STREETS.flatMap((street) =>
      communitiesOf(street)
        .map((name) => ({ name, street, got: readPlace(`${name}有噪音`) }))
        .filter(({ name, got }) => got.community !== name || got.street !== street),
    )
    expect(wrong.map((w) => `${w.name} ${w.got.community}`)).toEqual([])
  })

  it('finds every street by its full name', () => {
    for (const street of STREETS) expect(readPlace(`${street}工地扬尘`).street).toBe(street)
  })
})

describe('places in text', () => {
  it.each([
    ['方庄芳群园四区12号楼南边工地', '方庄街道', '芳群园四区社区', '芳群园四区12号楼南边工地'],
    ['芳群园4区3号楼', '方庄街道', '芳群园四区社区', '芳群园4区3号楼'],
    ['芳古园一区第一社区11号楼底商', '方庄街道', '芳古园一区第一社区', '芳古园一区第一社区11号楼底商'],
    ['开阳里三区对面', '右安门街道', '开阳里第三社区', '开阳里三区对面'],
    ['和义东里二区北侧裸地', '和义街道', '和义东里第二社区', '和义东里二区北侧裸地'],
    ['马家堡西里一区20号楼', '马家堡街道', '西里第一社区', '马家堡西里一区20号楼'],
    ['云岗北区12号楼', '云岗街道', '北区社区', '云岗北区12号楼'],
    ['新发地村北口', '花乡街道', '新发地村', '新发地村北口'],
    ['槐房村村口', '南苑街道', '槐房村', '槐房村村口'],
    ['北大地16号院3号楼', '五里店街道', '北大地十六号院社区', '北大地16号院3号楼'],
    ['丰体时代楼下', '五里店街道', '丰体时代花园社区', '丰体时代楼下'],
    ['西罗园南里果园这边', '大红门街道', '西罗园南里果园社区', '西罗园南里果园'],
    ['王佐镇怪村', '王佐镇', '怪村', '怪村'],
    ['三环新城6号院7号楼底商', '新村街道', undefined, '三环新城6号院7号楼底商'],
    ['芳古园那边', '方庄街道', undefined, '芳古园'],
    ['大瓦窑村东头', '卢沟桥街道', '大瓦窑村', '大瓦窑村东头'],
  ])('«%s»', (text, street, community, address) => {
    const place = readPlace(text)
    expect([place.street, place.community, place.address]).toEqual([street, community, address])
  })

  it('old names are today’s streets, and said', () => {
    expect(readPlace('长辛店镇李家峪村村西')).toMatchObject({ street: '北宫镇', community: '李家峪村' })
    expect(kinds('长辛店镇李家峪村村西')).toEqual(['old-name'])
    expect(readPlace('卢沟桥街道六里桥北里3号楼')).toMatchObject({ street: '六里桥街道', community: '六里桥北里社区' })
    expect(kinds('卢沟桥街道六里桥北里3号楼')).toEqual(['old-name'])
    expect(readPlace('宛平城地区老庄子社区').street).toBe('宛平街道')
    expect(readPlace('长辛店街道陈庄社区').street).toBe('长辛店街道')
  })

  it('the community decides the street, and a conflict is said', () => {
    const place = readPlace('大红门街道石榴庄东街社区')
    expect(place).toMatchObject({ street: '石榴庄街道', community: '石榴庄东街社区' })
    expect(place.notes).toEqual([
      { kind: 'street-conflict', said: '大红门街道', street: '石榴庄街道', community: '石榴庄东街社区' },
    ])
  })

  it('what fits several communities stays open and is said', () => {
    const place = readPlace('芳古园一区11号楼')
    expect(place).toMatchObject({ street: '方庄街道', address: '芳古园一区11号楼' })
    expect(place.community).toBeUndefined()
    expect(place.notes[0]).toMatchObject({
      kind: 'ambiguous-place',
      candidates: ['芳古园一区第一社区', '芳古园一区第二社区'],
    })
  })

  it('the room’s street decides only what the text leaves open', () => {
    expect(readPlace('小区南门工地', { street: '看丹街道' })).toMatchObject({ street: '看丹街道', named: false })
    expect(readPlace('芳星园一区工地', { street: '看丹街道' }).street).toBe('方庄街道')
    expect(readPlace('马草河六圈段', { street: '看丹街道' })).toMatchObject({
      community: '六圈村',
      address: '马草河六圈段',
    })
  })

  it.each([
    ['芳城园三区5号楼3单元502', '芳城园三区5号楼', '3单元502'],
    ['芳城园三区5号楼3单元5层502室楼下', '芳城园三区5号楼', '3单元5层502室'],
    ['首开华润城9-2-1203', '首开华润城9号楼', '2-1203'],
    ['翠林二里8号楼302', '翠林二里8号楼', '302'],
  ])('«%s»: the door is kept apart', (text, address, flat) => {
    const place = readPlace(text, { whole: true })
    expect(place.address).toContain(address)
    expect(place.address).not.toContain('50')
    expect(place.flat).toBe(flat)
  })

  it.each([
    '当时村里有人来',
    '奇怪村里没人',
    '中午去机场',
    '我们新村见',
    '太阳向阳花',
    '今天怪冷的',
    '权利和义务',
    '建设和谐家园',
  ])('«%s» names no place', (text) => {
    expect(readPlace(text).named).toBe(false)
  })

  it('a road with another street’s name is said, and the room’s street taken', () => {
    const place = readPlace('成寿寺路134号院油烟大', { street: '方庄街道' })
    expect(place).toMatchObject({ street: '方庄街道', address: '成寿寺路134号院' })
    expect(place.notes).toEqual([{ kind: 'road-elsewhere', name: '成寿寺路', street: '方庄街道', other: '成寿寺街道' }])
    expect(readPlace('方庄路3号院', { street: '方庄街道' }).notes).toEqual([])
    expect(readPlace('方庄街道成寿寺路134号院').notes).toEqual([])
  })

  it.each([
    ['朝阳区望京街道油烟大', '朝阳区望京街道'],
    ['朝阳区望京街道望京西园四区油烟大', '朝阳区望京街道望京西园四区'],
  ])('«%s» keeps the whole name of a street elsewhere', (text, address) => {
    expect(readPlace(text, { street: '方庄街道' }).address).toBe(address)
  })

  it('another district is outside', () => {
    expect(readPlace('大兴区西红门工地噪音')).toMatchObject({
      named: false,
      notes: [{ kind: 'outside', place: '大兴区' }],
    })
  })
})
