import { createHash, randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { TextId } from '../domain/cases/case.ts'
import type { Database } from './open.ts'
import { texts } from './schema.ts'

/** Masked words beside the log. The chain covers their salted digest, so a body can be blanked later. */
export function textBook(db: Database) {
  const byId = db
    .select()
    .from(texts)
    .where(eq(texts.id, sql.placeholder('id')))
    .prepare()
  return {
    /** In: words that were masked already. Out: their id. */
    keep(body: string): TextId {
      const salt = randomBytes(16).toString('hex')
      return db
        .insert(texts)
        .values({ salt, body, digest: digestOf(salt, body) })
        .returning({ id: texts.id })
        .get().id
    },
    /** The words, or '' when there are none or they were blanked. */
    body(id: TextId | undefined): string {
      return id === undefined ? '' : (byId.get({ id })?.body ?? '')
    },
    digest(id: TextId): string {
      const row = byId.get({ id })
      if (!row) throw new Error(`text ${id} is missing`)
      return row.digest
    },
    /** What the chain must hold of a text as it stands now; undefined when the row is gone. A blanked one keeps its digest. */
    proof(id: TextId): string | undefined {
      const row = byId.get({ id })
      return row?.body == null || row.salt === null ? row?.digest : digestOf(row.salt, row.body)
    },
    /** Forgets the words and the salt; the digest stays for the chain. */
    blank(id: TextId): void {
      db.update(texts).set({ salt: null, body: null }).where(eq(texts.id, id)).run()
    },
  }
}

/** SHA-256 of salt and words: what the chain holds of a text. */
export function digestOf(salt: string, body: string): string {
  return createHash('sha256').update(salt).update('\0').update(body).digest('hex')
}
