import { readExtension, reasonAhead } from '../domain/reading/extension.ts'
import { Refusal } from '../domain/refusal.ts'
import { called, caseNo, rest } from './args.ts'
import { askPlatform } from './ask-platform.ts'
import { command } from './command.ts'

/**
 * 延期: the desk decides up to so many days†, beyond them the deputy; the platform has the last word, and until then the
 * deadline stands. Refuses: unknown-time, past-wish, missing-argument, not-later, wrong-state, not-yours, waits-for-platform.
 */
export default command({
  verb: 'extend',
  words: ['延期', '申请延期', '延时', '申请延时'],
  also: [
    // 「101延期到12月5号 等隔声施工」, 「101 想延三天 等配件」
    /^(?:申请|想|需要?|要)?延(?:期|长)?(?<rest>(?:到|至|[\d一二两三四五六七八九十]{1,3}个?(?:天|日|周|星期|月))[\s\S]*)$/u,
    // 「101 来不及了,申请延到12月4日,净化器没到货」
    /^(?!市?平台)(?![\s\S]*(?:别|不要|不用|不能|能不能|可不可以|是不是|要不要|没法|没有?|已经?)(?:申请|再)?延)[^?？]{1,30}[,，。;；\s](?:申请|请求|想|需要?|要|只能)再?延(?:期|长)?(?<rest>(?:到|至|[\d一二两三四五六七八九十]{1,3}个?(?:天|日|周|星期|月))[^?？]*)$/u,
    /^(?<rest>(?:想|需要?|申请|请求|再)*(?:给?我们?)?(?:延期|延时|延长|宽限|再宽限)(?!吗|[?？])[^?？]*)$/u,
  ],
  plain: /申请|请求|需要?延|想延|延(?:期|长)?(?:到|至)?\s*\d|宽限/u,
  only: /^[#＃:：\s]*\d/,
  summary: '申请延期:写到哪天和原因',
  hint: { line: '转', say: '「延期 128 12月2日 原因」' },
  args: { no: caseNo, what: called('到哪天、原因', rest) },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '延期 101 2天 等净化器到货',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 延期申请到',
    },
  ],
  run(context) {
    const { args, now, find, heard } = context
    const example = `延期 ${args.no} 12月2日 等净化器到货`
    const asked = readExtension(args.what, { now, deadline: find(args.no).deadline?.at })
    if (NOTHING.test(args.what))
      throw new Refusal('missing-argument', { verb: 'extend', what: '到哪天、原因', example })
    if (!asked) throw new Refusal('unknown-time', { said: args.what.slice(0, 12), example })
    if (asked.until <= now) throw new Refusal('past-wish', { no: args.no, at: asked.until, what: '延期', example })
    const why = asked.why || reasonAhead(heard.text)
    if (!why) throw new Refusal('missing-argument', { verb: 'extend', what: '原因', example })
    return askPlatform(context, { no: args.no, wanted: 'extend', why, until: asked.until })
  },
})

/** 「101 申请延期」 */
const NOTHING = /^(?:申请|请求|需要?|想|再|要)*(?:延期|延时|延长|宽限)(?:一下|吧)?[。.!！]*$/u
