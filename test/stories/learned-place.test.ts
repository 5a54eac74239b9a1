import { expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

const ASKED = '#101 没认出在哪个街镇。知道的话回「更正 101 街镇 方庄」。'

/** 李强 reports in private what nobody can place; it is asked, corrected, handled and closed. */
async function taught(world: World, how: string): Promise<void> {
  await world.says('李强', 'private', '望悦家园3号楼底商油烟大')
  expect(world.heard('李强').join('\n')).toContain(ASKED)
  await world.says('李强', 'private', how)
  expect(world.bot.store.books.cases.find(101)?.street).toBe('成寿寺街道')
  await world.says('李强', 'private', '领哨 101')
  await world.says('李强', 'private', '101 到场')
  await world.says('李强', 'private', '101 不宜检测 店铺已停业')
  await world.says('王磊', 'private', '同意 101')
  await world.says('李强', 'private', '101 整改完 换了净化器')
  await world.says('李强', 'private', '办结 101')
  expect(world.bot.store.books.cases.find(101)?.state).toBe('closed')
  for (const where of ['李强', '孙悦', '成寿寺群', '全区群', '方庄群']) world.heard(where)
}

test('an unknown compound is asked, corrected, closed, proposed, confirmed, and found at once the next time', async () => {
  await using world = await openWorld()
  await taught(world, '更正 101 街镇 成寿寺')
  await world.advance('11-24 09:29')
  expect(world.heard('孙悦').filter((text) => text.includes('地名'))).toEqual([])
  await world.advance('11-24 09:30')
  expect(world.heard('孙悦')).toEqual([
    '办结的件里有1个没记过的地名:\n1 望悦家园→成寿寺街道(#101)\n对的回「记地名 1」或「记地名 望悦家园→成寿寺街道」,不记回「不记 1」。',
  ])
  await world.says('孙悦', 'private', '记地名 1')
  expect(world.heard('孙悦')).toEqual(['已记:望悦家园→成寿寺街道。以后按它分街镇;不对回「忘地名 望悦家园」。'])

  world.heard('成寿寺群')
  await world.says('李强', 'private', '望悦家园5号楼夜里施工噪音大')
  expect(world.heard('成寿寺群')[0]).toMatch(/^#102 待领哨｜施工噪声｜成寿寺街道 望悦家园5号楼/)
  await world.says('何涛', '成寿寺群', '望悦家园6号楼楼下烧烤冒烟')
  expect(world.heard('成寿寺群')[0]).toMatch(/^#103 待领哨｜/)

  await world.says('孙悦', 'private', '地名 望悦家园')
  expect(world.heard('孙悦')[0]).toMatch(/^望悦家园→成寿寺街道:孙悦 今天09:30记,来自#101。$/)
  await world.advance('11-25 10:00')
  expect(world.heard('孙悦').filter((text) => text.includes('没记过的地名'))).toEqual([])

  await world.says('孙悦', 'private', '忘地名 望悦家园')
  await world.says('李强', 'private', '上报 望悦家园9号楼 油烟大')
  expect(world.heard('李强').join('\n')).toContain('没认出在哪个街镇')
})

test('a name that is not to be learned is not asked again', async () => {
  await using world = await openWorld()
  await taught(world, '更正 101 地址 成寿寺街道望悦家园3号楼底商')
  await world.advance('11-24 09:30')
  world.heard('孙悦')
  await world.says('孙悦', 'private', '不记 1')
  expect(world.heard('孙悦')).toEqual(['不记:望悦家园→成寿寺街道。以后不再问。'])
  expect(world.bot.store.books.places.proposed()).toEqual([])
  await world.says('孙悦', 'private', '不记 5')
  expect(world.heard('孙悦')[0]).toMatch(/^没有给你列过这几个地名/)
})

test('a second street for one name is confirmed, and then asked of whoever reports', async () => {
  await using world = await openWorld()
  await world.says('孙悦', 'private', '记地名 望悦家园→成寿寺街道')
  await world.says('孙悦', 'private', '记地名 望悦家园→成寿寺街道')
  expect(world.heard('孙悦')[1]).toBe('望悦家园→成寿寺街道 本来就认得,不用再记。')
  await world.says('孙悦', 'private', '记地名 望悦家园→方庄街道')
  const [asked = ''] = world.heard('孙悦')
  expect(asked).toMatch(/^「望悦家园」已记在成寿寺街道。/)
  await world.says('孙悦', 'private', `确认 ${/确认 (\d{4})/.exec(asked)?.[1]}`)
  expect(world.heard('孙悦')[0]).toMatch(/^已记:望悦家园→方庄街道。/)

  await world.says('李强', 'private', '望悦家园3号楼底商油烟大')
  expect(world.heard('李强').join('\n')).toContain('#101 「望悦家园」有几处:成寿寺街道、方庄街道。')
  expect(world.bot.store.books.cases.find(101)?.street).toBeUndefined()
})

test('a street that does not exist, an official community and what is no name are refused', async () => {
  await using world = await openWorld()
  await world.says('孙悦', 'private', '记地名 望悦家园→成寿街道')
  await world.says('孙悦', 'private', '记地名 芳古园一区→成寿寺街道')
  await world.says('孙悦', 'private', '记地名 3号楼→成寿寺街道')
  await world.says('孙悦', 'private', '忘地名 望悦家园')
  await world.says('李强', 'private', '记地名 望悦家园→成寿寺街道')
  const [street, official, noName, unknown] = world.heard('孙悦')
  expect(street).toMatch(/^没有「成寿街道」这个街镇,是不是「成寿寺街道」。/)
  expect(official).toMatch(/^「芳古园一区」是方庄街道的/)
  expect(noName).toMatch(/^「3号楼」不像小区或道路的名字/)
  expect(unknown).toMatch(/^没有记过「望悦家园」/)
  expect(world.heard('李强')[0]).toMatch(/由管理员来做/)
})
