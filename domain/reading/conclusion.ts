import { readInstant } from './when.ts'

/** What a 会商结论 must say (domain.md section 4): measures, who, by when. */
export type ConclusionPart = '措施' | '谁' | '何时前'

/**
 * The parts a conclusion does not say, in that order. That nothing more can be done is a conclusion without any. In: the
 * words, the names of units and people, the present instant.
 */
export function lacking(words: string, names: readonly string[], now: number): ConclusionPart[] {
  if (NOTHING_MORE.test(words)) return []
  const clauses = words.split(/[\s,，。、;；:：]+/u).filter(Boolean)
  const at = readInstant(words, now)
  const isWho = (clause: string) => WHO.test(clause) || names.some((name) => clause.includes(name))
  const parts: [ConclusionPart, boolean][] = [
    [
      '措施',
      clauses.some((clause) => !isOnlyWho(clause, names) && !ONLY_TIME.test(clause) && !NO_MEASURE.test(clause)),
    ],
    ['谁', clauses.some(isWho)],
    ['何时前', at !== undefined && at > now],
  ]
  return parts.filter(([, is]) => !is).map(([part]) => part)
}

const NOTHING_MORE =
  /(?:已无|没有|暂无|无)(?:其他|更多|可行)?(?:的)?(?:技术)?(?:手段|措施|办法|条件)|无法(?:再|进一步)/u
const NO_MEASURE =
  /^(?:大家|先|再|继续|还是|还要)*(?:看看|看情况|观察|研究|讨论|商量|等等|不行|不好办|难办|没结论|无结论|待定|尽快|抓紧)(?:一?下|吧|了|再说)*$/u
const WHO =
  /\p{Script=Han}(?:[科队站局委办所]|街道|镇|乡|社区|物业|公司|店|商户|业主|企业|厂|工地|施工方|产权方|房东)(?![内外里面])|老板|店家|商家|商户|业主|物业|企业|施工方|负责|牵头|督促|落实/u
const ONLY_TIME =
  /^[\d零一二两三四五六七八九十本这下周星期礼拜天日末月号年今明后上中下午点时分内之以前底初旬完成落实到位:：\-/.]+$/u

function isOnlyWho(clause: string, names: readonly string[]): boolean {
  const left = names.reduce((said, name) => said.replace(name, ''), clause)
  return left !== clause && /^(?:负责|牵头|督促|落实|跟进|盯着|来办)*$/u.test(left)
}
