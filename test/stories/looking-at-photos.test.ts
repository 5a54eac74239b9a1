import { expect, test } from 'vitest'
import { film, heic, jpeg } from '../support/pictures.ts'
import { openWorld, type World } from '../support/world.ts'

const HERE = { latitude: 39.86512, longitude: 116.42731 }

async function sends(world: World, files: { name: string; bytes: Buffer }[]): Promise<void> {
  await world.says('李强', '方庄群', '领哨 101')
  for (const file of files) await world.says('李强', '方庄群', '', { files: [file], text: undefined as never })
  await world.advance('11-23 09:45')
  for (const where of ['方庄群', '李强', '赵蕾', '小刘', '陈曦', '高明', '王磊']) world.heard(where)
}

const looksOf = (world: World) =>
  world.bot.store.books.files.looks(101).map(({ person }) => world.bot.store.books.people.name(person))

test('those with a right get the pictures of a case in private, nine at a time, clean, and it is written down', async () => {
  await using world = await openWorld({ orders: true })
  const pictures = Array.from({ length: 10 }, (_, i) => ({
    name: `张三家${i}.jpg`,
    bytes: jpeg({ at: HERE, comment: '张三家', seed: i + 1 }),
  }))
  await sends(world, [...pictures, { name: 'v.mp4', bytes: film() }, { name: 'p.heic', bytes: heic({ at: HERE }) }])

  await world.says('李强', 'private', '照片 101')
  const first = world.heard('李强')
  expect(first).toHaveLength(10)
  expect(first[0]).toBe('〔文件〕101-1.jpg')
  expect(first.at(-1)).toBe('#101 发了9份,还有3份,回「照片 101 更多」。查看已留痕。')
  await world.says('李强', 'private', '照片 101 更多')
  expect(world.heard('李强')).toEqual([
    '〔文件〕101-10.jpg',
    '〔文件〕101-11.mp4',
    '〔文件〕101-12.heic',
    '#101 发了3份。查看已留痕。',
  ])
  const handedOut = world.wechat.heard('wxid_liqiang').flatMap(({ file }) => file ?? [])
  expect(handedOut).toHaveLength(12)
  for (const { bytes } of handedOut)
    for (const words of ['张三', '+39.86', 'xmpmeta']) expect(bytes.includes(Buffer.from(words))).toBe(false)
  expect(world.bot.store.books.files.shown(11)).toMatchObject({ kind: 'video', stripped: true })
  expect(looksOf(world)).toContain('李强')

  for (const who of ['赵蕾', '王磊', '陈曦', '高明']) {
    await world.says(who, 'private', '看照片101')
    expect(world.heard(who)).toHaveLength(10)
  }
  await world.says('小刘', 'private', '照片 101')
  expect(world.heard('小刘')).toEqual([expect.stringMatching(/^#101 由李强办理/)])
  expect(new Set(looksOf(world))).toEqual(new Set(['李强', '赵蕾', '王磊', '陈曦', '高明']))
})

test('in a room nothing is shown; what cannot be cleaned is not handed out; who just sent pictures says where they belong', async () => {
  await using world = await openWorld({ orders: true })
  await sends(world, [
    { name: '1.jpg', bytes: jpeg({ seed: 1 }) },
    { name: '报告.docx', bytes: Buffer.from('PK\u0003\u0004 written by 张三') },
  ])
  await world.says('李强', '方庄群', '照片 101')
  expect(world.heard('方庄群')).toEqual([])
  await world.says('赵蕾', 'private', '照片 101')
  expect(world.heard('赵蕾')).toEqual([
    '〔文件〕101-1.jpg',
    '#101 发了1份。另有1份格式去不掉拍摄信息,不外发。查看已留痕。',
  ])
  await world.says('小刘', 'private', '', {
    files: [{ name: '2.jpg', bytes: jpeg({ seed: 2 }) }],
    text: undefined as never,
  })
  await world.says('小刘', 'private', '照片 101')
  expect(world.bot.store.books.cases.find(101)?.photos).toHaveLength(3)
})

test('of a confidential case whoever first claimed it and one of the desk look, nobody else', async () => {
  await using world = await openWorld()
  await world.says(
    '赵蕾',
    'private',
    '【工单编号】202611220109\n【地址】方庄街道芳古园一区11号楼底商\n【反映内容】老灶火锅晚间排油烟,居民要求保密\n【诉求人】王女士\n【联系电话】13800001234',
  )
  expect(world.bot.store.books.cases.find(101)?.confidential).toBe(true)
  await sends(world, [{ name: '1.jpg', bytes: jpeg({ seed: 1 }) }])
  for (const [who, sees] of [
    ['李强', true],
    ['赵蕾', true],
    ['王磊', false],
    ['高明', false],
    ['陈曦', false],
  ] as const) {
    await world.says(who, 'private', '照片 101')
    expect(world.heard(who).some((text) => text.startsWith('〔文件〕'))).toBe(sees)
  }
})

test('a file that is not there any more is said, nobody waits for it', async () => {
  await using world = await openWorld({ orders: true })
  await sends(world, [{ name: '1.jpg', bytes: jpeg({ seed: 1 }) }])
  world.bot.store.disk.remove(1)
  await world.says('李强', 'private', '照片 101')
  expect(world.heard('李强').join('\n')).toContain('「101-1.jpg」没有做出来,已记录,请再说一次或联系管理员。')
})
