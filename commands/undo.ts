import { undoable } from '../domain/cases/undo.ts'
import { Refusal } from '../domain/refusal.ts'
import { undone } from '../domain/words/answers.ts'
import { command } from './command.ts'

/** 撤销: what one's own last message did, within 30 minutes†, unless somebody acted since. Refuses: nothing-to-undo, undo-acted-on. */
export default command({
  verb: 'undo',
  words: ['撤销', '撤销上一步'],
  summary: '说错了:撤销自己上一步',
  hint: { line: '改', say: '说错了「撤销」' },
  args: {},
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '撤销',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '已撤销:#101',
    },
  ],
  run({ speaker, data, now, look, cause }) {
    const logs = data.cases.lastActOf(speaker.person, now - look.settings.undo)
    if (!logs.length) throw new Refusal('nothing-to-undo', {})
    const nos = logs.map(({ log, act }) => {
      const facts = undoable(log, act).map((event) => ({
        no: log[0]?.no as number,
        at: now,
        by: speaker.person,
        ...(cause !== undefined && { cause }),
        event,
      }))
      return data.record(facts, now)
    })
    return undone(nos, look)
  },
})
