import { className, periodName } from './judgement.ts'

// The questions about noise. What stands in them was drawn; what is right is never said here.

const PLACES: Record<string, string> = {
  noise_ambient_leq: '声环境质量',
  noise_industrial_boundary_leq: '工厂厂界',
  noise_social_boundary_leq: '饭店、酒吧等边界',
}

/** 「2类区」, 「4a类区(干线道路两侧)」. */
function zone(own: string): string {
  const beside = own === '4a' ? '(干线道路两侧)' : own === '4b' ? '(铁路干线两侧)' : ''
  return `${className(own)}区${beside}`
}

interface At {
  item: string
  class: string
  period: string
}

const where = ({ item, class: own }: At): string => `${zone(own)}${PLACES[item] ?? ''}`

export const noiseAsks = {
  limit: (at: At) => `${where(at)},${periodName(at.period)}噪声限值多少dB(A)?`,
  judge: (at: At & { measured: string; background?: string }) =>
    `${where(at)},${periodName(at.period)}测得${at.measured} dB(A),${at.background === undefined ? '没测背景' : `背景${at.background}`}。怎么判?`,
  corrected: (at: At & { measured: string; background: string }) =>
    `${where(at)},${periodName(at.period)}测得${at.measured} dB(A),背景${at.background}。修正、修约后是多少dB(A)?`,
  tooClose: (at: At & { measured: string; background: string }) =>
    `${where(at)},${periodName(at.period)}测得${at.measured} dB(A),背景${at.background},已超限值。下一步?`,
  max: (at: At & { measured: string; sort: 'frequent' | 'occasional' | 'sudden' }) =>
    `${MAX[at.sort](zone(at.class))}最大声级${at.measured} dB(A),怎么判?`,
  site: (at: { date: string; period: string; measured: string; background: string }) =>
    `${at.date}采样,建筑工地场界${periodName(at.period)}测得${at.measured} dB(A),背景${at.background}。怎么判?`,
  closed: (at: { class: string; period: string; room: 'A' | 'B' }) =>
    `${className(at.class)}区,${at.room === 'A' ? '卧室(A类房间)' : '客厅、办公室(B类房间)'}关窗测水泵、风机经楼板传来的噪声,${periodName(at.period)}限值多少dB(A)?`,
  open: (at: { class: string; period: string; source: 'industrial' | 'social' }) =>
    `${at.source === 'industrial' ? '工厂' : '饭店'}边界离居民楼不足1米,只能在居民室内开窗测。${className(at.class)}区${periodName(at.period)}限值多少dB(A)?`,
  invalid: (at: At & { measured: string; background: string; circumstance: string }) =>
    `${where(at)},${periodName(at.period)}测得${at.measured} dB(A),背景${at.background},${at.circumstance}。怎么判?`,
  time: (at: { class: string; item: string; time: string }) =>
    `${zone(at.class)}${PLACES[at.item] ?? ''},${at.time}测的噪声算昼间还是夜间,限值多少?`,
}

const MAX = {
  frequent: (place: string) => `${place}工厂厂界,夜间频发噪声(如排气阀反复排气)`,
  occasional: (place: string) => `${place}工厂厂界,夜间偶发噪声(如偶尔一次鸣笛)`,
  sudden: (place: string) => `${place}声环境质量监测,夜间突发噪声`,
}

/** What was recorded beside a measurement. */
export const circumstances = {
  wind: (speed: string) => `当时风速${speed} m/s`,
  weather: (weather: string) => `当时${weather}`,
  calibration: (before: string, after: string) => `声级计测前校准${before}、测后${after}`,
}

/** 「夜间,50」. */
export const periodAndLimit = (period: string, limit: string | number): string => `${periodName(period)},限值${limit}`

/** 「昼间06:00–22:00,22:00起算夜间」. */
export const dayAndNight = (from: string, to: string): string => `昼间${from}–${to},${to}到次日${from}是夜间`
