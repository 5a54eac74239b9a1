import { MOST_IN_A_ROW, readQuizWish } from '../domain/reading/quiz.ts'
import { quizMost, quizTopics } from '../domain/words/quiz.ts'
import { lines } from '../domain/words/sentence.ts'
import { optional, rest } from './args.ts'
import { askQuiz, stopQuiz } from './ask-quiz.ts'
import { command } from './command.ts'
import { ownRecord } from './quiz-record.ts'

/**
 * 练兵: one question in private from the data the rules themselves use, of a topic and several in a row if wished. Never
 * pushed, never the same within a week; the answer is read in bot/quizzing.ts. Refuses: private-only.
 */
export default command({
  verb: 'quiz',
  words: ['练兵', '来一题', '再来一题', '下一题', '换一题', '来道题', '再来一道'],
  // 「练兵比武下周三」 is talk.
  only: /^\s*(?:噪声|油烟|异味|大气|水|标准|时限|流程|归口|地名|三率|规矩)?\s*(?:\d{1,2}题)?\s*$/u,
  summary: '私聊出一题,讲清出处;可写方向和题数',
  hint: { line: '测' },
  where: 'private',
  args: { what: optional(rest) },
  examples: [
    { as: '李强', in: 'private', say: '练兵', hears: '【练兵·' },
    { as: '陈曦', in: 'private', say: '练兵 噪声', hears: '【练兵·噪声】' },
    { as: '小刘', in: 'private', say: '练兵 水 5题', hears: '【练兵·水】1/5 ' },
  ],
  run({ args, speaker, data, occasion, now }) {
    const { topic, count, record, stop, tooMany, unknown } = readQuizWish(args.what)
    if (record) return ownRecord(data, speaker.person, now)
    if (stop) return stopQuiz(data, speaker.person, now)
    if (unknown !== undefined) return quizTopics(unknown)
    const asked = askQuiz(data, { person: speaker.person, wanted: { topic, count, occasion } }, now)
    return tooMany ? lines(quizMost(MOST_IN_A_ROW), asked) : asked
  },
})
