import { may } from '../domain/people/rights.ts'
import { helpFor, helpOf, helpOfLine } from '../domain/words/help.ts'
import { optional, rest } from './args.ts'
import { command } from './command.ts'

/** 帮助: one phone screen by role; 帮助 查 shows all of a line, 帮助 领哨 examples. */
export default command({
  verb: 'help',
  words: ['帮助', '怎么用', '使用说明'],
  summary: '本页;「帮助 查」看一类,「帮助 领哨」看例子',
  args: { about: optional(rest) },
  examples: [
    { as: '李强', in: '方庄群', say: '帮助', hears: '李强 · 执法一队 · 方庄群' },
    { as: '小刘', in: '方庄群', say: '帮助 领哨', hears: '领哨:主动领走待领的件' },
    { as: '李强', in: '方庄群', say: '帮助 结', hears: '「回访」记回访' },
  ],
  run({ args, speaker, commands }) {
    const allowed = commands.filter(({ verb }) => may(speaker, verb))
    const about = commands.find(({ words }) => args.about !== undefined && words.includes(args.about))
    return helpOfLine(args.about, allowed) ?? (about ? helpOf(about) : helpFor(speaker, allowed))
  },
})
