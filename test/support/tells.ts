import type { FileSaid, Saying } from '../../bot/drill/gateway.ts'
import { workbook } from '../../reports/enclosure.ts'
import type { World } from './world.ts'

/** Says or sends something in private, by contact id. Out: what the bot answered there, when all of it was done. */
export async function tells(world: World, as: string, saying: Partial<Saying>): Promise<string[]> {
  const before = world.wechat.heard(as).length
  const id = world.wechat.say({ as, ...saying })
  await world.bot.handled(id)
  await world.bot.settled()
  await world.quiet()
  return world.wechat
    .heard(as)
    .slice(before)
    .map(({ text, file }) => (file ? `〔文件〕${file.name}` : text))
}

/** A workbook of one sheet. */
export async function sheet(name: string, rows: readonly (readonly string[])[]): Promise<FileSaid> {
  return { name, bytes: await workbook([{ name: 'Sheet1', rows }]) }
}
