import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { nodeFault, oldestNode } from '../../bot/node-version.ts'

it.each(['24.0.0', '24.21.0', '26.1.0'])('runs on Node %s', (version) => {
  expect(nodeFault(version)).toBeUndefined()
})

it.each(['18.20.4', '20.20.2', '22.18.0', '23.11.0'])('refuses Node %s in one line that says what to do', (version) => {
  expect(nodeFault(version)).toMatch(new RegExp(`^[^\\n]*Node 24[^\\n]*Node ${version}\\.[^\\n]*npm start[^\\n]*$`))
})

it('asks for the same Node as .nvmrc', () => {
  expect(readFileSync(new URL('../../.nvmrc', import.meta.url), 'utf8').trim()).toBe(String(oldestNode))
})
