import type { PersonId } from '../domain/cases/case.ts'
import { scoreOf } from '../domain/drill/quiz.ts'
import { days } from '../domain/time/wall.ts'
import { quizRecord } from '../domain/words/quiz.ts'
import type { Sentence } from '../domain/words/sentence.ts'
import { QUIZ_MEMORY } from './ask-quiz.ts'
import { command } from './command.ts'
import type { Data } from './data.ts'

/** 练兵成绩: one's own, in private; there is no ranking and nobody else can ask for it. Refuses: private-only. */
export default command({
  verb: 'quizRecord',
  words: ['练兵成绩', '练兵记录', '我的练兵'],
  summary: '私聊看自己的练兵成绩,别人看不到',
  hint: { line: '测' },
  where: 'private',
  args: {},
  examples: [
    { as: '李强', in: 'private', say: '练兵成绩', hears: '近30天你还没练过。' },
    {
      as: '李强',
      in: 'private',
      say: '练兵成绩',
      after: [
        { as: '李强', in: 'private', say: '练兵' },
        { as: '李强', in: 'private', say: '不知道' },
      ],
      hears: '近30天答1题,对0题(0%)',
    },
  ],
  run: ({ data, speaker, now }) => ownRecord(data, speaker.person, now),
})

/** How somebody did, for themselves. */
export function ownRecord(data: Pick<Data, 'quiz'>, person: PersonId, now: number): Sentence {
  const month = data.quiz.history(person, now - QUIZ_MEMORY)
  return quizRecord(scoreOf(month), scoreOf(month.filter(({ askedAt }) => askedAt > now - days(7))))
}
