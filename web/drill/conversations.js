import { avatar, byId, el, redraw } from './dom.js'
import { conversationsOf, ground, linesOf, room } from './ground.js'
import { short } from './time.js'

/** The list on the left. In: what happens when one is chosen. */
export function drawConversations(choose) {
  redraw(byId('conversations'), ...conversationsOf(ground.me).map((id) => item(id, choose)))
}

function item(id, choose) {
  const group = room(id)
  const { bot, now } = ground.state
  const last = linesOf(id).at(-1)
  const unread = ground.unread.get(id)
  const name = group ? group.topic : `私聊${bot.name}`
  const button = el(
    'button',
    { type: 'button', className: 'conversation', onclick: () => choose(id), ariaCurrent: String(id === ground.open) },
    group ? el('span', { className: 'avatar group', ariaHidden: 'true' }, name.slice(0, 1)) : avatar(bot, true),
    el(
      'span',
      { className: 'conversation-words' },
      el('span', { className: 'first' }, el('b', {}, name), last ? el('time', {}, short(last.at, now)) : ''),
      el('span', { className: 'second' }, el('span', {}, preview(last, group)), unread ? badge(unread) : ''),
    ),
  )
  button.dataset.conversation = id
  return button
}

function badge(count) {
  return el('span', { className: 'badge', ariaLabel: `${count}条未读` }, String(count > 99 ? '99+' : count))
}

function preview(line, group) {
  if (!line) return group ? `${group.bound ?? '还没绑定'} · ${group.members.length + 1}人` : '只有你和它看得到'
  if (line.recalled) return `${line.name}撤回了一条消息`
  const words = line.file ? `[${line.file.picture ? '图片' : '文件'}]` : line.text.split('\n')[0]
  return group ? `${line.name}:${words}` : words
}
