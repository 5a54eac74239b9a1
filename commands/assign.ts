import { assign } from '../domain/cases/assign.ts'
import { Refusal } from '../domain/refusal.ts'
import { assigned } from '../domain/words/answers.ts'
import { alreadyTheirs } from '../domain/words/notices.ts'
import { caseNo, mentioned, optional, rest } from './args.ts'
import { command } from './command.ts'
import { ownerNamed } from './owner.ts'

/** 「101 @李强 你去看一下」, 「101 李强你先去看看」 */
const YOU_GO =
  /^(?:@[^\s@]{1,20}|(?<who>\p{Script=Han}{2,4}?))[\s,，:：]*[你您](?:先|也|现在|今天|下午|上午)?(?:过?[去来])(?:一趟|现场|办理?|处理|跟进|看看?|看一?下|查看?|查一?下)*(?:一下)?(?:吧|哈|了)?[。.!！]*$/u

/** 派给: the lead or the desk gives a case to a person or a unit, who is told. An officer who says so of their own case hands it on. Refuses: not-yours, wrong-state, unknown-party, several-named. */
export default command({
  verb: 'assign',
  words: ['派给', '指派', '派'],
  also: [
    // 「给水科」, 「派给李强」, 「派李强」, 「交给陈曦处理吧」
    /^(?:派给?|分给|交给|安排给|指派给?|给)\s*(?<who>\p{Script=Han}{2,10}?)(?:来|去)?(?:办理?|处理|跟进|负责|承办|看看?|看一?下)?(?:吧|了|哈)?[。.!！]*$/u,
    // 「让李强去」, 「派二队去看看」, 「安排陈曦跟进」
    /^(?:让|叫|安排|派|指派)\s*(?<who>\p{Script=Han}{2,10}?)(?:(?:来|去)(?:一趟|现场|办理?|处理|看看?|看一?下|查看?)?|办理?|处理|跟进|负责|承办)(?:一下)?(?:吧|哈)?[。.!！]*$/u,
    YOU_GO,
  ],
  // Said by others it is a request among colleagues.
  alsoTheirs: YOU_GO,
  otherwise: 'transfer',
  only: /^[#＃:：\s]*\d/,
  ofMain: true,
  summary: '负责人、专班把件派给人或单位',
  hint: { line: '批', say: '「派给 128 @李强」' },
  args: { no: caseNo, people: optional(mentioned), words: optional(rest) },
  examples: [
    { as: '王磊', in: '方庄群', say: '派给 101 @李强', hears: '#101 已派给:执法一队 李强' },
    { as: '王磊', in: '方庄群', say: '101让李强去', hears: '#101 已派给:执法一队 李强' },
    { as: '赵蕾', in: '方庄群', say: '101给监测站', hears: '#101 已派给:监测站 陈曦' },
  ],
  run({ args, speaker, data, look, change }) {
    const example = `派给 ${args.no} @李强`
    const missing = new Refusal('missing-argument', { verb: 'assign', what: '派给谁', example })
    const { to } = ownerNamed(args, { data, look, speaker, street: data.cases.find(args.no)?.street, missing })
    const { c, changed } = change(args.no, (before) => assign(before, speaker, to))
    return changed ? assigned(c, look) : alreadyTheirs(c, look)
  },
})
