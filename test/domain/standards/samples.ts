import { judge } from '../../../domain/standards/judge.ts'
import type { Judgement } from '../../../domain/standards/judgement.ts'
import { type Limit, limits } from '../../../domain/standards/limits.ts'
import type { Sample } from '../../../domain/standards/sample.ts'

/** A measurement of today's drill day, unless it says otherwise. */
export function judged(item: string, measured: unknown, more: Partial<Sample> = {}): Judgement {
  return judge({ item, measured, date: '2026-11-23', inputs: {}, ...more })
}

/** 社会生活噪声, 2类, 夜间: limit 50. */
export function atNight(measured: unknown, background?: unknown): Judgement {
  return judged('noise_social_boundary_leq', measured, { class: '2', period: 'night', background })
}

/** The measurement that asks for exactly this limit. */
export function askedBy(limit: Limit, measured: unknown): Sample {
  return {
    item: limit.item,
    standard: limit.standard,
    date: limit.validFrom,
    measured,
    ...(limit.class !== '-' && { class: limit.class.split(',')[0] ?? '' }),
    ...(limit.period !== null && { period: limit.period }),
    inputs: {
      ...(limit.room && { room: limit.room }),
      ...(limit.freqHz !== undefined && { freqHz: limit.freqHz }),
    },
  }
}

/** Limits that judge: sure of their figure, and upper bounds. */
export const sureUpper = limits.filter(
  ({ confidence, op, item }) => confidence === 'high' && op === '<=' && item !== 'pH',
)
