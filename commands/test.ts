import { test, waiveTest } from '../domain/cases/steps.ts'
import { isToldAgain } from '../domain/cases/tested-again.ts'
import { measurementsIn } from '../domain/reading/measurements.ts'
import { asMeant, testRead } from '../domain/reading/rest-of-test.ts'
import { TEST_SAID } from '../domain/reading/test-said.ts'
import { Refusal } from '../domain/refusal.ts'
import { judge } from '../domain/standards/judge.ts'
import { kept } from '../domain/standards/judgement.ts'
import { wallOf } from '../domain/time/wall.ts'
import { noted, waitingForLead } from '../domain/words/answers.ts'
import { testAnswer, testExample, testKnown, testUnread } from '../domain/words/tests.ts'
import { caseNo, optional, rest } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'
import { keepLate } from './late.ts'

// A background that cannot be taken is no test that cannot be made.
const WAIVED =
  /不宜检测|不具备检测(?:的?条件)?|(?<!(?:背景|本底)[^,，。;；]{0,4})(?:无法检测|(?:没法|没办法|不能|不好)检?测|测不了)(?!背景|本底)/
/** Measured once more, however the values are alike. */
const AGAIN = /复测|重测|重新|又测|再测|第[二三四五]次/
/** A result in words, without a figure. */
const RESULT = /未检出|无异味|没有?异味|(?:达|超)标|合格|正常|[未不没]有?超/
/** A measurement has a figure, or says that nothing was found or that it is in order. */
const MEASURED = /\d|未检出|无异味|达标|合格|[未没不]有?超|昼间|夜间/

/** 检测: what was measured, as it was said and as it is judged; 不宜检测 with a reason asks the lead. Refuses: missing-argument, claim-first, wrong-state, not-yours. */
export default command({
  verb: 'test',
  words: ['检测', '监测', '复测', '不宜检测', '不具备检测条件'],
  also: TEST_SAID,
  // Of a place and measured: neither 「测了体温36.5」 nor 「昼间60夜间50是2类标准」.
  plain:
    /^(?!\s*是?[0-4][ab]?类(?:功能)?区?[。\s]*$)(?!(?=.*(?:标准|限值))(?!.*(?:测|背景|本底|超|达标|结果|报告)))(?!.*(?:体温|血压|血糖|核酸|抗原|\d\s*[度℃])).*(?:\d|[二三四五六七八九]十|不宜检测|不具备检测|无法检测)/s,
  step: { stage: 2, tells: /\d|未检出|无异味|达标|不宜检测|不具备检测|无法检测/ },
  ofMain: true,
  summary: '记检测值;测不了说理由',
  hint: { line: '测', say: '「128 检测 夜间 2类 56.1 背景48.2」「128 不宜检测 理由」' },
  args: { no: caseNo, what: optional(rest) },
  examples: [
    {
      as: '陈曦',
      in: '方庄群',
      say: '检测 101 油烟1.6 颗粒物3.2',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 油烟 1.6 mg/m³,限值1,超标0.6倍;颗粒物 3.2 mg/m³,限值5,达标',
    },
    {
      as: '陈曦',
      in: '方庄群',
      say: '检测 101 夜间 2类 56.1 背景48.2',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 夜间 2类 56.1 背景48.2:差7.9≈8,修正−1 → 55.1≈55,限值50,超标5 dB(A)',
    },
    {
      as: '李强',
      in: '方庄群',
      say: '101 不宜检测 店铺已停业',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 「不宜检测」已请负责人同意',
    },
  ],
  run(context) {
    const { args, speaker, data, look, find, change, heard } = context
    const words = args.what
      ?.replace(WAIVED, '')
      .replace(/^[\s,，、。:：]+/, '')
      .trim()
    const late = keepLate(args.no, { what: WAIVED.test(heard.text) ? '不宜检测' : '检测', words }, context)
    if (late) return late
    if (WAIVED.test(heard.text)) {
      if (!words) throw missing('理由', `${args.no} 不宜检测 店铺已停业`)
      return waitingForLead(change(args.no, (c) => waiveTest(c, speaker, keep(data, args.no, words))).c, 'noTest', look)
    }
    const { category } = find(args.no)
    const none = () => missing('检测值', `检测 ${args.no} ${testExample(category)}`)
    if (!words) throw none()
    const { date: today, minute } = wallOf(heard.sentAt)
    const on = { today, minute, category }
    const log = data.cases.log(args.no)
    const measured = measurementsIn(asMeant(words), on)
    const { samples, inPlaceOf, stays = [], partly } = testRead(words, measured, { today, log })
    if (partly) throw missing('整组检测值(几个点位一起更正)', `检测 ${args.no} 更正 1#56.2 2#58.9 昼间 2类`)
    // 「频发」, 「日均」, 「卧室」 complete what was measured before.
    if (!samples.length && !MEASURED.test(words)) throw none()
    const judgements = samples.map(judge)
    const judged = judgements.flatMap(kept)
    const unread = judged.length === 0 && !RESULT.test(words)
    const told = !AGAIN.test(heard.text) && isToldAgain(log, judged, { by: speaker.person, now: context.now })
    const { c } = change(args.no, (before) => {
      const facts = test(before, speaker, {
        text: keep(data, args.no, words),
        ...(unread && { unread }),
        judged: [...stays, ...judged],
        ...(samples[0] && { takenOn: samples[0].date }),
        ...(inPlaceOf !== undefined && { inPlaceOf }),
      })
      return told ? [] : facts
    })
    if (told) return testKnown(c)
    if (unread) return testUnread(c)
    return judgements.length ? testAnswer(c, judgements) : noted(c, '检测', look)
  },
})

function missing(what: string, example: string): Refusal {
  return new Refusal('missing-argument', { verb: 'test', what, example })
}
