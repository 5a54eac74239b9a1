import { html, raw } from 'hono/html'
import type { Health, Login } from './server.ts'

/** Where the login stands, with the code to scan while one waits. The page asks again by itself. In: SVG of the code. */
export function loginPage(state: Login['state'], qr?: string) {
  const [title, next] = loginWords[state]
  return page(title, html`${qr ? html`<div class="qr">${raw(qr)}</div>` : ''}<p>${next}</p>`)
}

/** The front page of a live bot: that it lives, and nothing about anybody. */
export function statusPage({ ok, loggedIn, deaf, redis }: Health) {
  const problem = loggedIn ? (deaf ? '网关没有声音' : redis ? '' : '队列暂时不可用,登记照常') : '微信未登录'
  return page(
    ok ? '领哨 运行中' : '领哨 需要处理',
    html`<p>${problem || '一切正常。'}</p><p><a href="/login">登录情况</a> · <a href="/healthz">健康检查</a></p>`,
  )
}

const loginWords: Record<Login['state'], [title: string, next: string]> = {
  waiting: ['请扫码登录', '用小管家的微信扫一扫,在手机上确认。二维码会自动更新。'],
  in: ['已登录', '小管家的微信在线,不用扫码。'],
  out: ['未登录', '正在等网关给出二维码,本页会自动刷新。'],
  none: ['不用登录', '这里是练兵场,微信是模拟的。'],
}

function page(title: string, body: unknown) {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="5">
<title>${title}</title>
<link rel="icon" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/plain.css">
</head>
<body><main><h1>${title}</h1>${body}</main></body>
</html>`
}
