const PERSON = '(?:诉求人|居民|来电人|反映人|投诉人|本人|当事人|对方)?的?'
// 「排风机不关机」 is no call; a phone that is off, or the word alone, is.
const PHONE_OFF = new RegExp(
  String.raw`(?:电话|手机)[^,，。;；\s]{0,6}(?:关机|停机)|(?:^|[\s,，。;；])${PERSON}(?:暂时|一直|还是|都|已经?)?(?:关机|停机)了?(?=$|[\s,，。;；!！])`,
)
const NOBODY =
  /联系不上|打不通|不接(?:电话|听|$|[\s,，。;；!！])|(?:没有?|未能?)(?:联系|打|接)(?:上|通)|没有?人接|无人接|没有?接(?:电话|听|$|[\s,，。;；!！了])|空号/
const HEAD = /^[#＃\d\s、,，和及号件:：]*/
const REACHED = new RegExp(
  `^(?:刚刚?|已经?|终于|都|给${PERSON}|${PERSON}|打?电话|手机)*(?:已联系(?!不)|联系(?:上|到|过)?了|联系上|沟通|(?:打|接)通了?)`,
)

/** True when words of a call say that nobody answered: 「没打通」, 「手机关机」; 「排风机不关机」 is no call. */
export function saysUnreached(words: string): boolean {
  return NOBODY.test(words) || PHONE_OFF.test(words)
}

/**
 * True when a report of a call says that nobody was reached. 「已联系」, 「打通」 at its head win over what is told behind,
 * unless nothing but the try stands there: 「已联系 没人接」. In: the message, its numbers first or not.
 */
export function isTry(text: string): boolean {
  const words = text.replace(HEAD, '')
  if (!saysUnreached(words)) return false
  const head = REACHED.exec(words)
  if (!head) return true
  return new RegExp(String.raw`^了?[\s\d,，。;；]*${PERSON}(?:电话|手机)?(?:${NOBODY.source}|关机)[\s了。!！]*$`).test(
    words.slice(head[0].length),
  )
}
