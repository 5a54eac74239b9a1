import { snooze } from '../domain/cases/void.ts'
import { readDelay } from '../domain/reading/delay.ts'
import { Refusal } from '../domain/refusal.ts'
import { snoozed } from '../domain/words/answers.ts'
import { caseNo, rest } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'

/** 缓: the owner's reminders rest for a while, within the deadline. Refuses: unknown-time, past-deadline, not-yours, claim-first. */
export default command({
  verb: 'snooze',
  words: ['缓', '缓一缓', '缓办'],
  // 「缓两天等配件」
  also: [/^缓(?<rest>(?:[一二两三四五六七八九十半几]|\d{1,2})(?:个)?(?:半)?(?:小时|天|日|周)[\s\S]*)$/u],
  only: /^[#＃:：\s]*\d/,
  ofMain: true,
  summary: '先放一放:「缓 101 2小时 原因」',
  hint: { line: '办' },
  args: { no: caseNo, what: rest },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '缓 101 2小时 等商户开门',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 缓到今天11:30',
    },
  ],
  run({ args, speaker, data, look, now, change }) {
    const delay = readDelay(args.what, now)
    if (!delay) throw new Refusal('unknown-time', { said: args.what.slice(0, 12), example: `缓 ${args.no} 2小时 原因` })
    const why = delay.rest === '' ? {} : { why: keep(data, args.no, delay.rest) }
    return snoozed(
      change(args.no, (c) => snooze(c, speaker, { until: delay.until, ...why, held: look.held(c) })).c,
      look,
    )
  },
})
