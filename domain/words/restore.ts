import type { PersonId } from '../cases/case.ts'
import type { RestorePlan } from '../people/restore.ts'
import { type Room, roomName } from '../people/rooms.ts'
import { clip } from './case-lines.ts'
import { lines, type Sentence } from './sentence.ts'
import { pages } from './set-up.ts'

// 恢复绑定: after a login that brought other ids.

/** To the administrators, once. */
export function idsChanged(count: number): Sentence {
  return [`这次登录后微信换了编号:${count}个已绑定的群认不出来了,群里我暂时听不到。请回「恢复绑定」,我列出新旧对照。`]
}

/** On the screen of the server: the administrator's own id may have changed, too. */
export const idsChangedOnScreen =
  '这次登录后群和联系人的编号变了。管理员若私聊不到机器人:重新加好友,用下面的口令绑定,再回「恢复绑定」。'

export const nothingToRestore = '没有要恢复的:已绑定的群我都在。'

interface Names {
  name(person: PersonId): string
  room(id: number): Pick<Room, 'kind' | 'street' | 'unit'> | undefined
  /** 「执法一队队员」, or '' for somebody without a role. */
  role(person: PersonId): string
}

/** Old and new in one numbered list: rooms, then people with a role; the others are counted. */
export function restoreList(
  { rooms, people, missing }: RestorePlan,
  listed: readonly RestorePlan['people'][number][],
  { names, code }: { names: Names; code: string },
): Sentence[] {
  const roomRows = rooms.map(({ room, topic }, i) => {
    const known = names.room(room)
    return `${i + 1} ${known ? roomName(known) : '某群'}→${clip(topic, 14)}`
  })
  const peopleRows = listed.map(({ person, name, evidence }, i) => {
    const was = names.name(person)
    const called = name === was || !name ? '' : `→${clip(name, 12)}`
    return `${rooms.length + i + 1} ${was} ${names.role(person)}${called}${evidence === 'weak' ? '(只有一处对上,请核对)' : ''}`
  })
  const rest = people.length - listed.length
  const gone = missing.length
    ? `没对上${missing.length}人:${missing.slice(0, 8).map(names.name).join('、')}${missing.length > 8 ? '…' : ''},请在群里重新「授权 @某人 …」。`
    : ''
  return pages(
    `新旧对照,群${rooms.length}个、有角色的${listed.length}人${rest ? `(另有成员${rest}人一并恢复)` : ''}:`,
    [...roomRows, ...peopleRows],
    lines(gone, `对的回「确认 ${code}」,有错的写「确认 ${code} 除7」(5分钟内)。`),
  )
}

export function restored(rooms: number, people: number, left: number): Sentence {
  return [
    `已恢复${rooms}个群、${people}人,原来的件、角色和记录都接上了${left ? `;除去${left}项,可再回「绑定全部」或「授权」` : ''}。`,
  ]
}
