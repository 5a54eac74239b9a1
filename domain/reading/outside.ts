/** Administrations and companies outside the bureau that a case may need: called in words, not entered as units. */
const OUTSIDE =
  /^(?:城管委|城市管理委(?:员会)?|城管(?:执法)?(?:大队|中队|局|队)?|(?:街道|镇)?综合(?:行政)?执法(?:大队|中队|局|队)|交警(?:支队|大队|中队|队)?|交通(?:支队|委|局)|公安(?:分局|局)?|派出所|民警|住建(?:委|局)?|房管(?:局|所)?|水务(?:局|站|所)?|市场监管(?:局|所)?|市监(?:局|所)?|工商所?|园林(?:绿化)?(?:局|队)?|消防(?:救援)?(?:支队|大队|局|站|队)?|应急(?:管理)?局|供电(?:公司|局|所)?|国家电网|电力公司|燃气(?:集团|公司)?|热力(?:集团|公司)?|自来水(?:集团|公司)?|排水(?:集团|公司)|环卫(?:中心|所|队)?|路政(?:大队|局)?|规自(?:委|分局)?|卫健委|卫生监督所?|疾控(?:中心)?|农业农村局|文旅局|教委|物业(?:公司)?|业委会|居委会|村委会|社区)/u

/** The help from outside the bureau a text begins with (城管, 交警, 供电公司 …), and what is said behind it. Undefined when there is none. */
export function outsideAt(words: string): { unit: string; rest: string } | undefined {
  const name = OUTSIDE.exec(words)?.[0]
  return name === undefined ? undefined : { unit: name, rest: words.slice(name.length).replace(/^[\s,，、:：]+/u, '') }
}
