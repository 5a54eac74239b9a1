import { commands } from '../commands/registry.ts'
import { whoMay } from '../domain/people/rights.ts'

/** The README's table of everything people can say, from the commands themselves. */
export function commandTable(): string {
  const rows = commands.map(({ verb, words, summary, examples, where }) => {
    const example = examples[0]
    const said =
      example === undefined ? '' : `「${example.say.split('\n')[0]}${example.say.includes('\n') ? '…' : ''}」`
    const place = where === 'private' ? '私聊' : where === 'room' ? '群里' : '都行'
    return `| ${words.join(' ')} | ${summary} | ${said} | ${whoMay(verb)} | ${place} | [${verb}](commands/${fileOf(verb)}) |`
  })
  return ['| 说法 | 作用 | 例子 | 谁能用 | 在哪 | verb |', '|---|---|---|---|---|---|', ...rows].join('\n')
}

/** Puts a table between `<!-- name -->` and `<!-- /name -->`. Throws when the page has no such place. */
export function withTable(page: string, name: string, table: string): string {
  const place = new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`)
  if (!place.test(page)) throw new Error(`README.md has no place for ${name}`)
  return page.replace(place, `$1\n${table}\n$2`)
}

function fileOf(verb: string): string {
  return `${verb.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`
}
