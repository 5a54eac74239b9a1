import { isCompliantNuisance } from '../domain/cases/consult.ts'
import { revisit, revisitTried } from '../domain/cases/steps.ts'
import { readRevisit, statedIn } from '../domain/reading/revisit.ts'
import { Refusal } from '../domain/refusal.ts'
import { revisitAnswer } from '../domain/words/answers.ts'
import { nuisanceHint } from '../domain/words/consult.ts'
import { sameHands } from '../domain/words/notices.ts'
import { lines } from '../domain/words/sentence.ts'
import { caseNo, rest } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'
import { keepLate } from './late.ts'

/** 回访: solved or not, how satisfied; 未接通 is a try; of a closed case a note that reaches its last owner. Refuses: not-handled, claim-first, wrong-state, not-yours. */
export default command({
  verb: 'revisit',
  words: ['回访'],
  also: [
    // 「101回访了,王女士说解决了,基本满意」
    /^(?:已经?|刚刚?)?(?:打(?:过|完|了)?)?(?:电话)?回访(?:电话)?(?:诉求人|居民|来电人|反映人|投诉人|本人)?(?:过|完|好)?(?:了|过)?[,，。;；:：\s]*(?<rest>(?=[\s\S]*(?:解决|满意|认可|一般|还有|还是|没有?味|[未没]接通|打不?通|没接|不接|没人接|无人接|空号|关机))[\s\S]+)$/u,
  ],
  step: { stage: 3, tells: /解决|满意|认可|评价|一般|[接打]通|没人接|不接/ },
  ofMain: 'sameCaller',
  summary: '记回访:已解决/未解决 满意…',
  hint: { line: '结', say: '「128 回访 已解决 满意」' },
  args: { no: caseNo, what: rest },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '101 回访 已解决 满意',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 还没处置完成',
    },
  ],
  run(context) {
    const { args, speaker, data, look, change, find, now } = context
    const late = keepLate(args.no, { what: '回访', words: args.what }, context)
    if (late) return late
    const said = readRevisit(args.what)
    if (!said)
      throw new Refusal('missing-argument', {
        verb: 'revisit',
        what: '解决没有、满不满意',
        example: `${args.no} 回访 已解决 满意`,
      })
    // 「一般」 alone tells nothing of it.
    if (said !== 'unreached' && said.satisfaction === 'middling' && !statedIn(args.what).solved)
      throw new Refusal('missing-argument', {
        verb: 'revisit',
        what: '解决没有',
        example: `${args.no} 回访 已解决 一般`,
      })
    mainMustBeHandled()
    const before = find(args.no)
    const { c } = change(args.no, (one) =>
      said === 'unreached'
        ? revisitTried(one, speaker, now)
        : revisit(one, speaker, { ...said, text: keep(data, args.no, args.what) }),
    )
    const nuisance = said !== 'unreached' && !said.solved && isCompliantNuisance(c) && !before.concluded
    const answer = lines(revisitAnswer(c, said !== 'unreached', look), nuisanceHint(c, nuisance))
    return said !== 'unreached' && handledIt() ? lines(answer, sameHands()) : answer

    // What is asked of a merged case's complainant is whether the work on the other helped.
    function mainMustBeHandled(): void {
      const { state, mergedInto } = find(args.no)
      const main = state === 'merged' && mergedInto !== undefined ? find(mergedInto) : undefined
      if (main && (main.state === 'waiting' || main.state === 'claimed'))
        throw new Refusal('not-handled', { no: main.no })
    }

    function handledIt(): boolean {
      const handled = data.cases.log(args.no).findLast(({ event }) => event.kind === 'handled')
      return look.settings.sameRevisiterWarned && handled?.by === speaker.person
    }
  },
})
