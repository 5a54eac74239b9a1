import { avatar, byId, el } from './dom.js'
import { be, conversationsOf, ground, myRooms, person } from './ground.js'
import { show } from './panes.js'

/** The button that says who one is; it opens the list of everybody. */
export function startPeople() {
  const dialog = byId('people')
  byId('me').onclick = () => {
    drawPeople()
    dialog.showModal()
  }
  byId('people-close').onclick = () => dialog.close()
  dialog.onclick = ({ target }) => target === dialog && dialog.close()
}

export function drawMe() {
  const me = person(ground.me)
  const elsewhere = ground.state.people.some(({ id }) => id !== me.id && ground.unread.has(id))
  byId('me').replaceChildren(
    avatar(me),
    el(
      'span',
      { className: 'me-words' },
      el('span', { className: 'soft' }, '你是:'),
      el('b', {}, me.name),
      el('small', {}, me.role),
    ),
    el(
      'span',
      { className: 'switch' },
      '换人',
      elsewhere ? el('i', { className: 'dot', title: '别人的私聊有新消息' }) : '',
    ),
  )
}

function drawPeople() {
  // Who one plays stands first.
  const plays = ground.state.scene?.plays ?? []
  const others = ground.state.people.filter(({ id }) => !plays.includes(id))
  byId('people-list').replaceChildren(...[...plays.map(person), ...others].map(row))
}

function row(one) {
  const rooms = myRooms(one.id).map(({ topic }) => topic.replace(/(生态环境管家|接诉即办调度|工作)?群$/, '群'))
  const news = conversationsOf(one.id).includes(one.id) && ground.unread.get(one.id)
  const button = el(
    'button',
    { type: 'button', onclick: () => choose(one.id), ariaCurrent: String(one.id === ground.me) },
    avatar(one),
    el(
      'span',
      { className: 'me-words' },
      el('b', {}, one.name, ...tags(one)),
      el('small', {}, one.role),
      el('small', { className: 'soft' }, rooms.join('、')),
    ),
    news ? el('span', { className: 'badge' }, `私聊 ${news}`) : '',
  )
  button.dataset.person = one.id
  return el('li', {}, button)
}

function tags({ id, friend }) {
  const words = [ground.state.scene?.plays.includes(id) ? '你来演' : '', friend ? '' : '未加好友']
  return words.filter(Boolean).map((word) => el('em', { className: 'tag' }, word))
}

function choose(id) {
  byId('people').close()
  be(id)
  if (ground.unread.get(id)) show('chats')
}
