/** An order of the platform as 赵蕾 pastes it: in 方庄 unless it says otherwise, with a term in words. */
export function order({
  no = '202611230001',
  term = '7天',
  place = '方庄街道芳古园一区11号楼底商',
  more = '',
} = {}): string {
  return `【工单编号】${no}\n【地址】${place}\n【被反映对象】老灶火锅\n【反映内容】油烟大,居民无法开窗\n【诉求人】王女士\n【联系电话】13800001234\n【处理时限】${term}${more}`
}

/** An order about 老灶火锅, by its platform number, the complainant's phone and when it is due. */
export const orderOf = (no: string, phone: string, due = '11-30 18:00') =>
  `【工单编号】${no}\n【地址】方庄街道芳古园一区11号楼底商\n【反映内容】老灶火锅油烟大,开不了窗\n【诉求人】李先生\n【联系电话】${phone}\n【处理时限】2026-${due}`
