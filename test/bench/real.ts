import { readCategory } from '../../domain/reading/category.ts'
import { readPlace } from '../../domain/reading/place.ts'
import { readRecord, records } from './lines.ts'

/** Talk that is no complaint, as if said in a street's room: how often the bot would not be silent. */
export function scoreSilence(name: string, file: string, oneIn: number | undefined): void {
  const said = records<{ text: string }>(file)
  const heard = said
    .map(({ text }) => ({ text, got: readRecord({ room: { street: '方庄街道' }, text }) }))
    .filter(({ got }) => got.kind !== 'ignore')
  const goal = oneIn === undefined ? '' : `, at most ${Math.floor(said.length / oneIn)} allowed`
  const cases = heard.filter(({ got }) => got.kind === 'report').length
  console.log(`${name}: ${heard.length} of ${said.length} not silent${goal}; ${cases} read as complaints`)
  for (const { text, got } of heard) console.log(`  ${got.verb ?? got.cases[0]?.category}: ${text.slice(0, 100)}`)
}

interface Estate {
  name: string
  address: string
  derived_street: string | null
}

/** Streets of compounds by name and address: right, asked about (none, or noted as doubtful), wrong. */
export function scoreEstates(file: string): void {
  const estates = records<Estate>(file).filter(({ derived_street }) => derived_street)
  let [right, asked] = [0, 0]
  const wrong: string[] = []
  for (const { name, address, derived_street } of estates) {
    const { street } = readPlace(`${name} ${address}`)
    if (street === derived_street) right++
    else if (street === undefined) asked++
    else wrong.push(`${name} ${address}: expected ${derived_street}, read ${street}`)
  }
  const share = (n: number) => `${n} (${((100 * n) / estates.length).toFixed(1)} %)`
  console.log(
    `fengtai_estates.jsonl: of ${estates.length} right ${share(right)}, asked ${share(asked)}, wrong ${share(wrong.length)}`,
  )
  for (const one of wrong) console.log(`  ${one}`)
}

interface Tagged {
  id: string
  title: string
  text: string
  /** Kinds whose keywords stand in the title. */
  kw_in_title: string[]
}

const KINDS: Record<string, RegExp> = {
  noise: /^noise/,
  solid_waste: /^waste/,
  water: /^water/,
  catering_fumes: /^air\.(?:catering_fume|bbq)/,
  industrial_gas: /^air\.(?:industrial|odor|burning)/,
  dust: /^air\.dust/,
  radiation_light: /^(?:radiation|light)/,
  odour: /^air\.odor|^water\.black/,
  vehicle_exhaust: /^air\.(?:vehicle|nonroad)/,
}

/** Categories of real complaints against the keywords that were found in their titles. */
export function scoreComplaints(file: string): void {
  const tagged = records<Tagged>(file).filter(({ kw_in_title }) => kw_in_title.length > 0)
  const apart = tagged.flatMap(({ id, title, text, kw_in_title }) => {
    const { category, why } = readCategory(`${title} ${text}`)
    const agrees = kw_in_title.some((kind) => KINDS[kind]?.test(category))
    return agrees ? [] : [{ id, title, category, why, kinds: kw_in_title.join(' ') }]
  })
  const agreed = tagged.length - apart.length
  const share = ((100 * agreed) / tagged.length).toFixed(1)
  console.log(`complaints_env.jsonl: ${agreed} of ${tagged.length} (${share} %) agree with the keywords of their title`)
  for (const { id, title, category, why, kinds } of apart)
    console.log(`  ${id} ${kinds} / ${category} (${why.slice(0, 4).join(' ')}): ${title.trim()}`)
}
