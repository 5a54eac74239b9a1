import type { Store } from '../db/unit.ts'
import { dueForErasure } from '../domain/cases/erasure.ts'
import { dateOf } from '../domain/time/wall.ts'

/** Erases, each in a unit of its own, the cases whose time is over in periods that were confirmed (domain.md section 10). */
export function eraseOld(store: Store, now: number): void {
  const { erasure, settings, cases } = store.books
  const confirmed = erasure.confirmed()
  if (!confirmed.size) return
  for (const { no, lastAt } of erasure.over()) {
    const c = cases.find(no)
    const due = c && dueForErasure({ ...c, lastAt }, settings.on(dateOf(now)), confirmed)
    if (due === undefined || due > now) continue
    // First the rows: bytes that are left behind by a power cut are swept away with the others.
    const erased = store.unit((tx) => tx.erasure.erase(no, now))
    if (erased) for (const file of erasure.filesOf(no)) store.disk.remove(file)
  }
}

/** Forgets how people answered in 练兵 longer than 90 days† ago. */
export function forgetOldAnswers(store: Store, now: number): void {
  store.unit((tx) => tx.quiz.forgetBefore(now - tx.settings.on(dateOf(now)).quizKept))
}
