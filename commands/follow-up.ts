import { followUp, followUpAt, setFollowUp } from '../domain/cases/follow-up.ts'
import { numberOf } from '../domain/reading/numerals.ts'
import { readInstant } from '../domain/reading/when.ts'
import { Refusal } from '../domain/refusal.ts'
import { dateOf, instant, days as wholeDays } from '../domain/time/wall.ts'
import { followedUp, followUpSet } from '../domain/words/follow-up.ts'
import { caseNo, rest } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'

/** 回头看: a closed case is looked at again in so many days, and what it showed. Refuses: missing-argument, wrong-state, claim-first, not-yours. */
export default command({
  verb: 'followUp',
  words: ['回头看'],
  only: /^[#＃:：\s]*\d/,
  ofMain: true,
  summary: '办结的件过几天再看,记有没有反弹',
  hint: { line: '结' },
  args: { no: caseNo, what: rest },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '回头看 101 7天',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 现在是「办理中」,这一步做不了。',
    },
  ],
  run({ args, speaker, data, look, now, change }) {
    const rebound = reboundIn(args.what)
    if (rebound !== undefined) {
      const text = keep(data, args.no, args.what)
      return followedUp(change(args.no, (c) => followUp(c, speaker, { rebound, text })).c, rebound)
    }
    const days = daysIn(args.what, now)
    if (!days)
      throw new Refusal('missing-argument', {
        verb: 'followUp',
        what: '几天后看,或有没有反弹',
        example: `回头看 ${args.no} 7天`,
      })
    const on = followUpAt(now, days, { calendar: data.settings.calendar(), settings: look.settings })
    return followUpSet(change(args.no, (c) => setFollowUp(c, speaker, on)).c, look)
  },
})

const NONE = /(?:无|没有?|未)(?:再|见|发现|有)*反弹|(?:没有?|未|不)再|(?<!不)正常|没(?:有)?(?:问题|味|烟|声|复发)/
const BACK = /反弹|复发|(?:还(?:是)?|仍(?:然)?)(?:有|在)|又(?:有|冒|响|闻|开始|出现|超)/

/** What the look again showed; of the two, what says that it is back wins. Undefined when it says neither. */
function reboundIn(said: string): boolean | undefined {
  if (BACK.test(said.replace(NONE, ' '))) return true
  return NONE.test(said) ? false : undefined
}

/** 「7天」, 「下周一」, 「12月5日」 as days from now; undefined when none is named, or none to come. */
function daysIn(said: string, now: number): number | undefined {
  const counted = numberOf(/^(\d{1,3}|[一二两三四五六七八九十]{1,3})\s*个?(?:天|日)(?!\s*\d)/u.exec(said)?.[1] ?? '')
  if (counted) return counted
  const on = readInstant(said, now)
  const days = on === undefined ? 0 : Math.round((instant(dateOf(on)) - instant(dateOf(now))) / DAY)
  return days > 0 ? days : undefined
}

const DAY = wholeDays(1)
