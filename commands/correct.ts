import type { Basis } from '../domain/cases/case.ts'
import { correctBasis, correctContent, correctPlace } from '../domain/cases/correct.ts'
import { readCategory } from '../domain/reading/category.ts'
import { readPlace } from '../domain/reading/place.ts'
import { mended, readSlip } from '../domain/reading/slip.ts'
import { Refusal } from '../domain/refusal.ts'
import { corrected } from '../domain/words/answers.ts'
import { caseNo, rest } from './args.ts'
import { command } from './command.ts'

/** 「补充 118 晚上更严重」, 「118 补充 …」. */
const ADDS = /^[#＃\d\s号件,、:：]*补充/

/**
 * 更正: mends or completes the place or the problem of an open case; the old words stay in the timeline. 补充 adds to the
 * problem. Its kind changes only when the new words name one.
 * Refuses: unknown-case, out-of-scope, not-yours, nothing-to-correct.
 */
export default command({
  verb: 'correct',
  words: ['更正', '补充'],
  also: [
    // 「是18号楼不是8号楼」, 「不是8号楼,是18号楼」, 「应该是芳古园二区,不是一区」: plain words, quoting or soon after.
    /^(?<rest>(?:(?:上面|上边|刚才|前面)的?)?(?:楼号|门牌|地址|位置|地点|点位)?(?:更正|[写说打发报]错了?)?[,，:：\s]*(?:地址|位置|地点)?(?:应该|应当|其实)?是[^,，。;；?？吗]{1,20}?[,，、]?(?:而)?不是[^,，。;；?？吗]{1,20})[。.!！]*$/,
    /^(?<rest>(?:(?:上面|上边|刚才|前面)的?)?(?:楼号|门牌|地址|位置|地点|点位)?(?:更正|[写说打发报]错了?)?[,，:：\s]*(?:地址|位置|地点)?不是[^,，。;；?？吗]{1,20}?[,，、]?(?:而|应该|应当|其实)*是[^,，。;；?？吗]{1,20})[。.!！]*$/,
  ],
  plain: /不是|^(?:更正|补充)[\s:：]*(?:地址|地点|位置|内容|问题|情况)/,
  summary: '更正地址或内容;补充是接着写',
  hint: { line: '改', say: '「更正 128 地址 …」' },
  args: { no: caseNo, what: rest },
  examples: [
    { as: '小刘', in: '方庄群', say: '更正 101 地址 芳古园一区18号楼', hears: '#101 已更正。' },
    { as: '周敏', in: '方庄群', say: '补充 101 晚上十点以后更严重', hears: '#101 已补充。' },
    { as: '赵蕾', in: 'private', say: '更正 101 口径 行业件', hears: '#101 已更正。' },
    {
      as: '小刘',
      in: '方庄群',
      say: '是18号楼不是11号楼',
      quote: '#101 待领哨｜餐饮油烟｜方庄街道',
      hears: '#101 已更正。',
    },
  ],
  run({ args, data, speaker, look, heard, find, change }) {
    const [, field, words] =
      /^(地址|地点|位置|内容|问题|情况|口径)[\s:：]*([\s\S]+)$/.exec(args.what) ?? asAdded() ?? asSaid()
    if (field === undefined && heard.recent && readSlip(args.what)) return undefined
    if (field === undefined || words === undefined) throw new Refusal('nothing-to-correct', { no: args.no })
    const adds = ADDS.test(heard.text) && /内容|问题|情况/.test(field)
    const { c } = change(args.no, (before) => {
      const kept = (said: string) => data.texts.keep(data.vault.mask(before.complainant, said))
      if (field === '口径') return correctBasis(before, speaker, basisNamed(words, args.no))
      if (/内容|问题|情况/.test(field)) {
        const { category, industry, subject, weight } = readCategory(words)
        const named = weight >= NAMED || before.missing.includes('problem')
        const whole = adds ? withAdded(look.text(before.content), words) : words
        return correctContent(before, speaker, {
          category: named ? category : before.category,
          industry: named ? industry : before.industry,
          content: kept(whole),
          ...(subject !== undefined && !(adds && before.subject) && { subject: kept(subject) }),
        })
      }
      const place = readPlace(words, before.street === undefined ? {} : { street: before.street })
      const address = place.address ?? words
      const room = data.people.roomFor(place.street)
      return correctPlace(before, speaker, {
        place: kept(address),
        ...(place.street !== undefined && { street: place.street }),
        ...(place.community !== undefined && { community: place.community }),
        ...(room && { room: room.id }),
      })
    })
    return corrected(c, look, adds ? '补充' : '更正')

    /** 「补充 118 晚上更严重」: what is missing, else more of the problem. */
    function asAdded(): [string, string, string] | undefined {
      if (!ADDS.test(heard.text) || readSlip(args.what)) return undefined
      const place = find(args.no).missing.includes('place') && readPlace(args.what).address !== undefined
      return ['', place ? '地址' : '内容', args.what]
    }

    /** 「是18号楼不是8号楼」: the words of the place, or else of the problem, with one put for the other. */
    function asSaid(): [string, string, string] | [] {
      const slip = readSlip(args.what)
      const before = slip && find(args.no)
      if (!slip || !before) return []
      const [place, content] = [before.place, before.content].map((id) => mended(look.text(id), slip))
      if (place !== undefined) return ['', '地址', place]
      return content === undefined ? [] : ['', '内容', content]
    }
  },
})

/** From here on the words name a pollution. */
const NAMED = 4

function withAdded(before: string, words: string): string {
  if (!before) return words
  return `${before}${/[。;；!！?？]$/.test(before) ? '' : ';'}${words}`
}

function basisNamed(words: string, no: number): Basis {
  if (/行业/.test(words)) return 'industry'
  if (/本局|承办/.test(words)) return 'bureau'
  throw new Refusal('nothing-to-correct', { no })
}
