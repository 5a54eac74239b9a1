import { type Case, type CaseNo, OPEN, type TextId } from '../domain/cases/case.ts'
import { gramsOf } from '../domain/cases/grams.ts'
import { groupOf, likelyDuplicates, type Matter, matterOf, wordsOf } from '../domain/cases/similar.ts'
import type { Settings } from '../domain/settings.ts'
import type { CaseBook } from './cases.ts'
import type { Database } from './open.ts'
import type { textBook } from './texts.ts'

/** Of each pair of signs the newest cases of its street and kind of nuisance: older ones are not looked at. */
const NEWEST = 300
/** So many are compared word by word. */
const COMPARED = 20
/** Merged at a time. */
const PAGES = 100
/** What is indexed in one transaction. */
const BATCH = 500

/**
 * The index of like cases: pairs of signs of the masked place, subject and content, each under its street and kind of
 * nuisance, in an FTS5 table without content. It holds open and recent cases only, can be built anew from them at any
 * time, and forgets a case when one of its texts is blanked (a trigger on `texts`).
 */
export function alikeBook(db: Database, { cases, texts }: { cases: CaseBook; texts: ReturnType<typeof textBook> }) {
  const client = db.$client
  const put = client.prepare('insert or replace into alike (rowid, grams) values (?, ?)')
  const drop = client.prepare('delete from alike where rowid = ?')
  const putText = client.prepare('insert or replace into alike_texts (text, no) values (?, ?)')
  const dropTexts = client.prepare('delete from alike_texts where no = ?')
  const past = client.prepare(PAST).pluck()
  const lacking = client.prepare(LACKING).pluck()
  const merge = client.prepare("insert into alike (alike, rank) values ('merge', ?)")
  const holding = client.prepare('select rowid from alike where alike match ? order by rowid desc limit ?').pluck()

  function forget(no: CaseNo): void {
    drop.run(no)
    dropTexts.run(no)
  }

  function keep(c: Case): void {
    forget(c.no)
    const matter = matterOf(c, texts.body)
    const scope = scopeOf(matter)
    const grams = gramsOf(wordsOf(matter)).map((gram) => scope + gram)
    put.run(c.no, grams.join(' '))
    for (const text of textsOf(c)) putText.run(text, c.no)
  }

  /** The cases that share most words with a matter, rare ones counting more; of its street and kind of nuisance. */
  function near(matter: Omit<Matter, 'at'>): Case[] {
    const scope = scopeOf(matter)
    const weights = new Map<CaseNo, number>()
    for (const gram of gramsOf(wordsOf(matter))) {
      const nos = holding.all(`"${scope}${gram}"`, NEWEST) as CaseNo[]
      const weight = Math.log2(1 + (2 * NEWEST) / Math.max(1, nos.length))
      for (const no of nos) weights.set(no, (weights.get(no) ?? 0) + weight)
    }
    const heaviest = [...weights].sort(([a, x], [b, y]) => y - x || b - a).slice(0, COMPARED)
    return heaviest.flatMap(([no]) => cases.find(no) ?? [])
  }

  return {
    near,
    /** A case as it stands now; what is void, merged or confidential is not found any more. */
    update(c: Case): void {
      if (c.confidential || c.state === 'void' || c.state === 'merged') forget(c.no)
      else keep(c)
    },
    /** Cases it is likely a second report of. */
    likely: (c: Case, rules: Settings, now: number): Case[] =>
      c.confidential ? [] : likelyDuplicates(c, near(matterOf(c, texts.body)), { text: texts.body, rules, now }),
    /** Forgets, from a number on, some of what is no longer recent. Out: the last one; undefined when there is none. */
    forgetPast(from: CaseNo, now: number, rules: Settings): CaseNo | undefined {
      const since = now - rules.duplicateSpan
      const old = past.all(from, since, since, BATCH) as CaseNo[]
      for (const no of old) forget(no)
      return old.at(-1)
    },
    /** Takes in, from a number on, some of what is open or recent and not there. Out: as above. */
    takeMissing(from: CaseNo, now: number, rules: Settings): CaseNo | undefined {
      const since = now - rules.duplicateSpan
      const missing = lacking.all(from, since, since, BATCH) as CaseNo[]
      for (const c of missing.flatMap((no) => cases.find(no) ?? [])) keep(c)
      return missing.at(-1)
    },
    /** What was forgotten leaves the file, some pages at a time; `anew` begins with all of it. Nothing to do costs nothing. */
    compact(anew: boolean): void {
      merge.run(anew ? -PAGES : PAGES)
    },
    /** Forgets everything; tidy builds it anew. */
    clear(): void {
      client.prepare("insert into alike (alike) values ('delete-all')").run()
      client.prepare('delete from alike_texts').run()
    },
    count: (): number => client.prepare('select count(distinct no) from alike_texts').pluck().get() as number,
  }
}

export type AlikeBook = ReturnType<typeof alikeBook>

const RECENT = `(state in (${OPEN.map((state) => `'${state}'`).join(',')}) or registered_at >= ? or coalesce(closed_at, 0) >= ?)
  and state not in ('void','merged') and confidential = 0`
const PAST = `select no from cases where no > ? and not (${RECENT})
  and exists (select 1 from alike_texts where alike_texts.no = cases.no) order by no limit ?`
const LACKING = `select no from cases where no > ? and ${RECENT} and coalesce(place, subject, content) is not null
  and not exists (select 1 from alike_texts where alike_texts.no = cases.no) order by no limit ?`

function scopeOf({ street, category }: Pick<Matter, 'street' | 'category'>): string {
  return `${street ?? 'x'}${groupOf(category)}`
}

function textsOf({ place, subject, content }: Case): TextId[] {
  return [place, subject, content].filter((id) => id !== undefined)
}
