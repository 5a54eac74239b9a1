// `npm run duplicates:score -- <folder>`: how many pairs of a city's stream of complaints that belong together the index
// of like cases and its rule find, at the shipped settings. The folder holds complaints_stream.jsonl (id, title, text,
// time) and duplicate_clusters.jsonl (ids). All messages count as one street, so nothing but the words tells them apart.
import '../../bot/node-version.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../db/unit.ts'
import type { Case } from '../../domain/cases/case.ts'
import { register } from '../../domain/cases/register.ts'
import { likenessTo, matterOf } from '../../domain/cases/similar.ts'
import { type Complaint, readComplaints } from '../../domain/reading/complaint.ts'
import { mask } from '../../domain/reading/personal.ts'
import { defaults } from '../../domain/settings.ts'
import { tidyLikeCases } from '../../jobs/like-cases.ts'

interface Message {
  id: string
  title: string
  text: string
  time: string
}

const folder = process.argv[2]
if (folder === undefined) {
  console.error('npm run duplicates:score -- <folder with complaints_stream.jsonl and duplicate_clusters.jsonl>')
  process.exit(2)
}

const messages = rowsOf<Message>('complaints_stream.jsonl').sort((a, b) => Date.parse(a.time) - Date.parse(b.time))
const clusters = new Map(
  rowsOf<{ ids: string[] }>('duplicate_clusters.jsonl').flatMap(({ ids }, i) => ids.map((id) => [id, i] as const)),
)
const store = openStore(':memory:', Buffer.alloc(32, 7))
const person = store.unit((tx) => tx.people.meet({ id: 'bench', name: 'bench', friend: true }))

const seen: { c: Case; cluster: number | undefined; title: string; category: string }[] = []
const tally = { pairs: 0, found: 0, more: 0, followers: 0, named: 0, strangers: 0, environment: 0, envStrangers: 0 }
const times: number[] = []
let gone = 0
for (const message of messages) hear(message)

const share = (part: number, whole: number) => `${part}/${whole} (${((100 * part) / whole).toFixed(1)}%)`
times.sort((a, b) => a - b)
console.log(
  `messages ${messages.length}, likeness from ${defaults.duplicateLikeness}, within ${defaults.duplicateSpan / 86_400_000} days`,
)
console.log(`pairs of one cluster found: ${share(tally.found, tally.pairs)}`)
console.log(`cases that follow one of their cluster and whose card names one: ${share(tally.named, tally.followers)}`)
console.log(`pairs found outside the clusters: ${tally.more}, ${(tally.more / messages.length).toFixed(3)} a case`)
console.log(
  `named on cards outside the clusters: ${(tally.strangers / messages.length).toFixed(3)} a case; of environmental ones ${(tally.envStrangers / tally.environment).toFixed(3)} (${tally.environment} cases)`,
)
console.log(`time to look: median ${times[times.length >> 1]?.toFixed(1)} ms, slowest ${times.at(-1)?.toFixed(1)} ms`)

function hear({ id, title, text, time }: Message): void {
  const now = Date.parse(time)
  forgetBefore(now - defaults.duplicateSpan)
  const [complaint] = readComplaints(`${title}。${text}`, { now }).complaints
  if (!complaint) return
  const c = keep({ ...complaint, content: `${title}。${text}` }, now)
  const cluster = clusters.get(id)
  const started = performance.now()
  const named = store.books.alike.likely(c, defaults, now)
  times.push(performance.now() - started)
  const matter = matterOf(c, store.books.texts.body)
  const found = new Set(
    store.books.alike
      .near(matter)
      .filter((o) => likenessTo(matter, defaults)(matterOf(o, store.books.texts.body)) >= defaults.duplicateLikeness)
      .map(({ no }) => no),
  )
  const before = seen.slice(gone)
  const own = new Set(before.filter((o) => cluster !== undefined && o.cluster === cluster).map((o) => o.c.no))
  const environmental = c.category !== 'other'
  const strangers = named.filter(({ no }) => !own.has(no))
  tally.pairs += own.size
  tally.found += [...own].filter((no) => found.has(no)).length
  tally.more += before.filter((o) => found.has(o.c.no) && !own.has(o.c.no)).length
  if (own.size) tally.followers++
  if (named.some(({ no }) => own.has(no))) tally.named++
  tally.strangers += strangers.length
  if (environmental) {
    tally.environment++
    tally.envStrangers += strangers.length
  }
  if (process.argv.includes('--show'))
    for (const { no } of strangers) console.log(`${title} || ${seen.find((o) => o.c.no === no)?.title}`)
  seen.push({ c, cluster, title, category: c.category })
}

function keep(complaint: Complaint, now: number): Case {
  const { street: _street, community: _community, ...placeless } = complaint
  return store.unit((tx) => {
    const text = (words: string | undefined) => (words ? tx.texts.keep(mask(words)) : undefined)
    const [place, subject, content] = [text(complaint.address), text(complaint.subject), text(complaint.content)]
    const ids = {
      ...(place !== undefined && { place }),
      ...(subject !== undefined && { subject }),
      ...(content !== undefined && { content }),
    }
    const event = register({ ...placeless, confidential: false }, { now, rules: defaults, ids, listed: true })
    return tx.record([{ no: tx.cases.nextNo(), at: now, by: person, event: { ...event, urgent: false } }], now)
  })
}

/** Cases are closed when the span is over, so that they count no more. */
function forgetBefore(instant: number): void {
  for (let next = seen[gone]; next && next.c.registeredAt < instant; next = seen[++gone]) {
    const { no, registeredAt } = next.c
    store.unit((tx) => tx.record([{ no, at: registeredAt, event: { kind: 'closed', result: 'solved' } }], registeredAt))
  }
  if (gone % 50 === 0) tidyLikeCases(store, instant + defaults.duplicateSpan)
}

function rowsOf<T>(name: string): T[] {
  return readFileSync(join(folder as string, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
}
