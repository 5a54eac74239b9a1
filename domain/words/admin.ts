import type { CaseNo } from '../cases/case.ts'
import { type Room, roomName } from '../people/rooms.ts'
import { clip } from './case-lines.ts'
import { lines, type Sentence } from './sentence.ts'

// What the administrators hear beside their own commands, and what newcomers read.

export const thanks = '谢谢,已转管理员。'

/** 提意见, to an administrator: who, from where, and the words as they were said. */
export function wished({
  name,
  room,
  words,
}: {
  name: string
  room: Pick<Room, 'kind' | 'street' | 'unit'> | undefined
  words: string
}): Sentence {
  return [`${name}(${room ? roomName(room) : '私聊'})提意见:${clip(words, 400)}`]
}

/** To new members of a room: four lines, at most once a day. */
export function welcome(): Sentence {
  return lines(
    '欢迎新成员,我在本群登记诉求、提醒时限、查进度。',
    '报件:写清小区楼号和问题,或直接粘贴工单;有电话的请私聊发我。',
    '领件:引用卡片回「领哨」。查件:回编号,如「128」。',
    '请加我为好友,私信才收得到。用法回「帮助」。',
  )
}

/** Messages of which nobody knows whether they were spoken, and that are not said again: one line a day. */
export function unsure(where: readonly { to: string; count: number; nos: readonly CaseNo[] }[]): Sentence {
  const all = where.reduce((sum, { count }) => sum + count, 0)
  const named = where.slice(0, 8).map(
    ({ to, count, nos }) =>
      `${to}${count}条${
        nos.length
          ? `(${nos
              .slice(0, 6)
              .map((no) => `#${no}`)
              .join('、')})`
          : ''
      }`,
  )
  return [
    `有${all}条消息不确定是否送达,没有再发:${named.join('、')}${where.length > 8 ? '等' : ''}。要紧的请到群里看一眼。`,
  ]
}
