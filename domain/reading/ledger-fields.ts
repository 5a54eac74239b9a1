import { type Field, fieldOf } from './labels.ts'
import { columnOf } from './platform-columns.ts'

/** What a column of a ledger (台账) may hold. */
export type LedgerField = keyof typeof WORDS

/** By field: its own name first, then how headers write it where neither an order nor the platform's revisits do. */
const WORDS = {
  row: '序号',
  no: '编号 领哨编号 系统编号 件号 案件序号',
  externalNo: '工单编号',
  receivedAt: '受理时间 受理日期 来件时间 来件日期 收件时间 接件时间 登记日期 派单日期 来电日期 接收日期 日期',
  channel: '来源 来件渠道 案件渠道',
  grade: '等级 工单类别 时限要求',
  street: '街镇',
  community: '社区',
  address: '地址',
  content: '反映内容 反映事项 诉求事项 主要诉求 案件内容 案情 案情摘要',
  category: '类别 污染类型 污染类别 要素 环境要素 案件类别',
  industry: '行业 行业类别 行业类型 所属行业',
  subject: '被反映对象 被反映人 对象',
  name: '诉求人',
  phone: '联系电话',
  basis: '口径 案件口径 考核口径 办理口径',
  state: '办理状态 状态 当前状态 案件状态 进度 办理进度',
  firstReceiver: '首接单位 首接 首接科室 首派单位 首次接收单位',
  unit: '承办单位 主办单位 责任单位 承办科室 责任科室 办理单位 处理单位 经办单位',
  owner: '承办人 责任人 办理人 经办人 负责人 处理人 承办人员',
  helpers: '协办单位 协同单位 配合单位',
  whistled: '吹哨 吹哨情况 吹哨单位',
  claimedAt: '领哨时间 认领时间 领取时间 首接时间 领哨日期',
  contactedAt: '联系时间 联系诉求人时间 首次联系时间 联系日期 响应时间',
  arrivedAt: '到场时间 到达时间 现场时间 到现场时间 到场日期 核查时间 现场核查时间',
  tested: '检测情况 检测 监测情况 检测结果 监测结果 检测数据 监测数据',
  standard: '检测标准 执行标准 标准 评价标准 适用标准',
  verdict: '检测结论 监测结论 是否达标 达标情况 结论 判定结果 是否超标',
  testedAt: '检测时间 监测时间 检测日期 监测日期',
  handling: '处置情况 处理情况 办理情况 整改情况 处理结果 办理结果 处置措施 办理过程 现场情况 调查情况',
  handledAt: '处置时间 整改时间 处理时间 完成时间 处置日期',
  revisit: '回访结果 局内回访 局回访 回访情况 局内回访结果 自行回访 内部回访',
  revisitedAt: '回访时间 局内回访时间 回访日期',
  result: '办结结果 办结情况 办结类型 结案情况 处理结论',
  repliedAt: '回复时间 平台回复时间 答复时间 反馈时间 回复日期',
  closedAt: '办结时间 结案时间 办结日期 销号时间',
  deadline: '截止时间',
  inTime: '是否按时 是否按期 是否超期 按时办结 是否按时办结 是否按期办结 是否逾期 是否超时 按时',
  cityContacted: '市回访响应 市回访联系 是否响应',
  citySolved: '市回访解决 是否解决',
  citySatisfied: '市回访满意 是否满意',
  city: '市回访 市回访结果 市级回访 市级回访结果',
  cityAt: '市回访时间 市级回访时间',
  supervised: '督办 是否督办 督办情况 领导督办 督办领导',
  requests: '申请 退单延期 申请情况 退单情况 延期情况 挂账 剔除 是否剔除 是否退单 是否延期 延期 退单',
  merged: '并案 并案情况 重复件 关联件 是否重复',
  reopened: '重办 重办次数 是否重办',
  consulted: '会商 会商情况 会商结论',
  remark: '备注 说明 其他 备注说明',
} as const satisfies Record<string, string>

const FIELDS = new Map<string, LedgerField>()
for (const [field, words] of Object.entries(WORDS))
  for (const word of words.split(' ')) FIELDS.set(word, field as LedgerField)

/** What headers of orders and of the platform's revisits say, as columns of a ledger. */
const OF_ORDER: Partial<Record<Field, LedgerField>> = {
  externalNo: 'externalNo',
  street: 'street',
  community: 'community',
  address: 'address',
  subject: 'subject',
  content: 'content',
  title: 'content',
  name: 'name',
  phone: 'phone',
  deadline: 'deadline',
  receivedAt: 'receivedAt',
  channel: 'channel',
  urgency: 'grade',
  kind: 'category',
}
const OF_CITY: Partial<Record<NonNullable<ReturnType<typeof columnOf>>, LedgerField>> = {
  contacted: 'cityContacted',
  solved: 'citySolved',
  satisfied: 'citySatisfied',
}

/** The field a header's cell names («事由» content), by the words of ledgers, then of the platform's revisits, then of orders. */
export function ledgerFieldOf(header: string): LedgerField | undefined {
  const word = bare(header)
  const own = FIELDS.get(word)
  if (own !== undefined || word === '') return own
  const city = columnOf(word)
  if (city !== undefined && OF_CITY[city] !== undefined) return OF_CITY[city]
  const field = fieldOf(word)
  return field && OF_ORDER[field]
}

/** A field's own name: 「反映内容」. */
export function ledgerFieldName(field: LedgerField): string {
  return WORDS[field].split(' ', 1)[0] as string
}

/** Without blanks, marks of must-fill columns and what stands in brackets: 「*工单 编号(必填)」. */
export function bare(header: string): string {
  return header.replace(/[(（][^()（）]*[)）]/g, '').replace(/[\s*＊:：/、,，.。?？]/g, '')
}

/** Every field by its own name, for who teaches a column. */
export const ledgerFieldNames: readonly string[] = (Object.keys(WORDS) as LedgerField[]).map(ledgerFieldName)
