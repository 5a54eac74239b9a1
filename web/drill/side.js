import { fill } from './composer.js'
import { byId, el, redraw } from './dom.js'
import { ask, ground } from './ground.js'
import { show } from './panes.js'
import { clock, day, field, fromField, morning } from './time.js'

const MINUTE = 60_000

/** Moves the clock; resolves when everything due until then was said. */
export const moveTo = (to) => ask('advance', { to })

export function startSide() {
  byId('custom').onsubmit = (event) => {
    event.preventDefault()
    const to = fromField(byId('custom-to').value)
    if (!Number.isNaN(to)) moveTo(to)
  }
}

export function drawSide() {
  drawClock()
  drawCases()
}

const on = (minutes) => () => ground.state.now + minutes * MINUTE

let drawnClock = ''

function drawClock() {
  const { now, moving, nextMorning } = ground.state
  const words = `${day(now)} ${clock(now)}`
  byId('to-side').textContent = `${clock(now)} · ${ground.state.cases.length}件`
  if (drawnClock === `${words}${moving}`) return
  drawnClock = `${words}${moving}`
  byId('now').textContent = words
  const move = (label, to) => el('button', { type: 'button', disabled: moving, onclick: () => moveTo(to()) }, label)
  redraw(
    byId('moves'),
    move('+10分', on(10)),
    move('+1时', on(60)),
    move('+半天', on(720)),
    move(moving ? '时钟在走…' : `到${morning(nextMorning, now)}${clock(nextMorning)}`, () => ground.state.nextMorning),
  )
  const custom = byId('custom-to')
  custom.min = field(now)
  if (document.activeElement !== custom) custom.value = field(now + 120 * MINUTE)
}

/** The open cases; a click asks for one. */
export function drawCases() {
  const { cases } = ground.state
  byId('cases-head').textContent = `未结案件 ${cases.length || ''}`
  const rows = cases.map(row)
  redraw(byId('cases'), ...(rows.length ? rows : [el('li', { className: 'empty' }, '还没有案件。按三步试一试。')]))
}

function row(one) {
  const ask = () => {
    show('chat')
    fill(String(one.no))
  }
  return el(
    'li',
    {},
    el(
      'button',
      { type: 'button', className: `case${one.waiting ? ' waiting' : ''}`, onclick: ask, title: `问问 #${one.no}` },
      el(
        'span',
        { className: 'first' },
        el('b', {}, `#${one.no}`),
        el('em', { className: 'state' }, one.state),
        one.urgent ? el('em', { className: 'state late' }, '急') : '',
        one.left ? el('span', { className: `left${one.late ? ' late' : ''}` }, one.left) : '',
      ),
      el('span', {}, `${one.where} ${one.category}`),
      el('small', {}, `${one.owner ?? '还没人领'}${one.photos ? ` · ${one.photos}张照片` : ''}`),
    ),
  )
}
