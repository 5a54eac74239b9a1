import { drawChat, startChat } from './chat.js'
import { drawComposer, startComposer } from './composer.js'
import { drawConversations } from './conversations.js'
import { byId } from './dom.js'
import { ground, listen, onChange } from './ground.js'
import { drawGuide, startGuide } from './guide.js'
import { show, startPanes } from './panes.js'
import { drawMe, startPeople } from './people.js'
import { drawSide, startSide } from './side.js'

startPanes()
startPeople()
startComposer()
startChat()
startSide()
startGuide()
onChange((what) => {
  byId('offline').hidden = ground.online
  drawMe()
  drawConversations((conversation) => show('chat', conversation))
  drawChat(what)
  drawComposer(what)
  drawSide()
  drawGuide()
})
listen()
