import { errands } from '../domain/cases/errands.ts'
import { inScope } from '../domain/people/speaker.ts'
import { compoundOf } from '../domain/reading/compound.ts'
import { appointmentOf } from '../domain/words/appointment.ts'
import { elsewhere, runToday } from '../domain/words/day-list.ts'
import { command } from './command.ts'

/** 今天跑: the speaker's cases by what is to do today, those of one compound together. */
export default command({
  verb: 'errands',
  words: ['今天跑', '今天跑哪', '今天要跑的'],
  summary: '今天要到期、要联系、要到场的,顺路的排一起',
  hint: { line: '查', say: '「今天跑」' },
  args: {},
  examples: [
    {
      as: '李强',
      in: 'private',
      say: '今天跑',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '今天1件:\n1 #101 明天09:30前要联系',
    },
  ],
  run({ data, speaker, look, now }) {
    const merged = data.cases.merged().filter(({ owner }) => owner?.person === speaker.person)
    const all = [...data.cases.ownedBy(speaker.person), ...merged]
    const here = all.filter((c) => inScope(speaker, c))
    const todo = errands(here, {
      now,
      settings: look.settings,
      compound: (c) => compoundOf(look.text(c.place)),
      appointment: (c) => appointmentOf(data.cases.log(c.no), look),
      held: look.held,
    })
    return runToday(todo, look, elsewhere(all.length - here.length, '今天跑'))
  },
})
