import { nearestItems, standardAsked } from '../domain/reading/limit-question.ts'
import { unverified } from '../domain/standards/limits.ts'
import { dateOf } from '../domain/time/wall.ts'
import {
  aqiAnswer,
  limitsAnswer,
  noLimitSaid,
  ruleAnswer,
  unknownClassSaid,
  unverifiedAnswer,
} from '../domain/words/limits.ts'
import { rest } from './args.ts'
import { command } from './command.ts'

/** 标准: limits with version and note; 「标准 待核」 lists what the station must verify, 「标准 背景修正」 says how it is judged. */
export default command({
  verb: 'standard',
  words: ['标准', '限值', '查标准'],
  only: /\S/,
  summary: '查限值和版本;「标准 待核」看待核对的',
  hint: { line: '测' },
  args: { what: rest },
  examples: [
    { as: '陈曦', in: '方庄群', say: '标准 噪声 2类 夜间', hears: '社会生活噪声 夜间:2类 50 dB(A)(GB 22337-2008)' },
    { as: '陈曦', in: '方庄群', say: '标准 油烟', hears: '油烟:1 mg/m³(DB11/1488-2018)' },
    { as: '陈曦', in: 'private', say: '标准 待核', hears: '待监测站核对原文的限值' },
  ],
  run({ args, speaker, now }) {
    if (/^待核/.test(args.what.trim())) return unverifiedAnswer(unverified(), speaker.room !== undefined)
    const inRoom = speaker.room !== undefined
    const asked = standardAsked(args.what, dateOf(now))
    if (!asked) return noLimitSaid(args.what, nearestItems(args.what))
    if ('rule' in asked) return ruleAnswer(asked.rule)
    if ('aqi' in asked) return aqiAnswer(asked.aqi, inRoom)
    return asked.unknownClass === undefined
      ? limitsAnswer(asked.limits, inRoom)
      : unknownClassSaid(asked.unknownClass, asked.limits)
  },
})
