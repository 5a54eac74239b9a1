import { drawChat, startChat } from './chat.js'
import { drawComposer, fill, startComposer } from './composer.js'
import { drawConversations } from './conversations.js'
import { byId, el, redraw, toast } from './dom.js'
import { askAt, be, ground, listen, onChange, person } from './ground.js'
import { show, startPanes } from './panes.js'
import { drawMe, startPeople } from './people.js'
import { drawCases, moveTo } from './side.js'
import { clock, day, morning, stamp } from './time.js'

const MINUTE = 60_000
const HINTS = 'scene-hints'
const SURE_MS = 4000
const modes = { play: '', model: ' · 示范', careless: ' · 反例' }

/** Somebody else plays: one sees everything and does nothing. */
let watches = false

/** The stage of a run: the drill ground's page with a script beside it. */
export function startStage(how) {
  watches = how.watches
  startPanes()
  startPeople()
  startComposer()
  startChat()
  byId('scene-next').onclick = next
  byId('scene-end').onclick = end
  byId('hints').checked = localStorage.getItem(HINTS) === '1'
  byId('hints').onchange = ({ target }) => {
    localStorage.setItem(HINTS, target.checked ? '1' : '')
    drawScene()
  }
  onChange((what) => {
    // Ended here or in another window: the list and the sheet are there.
    if (what.closed) return location.reload()
    byId('offline').hidden = ground.online
    if (!ground.online) lookWhetherOver()
    follow(what.line)
    drawMe()
    drawConversations((conversation) => show('chat', conversation))
    drawChat(what)
    drawComposer(what)
    drawClock()
    drawCases()
    drawScene()
  })
  listen()
}

async function lookWhetherOver() {
  const answer = await fetch('/scenes/now').catch(() => undefined)
  if (answer?.ok && !(await answer.json()).running) location.reload()
}

/** In a demonstration, and of somebody else, one looks over the shoulder of whoever speaks. */
function follow(line) {
  const { scene, bot } = ground.state
  if ((scene.mode === 'play' && !watches) || !line || line.by === bot.id) return
  be(line.by)
  show('chat', line.in)
}

let going = false

async function next() {
  if (going) return
  const button = byId('scene-next')
  const stays = document.activeElement === button
  going = true
  drawScene()
  await askAt('/scenes/next')
  going = false
  drawScene()
  // Disabled for a moment, it lost the keyboard.
  if (stays && document.activeElement === document.body) byId(button.hidden ? 'scene-end' : 'scene-next').focus()
}

let sure

/** Asks once more while something is still to be done. */
async function end() {
  const { scene } = ground.state
  const open = scene.steps.filter(({ state }) => state === 'open').length
  const button = byId('scene-end')
  if (!scene.over && open && !sure) {
    button.textContent = `还有${open}步,再点一次结束`
    sure = setTimeout(() => {
      sure = undefined
      drawScene()
    }, SURE_MS)
    return
  }
  button.disabled = true
  if (!(await askAt('/scenes/end'))) button.disabled = false
}

function drawClock() {
  const { now, moving } = ground.state
  const done = ground.state.scene.steps.filter(isDone).length
  byId('to-side').textContent = `${clock(now)} · ${done}/${ground.state.scene.steps.length}步`
  byId('now').textContent = `${day(now)} ${clock(now)}`
  const isDemo = ground.state.scene.mode !== 'play'
  byId('moves').hidden = isDemo || watches
  const move = (label, minutes) =>
    el(
      'button',
      { type: 'button', disabled: moving, onclick: () => moveTo(ground.state.now + minutes * MINUTE) },
      moving ? '在走…' : label,
    )
  const { nextMorning } = ground.state
  const toMorning = (nextMorning - now) / MINUTE
  redraw(
    byId('moves'),
    move('+10分', 10),
    move('+1时', 60),
    move('+4时', 240),
    move(`到${morning(nextMorning, now)}`, toMorning),
  )
}

const isDone = ({ state }) => state === 'came' || state === 'late' || state === 'spared'

function drawScene() {
  const { scene, moving } = ground.state
  const { name, mode, told, steps, over } = scene
  const done = steps.filter(isDone).length
  byId('scene-name').textContent = `${name}${modes[mode]}${watches ? ' · 旁观' : ''}`
  byId('scene-count').textContent = `${done}/${steps.length}步`
  byId('composer').hidden = mode !== 'play' || watches
  const last = told.at(-1)
  byId('scene-told').textContent = over && !watches ? '剧情走完了,看看结果单。' : last ? last.text : scene.story
  const nextButton = byId('scene-next')
  nextButton.hidden = over || watches
  byId('scene-end').hidden = watches
  byId('scene-leave').hidden = !watches
  nextButton.disabled = going || moving
  nextButton.textContent = going || moving ? '时钟在走…' : mode === 'play' ? '快进到下一步' : '下一步'
  nextButton.title = mode === 'play' ? '到下一件事发生,或下一个时限前5分钟' : '说下一句,时钟自己走'
  if (!sure) byId('scene-end').textContent = over ? '看结果单' : '结束,看结果'
  byId('scene-end').classList.toggle('go', over)
  drawSteps()
  drawStory()
}

function drawSteps() {
  const { steps, mode } = ground.state.scene
  const hints = mode !== 'play' || byId('hints').checked
  byId('hints-label').hidden = mode !== 'play'
  const shown = steps.filter(({ state, overdue }) => hints || overdue || state !== 'open')
  const rest = steps.length - shown.length
  byId('steps-head').textContent = `步骤 ${steps.filter(isDone).length}/${steps.length}`
  const current = steps.find(({ state }) => state === 'open')
  redraw(
    byId('steps'),
    ...shown.map((step) => stepRow(step, { hints, isNext: step === current })),
    ...(rest ? [el('li', { className: 'empty' }, `还有${rest}步。不知道做什么,打开「看提示」。`)] : []),
  )
}

const marks = { came: '✓', late: '晚', missing: '✗', open: '', spared: '—' }

/** Steps whose hint somebody opened or closed by hand: the others show theirs when it is their turn. */
const turned = new Map()

function stepRow(step, { hints, isNext }) {
  const { id, state, words, overdue } = step
  const head = [el('b', {}, id), el('small', {}, words)]
  return el(
    'li',
    { className: `scene-step ${state}${isNext ? ' current' : ''}${overdue ? ' overdue' : ''}` },
    el('span', { className: 'number' }, marks[state]),
    hints && state === 'open' ? hint(step, head, isNext) : el('span', {}, ...head),
  )
}

function hint({ id, teach, ready, as, in: where, say }, head, isNext) {
  const put = () => {
    be(as)
    show('chat', where)
    fill(say)
  }
  const words = `${person(as).name}:${say}`
  const canSay = say && ready && ground.state.scene.mode === 'play' && !watches
  const box = el(
    'details',
    { open: turned.get(id) ?? isNext },
    el('summary', {}, ...head),
    el('small', {}, teach),
    canSay ? el('button', { type: 'button', className: 'hint', title: '放进输入框', onclick: put }, words) : '',
  )
  box.firstChild.onclick = () => turned.set(id, !box.open)
  return box
}

function drawStory() {
  const { story, told } = ground.state.scene
  const { now } = ground.state
  byId('story').replaceChildren(
    el('li', {}, story),
    ...told.map(({ at, text }) => el('li', {}, el('time', {}, stamp(at, now)), text)),
  )
}

/** Nothing can be said in a demonstration: whoever tries reads why. */
byId('composer').addEventListener('submit', () => {
  if (ground.state?.scene.mode !== 'play') toast('示范里不用打字,点「下一步」')
})
