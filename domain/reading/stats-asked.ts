// Figures as people ask for them: 「上个月方庄的三率多少」, 「各单位排名」, 「哪些件会影响成绩」.

const FIGURE = '三率|成绩|按时率|领哨率|响应率|解决率|满意率|每诉必测率|综合(?:得?分|成绩)?|得分|预估|排名|排行'
const WHEN =
  '上上期|上一?期|[本这当]期|上个?月|[本当]月|这个?月|(?:20\\d\\d年)?\\d{1,2}月(?:份|期)?|现在|目前|[按各]*(?:单位|街[道镇])|全区|全局|行业件|本局承办|考核口径|全口径'
const PLACE = `(?:(?!影响|孩子|学习|和|率|${FIGURE})\\p{Script=Han}){2,8}?`
const POLITE = '(?:请问?|麻烦|帮我|给我|我?想?看一?[看下]?|查一?[查下]?|问一?下|发(?:我|一下))*'
const TAIL =
  '(?:现在|目前)?(?:是|有|到)?(?:多少|几分|怎么样|怎样|如何|咋样|有哪些|是哪些|情况)?[了啊呢吗呀]*[?？。!！]*'
const ASKED = new RegExp(
  `^${POLITE}\\s*(?<of>(?:(?:${WHEN})的?\\s*){0,5}(?:${PLACE})?(?:\\s*的?(?:${WHEN})){0,4})\\s*的?(?:(?:${FIGURE})[、和]?)+${TAIL}$`,
  'u',
)
const THREATENED =
  /^(?:本期)?(?:(?:有?哪些|哪几个|什么)件?)?(?:会|可能)?影响成绩(?:的件?)?(?:有哪些|是哪些|呢)?[?？]*$/u

/** Whole messages that ask for figures, when they are said to the bot. */
export const figuresAsked: readonly RegExp[] = [ASKED, THREATENED]

/** A figure by its name: all of them are told together. */
export function isFigure(word: string): boolean {
  return new RegExp(`^(?:${FIGURE})$`, 'u').test(word)
}

/** What a question names, in the words of the command: 「上个月 方庄」; anything else stays as it is. */
export function wishAsked(said: string): string {
  if (THREATENED.test(said)) return ''
  const of = ASKED.exec(said)?.groups?.of
  if (of === undefined) return said
  return of.replace(new RegExp(WHEN, 'gu'), ' $& ').replace(/的/g, ' ').replace(/\s+/g, ' ').trim()
}
