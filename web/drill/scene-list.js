import { byId, el, toast } from './dom.js'
import { askAt, forgetMe } from './ground.js'

/** What can be played, and the sheet of what was played last. */
export function drawHome({ list, sheet, running }) {
  byId('scenes').replaceChildren(...list.map((one) => card(one, running)))
  byId('others').hidden = !running
  if (running) drawOthers(running)
  const box = byId('sheet')
  box.hidden = !sheet
  if (sheet) box.replaceChildren(...sheetOf(sheet))
}

const SURE_MS = 4000

/** Somebody else is on the stage: one watches, waits, or takes their place. */
function drawOthers({ name }) {
  let sure = false
  const end = async ({ target }) => {
    if (sure) {
      target.disabled = true
      if (await askAt('/scenes/end', { others: true })) location.reload()
      else target.disabled = false
      return
    }
    sure = true
    target.textContent = '他还没做完,再点一次结束'
    setTimeout(() => {
      sure = false
      target.textContent = TAKE
    }, SURE_MS)
  }
  byId('others').replaceChildren(
    el('p', {}, `有人正在演练「${name}」,可以旁观,或等他结束。`),
    el(
      'p',
      { className: 'scene-buttons' },
      el('a', { className: 'button', href: '/scenes?watch' }, '旁观'),
      el('button', { type: 'button', onclick: end }, TAKE),
    ),
  )
  const source = new EventSource('/scene/events')
  source.addEventListener('news', ({ data }) => {
    if (JSON.parse(data).kind !== 'closed') return
    source.close()
    location.reload()
  })
}

const TAKE = '结束他的,我来'

/** Opens a stage; the page then finds it. */
async function start(id, mode) {
  for (const button of document.querySelectorAll('.home button')) button.disabled = true
  toast('正在搭台,几秒就好…')
  if (await askAt('/scenes/start', { id, mode })) {
    forgetMe()
    location.reload()
  } else for (const button of document.querySelectorAll('.home button')) button.disabled = false
}

function card(one, running) {
  const button = (mode, words, title) =>
    el(
      'button',
      { type: 'button', className: mode, title, disabled: Boolean(running), onclick: () => start(one.id, mode) },
      words,
    )
  return el(
    'li',
    { className: 'scene' },
    el('h2', {}, one.name),
    el('p', {}, one.trains),
    el(
      'p',
      { className: 'facts' },
      `你演 ${one.plays.join('、')}`,
      el('br'),
      `${one.steps}步 · 约${one.takes}分钟 · ${one.when}`,
    ),
    el(
      'p',
      { className: 'scene-buttons' },
      button('play', '开始', '你来办'),
      button('model', '看示范', '好同事怎么办,一步一步看'),
      button('careless', '看反例', `反例:${one.careless}`),
    ),
  )
}

function sheetOf({ id, name, mode, headline, clean, rows, wrong, next, text }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      toast('已复制,可以贴到群里')
    } catch {
      toast('复制不了,请下载表格')
    }
  }
  const words = [...text].length > 0
  return [
    el('h2', {}, `结果单:${name}`, el('em', { className: 'tag' }, mode)),
    el('p', { className: `headline${clean ? ' clean' : ''}` }, headline),
    el('p', { className: 'next' }, next),
    el('ol', { className: 'rows' }, ...rows.map(row), ...wrong.map(wrongRow)),
    el(
      'p',
      { className: 'scene-buttons' },
      el(
        'button',
        { type: 'button', className: 'play', onclick: () => start(id, 'play') },
        mode === '做一遍' ? '再来一遍' : '我来做',
      ),
      el('a', { className: 'button', href: '/scenes/sheet.xlsx', download: '' }, '下载表格'),
      words ? el('button', { type: 'button', onclick: copy }, '复制文字') : '',
    ),
  ]
}

function row({ step, state, word, words }) {
  return el(
    'li',
    { className: `result ${state}` },
    el('b', {}, step),
    el('em', { className: 'mark' }, word),
    el('span', {}, words),
  )
}

const wrongRow = (words) =>
  el(
    'li',
    { className: 'result wrong' },
    el('b', {}, '违规'),
    el('em', { className: 'mark' }, '不该'),
    el('span', {}, words),
  )
