import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Complaint, type ComplaintReading, readComplaints } from '../../../domain/reading/complaint.ts'
import { mask } from '../../../domain/reading/personal.ts'

const now = Date.parse('2026-11-23T09:30:00+08:00')
const at = (text: string): number => Date.parse(`${text}:00+08:00`)
const read = (text: string, street?: string): ComplaintReading =>
  readComplaints(text, street === undefined ? { now } : { now, street })
const one = (text: string, street?: string): Complaint => {
  const { complaints } = read(text, street)
  expect(complaints).toHaveLength(1)
  return complaints[0] as Complaint
}

const order = {
  externalNo: '202611230915022',
  street: '看丹街道',
  community: '富锦嘉园社区',
  address: '富锦嘉园3号楼底商',
  subject: '川香饭店',
  category: 'air.catering_fume',
  name: '刘女士',
  phone: '13800007777',
  deadline: at('2026-11-30T09:15'),
}

describe('where an order came from when it does not say', () => {
  const place = '【地址】方庄街道芳古园一区11号楼底商【反映内容】老灶火锅晚间排油烟'
  it.each([
    ['a term', '【处理时限】7天', '12345'],
    ['a complainant', '【诉求人】王女士', '12345'],
    ['a phone to call back', '【联系电话】13800001234', '12345'],
    ['all of them', '【联系电话】13800001234【处理时限】7天', '12345'],
    ['nothing of these', '', undefined],
    ['a sender with a phone', '【上报人】小刘【联系电话】13800001234', undefined],
    ['its own word', '【来源】网格上报【诉求人】王女士', 'grid'],
  ])('%s', (_what, more, channel) => expect(one(place + more).channel).toBe(channel))
})

describe('备注 is part of what the order says', () => {
  const lines = '【地址】方庄街道芳古园一区11号楼底商\n【反映内容】油烟大\n【诉求人】王女士\n'
  it.each([
    ['【备注】诉求人要求保密', { confidential: true, urgent: false }],
    ['【备注】保密,请勿泄露诉求人信息', { confidential: true }],
    ['备注:不愿透露姓名', { confidential: true }],
    ['【补充说明】诉求人要求保密', { confidential: true }],
    ['【备注】多人头晕呕吐', { confidential: false, urgent: true }],
    ['【备注】紧急联系人李先生', { urgent: false }],
    ['【备注】第二次来电', { confidential: false, urgent: false, content: '油烟大;备注:第二次来电' }],
    ['【备注】无', { confidential: false, content: '油烟大' }],
    ['【是否保密】否\n【备注】第二次来电,要求保密', { confidential: false }],
  ])('%s', (remark, expected) => expect(one(lines + remark)).toMatchObject({ ...expected, missing: [] }))

  it('in a pasted sheet too', () => {
    const rows =
      '工单编号\t地址\t反映内容\t备注\n202611230001\t方庄街道芳古园一区11号楼底商\t油烟大\t诉求人要求保密\n202611230002\t方庄街道芳城园二区8号楼\t油烟大\t'
    expect(read(rows).complaints.map(({ confidential }) => confidential)).toEqual([true, false])
  })
})

describe('fields in one line', () => {
  it.each([
    '1)地点:芳古园一区11号楼底商 2)问题:火锅店油烟大 3)反映人:王女士 4)手机:13800001234',
    '1)地点:芳古园一区11号楼底商2)问题:火锅店油烟大3)反映人:王女士4)手机:13800001234',
    '①地点:芳古园一区11号楼底商 ②问题:火锅店油烟大 ③反映人:王女士 ④手机:13800001234',
    '1、地点:芳古园一区11号楼底商 2、问题:火锅店油烟大 3、反映人:王女士 4、手机:13800001234',
    '地址 芳古园一区11号楼底商 反映内容 火锅店油烟大 诉求人 王女士 电话 13800001234',
    '工单编号 202611230001 街道 方庄街道 地址 芳古园一区11号楼底商 问题 火锅店油烟大 联系人 王女士 联系电话 13800001234 处理时限 7天',
  ])('%s', (text) => {
    expect(read(text, '方庄街道').structured).toBe(true)
    expect(one(text, '方庄街道')).toMatchObject({
      street: '方庄街道',
      address: '芳古园一区11号楼底商',
      content: '火锅店油烟大',
      name: '王女士',
      phone: '13800001234',
      channel: '12345',
      missing: [],
    })
  })
})

describe('one structured order in every layout', () => {
  it.each([
    [
      'brackets, one line each',
      '【工单编号】202611230915022\n【地址】丰台区看丹街道富锦嘉园3号楼底商\n【被反映对象】川香饭店\n【反映内容】油烟直排,家里全是味\n【诉求人】刘女士\n【联系电话】13800007777\n【处理时限】2026-11-30 09:15',
    ],
    [
      'colons, full width, other words',
      '受理编号：２０２６１１２３０９１５０２２\n问题点位：看丹街道富锦嘉园3号楼底商\n被投诉对象：川香饭店\n反应内容：油烟直排，家里全是味\n反映人：刘女士\n来电号码：１３８００００７７７７\n反馈截止：2026/11/30 9:15',
    ],
    [
      'one line with blanks',
      '案件编号:202611230915022 地点:看丹街道富锦嘉园3号楼底商 被反映对象:川香饭店 问题:油烟直排家里全是味 来电人:刘女士 电话:138-0000-7777 处理时限:11/30 9:15',
    ],
    [
      'square brackets in one line',
      '[单号]202611230915022[街道]看丹街道[位置]富锦嘉园3号楼底商[商户]川香饭店[情况]油烟直排[投诉人]刘女士[手机]138 0000 7777[截止]2026-11-30 09:15:00',
    ],
    [
      'label, tab, value',
      '工单编号\t202611230915022\n地址\t看丹街道富锦嘉园3号楼底商\n被反映对象\t川香饭店\n反映内容\t油烟直排\n诉求人\t刘女士\n联系电话\t13800007777\n办理时限\t2026-11-30 09:15',
    ],
    [
      'spread labels and the phone beside the name',
      '单 号：202611230915022\n地 址：看丹街道富锦嘉园3号楼底商\n被反映对象：川香饭店\n内 容：油烟直排\n联 系 人：刘女士 13800007777\n截止时间：11月30日9点15分',
    ],
    [
      'rows with a header',
      '编号\t街道\t地址\t被反映对象\t反映内容\t联系人\t电话\t处理时限\n202611230915022\t看丹街道\t富锦嘉园3号楼底商\t川香饭店\t油烟直排\t刘女士\t13800007777\t2026-11-30 09:15',
    ],
  ])('%s', (_layout, text) => {
    expect(read(text)).toMatchObject({ structured: true, pollution: true, place: true })
    expect(one(text)).toMatchObject({ ...order, missing: [], confidential: false, urgent: false })
    expect(mask(text)).not.toMatch(/7777|刘/u)
  })

  it('labels with only a blank after them', () => {
    expect(
      one(
        '【12345工单】\n单号 202611230000123\n地址 马家堡街道星河苑2号院5号楼\n内容 楼顶排烟风机噪音大\n电话 13812340001 韩先生\n时限 7天',
      ),
    ).toMatchObject({
      externalNo: '202611230000123',
      channel: '12345',
      address: '星河苑2号院5号楼',
      name: '韩先生',
      grade: '7d',
      missing: [],
    })
  })

  it('place and problem without a label of their own', () => {
    expect(
      one(
        '转：受理编号:QX202611220088，丰台区玉泉营街道草桥欣园一区7号楼，反映楼下酒吧音乐声大，联系电话：010-87600011，投诉人：贾先生，截止时间：2026-11-29 12:00',
      ),
    ).toMatchObject({
      externalNo: 'QX202611220088',
      community: '草桥欣园第一社区',
      category: 'noise.social.equipment',
      phone: '01087600011',
      missing: [],
    })
  })

  it('where the complainant lives stands in for a place that is not given', () => {
    expect(
      one('姓名：史先生\n手机号：13812340013\n住址：假日风景B区2号楼1单元1502\n反映问题：楼下超市冷柜外机嗡嗡响'),
    ).toMatchObject({
      community: '假日风景社区',
      address: '假日风景B区2号楼',
      flat: '1单元1502',
    })
  })

  it('a table with bars', () => {
    expect(
      read(
        '|编号|地址|反映内容|电话|\n|301|珠江紫台3号楼|地下车库风机噪音|13812340005|\n|302|汇锦苑5号楼|夜间施工|13812340006|',
      ).complaints,
    ).toMatchObject([
      { externalNo: '301', community: '珠江紫台社区', phone: '13812340005' },
      { externalNo: '302', community: '汇锦苑社区', phone: '13812340006' },
    ])
  })

  it('rows without a header are read by what the cells hold', () => {
    const { structured, complaints } = read(
      '1003\t新村街道\t三环新城6号院7号楼底商\t烤肉店油烟呛人\t钱先生\t13800001112\n1004\t云岗街道\t云岗北区12号楼\t地下室水泵噪声\t周女士\t13800001113',
    )
    expect(structured).toBe(true)
    expect(complaints).toMatchObject([
      {
        externalNo: '1003',
        street: '新村街道',
        address: '三环新城6号院7号楼底商',
        name: '钱先生',
        phone: '13800001112',
        category: 'air.catering_fume',
      },
      {
        externalNo: '1004',
        street: '云岗街道',
        community: '北区社区',
        name: '周女士',
        phone: '13800001113',
        category: 'noise.shared_facility',
      },
    ])
  })

  it('an empty cell stays empty and takes nothing from its neighbour', () => {
    const { complaints } = read(
      '编号\t地址\t内容\t联系人\t电话\n7\t蔚园小区2号楼\t饭馆油烟\t\t\n8\t秀园小区5号楼\t夜间施工噪音\t冯女士\t13800006661',
    )
    expect(complaints.map((c) => [c.externalNo, c.name, c.phone])).toEqual([
      ['7', undefined, undefined],
      ['8', '冯女士', '13800006661'],
    ])
  })

  it('a cell with line breaks in quotes is one cell', () => {
    const { complaints } = read(
      '编号\t地址\t内容\n11\t翠林三里8号楼\t"第一,油烟大\n第二,晚上更大"\n12\t玉安园5号楼\t电梯噪音',
    )
    expect(complaints.map((c) => c.externalNo)).toEqual(['11', '12'])
    expect(complaints[0]?.content).toContain('第二')
  })

  it('the grid worker who reports is not the complainant', () => {
    const complaint = one('案件编号:20261123-031 地点:嘉园三里5号楼 问题:楼下烧烤店油烟直排 上报人:小郭 13800005555')
    expect(complaint).toMatchObject({ externalNo: '20261123-031', community: '嘉园三里社区', subject: '烧烤店' })
    expect(complaint.name).toBeUndefined()
    expect(complaint.phone).toBeUndefined()
  })

  it('several orders one after another are several cases', () => {
    const { complaints } = read(
      '工单编号：A1100001\n地址：芳星园二区6号楼\n内容：楼顶风机噪音\n电话：13800000001\n\n工单编号：A1100002\n地址：紫芳园南里3号楼\n内容：工地扬尘\n电话：13800000002',
    )
    expect(complaints.map((c) => [c.externalNo, c.community, c.phone])).toEqual([
      ['A1100001', '芳星园二区社区', '13800000001'],
      ['A1100002', '紫芳园南里社区', '13800000002'],
    ])
  })

  it('numbered orders carry their own labels', () => {
    const { complaints } = read(
      '1. 地址:芳星园二区6号楼 内容:楼顶风机噪音 电话:13800000001\n2. 地址:紫芳园南里3号楼 内容:工地扬尘 电话:13800000002',
    )
    expect(complaints.map((c) => [c.community, c.category, c.phone])).toEqual([
      ['芳星园二区社区', 'noise.social.equipment', '13800000001'],
      ['紫芳园南里社区', 'air.dust.construction', '13800000002'],
    ])
  })

  it('a list inside the content is one complaint', () => {
    const complaint = one(
      '地址：青塔西里18号楼\n反映内容：1、楼下餐馆油烟大；2、空调外机噪音。\n联系人：吴先生\n电话：13812345678',
    )
    expect(complaint).toMatchObject({ category: 'air.catering_fume', name: '吴先生' })
    expect(complaint.notes).toContainEqual({ kind: 'also', category: 'noise.social.equipment' })
  })

  it('door, identity number and span are read and noted', () => {
    const complaint = one(
      '地址：和义西里二区9号楼3单元502\n内容：楼上跑跳\n诉求人：孙某某 身份证110106199003070012\n处理时限：7天',
    )
    expect(complaint).toMatchObject({
      address: '和义西里二区9号楼',
      flat: '3单元502',
      subject: '某住户',
      grade: '7d',
      deadline: now + 7 * 86_400_000,
    })
    expect(complaint.notes.map((n) => n.kind)).toEqual(expect.arrayContaining(['identity-number', 'deadline-derived']))
  })

  it('what is missing is named', () => {
    expect(one('工单编号：202611230915077\n诉求人：何女士\n反映内容：晚上油烟太大')).toMatchObject({
      missing: ['place'],
    })
    expect(one('工单编号：202611230915078\n地址：芳城东里3号楼\n诉求人：何女士')).toMatchObject({
      missing: ['problem'],
    })
  })

  it('secrecy and urgency are the order’s own or the words’', () => {
    expect(one('地址：西局欣园5号楼\n内容：变压器低频噪音\n是否保密：是')).toMatchObject({
      confidential: true,
      urgent: false,
    })
    expect(one('地址：西局欣园5号楼\n内容：变压器低频噪音\n是否保密：否').confidential).toBe(false)
    expect(one('地址：西局欣园5号楼\n内容：闻到刺鼻气味,有人头晕\n紧急程度：一般').urgent).toBe(true)
    expect(one('地址：西局欣园5号楼\n内容：变压器噪音\n紧急程度：特急').urgent).toBe(true)
    expect(one('地址：西局欣园5号楼\n内容：变压器噪音\n紧急程度：一般').urgent).toBe(false)
  })

  it('the source is the one that is named', () => {
    expect(one('【来源】12369微信【地址】玉安园5号楼【内容】裸地扬尘').channel).toBe('12369')
    expect(one('信访转来\n地址：玉安园5号楼\n内容：裸地扬尘').channel).toBe('petition')
    expect(one('地址：玉安园5号楼\n内容：裸地扬尘').channel).toBeUndefined()
    // A phone and a plate that hold the digits are no hotline.
    for (const words of ['电话13912345678', '车牌京A12345', '单号8812369'])
      expect(one(`芳星园三区 渣土车遗撒 ${words}`).channel).toBeUndefined()
  })
})

describe('what looks like an order and is none', () => {
  it.each([
    [
      'an invitation',
      '会议通知\n时间：周三上午9点\n地点：方庄街道办事处三层会议室\n内容：油烟治理培训\n联系人：小赵\n电话：63800005',
    ],
    ['a roster', '姓名\t单位\t电话\n张三\t执法一队\t13800001234\n李四\t水科\t13800001235'],
    ['a roster without a header', '张三\t执法一队\t队员\n李四\t水科\t科员'],
    ['an activity', '时间：周六\n地点：小区南门\n要求：穿工作服'],
  ])('%s', (_what, text) => {
    const { structured, pollution, place } = read(text)
    expect(structured || (pollution && place)).toBe(false)
  })

  it('an order about something else is an order still', () => {
    expect(read('工单编号：202611230915099\n地址：芳城东里3号楼\n反映内容：停车位被占').structured).toBe(true)
  })
})

describe('free text', () => {
  it.each([
    ['方庄芳群园四区12号楼南边工地后半夜还在打桩', '芳群园四区社区', 'noise.construction'],
    ['万源南里9号楼楼上小孩天天跑跳 物业不管', '万源南里社区', 'noise.social.neighbour'],
    ['王佐镇沙锅村 猪圈臭', '沙锅村', 'air.odor'],
    ['西马金润家园二区底商洗衣店干洗味 电话63800002', '金润家园二社区', 'air.odor'],
  ])('«%s»', (text, community, category) => {
    expect(read(text)).toMatchObject({ structured: false, pollution: true, place: true })
    expect(one(text)).toMatchObject({ community, category, missing: [] })
  })

  it.each([
    '收到',
    '1',
    '中午食堂吃饺子',
    '今天油烟味好大哈哈',
    '芳群园四区今天开会',
    '好的马上去',
    '',
    '   ',
    '@所有人 开会',
  ])('«%s» is no complaint', (text) => {
    const { structured, pollution, place } = read(text)
    expect(structured || (pollution && place)).toBe(false)
  })

  it('a spoken message without punctuation', () => {
    expect(
      one(
        '喂你好我是看丹街道的就是四合欣园小区六号楼后面那个饭馆油烟机的噪声特别大晚上十一点了还响居民电话是幺三八零零零零六六七七',
      ),
    ).toMatchObject({
      street: '看丹街道',
      community: '四合欣园社区',
      category: 'noise.social.equipment',
      phone: '13800006677',
    })
  })

  it('a numbered list keeps each phone with its own case', () => {
    const { complaints } = read(
      '今天3件：\n1、翠林二里8号楼水泵嗡嗡响 张先生13900000011\n2、开阳里三区对面饭馆油烟味大\n3.玉林西里 有人烧垃圾 电话63800009',
    )
    expect(complaints.map((c) => [c.community, c.category, c.phone, c.name])).toEqual([
      ['翠林二里社区', 'noise.shared_facility', '13900000011', '张先生'],
      ['开阳里第三社区', 'air.catering_fume', undefined, undefined],
      ['玉林西里社区', 'air.burning', '01063800009', undefined],
    ])
  })

  it('two subjects and two phones are never paired', () => {
    const { complaints } = read(
      '四合欣园小区门口洗衣店干洗味 还有隔壁打印店 都在四合欣园2号楼 两个人投诉的 13800003331 13800004441',
    )
    expect(complaints.map((c) => [c.subject, c.phone, c.name])).toEqual([
      ['洗衣店', undefined, undefined],
      ['打印店', undefined, undefined],
    ])
    expect(complaints[0]?.notes).toContainEqual({ kind: 'ambiguous-phone', count: 2 })
  })

  it('lines with a place and a nuisance each are a case each', () => {
    const { complaints } = read('方庄芳星园一区工地扬尘 13811110001\n和义西里二区 油烟扰民 13811110002')
    expect(complaints.map((c) => [c.street, c.phone])).toEqual([
      ['方庄街道', '13811110001'],
      ['和义街道', '13811110002'],
    ])
  })

  it('the room’s street is only a hint', () => {
    expect(one('小区南门工地夜间施工', '青塔街道')).toMatchObject({ street: '青塔街道' })
    expect(one('芳星园一区工地夜间施工', '青塔街道')).toMatchObject({ street: '方庄街道' })
    expect(read('小区南门工地夜间施工', '青塔街道').place).toBe(false)
  })
})

describe('whatever is sent', () => {
  it('never throws', () => {
    const pieces = fc.constantFrom(
      '地址：',
      '【',
      '】',
      '\t',
      '\n',
      '1、',
      '13800001234',
      '芳群园四区',
      '油烟',
      '诉求人:',
      '"',
      '京A',
      '3单元',
      '昨晚',
      '12月',
      '还有',
      '编号\t地址\t内容\n',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 60 })
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (message) => {
        const { complaints } = read(message)
        for (const c of complaints) expect(typeof c.content).toBe('string')
        mask(message)
      }),
      { numRuns: 1500 },
    )
  })

  it('a hundred thousand characters are read in a moment', () => {
    for (const piece of [
      '3单元',
      '1-1-',
      '芳群园四区',
      '1、芳群园四区工地噪音\n',
      '【',
      '138 ',
      '还有一家饭馆噪音',
      '王',
      '地址:\t',
    ]) {
      const text = piece.repeat(Math.ceil(100_000 / piece.length))
      const before = process.cpuUsage()
      read(text)
      mask(text)
      // Processor time: however busy the machine is, nothing grows with the square of a message.
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000)
    }
  })
})
