import { toast } from './dom.js'

/** Which ground this page stands on: the drill ground's, or the stage of a scenario drill. */
export const base = document.documentElement.dataset.ground ?? '/drill'
const kept = (name) => `${base} ${name}`

/** What the page knows. Changed only here and by `be`, `open` and `quote`; everything else draws it. */
export const ground = {
  state: undefined,
  lines: new Map(),
  unread: new Map(),
  me: sessionStorage.getItem(kept('me')) ?? '',
  open: sessionStorage.getItem(kept('open')) ?? '',
  quoted: undefined,
  online: true,
}

const draws = []

/** Calls back after every change. In: `draw({ line })`, where line is the one message that is new, if it is only that. */
export const onChange = (draw) => void draws.push(draw)

function changed(what = {}) {
  if (ground.state) for (const draw of draws) draw(what)
}

export const person = (id) => ground.state.people.find((one) => one.id === id)
export const room = (id) => ground.state.rooms.find((one) => one.id === id)
export const isPrivate = (conversation) => !room(conversation)
export const myRooms = (me = ground.me) => ground.state.rooms.filter(({ members }) => members.includes(me))
export const linesOf = (conversation) => ground.lines.get(conversation) ?? []

/** The conversations of somebody: rooms, then the private one with the bot. */
export const conversationsOf = (me) => [...myRooms(me).map(({ id }) => id), me]

/** From now on somebody else: their rooms, their private conversation. */
export function be(id) {
  if (id === ground.me) return
  const wasPrivate = ground.open === ground.me
  ground.me = id
  sessionStorage.setItem(kept('me'), id)
  ground.quoted = undefined
  const stays = !wasPrivate && myRooms().some((one) => one.id === ground.open)
  open(stays ? ground.open : wasPrivate ? id : conversationsOf(id)[0])
}

export function open(conversation) {
  if (ground.open !== conversation) ground.quoted = undefined
  ground.open = conversation
  sessionStorage.setItem(kept('open'), conversation)
  ground.unread.delete(conversation)
  changed()
}

export function quote(line) {
  ground.quoted = line
  changed({ quote: true })
}

/** Asks the ground to do something. Out: its answer, or undefined after the person has read why not. */
export async function ask(path, body) {
  return askAt(`${base}/${path}`, body)
}

/** The same of a path of the page's own. */
export const askAt = (path, body = {}) =>
  post(path, { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } })

/** Forgets who one was and where: another scenario begins. */
export function forgetMe() {
  for (const name of ['me', 'open']) sessionStorage.removeItem(kept(name))
}

export async function sendPhoto(file) {
  const query = new URLSearchParams({ as: ground.me, in: ground.open, name: file.name })
  return post(`${base}/photo?${query}`, { body: file })
}

async function post(path, request) {
  try {
    const answer = await fetch(path, { method: 'POST', ...request })
    const { error, result } = await answer.json()
    if (answer.ok) return { result }
    toast(error ?? '没有成功,请再试一次')
  } catch {
    toast('连不上练兵场,请稍后再试')
  }
  return undefined
}

/** Listens for ever: the browser reconnects by itself, and where it gives up, this does. */
export function listen() {
  const source = new EventSource(`${base}/events`)
  source.addEventListener('all', ({ data }) => {
    const all = JSON.parse(data)
    takeAll(all)
  })
  source.addEventListener('news', ({ data }) => {
    const news = JSON.parse(data)
    if (news.kind === 'closed') {
      source.close()
      changed({ closed: true })
    } else if (news.kind === 'state') {
      ground.state = news.state
      changed({ state: true })
    } else {
      const line = takeLine(news.line)
      changed({ line })
    }
  })
  source.onopen = () => setOnline(true)
  source.onerror = () => {
    setOnline(false)
    if (source.readyState !== EventSource.CLOSED) return
    source.close()
    setTimeout(listen, 1500)
  }
}

function takeAll({ state, lines }) {
  const first = ground.state === undefined
  const known = new Set([...ground.lines.values()].flat().map(({ id }) => id))
  ground.state = state
  ground.lines = new Map()
  for (const line of lines) {
    takeLine(line, !first && !known.has(line.id))
  }
  if (!person(ground.me)) ground.me = state.scene?.plays[0] || state.example.as || state.people[0].id
  if (!conversationsOf(ground.me).includes(ground.open)) ground.open = conversationsOf(ground.me)[0]
  changed()
}

function takeLine(line, isNews = true) {
  const lines = linesOf(line.in)
  const at = lines.findIndex(({ id }) => id === line.id)
  if (at >= 0) lines[at] = line
  else {
    lines.push(line)
    const isMine = line.by === ground.me
    if (isNews && line.in !== ground.open && !isMine) ground.unread.set(line.in, (ground.unread.get(line.in) ?? 0) + 1)
  }
  ground.lines.set(line.in, lines)
  return line
}

function setOnline(online) {
  ground.online = online
  changed({ state: true })
}
