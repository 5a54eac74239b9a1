import { expect, test } from 'vitest'
import { measurementsIn } from '../../../domain/reading/measurements.ts'
import { judge } from '../../../domain/standards/judge.ts'
import { kept } from '../../../domain/standards/judgement.ts'
import { citation, verdictAfter } from '../../../domain/words/tests.ts'

const judged = (text: string) => measurementsIn(text, { today: '2026-11-23' }).samples.map(judge).flatMap(kept)

test("the platform's answer cites value, standard and limit; of several points the one that rules", () => {
  expect(citation(judged('油烟1.6 颗粒物3.2'))).toBe(
    '油烟1.6mg/m³,超过DB11/1488-2018限值1;颗粒物3.2mg/m³,符合DB11/1488-2018限值5',
  )
  expect(citation(judged('厂界臭气 <10、18、13'))).toBe('臭气浓度18,符合GB 14554-93限值20')
  expect(citation(judged('夜间 2类 56.1 背景48.2'))).toBe('夜间社会生活噪声55dB(A),超过GB 22337-2008限值50')
  expect(citation(judged('工地昼间 72'))).toBe('昼间施工噪声72dB(A),限值待监测站核实')
  expect(citation(judged('PM10小时186 PM2.5日均92'))).toBe(
    '小时均值PM10 186μg/m³,为高值(小时值不判超标);日均值PM2.5 92μg/m³,超过GB 3095-2026限值60',
  )
  expect(citation(judged('溶解氧1.6 Ⅴ类'))).toBe('溶解氧1.6mg/L,低于GB 3838-2002限值2')
  expect(citation(judged('溶解氧5.2 3.4 Ⅳ类'))).toBe('溶解氧3.4mg/L,符合GB 3838-2002限值3')
  expect(citation(judged('油烟0.6 没装净化器'))).toBe('油烟0.6mg/m³,未经净化直接排放,按DB11/1488-2018视同超标')
  expect(citation(judged('油烟未检出'))).toBe('油烟未检出,符合DB11/1488-2018限值1')
  expect(citation([])).toBeUndefined()
  for (const open of ['油烟1600', '夜间 56.1 2类 背景48.2 风速6米', '夜间 56.1'])
    expect(citation(judged(open))).toBeUndefined()
  expect(citation(judged('夜间 56.1 油烟1.6'))).toBe('油烟1.6mg/m³,超过DB11/1488-2018限值1')
})

test('过程 shows the verdict behind the words', () => {
  expect(verdictAfter(judged('夜间 2类 56.1 背景48.2'))).toBe(' → 超标5 dB(A)')
  expect(verdictAfter(judged('油烟1.6 颗粒物3.2'))).toBe(' → 油烟超标0.6倍、颗粒物达标')
  expect(verdictAfter(undefined)).toBe('')
})
