import { describe, expect, test } from 'vitest'
import { commands } from '../../../commands/registry.ts'
import { may } from '../../../domain/people/rights.ts'
import type { Role } from '../../../domain/people/roles.ts'
import type { Speaker } from '../../../domain/people/speaker.ts'
import { helpFor, helpLines, helpOf, helpOfLine } from '../../../domain/words/help.ts'
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
      '办:「128 已联系」「联系方式 128」「128 到场」+照片「128 整改完 …」',
      '测:「128 检测 夜间 2类 56.1 背景48.2」「128 不宜检测 理由」',
      '结:「128 回访 已解决 满意」「已回复 128」「办结 128」',
      '转:「放回 128 原因」「转办 128 @小孟 原因」「协办 128 监测站」「报到 128」',
      '改:「更正 128 地址 …」说错了「撤销」「作废 128 原因」',
      '查:「128」「过程 128」「我的」「今天跑」「待领」「查 老灶火锅」「归口 广场舞」「超期」',
      '更多「帮助 查」｜例子「帮助 领哨」',
    ])
  })

  test('for a grid worker: nothing they may not do', () => {
    expect(helpOn('小刘', [here], fangzhuang)).toEqual([
      '小刘 · 方庄街道网格员 · 方庄群',
      '报:粘贴工单,或写「芳古园一区11号楼 油烟大」。私聊也行',
      '办:「进展 128 …」「催 128」',
      '改:「更正 128 地址 …」说错了「撤销」「作废 128 原因」',
      '查:「128」「过程 128」「我的」「待领」「查 老灶火锅」「归口 广场舞」「超期」「临期」',
      '更多「帮助 查」｜例子「帮助 上报」',
    ])
  })

  test('for a lead: deciding as well', () => {
    const lead: Role[] = [{ role: 'lead', unit: '执法一队' }]
    expect(helpOn('王磊', lead)).toEqual(
      expect.arrayContaining([
        '结:「128 回访 已解决 满意」「回复稿 128」「已回复 128」「办结 128」',
        '批:「派给 128 @李强」「同意 1 3」「不同意 2 理由」「待批」「待通过」',
      ]),
    )
  })

  test('for the desk: assigning and, for who has no lead, approving; no claiming', () => {
    const screen = helpOn('赵蕾', [{ role: 'desk' }])
    expect(screen.find((line) => line.startsWith('批:'))).toContain('「派给 128 @李强」')
    expect(screen.at(-1)).toBe('更多「帮助 查」｜例子「帮助 上报」')
    expect(screen.some((line) => line.startsWith('领:'))).toBe(false)
  })

  test('for a tester and a steward: what an officer has', () => {
    const heads = (role: Role) => helpOn('某某', [role], fangzhuang).map((line) => line[0])
    const officer = heads({ role: 'officer', unit: '执法一队' })
    expect(heads({ role: 'tester', unit: '监测站' })).toEqual(officer)
    expect(heads({ role: 'steward', street: '方庄街道' })).toEqual(officer)
  })

  test('for a deputy: looking, reporting, urging, deciding', () => {
    expect(helpOn('周局', [{ role: 'deputy' }]).map((line) => line[0])).toEqual([...'周报办批改查更'])
  })

  test('for an administrator: setting up as well', () => {
    expect(helpOn('孙悦', [{ role: 'admin' }, here], fangzhuang)).toEqual(
      expect.arrayContaining([
        '群:「绑定 方庄街道」「绑定 执法一队」「绑定 全区」「绑定 领导」「解绑」',
        '人:「授权 @张三 执法一队 队员」「撤权 @张三」',
        '班:「值班 执法一队 @甲 @乙 本周」「片区 执法一队 方庄 成寿寺」',
        '设:「设归口 餐饮油烟 大气科」「设置 群每日主动发言 6」「调休 2027-01-01 休」',
      ]),
    )
    expect(helpOn('孙悦', [{ role: 'admin' }, here])).toContain('人:「模板」「导入名单」「发口令」「开通进度」')
  })

  test('for somebody who is everything, setting up is one line', () => {
    const screen = helpOn('孙悦', [{ role: 'admin' }, { role: 'lead', unit: '执法一队' }, { role: 'desk' }], fangzhuang)
    expect(screen).toContain('管:「帮助 群」「帮助 人」「帮助 班」「帮助 设」')
    expect(screen.length).toBeLessThanOrEqual(12)
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

  test('every command has a line, but for help itself and what is said once in a life', () => {
    expect(commands.filter(({ hint }) => !hint).map(({ verb }) => verb)).toEqual([
      'help',
      'confirm',
      'introduce',
      'verify',
      'becomeAdmin',
    ])
  })
})

describe('help of a line', () => {
  const all = commands.filter(({ verb }) => may({ roles: [{ role: 'admin' }, { role: 'lead' }] }, verb))

  test.each(helpLines)('「帮助 %s」 names every command of it', (line) => {
    const words = wordsOf(helpOfLine(line, all))
    for (const {
      hint,
      words: [first],
    } of all)
      if (hint?.line === line) expect(words).toContain(`「${first}」`)
    expect(words.split('\n').length).toBeLessThanOrEqual(13)
    expect(Buffer.byteLength(words)).toBeLessThan(MESSAGE_BYTES)
  })

  test('is none for a word that is no line, or a line of one command', () => {
    expect(helpOfLine('领哨', all)).toBeUndefined()
    const testing = all.filter(({ verb }) => verb === 'test')
    expect(helpOfLine('测', testing)).toBeUndefined()
    expect(helpOfLine(undefined, all)).toBeUndefined()
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
