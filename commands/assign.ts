import { assign } from '../domain/cases/assign.ts'
import { Refusal } from '../domain/refusal.ts'
import { assigned } from '../domain/words/answers.ts'
import { alreadyTheirs } from '../domain/words/notices.ts'
import { caseNo, mentioned, optional, rest } from './args.ts'
import { command } from './command.ts'
import { ownerNamed } from './owner.ts'

/** 派给: the lead or the desk gives a case to a person or a unit, who is told. Refuses: not-yours, wrong-state, unknown-unit. */
export default command({
  verb: 'assign',
  words: ['派给', '指派', '派'],
  also: [/^(?:派)?给(?<rest>[\p{Script=Han}]{1,8}(?:队|科|站|室|办|中心))(?:办|处理|去)?(?:吧|了)?[。.!！]*$/u],
  only: /^[#＃:：\s]*\d/,
  summary: '负责人、专班把件派给人或单位',
  hint: { line: '批', say: '「派给 128 @李强」' },
  args: { no: caseNo, people: optional(mentioned), unit: optional(rest) },
  examples: [{ as: '王磊', in: '方庄群', say: '派给 101 @李强', hears: '#101 已派给:执法一队 李强' }],
  run({ args, speaker, data, look, now, change }) {
    const to = ownerNamed(
      { people: args.people, unit: args.unit, street: data.cases.find(args.no)?.street },
      { data, look, now },
    )
    if (!to) throw new Refusal('missing-argument', { verb: 'assign', what: '派给谁', example: `派给 ${args.no} @李强` })
    const { c, changed } = change(args.no, (before) => assign(before, speaker, to))
    return changed ? assigned(c, look) : alreadyTheirs(c, look)
  },
})
