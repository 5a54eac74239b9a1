import { roleNames } from '../people/roles.ts'
import { mask } from '../reading/personal.ts'
import type { Refusal, RefusalCode, RefusalFacts } from '../refusal.ts'
import { dayClock, monthDayClock } from '../time/saying.ts'
import { clip, stateNames } from './case-lines.ts'
import type { Lookup } from './lookup.ts'

/** Why not, and what to do instead: one sentence for each reason there is. */
const sentences: { [C in RefusalCode]: (facts: RefusalFacts[C], look: Lookup) => string } = {
  'unknown-case': ({ no }) => `没有#${no}这个件,请核对编号;正在等领哨的件回「待领」可看。`,
  'out-of-scope': ({ no, alone }) =>
    alone
      ? `#${no} 不归你所在的街镇或单位。请到它所属的街镇群说,或联系专班。`
      : `#${no} 不在本群范围。可私聊我回「${no}」,或到它所属的街镇群说。`,
  'already-claimed': ({ no, by, unit, at, byStreet }, look) =>
    `#${no} 已由${unit} ${look.name(by)} ${dayClock(at, look.now)}${byStreet ? '认领' : '领哨'}。有情况请直接联系${look.name(by)}。`,
  'not-waiting': ({ no, state }) =>
    `#${no} 现在是「${stateNames[state]}」,不用再领。${state === 'void' ? `要接着办先回「恢复 ${no}」` : `详情回「${no}」`}。`,
  'not-allowed': ({ verb, who, leader }) =>
    `「${verb}」由${who}来做。${leader ? `您可以回「催 ${leader}」,我提醒承办人。` : '需要的话请联系管理员授权。'}`,
  'no-unit': ({ no }) => `还不知道你是哪个单位的,暂不能领#${no}。请管理员回「授权 @你 单位 队员」。`,
  'other-street': ({ no, street, own }) =>
    `#${no} 在${street},${own}的管家不能认领。请${street}管家或执法队、科室来领。`,
  'other-unit': ({ no, said, unit }) =>
    `你是${unit}的,不能替${said}领#${no}。请${said}的人自己回「领哨 ${no}」;归${unit}的话你回「领哨 ${no}」。`,
  'not-open': ({ no, state }) => `#${no} 现在是「${stateNames[state]}」,不能再改。详情回「${no}」。`,
  'may-not-correct': ({ no, by, desk }, look) =>
    desk
      ? `#${no} ${desk}由专班按平台改,请把正确的告诉专班。`
      : `#${no} 你不能改。请告诉${look.name(by)}或街镇管家,由他们回「更正 ${no} …」。`,
  'missing-argument': ({ what, example }) => `还差${what}。例:「${example}」`,
  'code-wrong': () => '口令不对或已过期。请在服务器上运行 npm run admin-code 取新的,30分钟内有效。',
  'private-only': ({ verb }) => `「${verb}」请私聊我说。`,
  'room-only': ({ verb }) => `「${verb}」请在群里说。`,
  'intake-only': ({ verb }) => `本群只登记来件。「${verb}」请私聊我说,或到街镇群、单位群说。`,
  'unknown-street': ({ said, nearest, example }) =>
    `没有「${said}」这个街镇${nearest === undefined ? '' : `,是不是「${nearest}」`}。例:「${example}」`,
  'order-known': ({ no, other }) => `这个工单编号已是#${other},#${no} 没有改。请核对编号;是同一件就作废一件。`,
  'unknown-scope': ({ said, nearest, example }) =>
    `没有叫「${said}」的街镇或单位${nearest === undefined ? '' : `,是不是「${nearest}」`}。例:「${example}」`,
  'unknown-unit': ({ said, nearest }) =>
    `没有「${said}」这个单位${nearest === undefined ? '' : `,是不是「${nearest}」`}。先用「绑定 单位 ${said}」或「授权」建立。`,
  'last-admin': ({ name }) => `${name}是最后一位管理员,不能撤权。先回「授权 @某人 管理员」,再撤。`,
  'unknown-role': ({ said }) =>
    `没有「${said}」这个角色。可用:队员、监测员、负责人、街镇管家、网格员、专班、分管领导、一把手、管理员。`,
  'street-bound': ({ street }) => `${street}已经绑定了另一个群。先在那个群回「解绑」,再来这里绑定。`,
  'nobody-mentioned': ({ verb }) => `请@要${verb}的人。例:「授权 @张三 执法一队 队员」`,
  'several-called': ({ said }) => `群里有几位「${said}」,分不清是哪一位。请长按本人头像@后再说一次。`,
  'several-named': ({ people, said }, look) =>
    `有${people.length}位「${said}」(${people.map((one) => look.unitsOf(one)[0] ?? '街镇').join('、')}),请@他再说一次。`,
  'unknown-party': ({ example = '派给 128 执法一队' }) =>
    `没有叫这个名字的单位或同事。请@他,或写单位全称,例:「${example}」。`,
  'assign-or-help': ({ no, unit }) =>
    `#${no} 还没人领:归${unit}办就回「派给 ${no} ${unit}」,只请去帮忙回「协办 ${no} ${unit}」。`,
  'nothing-to-correct': ({ no }) =>
    `没看懂要改哪一项。例:「更正 ${no} 地址 芳古园一区18号楼」或「更正 ${no} 内容 晚上油烟大」`,
  'not-yours': ({ no, by, isLead, waits, mayClaim }, look) =>
    waits
      ? `#${no} 是${look.name(by)}报的,还没人领。请联系${look.name(by)}或专班${mayClaim ? `;要领回「领哨 ${no}」` : ''}。`
      : `#${no} 由${look.name(by)}办理,请联系${look.name(by)}${isLead ? '' : '或其负责人'}。`,
  'claim-first': ({ no }) => `#${no} 还没人领,先回「领哨 ${no}」。`,
  'not-taken': ({ no }) => `#${no} 还没人领,不用放回。该归谁管,请专班或负责人回「派给 ${no} 单位」。`,
  'unknown-order': () => '没有找到这个工单号的在办件,请核对,或回「待领」查看。',
  'nothing-offered': () => '没有转给你的件。等领哨的件回「待领」看,要领回「领哨 编号」。',
  'say-why': ({ no, revisit }) =>
    `#${no} 不是你承办,取号码请写明理由:「联系方式 ${no} ${revisit ? '回访' : '平台核对'}」。查看会留痕。`,
  'no-complainant': ({ no }) => `#${no} 没有留下诉求人联系方式。`,
  confidential: ({ no, by }, look) =>
    `#${no} 有保密要求,号码不能发给你。确需联系请找承办人${by === undefined ? '或专班' : look.name(by)}。`,
  'not-friends': () => '请先加我为好友,再私聊我说;个人信息不在群里发。',
  'wrong-state': ({ no, state }) =>
    state === 'void'
      ? `#${no} 已作废。要接着办先回「恢复 ${no}」。`
      : state === 'returned'
        ? `#${no} 已退单,不用再办。平台再派来,请专班或负责人回「恢复 ${no}」。`
        : state === 'closed'
          ? `#${no} 已办结,这一步做不了。要再办回「重办 ${no} 原因」。`
          : `#${no} 现在是「${stateNames[state]}」,这一步做不了。详情回「${no}」。`,
  'not-ready': ({ no, what, missing }) => `#${no} 还不能${what}:差${missing.join('、')}。${nextFor(no, missing[0])}`,
  'revisit-instead': ({ no }) =>
    `#${no} 已处置,再打是回访:通了回「${no} 回访 已解决 满意」,没通回「${no} 回访 未接通」。`,
  'not-handled': ({ no }) => `#${no} 还没处置完成,先回「${no} 整改完 …」,再回访。`,
  'merge-self': ({ no }) => `#${no} 不能并到它自己。请写明并到哪一件,例:「并案 130 到 128」。`,
  'merged-already': ({ no, into }) => `#${no} 已并入#${into}。要改并别处,先回「拆案 ${no}」。`,
  'merge-chain': ({ no, into }) => `#${no} 自己已并入#${into},不能再并进来。请并到#${into}。`,
  'merge-holds': ({ no, holds }) =>
    `#${no} 里并着${holds.map((one) => `#${one}`).join('、')},不能再并出去。请反过来并到#${no},或先「拆案 ${holds[0]}」。`,
  'not-merged': ({ no }) => `#${no} 没有并案,不用拆。要并回「并案 ${no} 到 128」。`,
  'leaders-supervise': ({ no }) => `#${no} 督办由局领导定。你可以回「催 ${no}」,我私信提醒承办人。`,
  'goes-with': ({ no, into }) => `#${no} 已并入#${into},随#${into}办结:回「办结 ${into}」。`,
  'still-open': ({ no, into }) => `#${no} 已并入#${into},#${into}还在办,不用重办。有新情况回「进展 ${into} …」。`,
  'lead-refused': ({ no, wanted }) =>
    `#${no} 结果「${wanted}」负责人没有同意。再做工作回「进展 ${no} …」,再回访后重报,或回「重办 ${no} 原因」。`,
  'lead-asked': ({ no, wanted }) => `#${no} 结果「${wanted}」在等负责人同意,同意后再办结。`,
  'not-solved': ({ no, agreed, revisit }) =>
    agreed === undefined
      ? `#${no} 回访记的是${revisit},不能按「已解决」办结。回「办结 ${no}」请负责人定结果,或再回访。`
      : `#${no} 负责人同意的结果是「${agreed}」,不能按「已解决」办结。按它办结回「办结 ${no}」。`,
  'not-yours-to-decide': ({ no, wanted, who }) => `#${no} 「${wanted}」由${roleNames[who]}定,你可以回「催 ${no}」。`,
  'waits-for-platform': ({ no, wanted }) =>
    `#${no} 「${wanted}」已同意报平台,在等平台批复。批复后请专班回「平台批复 ${no} ${wanted} 同意」。`,
  'request-undecided': ({ no, wanted }) => `#${no} 「${wanted}」局里还没同意,同意后报平台,再回「平台批复 ${no} …」。`,
  'which-request': ({ no, wanted }) =>
    `#${no} 有${wanted.map((one) => `「${one}」`).join('')}在等批复,请写明:「平台批复 ${no} ${wanted[0]} 同意」。`,
  'no-request': ({ no }) => `#${no} 没有报平台的申请。要申请回「退单 ${no} 理由」或「延期 ${no} 12月2日 原因」。`,
  'not-later': ({ no, at }) =>
    `#${no} 现在的时限是${monthDayClock(at)},延期要写比它晚的时间,例:「延期 ${no} 5天 原因」。`,
  'nothing-asked': ({ no }) => `#${no} 没有等你同意的事项。详情回「${no}」。`,
  'no-offer': ({ no }) => `#${no} 没有转给你的待接,或已过时。需要的话回「领哨 ${no}」或请原承办人再转。`,
  'not-whistler': ({ no }) =>
    `#${no} 吹哨由本街镇管家、街镇负责人或专班来吹。要请别的单位一起办,承办人回「协办 ${no} 单位」。`,
  'past-deadline': ({ no, at, of }) =>
    `#${no} ${of === undefined ? '' : `按并入的#${of},`}${monthDayClock(at)}到期,不能缓到那之后。确需延期请走「延期」。`,
  'foreign-scope': ({ said }) => `${said}不在你的范围,看不了。需要的话请问专班,或在全区群说。`,
  'answered-already': ({ no, wanted }) => `#${no} 「${wanted}」已经答复过了。还有没定的回「待批」看。`,
  'past-wish': ({ no, at, what, example }, look) =>
    `#${no} ${what}的时间${dayClock(at, look.now)}已经过去了。请写今后的时间,例:「${example}」。`,
  'past-supervision': ({ no, at }) =>
    `#${no} 督办要在${monthDayClock(at)}前办完,不能缓到那之后。另定时间请找督办的领导。`,
  'not-in-a-unit': ({ name }) => `${name}还没有单位,请管理员先回「授权 @${name} 单位 队员」。`,
  'which-case': ({ nos, said }) =>
    `是哪一件?${nos.map((no) => `#${no}`).join('、')},请带编号再说,例:「${nos[0]} ${said.slice(0, 10)}」`,
  'nothing-to-undo': () => '30分钟内没有可撤销的操作。要改的话回「更正 编号 …」。',
  'undo-elsewhere': () => '上一步是在别处说的,请到原群或私聊我说「撤销」。',
  'undo-acted-on': ({ no }) => `#${no} 之后已有人接着办,不能撤销。请回「更正 ${no} …」或找专班。`,
  'unknown-time': ({ said, example }) => `没看懂时间「${said}」。例:「${example}」`,
  'unknown-setting': ({ said, nearest }) =>
    `没有「${said}」这项设置${nearest === undefined ? '' : `,是不是「${nearest}」`}。全部设置回「设置」。`,
  'unreadable-setting': ({ said, label, expected }) => `「${said}」不能用作${label}。可填:${expected}`,
  'past-date': ({ said }) => `${said}已经过去了,不能改以前的规则。请从今天或以后的日子起。`,
  'unknown-category': ({ said }) => `不知道「${said}」是哪一类。例:「归口 广场舞」「设归口 餐饮油烟 大气科」`,
  'not-listed': ({ n, count }) =>
    count
      ? `最近的清单只有${count}项,没有第${n}项。也可以写案件编号:「同意 128」`
      : '还没有给你列过待批清单。请写案件编号:「同意 128」',
  'too-long': ({ limit }) => `这条超过${limit}字,没有读完。请把每件的地址和问题分开发给我。`,
  'not-confirmed': () => '没有等你确认的事,或已过5分钟。请把原话再说一次,再回「确认 口令」。',
  'code-unknown': () => '口令不对或已过期。请向管理员再要一个。',
  'not-on-roster': ({ said }) => `名单里没有「${said}」。请写全「我是 姓名 单位」,或请管理员补进名单。`,
  'nothing-shown': () => '先回「待通过」看名单,再按序号回「通过 1-3」。',
  'no-places-shown': () => '没有给你列过这几个地名。请写全:「记地名 望悦家园→石榴庄街道」',
  'not-a-place': ({ said }) =>
    `「${said}」不像小区或道路的名字(3到10个汉字,不带楼号)。例:「记地名 望悦家园→石榴庄街道」`,
  'official-place': ({ said, street }) => `「${said}」是${street}的,按官方名录分,不用记。`,
  'unknown-place': ({ said }) => `没有记过「${said}」。要记回「记地名 ${said}→街镇」,看全部回「地名」。`,
  'nobody-waits': ({ said }) => `没有「${said}」在等你通过。看名单回「待通过」。`,
  'several-wait': ({ said }) => `有几位「${said}」在等。先回「待通过」看名单,再按序号回「通过 1」。`,
  'bind-where': () => '请到要绑定的群里说;或先私聊回「绑定全部」,再按序号回「绑定 7 方庄街道」。',
  'not-in-list': ({ n }) => `最近的群名单里没有第${n}个,或已不在那个群。先回「绑定全部」看名单。`,
  'ambiguous-quote': ({ nos }) => `这条里有${nos.map((no) => `#${no}`).join('、')},请写明编号,例:「领哨 ${nos[0]}」`,
}

/** The sentence for a refusal. What the person typed stands in it masked and short: a phone is never said back. */
export function refuse(refusal: Refusal, look: Lookup): string {
  const sentence = sentences[refusal.code] as (facts: unknown, look: Lookup) => string
  const { said, ...facts } = refusal.facts as { said?: string }
  return sentence(said === undefined ? facts : { ...facts, said: clip(mask(said), 8) }, look)
}

/** What to say for the first thing that is missing. */
function nextFor(no: number, missing: string | undefined): string {
  const next: Record<string, string> = {
    联系: `打完回「${no} 已联系」或「${no} 联系不上」。`,
    到场: `到了回「${no} 到场」。`,
    检测: `测了回「检测 ${no} …」,测不了回「${no} 不宜检测 理由」。`,
    处置: `办完回「${no} 整改完 …」。`,
    回访: `打完回「${no} 回访 已解决 满意」或「${no} 回访 未接通」。`,
    平台回复: `平台答复后回「已回复 ${no}」。`,
  }
  return next[missing ?? ''] ?? ''
}
