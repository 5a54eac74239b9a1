const PERSON = '(?:诉求人|居民|来电人|反映人|投诉人|本人|当事人)?'
const OWN = {
  contacted: new RegExp(
    String.raw`^(?:刚刚?|已经?|终于|都)*(?:给${PERSON})?(?:打?电话|致电)?(?:(?:联系|沟通)(?:上|过|到)?了?|(?:打|接)通了?|打(?:了|过|完)电话了?)${PERSON}了?(?=$|[\s,，。;；:：])`,
  ),
  handled: /^(?:已经?|都)?(?:整改|处理|处置)(?:完(?:成|毕)?|好)?了?(?=$|[\s,，。;；:：])/,
  revisited:
    /^(?:(?:诉求人|居民)?(?:表示|说)?(?:问题)?(?:已经?|未|没有?|部分|尚未)?(?:得到)?解决了?|(?:基本|比较|不太?|很|较)?满意|一般|(?:未|不|没)评价|[\s,，、。;；])+(?=$|[\s,，。;；:：])/,
  cityRevisited:
    /^(?:(?:诉求人|居民)?(?:表示|说)?(?:问题)?(?:已经?|未|没有?|部分|尚未)?(?:得到)?(?:解决|联系)[上过了]?|(?:基本|比较|不太?|很|较)?满意|一般|(?:未|不|没)评价|未接通|[\s,，、。;；])+(?=$|[\s,，。;；:：])/,
} as const

/** What somebody wrote without the words that only say the verb again: 「整改完 换了净化器」 is 「换了净化器」. */
export function besideVerb(kind: keyof typeof OWN, words: string): string {
  return words
    .trim()
    .replace(OWN[kind], '')
    .replace(/^[\s,，、。;；:：]+/, '')
}
