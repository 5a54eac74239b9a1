import { cannotCome, reportIn } from '../domain/cases/help-call.ts'
import { isOf, unitOf } from '../domain/people/speaker.ts'
import { cannotComeAnswer, reportedIn } from '../domain/words/calls.ts'
import { caseNo, optional, rest } from './args.ts'
import { callSaid } from './called.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'

/**
 * 报到: a called unit is there; without a call it joins. 「101 城管已到」: whoever called help from outside says it for them.
 * Refuses: wrong-state, no-unit, not-yours.
 */
export default command({
  verb: 'reportIn',
  words: ['报到'],
  also: [
    // 「101去不了」, 「101 我们来不了,人都在外面」
    /^(?:我们?|咱们?|今天|现在|暂时|实在|都|,|,|\s)*(?:去|来|到|赶)不了了?(?<rest>(?:[,，。;；:：\s][\s\S]*)?)$/u,
    // 「128 我们报到」, 「128 已报到」
    /^(?:我们?|咱们?)?(?:已经?|来)?报到了?(?<rest>)[。.!！]*$/u,
    // 「128 监测站报到」
    /^(?<who>(?!我|咱)\p{Script=Han}{1,9}[队科站所办局])(?:的?(?:人|同志))?(?:来|前来)?报到(?<rest>)[。.!！]*$/u,
    // 「128 城管已到」, 「128 交警到现场了」, 「128 执法二队已报到」
    /^(?<who>(?!我|咱|人|都|刚|已)\p{Script=Han}{2,10}?)(?<![闻听看收遇碰找等想做])(?:的?(?:人|同志))?(?:都)?(?:已经?(?:到|报到|到场|到现场)了?|(?:到|报到|到场|到现场)了)(?<rest>)[。.!！]*$/u,
  ],
  only: /^[#＃:：\s]*\d/,
  ofMain: true,
  summary: '协办、被吹哨的单位报到',
  hint: { line: '转', say: '「报到 128」' },
  args: { no: caseNo, words: optional(rest) },
  examples: [
    {
      as: '陈曦',
      in: '方庄群',
      say: '报到 101',
      after: [
        { as: '李强', in: '方庄群', say: '领哨 101' },
        { as: '李强', in: '方庄群', say: '协办 101 监测站' },
      ],
      hears: '#101 已记报到:监测站',
    },
    {
      as: '李强',
      in: '方庄群',
      say: '101 城管已到',
      after: [
        { as: '李强', in: '方庄群', say: '领哨 101' },
        { as: '李强', in: '方庄群', say: '协办 101 城管' },
      ],
      hears: '#101 已记报到:城管',
    },
  ],
  run({ args, speaker, data, look, change, find, heard }) {
    if (CANNOT.test(heard.text)) {
      const why = args.words ? keep(data, args.no, args.words) : undefined
      const { c, changed } = change(args.no, (before) => cannotCome(before, speaker, why))
      // Under a card in a room it is talk between people, but for who has the case and may hand it on.
      if (!changed && heard.room && heard.quoted && !(c.owner && isOf(speaker, c.owner.unit))) return undefined
      return cannotComeAnswer(c, changed, look)
    }
    const { street } = find(args.no)
    const said = callSaid({ people: undefined, words: args.words }, { data, look, speaker, street })
    const [party] = said.parties
    const named = party && { unit: party.unit, ...(party.outside && { outside: party.outside }) }
    const words = (party ? said.rest : args.words)?.replace(
      /^(?:都)?(?:已经?)?(?:到|报到|到场|到现场)了?[\s。.!！]*$/u,
      '',
    )
    const text = words ? { text: keep(data, args.no, words) } : {}
    const { c, changed } = change(args.no, (before) => reportIn(before, speaker, { ...(named && { named }), ...text }))
    const mine = c.helpers?.filter((one) => isOf(speaker, one.unit)) ?? []
    const now = mine.find(({ arrivedAt }) => arrivedAt === look.now) ?? mine[0]
    const unit = named?.unit ?? now?.unit ?? unitOf(speaker, street)
    return reportedIn(c, { unit: unit ?? '', changed }, look)
  },
})

const CANNOT = /(?:去|来|到|赶)不了/u
