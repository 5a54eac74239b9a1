import { fill } from './composer.js'
import { byId, el, redraw, toast } from './dom.js'
import { be, ground, linesOf, person, quote, room } from './ground.js'
import { show } from './panes.js'
import { moveTo } from './side.js'
import { clock, morning } from './time.js'

const CLOSED = 'guide-closed'
let drawn = ''

/** The guide can be called back after it was closed. */
export function startGuide() {
  byId('guide-again').onclick = () => {
    localStorage.removeItem(CLOSED)
    drawn = ''
    show('chat')
    drawGuide()
  }
}

/** Three steps to the first delight. A step is done when the bot has said what it leads to. */
export function drawGuide() {
  const box = byId('guide')
  if (localStorage.getItem(CLOSED)) {
    box.hidden = true
    return
  }
  const steps = theSteps()
  const current = steps.findIndex(({ done }) => !done)
  const folded = isFolded(steps, current)
  const key = JSON.stringify([current, steps, folded])
  if (key === drawn) return
  drawn = key
  box.hidden = false
  box.classList.toggle('complete', current < 0)
  box.classList.toggle('folded', folded)
  redraw(
    box,
    el('ol', {}, ...steps.map((step, i) => stepBox(step, i, current))),
    ...(current < 0 ? [finished()] : []),
    el('button', { type: 'button', className: 'plain close', ariaLabel: '收起引导', onclick: close }, '×'),
  )
}

/** On a phone: one line once the first step is done and in conversations it is not of; nothing of it there at the end. */
function isFolded(steps, current) {
  const { example } = ground.state
  if (current < 0) return ground.open !== example.dispatchIn
  return steps[0].done || ground.open !== example.in
}

function theSteps() {
  const { example, nextMorning, now, moving } = ground.state
  const heard = [...ground.lines.values()].flat().filter(({ by }) => by === ground.state.bot.id)
  const claimed = heard.some(({ text }) => /已(领哨|认领)/.test(text))
  return [
    {
      title: `${person(example.as).name}贴一张工单`,
      words: '点按钮放进输入框,再按发送。',
      button: '放好工单',
      done: claimed || (hasPasted() && Boolean(cardLine())),
    },
    {
      title: `${person(example.claimer).name}引用卡片,回「领哨」`,
      words: '点按钮换人并引用,再按发送。',
      button: '引用卡片',
      done: claimed,
    },
    {
      title: `时钟拨到${morning(nextMorning, now)}${clock(nextMorning)}`,
      words: '看全区群里的早调度。',
      button: moving ? '时钟在走…' : '拨时钟',
      disabled: moving,
      done: heard.some(({ text }) => text.includes('【早调度】')),
    },
  ]
}

const acts = [
  () => {
    const { example } = ground.state
    be(example.as)
    show('chat', example.in)
    fill(example.text)
  },
  () => {
    const { example } = ground.state
    be(example.claimer)
    show('chat', example.in)
    const card = cardLine()
    if (card) quote(card)
    else toast('先贴一张工单,等卡片出来')
    fill('领哨')
  },
  async () => {
    const { example, nextMorning } = ground.state
    if (!room(example.dispatchIn).members.includes(ground.me)) be(example.claimer)
    show('chat', example.dispatchIn)
    await moveTo(nextMorning)
  },
]

function stepBox({ title, words, button, done, disabled = false }, i, current) {
  const state = done ? 'done' : i === current ? 'current' : ''
  const isNext = i === current
  return el(
    'li',
    { className: `step ${state}` },
    el('span', { className: 'number', ariaHidden: 'true' }, done ? '✓' : String(i + 1)),
    el('span', { className: 'step-words' }, el('b', {}, title), el('small', {}, words)),
    isNext ? el('button', { type: 'button', className: 'go', disabled, onclick: acts[i] }, button) : '',
  )
}

function finished() {
  const tries = ['帮助', '待领', '我的']
  return el(
    'p',
    { className: 'finished' },
    '三步走完。接着试试:',
    ...tries.map((words) => el('button', { type: 'button', className: 'try', onclick: () => fill(words) }, words)),
    '或换个人、再贴一件。',
  )
}

/** Somebody has pasted an order in the guide's room; one may have come from elsewhere before. */
function hasPasted() {
  const { example, bot } = ground.state
  return linesOf(example.in).some(({ by, text }) => by !== bot.id && text.includes('工单编号'))
}

/** The last card in the guide's room that still waits. */
function cardLine() {
  const { example, bot } = ground.state
  return linesOf(example.in).findLast(
    ({ by, text }) => by === bot.id && /#\d+ 待领哨/.test(text) && text.includes('领哨」'),
  )
}

function close() {
  localStorage.setItem(CLOSED, '1')
  byId('guide').hidden = true
}
