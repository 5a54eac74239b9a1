import type { Case, CaseNo } from '../cases/case.ts'
import { stateNames } from './case-lines.ts'
import type { Sentence } from './sentence.ts'

/** Words to the bot that name a case and mean nothing it knows. */
export function unclearAbout(no: CaseNo): Sentence {
  return [`没看懂要给#${no}记什么。记进展回「进展 ${no} …」,看现况回「${no}」;用法回「帮助」。`]
}

/** Somebody says that nothing needs measuring. */
export function testWaivedBy(no: CaseNo): Sentence {
  return [`#${no} 测不了或不用测,请说理由:「${no} 不宜检测 理由」,由负责人同意。`]
}

/** Somebody wants the bot to be quiet. */
export function howToMute(may: boolean): Sentence {
  return [may ? '要我安静,在群里回「静音 2小时」,急件和答复除外。' : '要我安静,请管家或负责人在群里回「静音 2小时」。']
}

/** The complainant's number is wanted in words. */
export function numberInPrivate(no: CaseNo): Sentence {
  return [`取#${no}的号码,私聊我回「联系方式 ${no}」。`]
}

/** A leader wants a case supervised and describes it. `until` as it was said. */
export function likeToSupervise(c: Case, until: string | undefined): Sentence {
  return [`像是#${c.no}(${stateNames[c.state]})。要督办请回「督办 ${c.no}${until === undefined ? '' : ` ${until}`}」。`]
}

/** Several cases are described. */
export function likeSeveral(nos: readonly CaseNo[]): Sentence {
  return [
    `像是${nos
      .slice(0, MOST)
      .map((no) => `#${no}`)
      .join('、')}${nos.length > MOST ? '等' : ''},请带编号再说一次。`,
  ]
}

const MOST = 3
