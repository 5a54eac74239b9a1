import type { Case } from '../domain/cases/case.ts'
import { mayCallComplainant } from '../domain/cases/contact-details.ts'
import { type Correction, readCorrection, toldAlong } from '../domain/reading/correction.ts'
import { readPlace } from '../domain/reading/place.ts'
import { mended, readSlip } from '../domain/reading/slip.ts'
import { Refusal } from '../domain/refusal.ts'
import { corrected } from '../domain/words/answers.ts'
import { complainantCorrected, factCorrected } from '../domain/words/corrections.ts'
import { acknowledgeAdded } from './added.ts'
import { caseNo, rest } from './args.ts'
import { type Context, command } from './command.ts'
import { mend } from './corrections.ts'
import { keepLate } from './late.ts'
import { hintToRecall } from './privacy.ts'

/** 「补充 118 晚上更严重」, 「118 补充 …」. */
const ADDS = /^[#＃\d\s号件,、:：]*补充/

const FIELD =
  '(?:(?:诉求人|来电人|反映人|投诉人|联系人|居民|联系|工单|案件|被反映|被投诉|办理|处理|官方)?的?(?:电话|手机|号码|姓名|名字|编号|单号|时限|期限|类别|类型|分类|街镇|街道|对象|店名|单位)|诉求人|来电人|反映人|投诉人|联系人|地址|地点|位置|内容)(?:号码?)?'
const MARKED =
  '(?:有?错误?了?|有误|不对了?|[写打登记报录弄]错了?)[,，\\s]*(?:应该|应当|应|其实|正确的?)?(?:是|为|改为|改成)|(?:更正|修改|改|换)(?:为|成|到)|(?:应该?|应当|正确的?)(?:是|为)'

/**
 * 更正: puts right what an open case says; old words stay in the timeline, a complainant's old name and phone stay sealed
 * and neither they nor the new ones are said. 补充 adds to the problem.
 * Refuses: unknown-case, out-of-scope, not-open, may-not-correct, missing-argument, order-known, nothing-to-correct.
 */
export default command({
  verb: 'correct',
  words: ['更正', '补充'],
  also: [
    // 「是18号楼不是8号楼」, 「不是8号楼,是18号楼」, 「应该是芳古园二区,不是一区」: plain words, quoting or soon after.
    /^(?<rest>(?:(?:上面|上边|刚才|前面)的?)?(?:楼号|门牌|地址|位置|地点|点位)?(?:更正|[写说打发报]错了?)?[,，:：\s]*(?:地址|位置|地点)?(?:应该|应当|其实)?是[^,，。;；?？吗]{1,20}?[,，、]?(?:而)?不是[^,，。;；?？吗]{1,20})[。.!！]*$/,
    /^(?<rest>(?:(?:上面|上边|刚才|前面)的?)?(?:楼号|门牌|地址|位置|地点|点位)?(?:更正|[写说打发报]错了?)?[,，:：\s]*(?:地址|位置|地点)?不是[^,，。;；?？吗]{1,20}?[,，、]?(?:而|应该|应当|其实)*是[^,，。;；?？吗]{1,20})[。.!！]*$/,
    // 「电话错了,是138…」, 「诉求人改为李女士」, 「时限应该是12月2日」
    new RegExp(`^(?<rest>${FIELD}(?:${MARKED})[\\s,，:：]*[^?？吗]*?)$`),
    // 「工单号 2026…」, 「的时限是12月1号」
    /^的?(?<rest>(?:工单|案件|受理|平台)?的?(?:编号|单号|工单号码?)(?:是|为|[:：])?\s*[A-Za-z]{0,6}-?\d{8,32})[。.!！]*$/u,
    /^的?(?<rest>(?:办理|处理|官方|平台|反馈)?的?(?:时限|期限|截止(?:时间|日期)?)(?:是|为|到|[:：])?\s*(?:20\d\d[-年/.])?(?:\d{1,2}[月./-]\d{1,2}|[今明后]天|[本这下]?周[一二三四五六日天])[^?？吗吧呢]{0,12})[。.!！]*$/u,
    // 「电话是138…」, 「诉求人是李女士」: plain enough without saying that it was wrong
    new RegExp(
      `^(?<rest>${FIELD}(?:是|为|[:：])?\\s*(?:1[3-9][\\d\\s-]{9,13}|0\\d{2,3}[\\s-]?\\d{7,8}|[\\p{Script=Han}]{1,3}(?:先生|女士|小姐|某)))[。.!！]*$`,
      'u',
    ),
  ],
  plain:
    /不是|^(?:诉求人|来电人|联系)?的?(?:电话|手机)(?:号码?)?(?:有?[错误]|不对|[写打登]错)|^(?:更正|补充)[\s:：]*(?:地址|地点|位置|内容|问题|情况)/,
  summary: '更正地址、内容、电话、时限等;补充是接着写',
  hint: { line: '改', say: '「更正 128 地址 …」' },
  args: { no: caseNo, what: rest },
  examples: [
    { as: '小刘', in: '方庄群', say: '更正 101 地址 芳古园一区18号楼', hears: '#101 已更正。' },
    { as: '周敏', in: '方庄群', say: '补充 101 晚上十点以后更严重', hears: '#101 已补充。' },
    {
      as: '赵蕾',
      in: 'private',
      say: '更正 101 电话 13800005678',
      shows: '更正 101 电话 号码',
      hears: '#101 诉求人电话已更正(尾号5678)。',
    },
    {
      as: '小刘',
      in: '方庄群',
      say: '是18号楼不是11号楼',
      quote: '#101 待领哨｜餐饮油烟｜方庄街道',
      hears: '#101 已更正。',
    },
  ],
  run(context) {
    const { args, speaker, look, heard, find, change } = context
    const late = ADDS.test(heard.text) ? keepLate(args.no, { what: '补充', words: args.what }, context) : undefined
    if (late) return late
    if (/^(?:检|监|复)测/u.test(args.what))
      throw new Refusal('missing-argument', {
        verb: 'test',
        what: '「检测」在前(检测的更正)',
        example: `检测 ${args.no} 更正 夜间 2类 51.6 背景40`,
      })
    const correction = readCorrection(args.what) ?? asAdded() ?? asSaid()
    if (!correction && heard.recent && readSlip(args.what)) return undefined
    if (!correction) throw new Refusal('nothing-to-correct', { no: args.no })
    const { what, to } = correction
    const adds = ADDS.test(heard.text) && what === 'content'
    const { c } = change(args.no, (before) => mend[what]({ c: before, to, adds }, context))
    if (what === 'name' || what === 'phone') {
      const told = toldAlong(to)
      hintToRecall(told.phone !== undefined ? '电话' : '姓名', context, '更正已记下')
      const tail = !speaker.room && mayCall(c, context) ? told.phone?.slice(-4) : undefined
      const along = what === 'name' && told.phone !== undefined ? ['电话'] : []
      return complainantCorrected(c, what, { tail, along: told.flat === undefined ? along : [...along, '门牌'] })
    }
    if (adds) {
      acknowledgeAdded(c, context)
      return undefined
    }
    const fact = context.data.cases.log(args.no).at(-1)?.event
    return fact?.kind === 'factCorrected' ? factCorrected(c, fact, look) : corrected(c, look, '更正')

    /** 「补充 118 晚上更严重」: what is missing, else more of the problem. */
    function asAdded(): Correction | undefined {
      if (!ADDS.test(heard.text) || readSlip(args.what)) return undefined
      const place = find(args.no).missing.includes('place') && readPlace(args.what).address !== undefined
      return { what: place ? 'place' : 'content', to: args.what }
    }

    /** 「是18号楼不是8号楼」: the words of the place, or else of the problem, with one put for the other. */
    function asSaid(): Correction | undefined {
      const slip = readSlip(args.what)
      const before = slip && find(args.no)
      if (!slip || !before) return undefined
      const [place, content] = [before.place, before.content].map((id) => mended(look.text(id), slip))
      if (place !== undefined) return { what: 'place', to: place }
      return content === undefined ? undefined : { what: 'content', to: content }
    }
  },
})

/** Whoever may have the number may read its last digits. */
function mayCall(c: Case, { data, speaker, now }: Pick<Context<object>, 'data' | 'speaker' | 'now'>): boolean {
  try {
    mayCallComplainant(c, speaker, { why: '更正', looks: data.vault.looks(c.no), now })
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
