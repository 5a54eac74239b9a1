/**
 * What is looked at in a data folder: the file itself · foreign keys · the migrations · the chain of events · each case
 * against its log · the chain's end as each archive wrote it down · bytes of every file · bytes without a row · sealed personal data · sealed bytes against their hash.
 */
export type CheckName = keyof typeof names

/** One thing that was looked at: how many were counted, and which did not hold (ids and numbers, never words). */
export interface Check {
  name: CheckName
  counted: number
  faults: string[]
}

/** Whether everything that was looked at holds. */
export const sound = (checks: readonly Check[]): boolean => checks.every(({ faults }) => faults.length === 0)

/** A check as a line for the shell: 「✗ 事件链(1520)  event 17」. */
export function checkLine({ name, counted, faults }: Check): string {
  const what = `${names[name]}${counted > 1 ? `(${counted})` : ''}`
  if (!faults.length) return `✓ ${what}`
  return `✗ ${what}  ${faults.slice(0, MOST).join('、')}${faults.length > MOST ? ` 等${faults.length}处` : ''}`
}

const MOST = 10

const names = {
  integrity: '数据库文件',
  references: '外键',
  schema: '数据库版本',
  chain: '事件链',
  folds: '案件与事件一致',
  archives: '归档时的链尾还在',
  missing: '照片和文件都在',
  orphans: '没有无主文件',
  vault: '密封内容能打开',
  pictures: '照片与登记一致',
}
