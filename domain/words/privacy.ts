import type { Sentence } from './sentence.ts'

/** Marked as secret: not read, not kept; said once, in private, without a word of it. */
export function notForWechat(): Sentence {
  return ['这条带密级或内部标记,没有读取也没有保存。请撤回原消息,按保密规定走专用渠道。']
}

/** The administrator hears that it happened, never what it was. */
export function secretSeen(who: string, where: string): Sentence {
  return [`${who}在${where}发了带密级或内部标记的内容,没有读取也没有保存,已请本人撤回。`]
}

/** Personal data stood in the room: said once per person and day. */
export function personalInRoom(what: '电话' | '姓名' | '门牌', done: string | undefined): Sentence {
  return [`含诉求人${what},可撤回原消息${done === undefined ? '' : `,${done}`};下次可私聊发我。`]
}
