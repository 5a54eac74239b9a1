import { describe, expect, test } from 'vitest'
import { commands } from '../../../commands/registry.ts'
import { may } from '../../../domain/people/rights.ts'
import type { Role } from '../../../domain/people/roles.ts'
import type { Speaker } from '../../../domain/people/speaker.ts'
import { helpFor, helpOf } from '../../../domain/words/help.ts'
import { MESSAGE_BYTES } from '../../../domain/words/speech.ts'
import { aSpeaker, fangzhuang, wordsOf } from '../../support/sample.ts'

function helpOn(name: string, roles: Role[], room?: Speaker['room']): string[] {
  const speaker = { ...aSpeaker(1, roles, room && { room }), name }
  return wordsOf(
    helpFor(
      speaker,
      commands.filter(({ verb }) => may(speaker, verb)),
    ),
  ).split('\n')
}

const here: Role = { role: 'grid', street: '方庄街道' }

describe('help on one screen', () => {
  test('for an officer in a street’s room', () => {
    expect(helpOn('李强', [{ role: 'officer', unit: '执法一队' }, here], fangzhuang)).toEqual([
      '李强 · 执法一队 · 方庄群',
      '报:粘贴工单,或写「芳古园一区11号楼 油烟大」。私聊也行',
      '领:引用卡片回「领哨」,或「领哨 128」',
      '办:私聊我「联系方式 128」取诉求人电话',
      '改:「更正 128 地址 …」「更正 128 内容 …」',
      '查:「128」「过程 128」「我的」「待领」',
      '看例子:「帮助 领哨」',
    ])
  })

  test('for a grid worker: nothing they may not do', () => {
    expect(helpOn('小刘', [here], fangzhuang)).toEqual([
      '小刘 · 方庄街道网格员 · 方庄群',
      '报:粘贴工单,或写「芳古园一区11号楼 油烟大」。私聊也行',
      '改:「更正 128 地址 …」「更正 128 内容 …」',
      '查:「128」「过程 128」「我的」「待领」',
      '看例子:「帮助 上报」',
    ])
  })

  test('for an administrator: setting up as well', () => {
    expect(helpOn('孙悦', [{ role: 'admin' }, here], fangzhuang)).toEqual(
      expect.arrayContaining([
        '群:「绑定 方庄街道」「绑定 执法一队」「绑定 全区」「绑定 领导」「解绑」',
        '人:「授权 @张三 执法一队 队员」「撤权 @张三」',
        '班:「值班 执法一队 @甲 @乙 本周」「片区 执法一队 方庄 成寿寺」',
      ]),
    )
  })

  test.each<Role>([
    here,
    { role: 'officer', unit: '执法一队' },
    { role: 'tester', unit: '监测站' },
    { role: 'lead', unit: '执法一队' },
    { role: 'steward', street: '方庄街道' },
    { role: 'desk', unit: '专班' },
    { role: 'deputy' },
    { role: 'chief' },
    { role: 'admin' },
  ])('never more than twelve short lines: $role', (role) => {
    for (const room of [fangzhuang, undefined]) {
      const screen = helpOn('某某', [role], room)
      expect(screen.length).toBeLessThanOrEqual(12)
      for (const line of screen) expect([...line].length).toBeLessThanOrEqual(48)
    }
  })

  test('every command stands in it, but for what is said once in a life and help itself', () => {
    expect(commands.filter(({ hint }) => !hint).map(({ verb }) => verb)).toEqual(['help', 'becomeAdmin'])
  })
})

describe('help of one command', () => {
  test.each(commands.map((command) => [command.verb, command] as const))(
    '%s: its purpose, examples, other words',
    (_verb, command) => {
      const words = wordsOf(helpOf(command))
      expect(words.startsWith(`${command.words[0]}:${command.summary}`)).toBe(true)
      expect(words).toContain('例:')
      expect(words).not.toMatch(/1[3-9]\d{9}/)
      expect(words.split('\n').length).toBeLessThanOrEqual(6)
      expect(Buffer.byteLength(words)).toBeLessThan(MESSAGE_BYTES)
    },
  )
})
