import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutAt, locationXml, quoted } from '../../../bot/drill/forms.ts'
import { readAppMessage, readPlaceLabel, unquote } from '../../../domain/reading/quote.ts'

const words = fc.string({ unit: fc.constantFrom(...'件#128 <>&"\'」「：:\n芳城园😀@'), maxLength: 30 })
const name = fc.string({ unit: fc.constantFrom(...'王磊李梅A1'), minLength: 1, maxLength: 8 })

test('what is quoted in the text is read as it was written', () => {
  fc.assert(
    fc.property(name, words, words, (who, what, reply) => {
      const read = unquote(quoted({ name: who, text: what }, reply, 'text').text)
      expect(read).toEqual({ text: reply, quote: { name: who, text: what.trim() } })
    }),
  )
})

test('what is quoted in XML is read as it was written', () => {
  fc.assert(
    fc.property(name, words, words, (who, what, reply) => {
      const read = readAppMessage(quoted({ name: who, text: what }, reply, 'xml').text)
      expect(read).toEqual({ type: 57, text: reply, quote: { name: who, text: what } })
    }),
  )
})

test('a place is labelled as it was written', () => {
  fc.assert(
    fc.property(name, (label) => {
      expect(readPlaceLabel(locationXml(label, { latitude: 39.86, longitude: 116.43 }))).toBe(label)
    }),
  )
})

test('a cut text is the beginning of the text and fits', () => {
  fc.assert(
    fc.property(words, fc.nat(60), (text, bytes) => {
      const cut = cutAt(text, bytes)
      expect(text.startsWith(cut)).toBe(true)
      expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(bytes)
      expect(cut.isWellFormed()).toBe(true)
    }),
  )
})
