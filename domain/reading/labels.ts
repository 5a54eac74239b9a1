/** The fields of an order. `reporter` is the grid worker who sent it, never the complainant; `remark` makes no order by itself. */
export type Field =
  | 'externalNo'
  | 'street'
  | 'community'
  | 'address'
  | 'subject'
  | 'content'
  | 'title'
  | 'name'
  | 'phone'
  | 'otherPhone'
  | 'home'
  | 'deadline'
  | 'receivedAt'
  | 'occurred'
  | 'channel'
  | 'demand'
  | 'secrecy'
  | 'urgency'
  | 'reporter'
  | 'kind'
  | 'remark'
  | 'ignored'

const WORDS: Record<Field, string> = {
  externalNo:
    '工单编号 工单号 工单号码 案件编号 案件号 受理编号 受理号 单号 编号 流水号 诉求编号 事件编号 派单编号 任务编号 热线工单号 信访编号 序列号',
  street: '街道 街镇 所属街道 属地街道 被反映街乡镇 街乡镇 所属街镇 属地 被反映街道 街道乡镇',
  community: '社区 村社区 所属社区 所在村社区 社区村 村/社区 所在社区 社区/村 小区名称',
  address:
    '地址 地点 位置 问题点位 具体点位 点位 详细地址 具体地址 具体位置 问题地址 事发地址 事发地点 发生地址 发生地点 问题地点 案发地点 反映地址 诉求地址 小区点位 小区 问题位置 被反映地址 现场地址',
  home: '住址 家庭住址 居住地址 诉求人地址 联系地址',
  subject:
    '被反映对象 被投诉对象 反映对象 投诉对象 企业名称 单位名称 商户名称 被反映单位 被投诉单位 店名 商户 被举报单位 被举报对象 污染源 主体名称 涉事单位 问题主体',
  content:
    '反映内容 反应内容 内容 情况 问题 问题描述 诉求内容 主要内容 投诉内容 情况描述 反映情况 诉求描述 反映问题 问题内容 具体问题 具体情况 事件描述 举报内容 来电内容 诉求 投诉问题 情况说明 描述 事由 工单内容',
  title: '标题 诉求标题 工单标题 主题',
  name: '来电人 反映人 反应人 诉求人 投诉人 联系人 举报人 市民姓名 姓名 诉求人姓名 来电人姓名 反映人姓名 联系人姓名 投诉人姓名 信访人 来信人 市民 居民',
  phone:
    '电话 联系电话 手机 来电号码 联系方式 手机号 手机号码 电话号码 来电电话 来电人电话 诉求人电话 反映人电话 投诉人电话 联系人电话 诉求人联系电话 主叫号码 号码 联系手机 居民电话',
  otherPhone: '备用电话 其他电话 固定电话 座机 备用联系方式 第二联系电话 其他联系方式',
  deadline:
    '处理时限 办理时限 反馈截止 截止 截止时间 办理截止时间 反馈时限 办结时限 处理截止时间 截止日期 回复时限 反馈截止时间 办理期限 时限 处置时限 要求反馈时间 到期时间 办结截止时间 最晚反馈时间 限办时间',
  receivedAt:
    '来电时间 受理时间 派单时间 创建时间 接收时间 接单时间 登记时间 派发时间 分派时间 投诉时间 上报时间 收到时间 转办时间',
  occurred: '时间 发生时间 事发时间 问题时间 扰民时间 发生时段 时段 污染时间',
  channel: '来源 诉求来源 工单来源 案件来源 渠道 受理渠道 来源渠道 问题来源',
  demand: '要求 诉求要求 希望 市民要求 诉求目的 诉求人要求',
  secrecy: '是否保密 保密 信息保密 是否公开',
  urgency: '紧急程度 工单等级 优先级 等级 缓急程度 是否紧急 级别',
  reporter:
    '上报人 网格员 填报人 报送人 记录人 录入人 上报人电话 网格员电话 接线员 受理人 经办人 派单人 上报单位 承办单位 主办单位 协办单位 上报员 填报单位 巡查员 报送单位 转办人',
  kind: '诉求类型 工单类型 类型 问题分类 诉求分类 问题类型 一级分类 二级分类 三级分类 类别 分类 诉求类别 工单性质 案件类型 标签',
  remark: '备注 注 备注信息 其他备注 补充说明 特别说明 注意事项 其他说明',
  ignored:
    '序号 区县 城区 区 办理结果 处理结果 处理情况 办理情况 回访情况 状态 工单状态 附件 图片 照片 处理意见 办理意见 领导批示 满意度 办理状态 编制',
}
const FIELDS = new Map<string, Field>()
for (const [field, words] of Object.entries(WORDS))
  for (const word of words.split(' ')) FIELDS.set(word, field as Field)

/** Never a field inside running text, only at the beginning of a line or between brackets: too common in speech. */
const LINE_ONLY = new Set(
  '街道 街镇 属地 社区 小区 问题 情况 内容 诉求 要求 希望 时间 描述 居民 市民 区 注 注意事项 来源 类型 级别 等级 编号 位置 号码 标签 保密 商户 时限 截止'.split(
    ' ',
  ),
)
/** Followed by a blank only these begin a sentence rather than a field. */
const NEVER_BLANK = new Set(
  '居民 市民 区 小区 社区 街道 街镇 要求 希望 注 标签 保密 商户 备注 补充说明 特别说明 注意事项 其他说明 属地 诉求 级别 状态'.split(
    ' ',
  ),
)
/** May follow a value without a blank: «王女士电话:138…». */
const GLUED = new Set(
  '电话 联系电话 手机 手机号 来电号码 联系人 诉求人 反映人 投诉人 来电人 反映内容 问题描述 处理时限 办理时限 工单编号 案件编号 上报人 网格员 被反映对象 详细地址 诉求内容 联系方式'.split(
    ' ',
  ),
)

/** The field a label means («反映内容» content), or undefined. Blanks and brackets around it do not matter. */
export function fieldOf(label: string): Field | undefined {
  return FIELDS.get(label.replace(/[\s【】[\]{}<>\u300a\u300b:\uff1a*]/gu, ''))
}

interface Span {
  start: number
  end: number
}

export interface Label {
  field: Field
  word: string
  start: number
  /** Where its value begins. */
  end: number
}

const ALL = [...FIELDS.keys()]
  .sort((a, b) => b.length - a.length)
  .map((w) => w.split('').join('[ ]?'))
  .join('|')
const BRACKETED = `(?:[【\\[〔〖「『]|[{<\u300a](?=\\s*(?:${ALL})\\s*[}>\u300b]))\\s*(?:(${ALL})|([^【】\\[\\]〔〕〖〗「」『』\\n]{1,10}))\\s*[】\\]〕〗」』}>\u300b]\\s*[:\\uff1a]?`
const COLON = `(${ALL})\\s*(?:[(\\uff08][^()\\uff08\\uff09\\n]{0,8}[)\\uff09])?\\s*([:\\uff1a=]|[ \\t]+(?=\\S))`
const LABEL = new RegExp(
  `${BRACKETED}|${COLON}|(?<=^|\\n)[ \\t]*(?!\\d{1,2}[、.)\\uff09]|[①-⑳])[^\\s【】:\\uff1a,\\uff0c。;\\uff1b]{2,8}[:\\uff1a](?!\\d\\d\\b)`,
  'gu',
)
/** Before a field inside a line: «1)地点:… 2)问题:…». */
const INLINE_MARKER = /(?:(?:^|[^\d])\d{1,2}[、)\uff09.．]|[①-⑳]|[(\uff08]\d{1,2}[)\uff09])[ \t]*$/u
const MARKER = /^[ \t]*(?:\d{1,2}[、..)\uff09]|[①-⑳]|[-·•*])?[ \t]*$/u

/** Without one of these no label stands apart from its value. */
const PARTED = /[:\uff1a=【[〔〖「『{<\u300a]|[ \t]\S/u

/** All labels of a text in order; unknown bracketed or line-leading labels are `ignored` and only end the value before. */
export function findLabels(text: string): Label[] {
  const labels: Label[] = []
  if (!PARTED.test(text)) return labels
  const spaced = spacedLines(text)
  for (const match of text.matchAll(LABEL)) {
    const start = match.index
    const end = start + match[0].length
    const marked = match[3] === undefined ? 0 : markerBefore(text, start)
    const word = (match[1] ?? match[3] ?? '').replace(/ /gu, '')
    if (match[3] !== undefined && !marked && !standsFree(text, { start, word, blank: match[4]?.trim() === '', spaced }))
      continue
    const field = word ? fieldOf(word) : undefined
    if (field) labels.push({ field, word, start: start - marked, end })
    else if (match[2] === undefined || !/平台预警|预警|\d/u.test(match[2]))
      labels.push({ field: 'ignored', word: '', start, end })
  }
  return labels
}

interface Standing {
  start: number
  word: string
  /** A blank follows, no colon. */
  blank: boolean
  spaced: readonly Span[]
}

function standsFree(text: string, { start, word, blank, spaced }: Standing): boolean {
  if (blank && spaced.some((line) => start >= line.start && start < line.end))
    return /^\s?$/u.test(text[start - 1] ?? '')
  if (blank && NEVER_BLANK.has(word)) return false
  const line = text.slice(Math.max(0, start - 24), start)
  const head = line.slice(line.lastIndexOf('\n') + 1)
  if (MARKER.test(head) && (line.includes('\n') || start <= 24)) return true
  if (blank) return false
  const before = text[start - 1] ?? '\n'
  if (/[\s:\uff1a,\uff0c。;\uff1b、|)\uff09】\]]/u.test(before))
    return !LINE_ONLY.has(word) || /[\s|】;\uff1b]/u.test(before)
  return GLUED.has(word)
}

const BETWEEN_BLANKS = new RegExp(`(?<=^|[ \\t])(${ALL})(?=[ \\t]+\\S)`, 'gu')

/** Lines in which blanks alone part fields and values: at least three fields that say what an order says. */
function spacedLines(text: string): Span[] {
  const lines: Span[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const fields = new Set([...line.matchAll(BETWEEN_BLANKS)].map(([word]) => fieldOf(word)))
    const about = fields.has('address') || fields.has('content') || fields.has('subject')
    if (fields.size >= 3 && about) lines.push({ start, end: start + line.length })
    start += line.length + 1
  }
  return lines
}

function markerBefore(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - 6), start)
  const marker = INLINE_MARKER.exec(before.slice(before.lastIndexOf('\n') + 1))
  return marker ? marker[0].replace(/^[^\d①-⑳(\uff08]/u, '').length : 0
}
