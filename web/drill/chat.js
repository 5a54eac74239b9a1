import { avatar, byId, el, redraw } from './dom.js'
import { ask, base, conversationsOf, ground, isPrivate, linesOf, person, quote, room } from './ground.js'
import { stamp } from './time.js'

const GAP = 5 * 60_000
const RECALL = 2 * 60_000

let drawn = ''

/** Whoever reads the end goes on reading the end when the composer grows or a keyboard comes up. */
export function startChat() {
  const list = byId('lines')
  let atEnd = true
  list.addEventListener('scroll', () => {
    atEnd = isAtEnd(list)
  })
  new ResizeObserver(() => {
    if (atEnd) list.scrollTop = list.scrollHeight
  }).observe(list)
}

const isAtEnd = (list) => list.scrollHeight - list.scrollTop - list.clientHeight < 80

/** The messages of the open conversation; follows the end unless somebody has scrolled up to read. */
export function drawChat({ line, quote: onlyQuote, state }) {
  drawHead()
  if (onlyQuote || (line && line.in !== ground.open)) return
  const key = `${ground.me} ${ground.open}`
  if (state && key === drawn) return
  const list = byId('lines')
  const atEnd = key !== drawn || isAtEnd(list)
  const from = list.scrollTop
  drawn = key
  const lines = linesOf(ground.open)
  redraw(list, ...lines.flatMap((one, i) => entry(one, lines[i - 1])))
  if (!lines.length) list.append(el('li', { className: 'empty' }, emptyWords()))
  list.scrollTop = atEnd || line?.by === ground.me ? list.scrollHeight : from
}

function drawHead() {
  const { bot, people } = ground.state
  const unread = conversationsOf(ground.me).reduce((sum, id) => sum + (ground.unread.get(id) ?? 0), 0)
  byId('back').textContent = unread ? `‹ ${unread}` : '‹'
  const group = room(ground.open)
  byId('topic').textContent = group ? `${group.topic}(${group.members.length + 1})` : `私聊${bot.name}`
  byId('members').textContent = group
    ? [bot.name, ...people.filter(({ id }) => group.members.includes(id)).map(({ name }) => name)].join('、')
    : `${person(ground.me).name}和${bot.name}的私聊${person(ground.me).friend ? '' : ',还不是好友'}`
}

function emptyWords() {
  if (isPrivate(ground.open)) return '还没有聊过。试试发「帮助」。'
  return room(ground.open).bound ? '还没有人说话。' : '这个群还没绑定,小管家在这里不听也不说。'
}

function entry(line, before) {
  const parts = []
  if (!before || line.at - before.at > GAP) {
    parts.push(el('li', { className: 'when' }, el('time', {}, stamp(line.at, ground.state.now))))
  }
  if (line.recalled) {
    const who = line.by === ground.me ? '你' : line.name
    return [...parts, el('li', { className: 'notice' }, `${who}撤回了一条消息`)]
  }
  parts.push(message(line))
  if (line.undelivered) parts.push(notFriends())
  return parts
}

function message(line) {
  const isBot = line.by === ground.state.bot.id
  const isMine = line.by === ground.me
  const item = el(
    'li',
    { className: `message${isMine ? ' mine' : ''}${isBot ? ' from-bot' : ''}` },
    avatar({ id: line.by, name: line.name }, isBot),
    el(
      'div',
      { className: 'said' },
      isPrivate(line.in) || isMine
        ? ''
        : el('span', { className: 'name' }, line.name, isBot ? el('em', { className: 'tag' }, '机器人') : ''),
      el(
        'div',
        { className: 'row' },
        bubble(line, isBot),
        line.undelivered ? el('span', { className: 'failed', title: '没有送达' }, '!') : '',
        actions(line, isMine),
      ),
      line.quote ? el('div', { className: 'quote' }, `${line.quote.name}:${line.quote.text.split('\n')[0]}`) : '',
    ),
  )
  item.dataset.line = line.id
  return item
}

function bubble(line, isBot) {
  if (line.file) return fileOf(line)
  const [first, ...rest] = line.text.split('\n')
  const isCard = isBot && rest.length > 0
  const box = el('div', { className: `bubble${isCard ? ' card' : ''}${/^【急】/.test(line.text) ? ' urgent' : ''}` })
  if (isCard)
    box.append(el('b', { className: 'card-head' }, ...withMentions(first)), '\n', ...withMentions(rest.join('\n')))
  else box.append(...withMentions(line.text))
  box.title = '点一下引用'
  box.onclick = () => {
    if (getSelection().isCollapsed) quote(line)
  }
  return box
}

function fileOf({ id, file }) {
  const href = `${base}/files/${encodeURIComponent(id)}`
  if (file.picture) return el('img', { className: 'picture', src: href, alt: file.name })
  return el('a', { className: 'bubble', href, download: file.name }, `文件:${file.name}`)
}

function actions(line, isMine) {
  const box = el('span', { className: 'actions' })
  if (!line.file) box.append(el('button', { type: 'button', className: 'plain', onclick: () => quote(line) }, '引用'))
  if (isMine && !line.undelivered && ground.state.now - line.at < RECALL) {
    const recall = () => ask('recall', { as: ground.me, id: line.id })
    box.append(el('button', { type: 'button', className: 'plain', onclick: recall }, '撤回'))
  }
  return box
}

function notFriends() {
  const { bot } = ground.state
  const me = person(ground.me)
  const befriend = async ({ target }) => {
    target.disabled = true
    if (await ask('befriend', { as: ground.me, greeting: `我是${me.name}` })) target.textContent = '已发送,等待通过'
    else target.disabled = false
  }
  return el(
    'li',
    { className: 'notice' },
    `${bot.name}开启了朋友验证,你还不是它的朋友,这条没有送达。`,
    me.friend ? '' : el('button', { type: 'button', className: 'link', onclick: befriend }, '发送朋友验证'),
  )
}

/** Names behind an @ are marked; everything stays text. */
function withMentions(text) {
  const names = [ground.state.bot, ...ground.state.people].map(({ name }) => name)
  const parts = text.split(new RegExp(`(@(?:${names.map(escaped).join('|')}))`))
  return parts.map((part, i) => (i % 2 ? el('span', { className: 'at' }, part) : part))
}

const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
