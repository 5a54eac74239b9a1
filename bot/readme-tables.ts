import { commands } from '../commands/registry.ts'
import { whoMay } from '../domain/people/rights.ts'
import { firstLine } from '../domain/words/help.ts'

/** The README's table of everything people can say, from the commands themselves. */
export function commandTable(): string {
  const rows = commands.map(({ verb, words, summary, examples, where }) => {
    const example = examples[0]
    const said = example === undefined ? '' : `「${firstLine(example.say)}」`
    const place = where === 'private' ? '私聊' : where === 'room' ? '群里' : '都行'
    return `| ${words.join(' ')} | ${summary} | ${said} | ${whoMay(verb)} | ${place} | [${verb}](commands/${fileOf(verb)}) |`
  })
  return ['| 说法 | 作用 | 例子 | 谁能用 | 在哪 | verb |', '|---|---|---|---|---|---|', ...rows].join('\n')
}

/** The README's table of decisions. In: the names and words of the files of docs/decisions. Newest last. */
export function decisionTable(files: readonly { name: string; words: string }[]): string {
  const rows = [...files]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, words }) => {
      const title = /^# (.+)$/m.exec(words)?.[1]
      const date = /^(\d{4}-\d{2}-\d{2}) ·/m.exec(words)?.[1]
      if (title === undefined || date === undefined || !name.startsWith(date))
        throw new Error(`${name} needs a title, and the date its name begins with`)
      return `| ${date} | [${title}](docs/decisions/${name}) |`
    })
  return ['| date | decision |', '|---|---|', ...rows].join('\n')
}

/** The README with all its generated tables. */
export function withTables(page: string, decisions: readonly { name: string; words: string }[]): string {
  return withTable(withTable(page, 'commands', commandTable()), 'decisions', decisionTable(decisions))
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
