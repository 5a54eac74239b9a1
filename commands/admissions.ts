import { command } from './command.ts'

/** 待通过: who waits to be let in by this person, with numbers. Refuses: not-allowed, private-only. */
export default command({
  verb: 'admissions',
  words: ['待通过'],
  summary: '看等我通过的人',
  hint: { line: '批', say: '「待通过」' },
  where: 'private',
  args: {},
  examples: [{ as: '王磊', in: 'private', say: '待通过', hears: '没有等你通过的人' }],
  run: ({ speaker, data, now }) => data.admission.list(speaker.person, now),
})
