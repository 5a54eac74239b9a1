/** 来源: where a case came from (domain.md section 2). */
export const channels = {
  '12345': '12345件',
  '12369': '12369件',
  petition: '信访件',
  leader: '领导交办',
  media: '媒体件',
  grid: '网格上报',
  patrol: '巡查',
  warning: '预警',
  forecast: '预测',
} as const

export type Channel = keyof typeof channels

/** Sources behind which stands a resident, an official order and an answer on the platform. */
export function isOrder(channel: Channel): boolean {
  return channel === '12345' || channel === '12369' || channel === 'petition' || channel === 'leader' || channel === 'media'
}
