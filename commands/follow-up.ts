import { followUp, followUpAt, setFollowUp } from '../domain/cases/follow-up.ts'
import { numberOf } from '../domain/reading/numerals.ts'
import { Refusal } from '../domain/refusal.ts'
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
    const rebound = /(?:无|没有?|未)(?:见|发现)?反弹/.test(args.what)
      ? false
      : /反弹/.test(args.what)
        ? true
        : undefined
    if (rebound !== undefined) {
      const text = keep(data, args.no, args.what)
      return followedUp(change(args.no, (c) => followUp(c, speaker, { rebound, text })).c, rebound)
    }
    const days = numberOf(/^(\d{1,3}|[一二两三四五六七八九十]{1,3})\s*个?(?:天|日)/u.exec(args.what)?.[1] ?? '')
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
