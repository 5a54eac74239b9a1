// The gateway as a process of its own, which can be killed and made to hang: the simulated WeChat of the demo district.
// Everything it was told to say and everything it heard stands in a ledger before anybody is answered.
import { openSync, writeSync } from 'node:fs'
import type { Wechat } from '../../bot/drill/gateway.ts'
import { populate } from '../../bot/drill/seed.ts'
import { startWechat } from '../../bot/drill/simulated.ts'
import { district } from '../../domain/drill/district.ts'
import type { FarOrder, FarStart } from './far.ts'
import { towns as fiftyRooms } from './towns.ts'

let shift = 0
let wechat: Wechat | undefined

process.on('message', (order: FarOrder | FarStart) => {
  if ('start' in order) void start(order)
  else if (wechat) obey(wechat, order)
})
// Nobody is left to say anything to.
process.on('disconnect', () => process.exit())

async function start({ start: name, port, echo, ledger, shift: by, towns }: FarStart): Promise<void> {
  shift = by
  const file = openSync(ledger, 'a')
  let count = 0
  wechat = await startWechat({
    now: () => Date.now() + shift,
    newId: () => `${name}-${++count}`,
    self: district.bot,
    heartbeatMs: 1_000,
    switches: { echo, returnsId: echo },
    ...(port !== undefined && { port }),
  })
  populate(wechat, towns ? fiftyRooms : district)
  wechat.onHeard((heard) => {
    writeSync(file, `${JSON.stringify(heard)}\n`)
    process.send?.({ heard })
  })
  process.send?.({ open: { token: wechat.token, endpoint: wechat.endpoint } })
}

function obey(far: Wechat, order: FarOrder): void {
  if ('shift' in order) shift = order.shift
  if ('sends' in order) far.switches.sends = order.sends
  if ('say' in order) far.say(order.say)
}
