import { mayCallComplainant } from '../domain/cases/contact-details.ts'
import { Refusal } from '../domain/refusal.ts'
import { contactDetails, guardedMatter, sentPrivately } from '../domain/words/answers.ts'
import { lines } from '../domain/words/sentence.ts'
import { caseNo, optional, rest } from './args.ts'
import { command } from './command.ts'

/**
 * 联系方式: the complainant's number, in private, to those who must call; of a confidential case also where and what it is,
 * which no room reads. Each look is audited.
 * Refuses: unknown-case, out-of-scope, confidential, no-complainant,
 * not-yours, claim-first, say-why, not-friends.
 */
export default command({
  verb: 'contactDetails',
  words: ['联系方式', '电话号码', '诉求人电话'],
  // 「101电话」, 「101的手机号发我」
  also: [
    /^的?(?:诉求人|居民|来电人|反映人|投诉人)?的?(?:联系方式|联系电话|电话号?码?|手机号?码?|号?码)(?:(?:私信?|私聊)?(?:发|给)(?:我|一下|下))*[。.!！?？]*$/,
  ],
  plain: /^(?:联系方式|电话号码|诉求人电话)[。.!！?？]*$/,
  summary: '私聊取诉求人电话(承办人、专班)',
  hint: { line: '办', say: '「联系方式 128」' },
  args: { no: caseNo, why: optional(rest) },
  examples: [
    {
      as: '李强',
      in: 'private',
      say: '联系方式 101',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 诉求人: 王女士 13800001234。',
    },
    { as: '赵蕾', in: 'private', say: '联系方式 101 平台回访核对', hears: '#101 诉求人: 王女士 13800001234。' },
  ],
  run({ args, speaker, data, look, occasion, now, find }) {
    const c = find(args.no)
    const why = args.why === undefined ? undefined : data.vault.mask(c.complainant, args.why)
    mayCallComplainant(c, speaker, { looks: data.vault.looks(c.no), now, ...(why !== undefined && { why }) })
    const fields = c.complainant === undefined ? [] : data.vault.has(c.complainant)
    if (!fields.length && !c.confidential) throw new Refusal('no-complainant', { no: c.no })
    if (speaker.room && !data.people.reachable(speaker.person)) throw new Refusal('not-friends', {})
    const details = lines(contactDetails(c, fields, why), c.confidential ? guardedMatter(c, look) : '')
    data.outbox.say(
      { to: { person: speaker.person }, class: 'reply', key: `${occasion}-details`, no: c.no, sentence: details },
      now,
    )
    return speaker.room ? sentPrivately(c.no) : undefined
  },
})
