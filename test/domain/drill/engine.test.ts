import { describe, expect, test } from 'vitest'
import district from '../../../domain/data/fengtai.json' with { type: 'json' }
import owners from '../../../domain/data/owners.json' with { type: 'json' }
import data from '../../../domain/data/standards.json' with { type: 'json' }
import { chanceOf } from '../../../domain/drill/chance.ts'
import { kinds } from '../../../domain/drill/kinds.ts'
import { type Question, questionOf } from '../../../domain/drill/question.ts'
import { measurementsIn } from '../../../domain/reading/measurements.ts'
import { defaults } from '../../../domain/settings.ts'
import { judge } from '../../../domain/standards/judge.ts'

const TODAY = '2026-11-23'

// What is called right agrees with the data as they lie in their files, and with what 「判」 says to the same words.
describe('the right answer is that of the product', () => {
  test.each<[string, (of: string[]) => unknown]>([
    ['noiseLimit', ([item, own, period]) => limitOf({ item, class: own, period })],
    ['odourLimit', ([item, own]) => limitOf({ item, class: own, standard: 'GB 14554-93' })],
    ['waterLimit', ([item, own]) => limitOf({ item, class: own, standard: 'GB 3838-2002' })],
    ['version', ([item, date]) => data.limits.find((row) => row.item === item && holds(row, date))?.standard],
    ['versionAqi', ([date = '']) => (date < '2026-03-01' ? 'HJ 633-2012' : 'HJ 633-2026')],
    ['street', ([community]) => district.streets.find((s) => s.communities.some((c) => c.name === community))?.name],
    ['whose', ([word = '']) => ownerOf(word)],
    ['rounding', ([value = '', places = '0']) => halfToEven(value, Number(places))],
    ['convert', ([value = '', from = '']) => (from.startsWith('m') ? Number(value) * 1000 : Number(value) / 1000)],
    ['fumeTimes', ([item, measured]) => (Number(measured) / Number(limitOf({ item })) - 1).toFixed(4)],
    ['tries', (times) => (triedIn(times) ? '能' : '不能')],
    [
      'period',
      ([date = '']) => `${((Number(date.slice(5, 7)) - 1 + (Number(date.slice(8)) > 18 ? 1 : 0)) % 12) + 1}月期`,
    ],
    ['aqiLevel', ([aqi]) => data.aqi.levels.find(({ max }) => max === null || Number(aqi) <= max)?.category],
  ])('%s: as the data say', (kind, truth) => {
    for (const { of, right, ask } of drawn(kind, 120)) {
      const expected = String(truth(of.split(' ').slice(1)))
      const figure = Number.parseFloat(right.replace(/^不低于/, ''))
      if (Number.isFinite(Number(expected)) && Number.isFinite(figure))
        expect(figure, ask).toBeCloseTo(Number(expected), 2)
      else expect(right, ask).toContain(expected)
    }
  })

  test.each(['noiseJudge', 'noiseTooClose', 'noiseCorrection'])('%s: as 「判」 says to the same words', (kind) => {
    for (const { ask, right, choices } of drawn(kind, 120)) {
      const own = /(\d)类区(工厂厂界|饭店)/.exec(ask)
      const said = `${own?.[2] === '工厂厂界' ? '厂界噪声' : '社会生活噪声'} ${own?.[1]}类 ${/[昼夜]间/.exec(ask)?.[0]}${/测得([\d.]+)/.exec(ask)?.[1]}${/背景[\d.]+/.exec(ask)?.[0].replace('背景', ' 背景') ?? ''}`
      const { samples } = measurementsIn(said, { today: TODAY })
      const judged = judge(samples[0]!)
      if (!choices.length) expect(judged.rounded, said).toBe(right)
      else if (judged.verdict === 'over') expect(right, said).toBe(`超标${judged.exceed} dB(A)`)
      else if (judged.verdict === 'within') expect(right, said).toBe('达标')
      else expect(right, said).toMatch(judged.missing.includes('background') ? /补背景/ : /重测/)
    }
  })

  test('only limits that are sure are asked as 达标 or 超标; the others are 待核', () => {
    for (const { of, right } of drawn('constructionSite', 200))
      expect(right.startsWith('待核'), of).toBe((of.split(' ')[1] ?? '') >= '2026-01-01')
  })
})

function holds(row: { validFrom: string; validTo: string | null }, date = TODAY): boolean {
  return row.validFrom <= date && (row.validTo === null || date <= row.validTo)
}

function limitOf(at: Record<string, string | undefined>): number | undefined {
  const fits = (row: Record<string, unknown>) =>
    Object.entries(at).every(([key, value]) => value === undefined || row[key] === value)
  const rows = data.limits.filter((row) => holds(row) && fits(row) && row.confidence === 'high')
  return (rows.find(({ standard }) => standard.startsWith('DB11')) ?? rows[0])?.limit
}

function ownerOf(word: string): string {
  const found = Object.values(owners.owners).filter(({ words }) => (words as string[]).includes(word))
  return (found[0]?.owner ?? '').replace(/\(.*?\)/g, '')
}

function halfToEven(value: string, places: number): string {
  const digits = Number(value.replace('.', ''))
  const [whole, last] = [Math.floor(digits / 10), digits % 10]
  const up = last > 5 || (last === 5 && whole % 2 === 1)
  return ((whole + (up ? 1 : 0)) / 10 ** places).toFixed(places)
}

function triedIn(times: string[]): boolean {
  const minutes = times.map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)))
  let [n, last] = [0, Number.NEGATIVE_INFINITY]
  for (const minute of minutes) if (minute - last >= 240) [n, last] = [n + 1, minute]
  return n >= 3 && minutes.some((minute) => minute >= 18 * 60)
}

function drawn(kind: string, n: number): Question[] {
  const { topic, draw } = kinds[kind] as (typeof kinds)[string]
  const questions: Question[] = []
  for (let i = 0; questions.length < n; i++) {
    const chance = chanceOf(`engine ${kind} ${i}`)
    const one = draw(chance, { date: TODAY, settings: defaults })
    const question = one && questionOf(kind, topic, { drawn: one, chance })
    if (question) questions.push(question)
  }
  return questions
}
