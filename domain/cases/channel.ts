/** 来源: how a case reached us (domain.md section 2), and how a card calls it. */
export const channelNames = {
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

export type Channel = keyof typeof channelNames

const own: readonly Channel[] = ['grid', 'patrol', 'warning', 'forecast']

/** Our own sources: nobody outside is called or answered. */
export function isOwnSource(channel: Channel): boolean {
  return own.includes(channel)
}
