import { byId, toast } from './dom.js'
import { drawHome } from './scene-list.js'
import { startStage } from './scene-stage.js'

const answer = await fetch('/scenes/now').catch(() => undefined)
if (answer?.ok) {
  const now = await answer.json()
  byId('home').hidden = now.running
  byId('app').hidden = !now.running
  if (now.running) startStage()
  else drawHome(now)
} else toast('连不上练兵场,请刷新')
