import { expect, test } from 'vitest'
import { coveredName, coveredPhone } from '../../../domain/words/covered.ts'

test.each([
  ['王女士', '王*'],
  ['欧阳明', '欧*'],
  [' 李 ', '李*'],
  ['', ''],
])('%s', (name, covered) => expect(coveredName(name)).toBe(covered))

test.each([
  ['13800001234', '138****1234'],
  ['138 0000 1234', '138****1234'],
  ['010-63800099', '010****0099'],
  ['63800099', '****0099'],
  ['13800001234、63800099', '138****1234、****0099'],
  ['12345', '****'],
  ['不便提供', '不便提供'],
])('%s', (phone, covered) => expect(coveredPhone(phone)).toBe(covered))
