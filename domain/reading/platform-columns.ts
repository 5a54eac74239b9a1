import { fieldOf } from './labels.ts'

/** What a column of the platform's file of revisits holds. */
export type Column = 'no' | 'valid' | 'contacted' | 'solved' | 'satisfied' | 'result' | 'heldAt'

const NAMES: Record<Exclude<Column, 'no'>, string> = {
  valid: '是否有效回访 有效回访 回访是否有效 是否有效 是否接通 接通情况',
  contacted:
    '是否联系 联系情况 联系 是否响应 响应情况 响应 是否联系诉求人 是否联系市民 工作人员是否联系市民 承办单位是否联系',
  solved: '是否解决 解决情况 解决 解决结果 问题是否解决 诉求是否解决 是否已解决',
  satisfied:
    '是否满意 满意情况 满意 满意度 满意程度 评价 最终满意度 市民满意度 诉求人满意度 对结果是否满意 办理结果是否满意',
  result: '回访结果 市回访结果 回访情况 市回访 回访内容',
  heldAt: '回访时间 回访日期 市回访时间 市回访日期',
}
const COLUMNS = new Map(
  Object.entries(NAMES).flatMap(([column, words]) => words.split(' ').map((word) => [word, column as Column] as const)),
)

/** The column a header's cell names. */
export function columnOf(cell: string): Column | undefined {
  const word = cell.replace(/[\s*?？:：]/g, '')
  return fieldOf(word) === 'externalNo' ? 'no' : COLUMNS.get(word)
}
