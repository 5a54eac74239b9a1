import { supervisedUntil } from '../domain/cases/deadlines.ts'
import { earliestDue } from '../domain/cases/merge.ts'
import { levelOf, supervise } from '../domain/cases/supervise.ts'
import { readInstant } from '../domain/reading/when.ts'
import { Refusal } from '../domain/refusal.ts'
import { isQuiet } from '../domain/time/quiet.ts'
import { supervised } from '../domain/words/supervise.ts'
import { caseNo, optional, rest } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'

const VAGUE = /(?:[本这下]个?(?:周|星期|礼拜|月)|月底|月末|年底|年前|周末|近期|过几天|改天)(?:内|之?前|底)?\s*$/u

/** 督办: by 一把手 or 分管领导, until a date; without one half of what remains. Refuses: leaders-supervise, past-wish, missing-argument, wrong-state. */
export default command({
  verb: 'supervise',
  words: ['督办', '重点督办', '督办一下', '请督办'],
  also: [
    /^(?<rest>(?!取消|撤销|解除|结束|停止|不)(?:请|让)?\p{Script=Han}{0,4}?(?:你|亲自|重点)*(?:盯(?:紧|着|住|一?下)?|督办|抓紧督办)(?:一?下)?(?:这个|这件|此件|该件|它)?(?:案?件|事)?(?:[,，。;；!！\s][\s\S]*)?)$/u,
    /^(?<rest>(?:这个|这件|此件|该件)(?:案?件|事)?(?:要|得|请|给我|列入)?\p{Script=Han}{0,4}?(?:亲自|重点)?(?:盯(?:紧|着|住|一?下)?|督办)(?:一?下)?(?:[,，。;；!！\s][\s\S]*)?)$/u,
    // 「101督办改到周四」
    /^督办的?(?:时间|日期|期限)?(?:改|调整?|推迟|延期?|提前|放宽)?(?:到|至|为|成)(?<rest>(?!期|底|了)[^?？]{2,40})$/u,
  ],
  alsoTheirs: true,
  only: /^[#＃:：\s]*\d/,
  ofMain: true,
  refusal: (no) => new Refusal('leaders-supervise', { no }),
  summary: '局领导督办一件:写到哪天',
  hint: { line: '批', say: '「督办 128 周五前」' },
  args: { no: caseNo, what: optional(rest) },
  examples: [
    { as: '高明', in: 'private', say: '督办 101 周五前', hears: '#101 已列入分管领导督办,11-27 18:00前。' },
    { as: '李强', in: '方庄群', say: '督办 101', hears: '#101 督办由局领导定。你可以回「催 101」' },
  ],
  run({ args, speaker, data, look, now, change }) {
    const said = args.what === undefined ? undefined : readInstant(args.what, now)
    if (said !== undefined && said <= now)
      throw new Refusal('past-wish', { no: args.no, at: said, what: '督办', example: `督办 ${args.no} 周五前` })
    // A time that is no day is not guessed at.
    if (said === undefined && VAGUE.test(args.what ?? ''))
      throw new Refusal('missing-argument', { verb: 'supervise', what: '哪一天', example: `督办 ${args.no} 周五前` })
    const rules = { calendar: data.settings.calendar(), settings: look.settings }
    const why = args.what === undefined ? {} : { why: keep(data, args.no, args.what) }
    const { c, changed } = change(args.no, (before) => {
      // Without a date what was said before stands.
      const known = before.supervised?.find(({ level }) => level === levelOf(speaker))?.until
      const { deadline } = earliestDue([before, ...look.held(before)]) ?? before
      return supervise(before, speaker, {
        until: said ?? known ?? supervisedUntil(now, deadline, rules),
        ...why,
      })
    })
    return supervised(c, levelOf(speaker), { changed, look, quiet: isQuiet(now, rules.calendar, rules.settings) })
  },
})
