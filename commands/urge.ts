import { urge } from '../domain/cases/steps.ts'
import { urged } from '../domain/words/answers.ts'
import { caseNo } from './args.ts'
import { command } from './command.ts'

/** 催: counted; the owner is told in private, at most once in four hours. Refuses: wrong-state. */
export default command({
  verb: 'urge',
  words: ['催', '催办', '催一下'],
  also: [/^(?:请|麻烦)?(?:抓紧|尽快|快点|催一下|催催|加急)(?:办|处理|办理)?(?:一下|点)?(?:吧|啊|了)?[。.!！]*$/],
  only: /^[#＃:：\s]*\d/,
  ofMain: true,
  summary: '催一下,私信提醒承办人',
  hint: { line: '办', say: '「催 128」' },
  args: { no: caseNo },
  examples: [
    {
      as: '周敏',
      in: '方庄群',
      say: '催 101',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 已提醒执法一队',
    },
  ],
  run: ({ args, speaker, look, change }) => urged(change(args.no, (c) => urge(c, speaker)).c, speaker.person, look),
})
