import type { CaseNo } from '../domain/cases/case.ts'
import { mustStandMerged } from '../domain/cases/merge.ts'
import { goingWith, undoable } from '../domain/cases/undo.ts'
import { inScope } from '../domain/people/speaker.ts'
import { Refusal } from '../domain/refusal.ts'
import { undone } from '../domain/words/answers.ts'
import { caseNo, optional } from './args.ts'
import { command } from './command.ts'

/**
 * 撤销: what one's own last message did (with a number: to that case), within 30 minutes†, unless somebody acted since;
 * in a room not what was said elsewhere of cases that are none of the room's. Refuses: nothing-to-undo, undo-elsewhere, undo-acted-on, merge-chain, wrong-state.
 */
export default command({
  verb: 'undo',
  words: ['撤销', '撤销上一步'],
  summary: '说错了:撤销自己上一步',
  hint: { line: '改', say: '说错了「撤销」' },
  args: { no: optional(caseNo) },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '撤销',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '已撤销:#101',
    },
    {
      as: '李强',
      in: '方庄群',
      say: '撤销 101',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '已撤销:#101',
    },
  ],
  run({ args: { no }, speaker, data, now, look, cause, find }) {
    const acts = data.cases.lastActOf(speaker.person, now - look.settings.undo, no)
    // What was said here may be taken back here, also of a case of another street.
    if (no !== undefined && !acts.some(({ act }) => isSaidHere(act))) find(no)
    const logs = no === undefined ? acts : goingWith(no, acts)
    if (!logs.length) throw new Refusal('nothing-to-undo', {})
    if (speaker.room && logs.some(({ log, act }) => !isSaidHere(act) && !isOfRoom(log[0]?.no)))
      throw new Refusal('undo-elsewhere', {})
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
    for (const c of nos.flatMap(({ no }) => data.cases.find(no) ?? [])) {
      mustStandMerged(c, c.mergedInto === undefined ? undefined : data.cases.find(c.mergedInto))
      for (const other of c.holds ?? []) {
        const held = data.cases.find(other)
        if (held?.mergedInto === c.no) mustStandMerged(held, c)
      }
    }
    return undone(nos, look)

    function isSaidHere(act: number): boolean {
      return look.saidIn(act) === speaker.room?.id
    }

    function isOfRoom(about: CaseNo | undefined): boolean {
      const c = about === undefined ? undefined : data.cases.find(about)
      return c !== undefined && inScope(speaker, c)
    }
  },
})
