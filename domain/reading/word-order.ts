const NUMBER = String.raw`#?\s?\d{3,32}(?:\s?号)?(?:\s?件)?`
/** 「把101转给二队」 */
const TAKEN = new RegExp(`^(?:请|麻烦|帮忙)?(?:把|将)\\s*(?=${NUMBER})`)
/** 「转101给二队」, 「派101给李强」 */
const BETWEEN = new RegExp(
  String.raw`^(转办?|转交|移交|派|分派?|指派|交)\s*(?<no>${NUMBER})\s*(?:给|到)\s*(?<who>[\s\S]+)$`,
)
/** 「请大气科协办101」, 「101」 at the end behind who shall do it. */
const AT_THE_END = new RegExp(
  String.raw`^(?<words>\S{2,20}?(?:协办|配合|协助|支援)(?:一下|下)?|(?:转办?给?|转交给?|派给|分给|指派给?|交给)\s*\p{Script=Han}{2,8})\s*(?<no>${NUMBER})[。.!！]*$`,
  'u',
)

/** 「平台没同意102退单」, 「平台批了101」 */
const PLATFORM = new RegExp(
  String.raw`^(?<said>市?平台(?:已经?|刚|那边)?(?:(?:没有?|不|未)?(?:同意|批准?|通过)|驳回)了?)\s*(?<no>${NUMBER})\s*的?(?<rest>[\s\S]*)$`,
)
/** 「李强 101你先去看看」 */
const SENT = new RegExp(
  String.raw`^@?(?<who>\p{Script=Han}{2,4})[\s,，:：]*(?<no>${NUMBER})\s*(?<words>[你您][\s\S]*)$`,
  'u',
)

/** 「领101」, 「我领了101和102」: nothing behind, so that 「领 128份材料」 is none. */
const TAKING = new RegExp(
  String.raw`^(?:我们?|咱们?)?(?:来|先)?领(?:了|下)?\s*(?<nos>${NUMBER}(?:\s?[、,，和及\s]\s?${NUMBER})*)(?:吧|了|啦)?[。.!！]*$`,
)

/** 「监测站报到 102」, 「监测站领 101」 */
const UNIT_FIRST = new RegExp(
  String.raw`^(?<who>\p{Script=Han}{1,8}(?:队|科|站|所))\s*(?<words>领哨?|认领|报到)了?\s*(?<no>${NUMBER})[。.!！]*$`,
  'u',
)

/**
 * The same wish with its number first, where people say whom before which: 「请大气科协办101」, 「转101给二队」, 「把101派给李强」, 「领101」.
 * Undefined when the words are no such wish.
 */
export function numberFirst(text: string): string | undefined {
  if (TAKEN.test(text)) return text.replace(TAKEN, '')
  const between = BETWEEN.exec(text)
  if (between) return `${between.groups?.no} ${between[1]?.[0] === '转' ? '转' : '派'}给${between.groups?.who}`
  const taken = TAKING.exec(text)?.groups
  if (taken) return `${taken.nos} 领`
  const unit = UNIT_FIRST.exec(text)?.groups
  if (unit) return `${unit.no} ${unit.who}${unit.words === '报到' ? '已报到' : '领'}`
  const ruled = PLATFORM.exec(text)?.groups
  if (ruled) return `${ruled.no} ${ruled.said} ${ruled.rest}`.trim()
  const sent = SENT.exec(text)?.groups
  if (sent) return `${sent.no} ${sent.who} ${sent.words}`
  const last = AT_THE_END.exec(text)?.groups
  return last && `${last.no} ${last.words}`
}

const CITY = '市(?:里|级|局|热线)?回访(?:结果)?'
const ANSWER = String.raw`[^\d\n]{0,20}(?:满意|解决|联系|接通)[^\d\n]{0,20}`
/** 「市回访满意 120」, 「满意 119 市回访」 */
const CITY_BEFORE = new RegExp(
  String.raw`^(?<city>${CITY})[:：,，\s]*(?<told>${ANSWER}?)[,，:：\s]*(?<no>#?\d{3,32})(?:号|件)?[。.!！]*$`,
)
const CITY_BEHIND = new RegExp(
  String.raw`^(?<told>${ANSWER}?)[,，:：\s]*(?<no>#?\d{3,32})(?:号|件)?\s*(?<city>${CITY})[。.!！]*$`,
)

/** 「吹哨 监测站 应急 101」 */
const WHISTLED = /^(?<words>吹哨[\s,，]+[^\d\n]{2,30}?)\s*(?<no>#?\d{3,9})(?:号|件)?[。.!！]*$/u

/** 「撤销101的督办」, 「取消101会商」: not the 撤销 of one's own last step. */
const CALLED_OFF =
  /^(?:请|麻烦)?(?:撤销|撤回|取消|解除|结束)(?:对)?\s*(?<no>#?\d{3,9})(?:号|件)?\s*的?\s*(?<what>督办|会商|吹哨|挂账)[吧了。.!！]*$/u
/** 「101 不用督办了」: what was wished for once, not a command never given. */
const NO_MORE =
  /^(?<no>#?\d{3,9})(?:号|件)?\s*(?:这件|现在|可以|就)*(?:不用|不必|不需要|不要|别|不)再?(?<what>督办|会商|吹哨)了[吧。.!！]*$/u

/** A 市回访, a 吹哨 or what is called off with its number first, where people say it last; undefined for anything else. */
export function numberToHead(text: string): string | undefined {
  const off = (CALLED_OFF.exec(text) ?? NO_MORE.exec(text))?.groups
  if (off) return `${off.no} ${off.what === '督办' ? '销督' : `取消${off.what}`}`
  const whistled = WHISTLED.exec(text)?.groups
  if (whistled) return `${whistled.no} ${whistled.words}`
  const said = (CITY_BEFORE.exec(text) ?? CITY_BEHIND.exec(text))?.groups
  return said?.told && `${said.no} ${said.city} ${said.told}`
}
