import { eq, sql } from 'drizzle-orm'
import type { CaseNo, PersonId, VaultId } from '../domain/cases/case.ts'
import { mask } from '../domain/reading/personal.ts'
import type { SecretField } from '../domain/words/sentence.ts'
import type { Database } from './open.ts'
import { disclosures, vault } from './schema.ts'
import type { Seal } from './seal.ts'

/** What is known of a complainant. Only ever sealed, opened at the moment of speaking, each look audited. */
export type Complainant = Partial<Record<SecretField, string>>

/** As it is sealed: with the row it put right. */
type Sealed = Complainant & { before?: VaultId }

/** The vault: personal data apart from everything else (domain.md section 10). */
export function vaultBook(db: Database, seal: Seal) {
  const byId = db
    .select()
    .from(vault)
    .where(eq(vault.id, sql.placeholder('id')))
    .prepare()
  function openRow(id: VaultId | undefined): Sealed | undefined {
    const sealed = id === undefined ? undefined : byId.get({ id })?.sealed
    return sealed ? (JSON.parse(seal.open(sealed)) as Sealed) : undefined
  }

  function valuesOf(id: VaultId | undefined): string[] {
    const { before, ...fields } = openRow(id) ?? {}
    return [...Object.values(fields), ...(before === undefined ? [] : valuesOf(before))]
  }

  return {
    keep(complainant: Sealed, now: number): VaultId {
      return db
        .insert(vault)
        .values({
          sealed: seal.close(JSON.stringify(complainant)),
          phoneHash: complainant.phone === undefined ? null : seal.hash(complainant.phone),
          keptAt: now,
        })
        .returning({ id: vault.id })
        .get().id
    },
    /** A complainant with a field put right, as a new row; the old one stays sealed and is still masked. */
    amend(id: VaultId | undefined, to: Complainant, now: number): VaultId {
      const known = openRow(id)
      return this.keep({ ...known, ...to, ...(id !== undefined && { before: id }) }, now)
    },
    /** Opens one field and writes down who looked and why. Undefined when it was never given or is erased. */
    disclose(
      id: VaultId,
      field: SecretField,
      to: { no: CaseNo; person: PersonId; at: number; why: string },
    ): string | undefined {
      const complainant = openRow(id)
      if (!complainant) return undefined
      db.insert(disclosures)
        .values({ vault: id, ...to })
        .run()
      return complainant[field]
    },
    /** Words about a case with its complainant's name, phone and door covered, also what they were before a correction. Nothing is handed out, so nobody looked. */
    mask: (id: VaultId | undefined, words: string): string => mask(words, valuesOf(id)),
    /** Who looked at a case's personal data, and when. */
    looks: (no: CaseNo): { person: PersonId; at: number }[] =>
      db
        .selectDistinct({ person: disclosures.person, at: disclosures.at })
        .from(disclosures)
        .where(eq(disclosures.no, no))
        .all(),
    /** Cases' vault rows of the same phone. */
    samePhone(phone: string): VaultId[] {
      return db
        .select({ id: vault.id })
        .from(vault)
        .where(eq(vault.phoneHash, seal.hash(phone)))
        .all()
        .map(({ id }) => id)
    },
    /** Whether two complainants left the same phone, by its keyed hash. */
    samePerson(one: VaultId | undefined, other: VaultId | undefined): boolean {
      const [a, b] = [one, other].map((id) => (id === undefined ? undefined : byId.get({ id })?.phoneHash))
      return a != null && a === b
    },
    /** Which fields are known, without opening them to anybody. */
    has(id: VaultId): SecretField[] {
      const { before: _before, ...fields } = openRow(id) ?? {}
      return Object.keys(fields) as SecretField[]
    },
  }
}
