import { byId, toast } from './dom.js'
import { drawHome } from './scene-list.js'
import { startStage } from './scene-stage.js'

const answer = await fetch('/scenes/now').catch(() => undefined)
if (answer?.ok) {
  const now = await answer.json()
  const { running } = now
  const watches = running?.mine === false && location.search === '?watch'
  const onStage = running?.mine || watches
  byId('home').hidden = onStage
  byId('app').hidden = !onStage
  if (!watches) history.replaceState(undefined, '', '/scenes')
  if (onStage) startStage({ watches })
  else drawHome(now)
} else toast('连不上练兵场,请刷新')
