import { findDoors } from './flat.ts'
import { normalise } from './normal.ts'
import { findDigits } from './phone.ts'

const WHO =
  '(?:诉求人|来电人|反映人|投诉人|举报人|信访人|当事人|居民|业主|住户|租户|户主|市民|群众)(?!楼|区|小区|委|自治|大会|群|代表|服务|接待|热线|论坛)'
/** Behind whoever complains a phone may still be somebody else's. */
const ANOTHER =
  /我|咱|[拨可]打|致电|找|咨询|客服|报修|供暖|燃气|服务|本人的|物业|居委|社区|村委|经理|队长|科长|站长|主任|所长|书记|负责人|值班|热线|专线|同事|师傅|工长|单位|公司|门店|店[主长家里]|商[户家]|老板|街道|城管|派出所|执法|监测|网格员|管家/u
const LAST_WHO = new RegExp(`${WHO}(?!.*${WHO})`, 'su')
const BEHIND = new RegExp(`^[\\s,，(（]*(?:这|就)?(?:是|为)?(?:这个|那个)?${WHO}(?:的|[)）\\s,，。;；]|$)`, 'u')
/** How far from the word for them their phone may stand. */
const NEAR = 60

/**
 * Whether a text tells the phone of a complainant: 「诉求人张先生…电话138…」, a labelled order, 「138…是业主的」, one beside a door. A colleague's own
 * number, or one of a manager or an office, is not one.
 */
export function complainantPhoneIn(source: string): boolean {
  const { text } = normalise(source)
  const atHome = findDoors(text).length > 0 && !ANOTHER.test(text)
  return findDigits(text).some(({ kind, start, end }) => {
    if (kind === 'id') return false
    if (atHome) return true
    const before = text.slice(Math.max(0, start - NEAR), start)
    const at = LAST_WHO.exec(before)?.index
    if (at !== undefined && !ANOTHER.test(before.slice(at))) return true
    return BEHIND.test(text.slice(end))
  })
}
