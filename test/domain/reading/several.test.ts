import { expect, test } from 'vitest'
import { wordings } from '../../../commands/registry.ts'
import { readWishes } from '../../../domain/reading/several.ts'

const read = (text: string) =>
  readWishes(text, wordings, { quotedRefs: [], spokenTo: false }).map(({ verb, refs, rest }) =>
    [verb, refs.join('+'), rest].filter(Boolean).join(' '),
  )

test.each([
  ['领哨 101\n领哨 102', ['claim 101', 'claim 102']],
  ['领哨101,领哨102', ['claim 101', 'claim 102']],
  ['领哨 101 领哨 102', ['claim 101', 'claim 102']],
  ['领哨 101 102\n领哨 103', ['claim 101+102', 'claim 103']],
  ['检测 101 油烟1.6\n检测 102 油烟0.8', ['test 101 油烟1.6', 'test 102 油烟0.8']],
  ['派给 101 @李强\n派给 102 @王磊', ['assign 101 @李强', 'assign 102 @王磊']],
  [
    '市回访 101 已联系 已解决 满意\n市回访 102 已联系 未解决 不满意',
    ['cityRevisit 101 已联系 已解决 满意', 'cityRevisit 102 已联系 未解决 不满意'],
  ],
  ['延期 101 2天 等配件\n进展 102 店里没人', ['extend 101 2天 等配件', 'progress 102 店里没人']],
  ['101 102 103都联系了', ['contact 101+102+103 联系了']],
  ['101 102都到场了', ['arrive 101+102']],
  ['101 已联系\n催 102', ['contact 101 已联系', 'urge 102']],
  ['同意 1 3\n不同意 2 请先到现场', ['agree 1 3', 'agree 2 请先到现场']],
  ['同意 1 3,不同意 2 请先到现场', ['agree 1 3', 'agree 2 请先到现场']],
])('several wishes: %s', (text, wishes) => {
  expect(read(text)).toEqual(wishes)
})

test.each([
  ['进展 101 商户说:\n101房间的烟道堵了\n明天修', ['progress 101 商户说:\n101房间的烟道堵了\n明天修']],
  ['进展 101 到场后进展 300米外也有味', ['progress 101 到场后进展 300米外也有味']],
  ['大家注意:\n领哨 101 要快', []],
  ['领哨 101\n领哨 102先别', ['claim 101']],
  ['协办 101 城管,查 102号楼', ['cohandle 101 城管,查 102号楼']],
])('one or none: %s', (text, wishes) => {
  expect(read(text)).toEqual(wishes)
})

test.each([
  ['领哨 尾号0087', ['claim 0087']],
  ['领哨尾号0087', ['claim 0087']],
  ['尾号0087 已联系', ['contact 0087 已联系']],
  ['工单尾号0087 我们领', ['claim 0087']],
  ['查 尾号0087', ['find 尾号0087']],
  ['进展 101 居民尾号0087来电', ['progress 101 居民尾号0087来电']],
  ['手机尾号8899的居民已联系', []],
  ['车牌尾号8899的请挪车', []],
])('a case by the end of its number: %s', (text, wishes) => {
  expect(read(text)).toEqual(wishes)
})
