import type { Never } from '../scenario.ts'

/** An order as the platform writes it. */
export function order(o: {
  no: string
  at: string
  what: string
  caller: string
  phone: string
  due: string
  subject?: string
  more?: string
}): string {
  return [
    `【工单编号】${o.no}`,
    `【地址】${o.at}`,
    ...(o.subject ? [`【被反映对象】${o.subject}`] : []),
    `【反映内容】${o.what}`,
    `【诉求人】${o.caller}`,
    `【联系电话】${o.phone}`,
    ...(o.more ? [o.more] : []),
    `【处理时限】${o.due}`,
  ].join('\n')
}

/** What holds in every scenario: no phone number in a room. */
export function noPhoneInRoom(...phones: string[]): Never {
  return {
    says: '把诉求人电话发到了群里',
    words: phones,
    in: 'rooms',
    teach: '号码只在私聊里回「联系方式 编号」看,打完电话在群里只写「已联系」。',
  }
}
