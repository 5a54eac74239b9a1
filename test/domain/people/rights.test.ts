import { describe, expect, test } from 'vitest'
import { commands } from '../../../commands/registry.ts'
import { may, rights, type Verb, whoMay } from '../../../domain/people/rights.ts'

// Every cell, by verb, role, whose case and where, stands in test/commands/rights.txt.
describe('rights', () => {
  test.each(Object.keys(rights) as Verb[])('%s by somebody without a role', (verb) => {
    expect(may({ roles: [] }, verb)).toBe(rights[verb] === 'everyone')
  })

  test('every verb has a command, and every command a verb', () => {
    expect(commands.map(({ verb }) => verb).sort()).toEqual(Object.keys(rights).sort())
  })

  test('who may, in words', () => {
    expect(whoMay('claim')).toBe('队员、监测员、负责人、街镇管家')
    expect(whoMay('show')).toBe('群成员')
  })
})
