import { waiveContact } from '../domain/cases/steps.ts'
import { noted } from '../domain/words/answers.ts'
import { caseNo, reason } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'

/** 免联系, with a reason: stands for contact and revisit. Refuses: claim-first, wrong-state, not-yours. */
export default command({
  verb: 'waiveContact',
  words: ['免联系', '免回访'],
  ofMain: 'sameCaller',
  summary: '诉求人匿名或要求不打扰',
  hint: { line: '办' },
  args: { no: caseNo, why: reason },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '免联系 101 诉求人要求不再联系',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 已记免联系',
    },
  ],
  run({ args, speaker, data, look, change, heard }) {
    const { c } = change(args.no, (before) => waiveContact(before, speaker, keep(data, args.no, args.why)))
    return noted(c, heard.text.includes('免回访') ? '免回访' : '免联系', look)
  },
})
