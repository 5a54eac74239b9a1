import { byId, el, toast } from './dom.js'
import { ask, ground, person, quote, room, sendPhoto } from './ground.js'

const text = byId('text')
const menu = byId('mention')

export function startComposer() {
  byId('composer').onsubmit = (event) => {
    event.preventDefault()
    send()
  }
  text.onkeydown = (event) => {
    // While an input method composes, Enter chooses a word.
    if (event.isComposing || event.keyCode === 229) return
    if (!menu.hidden && mentionKey(event)) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      send()
    }
    if (event.key === 'Escape') quote(undefined)
  }
  text.oninput = () => {
    grow()
    offerMention()
  }
  text.onblur = () => setTimeout(hideMention, 150)
  byId('quoted').querySelector('button').onclick = () => quote(undefined)
  byId('at').onclick = () => {
    text.setRangeText('@', text.selectionStart, text.selectionEnd, 'end')
    text.focus()
    offerMention()
  }
  for (const id of ['photo', 'file'])
    byId(id).onchange = async ({ target }) => {
      const [file] = target.files
      if (file) await sendPhoto(file)
      target.value = ''
    }
}

export function drawComposer({ quote: quoted }) {
  text.placeholder = `以${person(ground.me).name}的身份说话`
  const box = byId('quoted')
  box.hidden = !ground.quoted
  if (ground.quoted)
    box.firstElementChild.textContent = `引用 ${ground.quoted.name}:${ground.quoted.text.split('\n')[0]}`
  if (quoted && ground.quoted) text.focus()
}

/** Puts words into the composer, ready to be sent. */
export function fill(words) {
  text.value = words
  grow()
  text.focus()
  text.setSelectionRange(words.length, words.length)
}

let sending = false

async function send() {
  const words = text.value
  if (sending) return
  if (!words.trim()) {
    toast('先写点什么再发')
    return
  }
  sending = true
  const said = await ask('say', {
    as: ground.me,
    in: ground.open,
    text: words,
    ...(ground.quoted && { quote: ground.quoted.id }),
  })
  sending = false
  if (!said) return
  text.value = ''
  grow()
  quote(undefined)
}

function grow() {
  byId('send').classList.toggle('ready', text.value.trim() !== '')
  text.style.height = 'auto'
  text.style.height = `${Math.min(text.scrollHeight, 190)}px`
}

// ── who is mentioned ──

/** The half-written name in front of the cursor: '@李' → '李'. */
const halfName = () => /@([^\s@]{0,8})$/.exec(text.value.slice(0, text.selectionStart))?.[1]

function offerMention() {
  const half = halfName()
  const group = room(ground.open)
  const { bot, people } = ground.state
  const members = group ? [bot, ...people.filter(({ id }) => group.members.includes(id) && id !== ground.me)] : []
  const fitting = half === undefined ? [] : members.filter(({ name }) => name.startsWith(half) && name !== half)
  menu.replaceChildren(...fitting.map((one, i) => option(one, i === 0)))
  menu.hidden = fitting.length === 0
}

function option(one, isFirst) {
  const button = el(
    'button',
    { type: 'button', role: 'option', ariaSelected: String(isFirst) },
    one.name,
    el('small', {}, one.role ?? '机器人'),
  )
  button.onmousedown = (event) => event.preventDefault()
  button.onclick = () => mention(one.name)
  return button
}

function mentionKey(event) {
  const options = [...menu.children]
  const at = options.findIndex(({ ariaSelected }) => ariaSelected === 'true')
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const next = (at + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % options.length
    for (const [i, one] of options.entries()) one.ariaSelected = String(i === next)
    options[next].scrollIntoView({ block: 'nearest' })
  } else if (event.key === 'Enter' || event.key === 'Tab') options[at].click()
  else if (event.key === 'Escape') hideMention()
  else return false
  event.preventDefault()
  return true
}

function mention(name) {
  const end = text.selectionStart
  text.setRangeText(`@${name} `, end - halfName().length - 1, end, 'end')
  hideMention()
  text.focus()
}

function hideMention() {
  menu.hidden = true
}
