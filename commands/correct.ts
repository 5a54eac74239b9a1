import { correctContent, correctPlace } from '../domain/cases/correct.ts'
import { readCategory } from '../domain/reading/category.ts'
import { mask } from '../domain/reading/personal.ts'
import { readPlace } from '../domain/reading/place.ts'
import { Refusal } from '../domain/refusal.ts'
import { corrected } from '../domain/words/answers.ts'
import { caseNo, rest } from './args.ts'
import { command } from './command.ts'

/**
 * 更正: mends or completes the place or the problem of an open case; the old words stay in the timeline.
 * Refuses: unknown-case, out-of-scope, not-yours, nothing-to-correct.
 */
export default command({
  verb: 'correct',
  words: ['更正', '补充'],
  summary: '改地址或内容,也用来补缺的',
  hint: { line: '改', say: '「更正 128 地址 …」「更正 128 内容 …」' },
  args: { no: caseNo, what: rest },
  examples: [
    { as: '小刘', in: '方庄群', say: '更正 101 地址 芳古园一区18号楼', hears: '#101 已更正。' },
    { as: '周敏', in: '方庄群', say: '更正 101 内容 火锅店晚上十点后油烟很大', hears: '#101 已更正。' },
  ],
  run({ args, data, speaker, look, change }) {
    const [, field, words] = /^(地址|地点|位置|内容|问题|情况)[\s:：]*([\s\S]+)$/.exec(args.what) ?? []
    if (field === undefined || words === undefined) throw new Refusal('nothing-to-correct', { no: args.no })
    const { c } = change(args.no, (before) => {
      if (/内容|问题|情况/.test(field)) {
        const { category, industry, subject } = readCategory(words)
        const kept = {
          content: data.texts.keep(mask(words)),
          ...(subject !== undefined && { subject: data.texts.keep(mask(subject)) }),
        }
        return correctContent(before, speaker, { category, industry, ...kept })
      }
      const place = readPlace(words, before.street === undefined ? {} : { street: before.street })
      const address = place.address ?? words
      const room = data.people.roomFor(place.street)
      return correctPlace(before, speaker, {
        place: data.texts.keep(mask(address)),
        ...(place.street !== undefined && { street: place.street }),
        ...(place.community !== undefined && { community: place.community }),
        ...(room && { room: room.id }),
      })
    })
    return corrected(c, look)
  },
})
