import type { Case } from '../cases/case.ts'
import { hasSomebodyToCall } from '../cases/needs.ts'
import { briefly, deadlineLine, headline } from './case-lines.ts'
import type { Lookup } from './lookup.ts'
import { lines, type Sentence } from './sentence.ts'

// 已退单: what is still to do, and what happens when the platform sends it again.

/** For the page of a returned case: the call that is still owed, and how it is opened again. */
export function returnedLine(c: Case): string {
  const call = c.owner && hasSomebodyToCall(c) && c.contactedAt === undefined
  return `${call ? `首接单位还要联系诉求人说明,打完回「${c.no} 已联系」;` : ''}平台再派来回「恢复 ${c.no}」。`
}

/** The answer to 恢复, 重办 and the order pasted again: it is open, who has it, until when. */
export function resentAnswer(c: Case, look: Lookup): Sentence {
  return lines(`#${c.no} 平台再次派来,恢复办理,${whoNow(c, look)}。`, deadlineLine(c, look))
}

/** The owner and the room of the card. */
export function resentForYou(c: Case, look: Lookup): Sentence {
  return lines(`${briefly(c, look)} 平台再次派来,恢复办理,${whoNow(c, look)}。`, deadlineLine(c, look))
}

/** Pasted again by somebody who may not open it. */
export function knownReturned(c: Case, look: Lookup): Sentence {
  return [`这个工单已是${headline(c, look)}。平台再派来的话,请专班或负责人回「恢复 ${c.no}」。`]
}

function whoNow(c: Case, look: Lookup): string {
  if (!c.owner) return `待领哨,要领回「领哨 ${c.no}」`
  return `仍由${c.owner.unit} ${look.name(c.owner.person)}承办`
}
