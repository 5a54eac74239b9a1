import { Big } from 'big.js'

/** An exact decimal. Binary floats never meet a limit: 62.45 must stay 62.45 until it is rounded. */
export type Decimal = Big

/** A decimal from a plain or scientific number; undefined when it is none, or longer than anything that is measured. */
export function decimal(said: string | number): Decimal | undefined {
  const text = String(said).trim()
  if (!/^[+-]?\d{1,30}(?:\.\d{1,30})?(?:e[+-]?\d{1,2})?$/i.test(text)) return undefined
  return new Big(text.replace(/^\+/, ''))
}

/** A decimal that is known to be one: a figure of the data or of this code. */
export function figure(n: string | number): Decimal {
  return new Big(String(n))
}

/** Rounded to so many places, halves to even (GB/T 8170): 50.5 → 50, 51.5 → 52, 62.45 → 62.4. */
export function halfEven(n: Decimal, places = 0): Decimal {
  return n.round(places, Big.roundHalfEven)
}

/** The next whole number upward (HJ 633 §4.2.6, for numbers from 0 on). */
export function upward(n: Decimal): Decimal {
  return n.round(0, Big.roundUp)
}

/** As people write it, without exponent: 0.00005, 55.1, 60. */
export function written(n: Decimal): string {
  return n.toFixed()
}

/** How many times over the limit: (C − S) ÷ S, two places, more only where two would say nothing. */
export function timesOver(value: Decimal, limit: Decimal): Decimal {
  const exact = value.minus(limit).div(limit)
  for (const places of [2, 3, 4, 6]) {
    const short = halfEven(exact, places)
    if (!short.eq(0)) return short
  }
  return exact
}
