import { agree, deny } from '../domain/cases/agree.ts'
import type { Wanted } from '../domain/cases/events.ts'
import { Refusal } from '../domain/refusal.ts'
import { answeredByLead } from '../domain/words/answers.ts'
import { caseNo, optional, rest } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'

/** 同意 / 不同意: the lead answers what was asked on a case. Refuses: nothing-asked, not-yours. */
export default command({
  verb: 'agree',
  words: ['同意', '不同意'],
  summary: '负责人批:不宜检测、办结结果',
  args: { no: caseNo, why: optional(rest) },
  examples: [
    {
      as: '王磊',
      in: 'private',
      say: '同意 101',
      after: [
        { as: '李强', in: '方庄群', say: '领哨 101' },
        { as: '李强', in: '方庄群', say: '101 不宜检测 店铺已停业' },
      ],
      hears: '#101 已同意「不宜检测」',
    },
  ],
  run({ args, speaker, data, change, heard }) {
    const no = /不同意/.test(heard.text)
    const why = args.why === undefined ? undefined : keep(data, args.why)
    let wanted: Wanted | undefined
    const { c } = change(args.no, (before) => {
      wanted = before.asked?.[0]
      if (wanted === undefined) throw new Refusal('nothing-asked', { no: before.no })
      return no ? deny(before, speaker, wanted, why) : agree(before, speaker, wanted)
    })
    return answeredByLead(c, wanted as Wanted, !no)
  },
})
