import type { Case } from '../cases/case.ts'
import type { FactCorrected } from '../cases/events.ts'
import { categoryName } from '../reading/category.ts'
import { monthDayClock } from '../time/saying.ts'
import { briefly, clip, headline } from './case-lines.ts'
import type { Lookup } from './lookup.ts'
import { lines, type Sentence } from './sentence.ts'

/** How a corrected fact is called. */
export const factNames: Record<FactCorrected['what'], string> = {
  name: '诉求人姓名',
  phone: '诉求人电话',
  externalNo: '工单编号',
  deadline: '时限',
  category: '类别',
  subject: '被反映对象',
}

/** 更正 of the complainant: never the value; the last digits of a phone only to whoever may call it, in private. */
export function complainantCorrected(
  c: Case,
  what: 'name' | 'phone',
  { tail, along }: { tail: string | undefined; along: readonly string[] },
): Sentence {
  const end = tail === undefined ? '' : `(尾号${tail})`
  const all = [factNames[what], ...along].join('、')
  return [`#${c.no} ${all}已更正${end}。要用时私聊我回「联系方式 ${c.no}」。`]
}

/** 更正 of any other fact, with the case as it stands now. */
export function factCorrected(c: Case, event: FactCorrected, look: Lookup): Sentence {
  return lines(`#${c.no} 已更正${factNames[event.what]}${newValue(event, look)}。`, headline(c, look))
}

/** The owner hears that something they rely on changed. */
export function correctedForYou(c: Case, event: FactCorrected, look: Lookup): Sentence {
  if (event.what === 'name' || event.what === 'phone')
    return [`${briefly(c, look)} ${factNames[event.what]}已更正,取新的回「联系方式 ${c.no}」。`]
  return [`${briefly(c, look)} ${factNames[event.what]}已更正${newValue(event, look)}。`]
}

/** 「:12-02 18:00」; nothing of a complainant. */
export function newValue(event: FactCorrected, look: Lookup): string {
  switch (event.what) {
    case 'externalNo':
      return `:${event.externalNo ?? ''}`
    case 'deadline':
      return event.deadline ? `:${monthDayClock(event.deadline.at)}` : ''
    case 'category':
      return event.category === undefined ? '' : `:${categoryName(event.category)}`
    case 'subject': {
      const words = look.text(event.subject)
      return words && `:${clip(words, 30)}`
    }
    default:
      return ''
  }
}
