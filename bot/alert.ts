import type { Log } from './line/line.ts'

/** Tells the operator, outside WeChat, that the bot cannot hear or speak. A failing webhook is logged, never thrown. */
export async function alert(webhook: string | undefined, what: 'logout' | 'deaf' | 'back', log: Log): Promise<void> {
  log.warn({ alert: what }, 'the line needs somebody')
  if (webhook === undefined) return
  const texts = {
    logout: '领哨机器人的微信已退出登录,请扫码重新登录。',
    deaf: '领哨机器人收不到消息:同一令牌可能在别处登录。',
    back: '领哨机器人已恢复。',
  }
  try {
    const answer = await fetch(webhook, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ event: what, text: texts[what] }),
      signal: AbortSignal.timeout(5000),
    })
    if (!answer.ok) log.warn({ alert: what, status: answer.status }, 'the alert webhook refused')
  } catch (error) {
    log.warn({ alert: what, error: (error as Error).name }, 'the alert webhook could not be reached')
  }
}
