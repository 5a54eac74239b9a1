import { byId } from './dom.js'
import { open } from './ground.js'

/** On a narrow screen one pane shows at a time: chats, chat or side. In: the pane, and a conversation to open. */
export function show(pane, conversation) {
  byId('app').dataset.pane = pane
  if (conversation) open(conversation)
}

export function startPanes() {
  byId('back').onclick = () => show('chats')
  byId('to-side').onclick = () => show('side')
  byId('side-back').onclick = () => show('chat')
}
