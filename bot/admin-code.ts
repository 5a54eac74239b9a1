import { newCode } from '../db/code.ts'
import type { Store } from '../db/unit.ts'
import { minutes } from '../domain/time/wall.ts'

/**
 * Makes a one-time code for a new administrator, good for 30 minutes (domain.md section 3); only its hash is stored.
 * Out: the lines to show on the server's own screen.
 */
export function issueAdminCode(store: Store, now: number): string {
  const code = newCode()
  store.unit((tx) => tx.people.issueCode(code, 'admin', now + minutes(30)))
  return `管理员口令 ${code}(30分钟内有效,只能用一次)\n加机器人为好友,私聊回「绑定管理员 ${code}」`
}
