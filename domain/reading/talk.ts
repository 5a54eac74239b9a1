import { readCategory } from './category.ts'
import { POLLUTION } from './complaint.ts'
import { normalise } from './normal.ts'

const NUISANCE =
  '油烟|黑烟|烟味|冒烟|异味|臭味|气味|味道|味儿?|烟|噪音|噪声|声音|扬尘|灰尘|尘土|粉尘|施工|打桩|渣土|烧烤|污水|问题|超标|排放|扰民|情况'
/** What a premises may lack: «没有油烟净化器» complains. */
const DEVICE = '净化|设施|设备|装置|管道|排放口|治理|过滤|收集|许可|手续|罩|机|管控|措施'
/** The nuisance is back or never stopped: then nothing said beside it makes it talk. */
const AGAIN =
  /又(?!怎|说|来(?:了?人|催))|反弹|复燃|还是(?:很|有|大|吵|臭|呛|冒|这|那|一样|老|没)|(?:还|仍然?|依然|照样|依旧)(?:在|很|是很|冒|排|响|吵|臭|有(?!没有))|没(?:几|两|多久|过).{0,4}(?:就|又)/u
const WISHED = '(?:没有?|未|不|能|希望|尽快|要求|请|早日|赶紧|帮忙?|何时|什么时候|啥时候|多会儿|怎么)[^,\\uff0c。]{0,6}'
const DONE = new RegExp(
  `(?<!${WISHED})(?:整改|处理|解决|处置|办|修|弄|清理|关停|拆除|协调|整治|苫盖|覆盖)(?:好|完成|完毕|完|到位|结|掉)|(?<!${WISHED})已经?(?:整改|处理|解决|处置|办结|关停|拆除|清理|停工|停业|搬走|核实|苫盖|覆盖|恢复)(?!过|多次|不)|误报|报错了|不属实|好多了|小多了|改善了|有(?:所|明显)?改善|恢复正常`,
  'u',
)
/** A matter already known: «油烟那件», «昨天说的油烟的事». */
const KNOWN =
  /[这那](?:一?件|个件|个事|事儿?|单|个?工单)|(?:昨天|前天|上周|上次|上回|之前|早上|刚才|前几天)(?:说|报|提|反映|讲|聊|派|转|发)(?:过)?的.{0,14}(?:的?事|件|问题)|的(?:事儿?|件)(?=谢|感谢|辛苦|多亏|[,\uff0c]?(?:谁|有|到|怎|咋|进|办|回|跟))/u
const STATUS =
  /(?:办|处理|整改|解决|处置|回复|回访|检测|结案|办结|反馈|派|领|联系|答复|登记|销|报|转)(?:[好完到]|出去|下去|上去|过去|过)?(?:了没|没有?[?\uff1f\s]*$|了?[吗么][?\uff1f\s]*$)|(?:进展|结果|情况|处理|办|整改|查)(?:得|的)?(?:怎么样|咋样|如何)|(?:什么|啥)(?:进展|结果|进度)|到哪一?步|归(?:谁|哪)|(?:谁|哪个队|哪个?单位|哪队)(?:负责|在办|领了?|承办|跟进|去看了|去查了|去了|处理的?|办的)|(?:几|多少)件/u
const QUESTION = /[吗么没呢][?\uff1f~\s]*$|有没有|是不是|[?\uff1f]\s*$/u
/** Questions that ask for help or complain. */
const DEMAND =
  /能不能|能否|可不可以|可否|能.{0,10}吗|没有?人|有(?:没有)?人.{0,3}管|不管|管管|管一管|谁来管|怎么办|咋办|还让|天天|每天|每晚|整天|整晚|一直|老是|总是|太|这么|那么|特别|严重|扰民|受不了|什么时候(?:能|才)|何时(?:能|才)|为什么|凭什么|投诉|反映|举报|来看看|来查/u
const CLEAN = new RegExp(
  [
    `没(?:有|啥|什么)?(?:再)?(?:闻到?|发现|看到|看见|见到?|听到?|听见|测出|检出)?(?:有|过)?(?:明显|什么|啥|任何|太大|特别|大)?的?(?:${NUISANCE})(?!.{0,4}(?:${DEVICE}))`,
    `(?:未|并未|无)(?:再)?(?:发现|闻到|见|检出|测出|听到)?(?:有|明显|任何)?的?(?:${NUISANCE})(?!.{0,4}(?:${DEVICE}))`,
    '(?:没有?|未|并未)(?:再)?(?:闻到|发现|听到|冒|超标|扰民)',
    '(?:闻|听|看)不[到见出]',
    `(?:${NUISANCE})[^,\\uff0c。]{0,6}(?:不(?:算|是|怎么)?(?:很|太|那么)?(?:大|明显|重|严重|高|超标|多|响|臭|吵)|正常|达标|合格|没了|消失|停了|还行|还好|可以)`,
    '不(?:冒烟|冒|臭|吵|响|呛|排)了|没味|味儿?没了|停工了|停业了|关门了',
    '(?:达标|不超标|未超标|没超标|一切正常|没有?问题)',
  ].join('|'),
  'u',
)
/** Our own work, told beforehand or afterwards. */
const WORK = new RegExp(
  `(?:去|到|在|来|下午|明天|上午|今天|今晚|本周|组织|开展|配合|安排).{0,16}(?:检测|复测|监测|巡查|检查|抽查|督查|查看?|看看?|夜查|测)(?:了|过|一下|下)?(?:${NUISANCE}|裸地|$)`,
  'u',
)
const PLANNED = new RegExp(
  `(?:下午|明天|上午|今天|今晚|本周|下周|组织|开展|安排).{0,16}(?:检查|抽查|督查|巡查|夜查|检测|查看?)(?:了|一下)?(?:工地|餐饮|饭店|商户|企业|现场|道路)的?(?:${NUISANCE}|裸地)`,
  'u',
)
/** Cases spoken of and counted, papers asked for, plans, an invitation: nothing disturbs there now. */
const NEWS = new RegExp(
  [
    '件(?:已经?|刚|都)?(?:退|转|派|领|结|销|移交?)(?:了|给|到|出|城管|住建)|件(?:一共|总共|共)?有?(?:多少|几个)',
    '(?:投诉|举报|诉求|工单|件)[量数率]?[^,\\uff0c。]{0,8}(?:[比较]上|同比|环比|上升|下降|减少|增加|少了|多了|降了|位居|位列|居全|排全|排名|占比|全[区市]第)',
    '请[^,\\uff0c。]{0,12}(?:报送|上报|提交|汇总|填报)[^,\\uff0c。]{0,16}(?:情况|材料|方案|总结|台账|报表|清单|数据)',
    '(?:明年|下个?月|下周|年底前?|计划|打算)[^,\\uff0c。]{0,6}(?:改造|整治|安装|更换|拆除|搬迁|清洗|维修)',
    '味道[^,\\uff0c。]{0,3}(?:不错|好吃)|(?:一起|大家|晚上|周末|下班)[^,\\uff0c。]{0,4}(?:去吃|去?撸串)',
  ].join('|'),
  'u',
)
const FOUND = /发现|反映|投诉|举报|居民|市民|群众|大[,\uff0c]|严重|扰民|很|太|呛|难闻/u

/**
 * Whether a text that names a place and a nuisance only talks of it: asks how a known matter stands, says that there is
 * nothing, that it is mended, or what our own people look at. Parts of this kind are set aside; what remains decides.
 */
export function isTalk(source: string): boolean {
  const { text } = normalise(source)
  const sentences = text.split(/(?<=[。!\uff01?\uff1f;\uff1b\n])/u)
  const remaining = sentences.map(complaining).join('')
  return remaining !== text && readCategory(remaining).weight < POLLUTION
}

/** 「又闻到了」, 「又烤上了」: the nuisance is back; 「又办结了」 tells of our own work. */
export function isBack(source: string): boolean {
  const { text } = normalise(source)
  return AGAIN.test(text) && !/又(?:领|派|转|退|办|催|回[复访]|整改|处理|解决|联系|去|到)/u.test(text)
}

/** 「方庄那边油烟的事怎么样了」: how a known matter stands is asked, nothing is reported. */
export function asksState(source: string): boolean {
  const { text } = normalise(source)
  const asked = STATUS.test(text) || QUESTION.test(text) || /(?:怎么样|咋样|如何)了?[?\uff1f\s]*$/u.test(text)
  return asked && (STATUS.test(text) || KNOWN.test(text)) && isTalk(source)
}

const ASKS =
  /(?:怎么?样|咋样|如何|什么情况|啥情况|几个|几件|多少|哪些|哪几|谁|怎么还|为什么|为啥|什么时候|啥时候|到哪)/u

/** 「谁管」 behind what happened asks for help. */
const WHO_HELPS =
  /(?:这|该|应该?|到底|有)?(?:归|由|找)?谁(?:来|能|去)?(?:管|处理|负责|解决)?(?:一?下)?[呢啊呀吗]?[?\uff1f。!\uff01\s]*$/u
const HAPPENED = /被|了|着|没|不|太|很/u

/**
 * A question by its form, whatever it is about: 「方庄怎么样」, 「成寿寺还有几个没领」, 「101办完了没」; not 「停车位被占了谁管」,
 * which tells what happened.
 */
export function isQuestion(source: string): boolean {
  const text = normalise(source).text.trim()
  const told = text.replace(WHO_HELPS, '')
  if (told !== text && HAPPENED.test(told)) return false
  return QUESTION.test(text) || ASKS.test(text)
}

// Words that are taken out one by one, never nested: a text of thousands of 「哦」 costs no more than it is long.
const COURTESIES =
  /好[的嘞哒滴呢呀吧]?|(?:已经?)?收到|收悉|已阅|谢谢|多谢|感谢|辛苦|麻烦|明白|知道|了解|[嗯哦噢哈]|行|可以|没事|不客气|客气|ok|稍等|等一下|再见|晚安|(?:我们?)?(?:这就|马上|立即|立刻|稍后|一会儿?|下午|明天)(?:去|办|处理|联系|安排|落实|看看?)?/giu
const BEHIND_THEM = /^(?:你|们|您|大家|啦|了|哈|啊|呀|哦|的|[\s,\uff0c。.、!\uff01~\uff5e…])*$/u
/** 👍, [强], and marks alone. */
const FACES = /\[[\p{Script=Han}A-Za-z]{1,6}\]|[0-9#*]?\u20e3|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/gu
const ONLY_MARKS = /^[^\p{L}\p{N}]*$/u
const GREETING =
  /^(?:小管家[,，\s]*)?(?:你好|您好|在吗|在不在|在么|嗨|哈[喽啰]|hi|hello|早|早安|(?:早上|上午|中午|下午|晚上)好)[呀啊哦]?[,，。.!！?？~～\s]*$/iu

/** 「好的」, 「谢谢」, 「辛苦了」, 「收到」, 「收到,马上去」, 「1」, 👍, [强]: nothing to be answered. */
export function isCourtesy(source: string): boolean {
  const words = normalise(source).text.replace(FACES, '').trim()
  if (ONLY_MARKS.test(words)) return !/[?？]/.test(words)
  const left = words.replace(COURTESIES, '')
  return (words.search(COURTESIES) === 0 && BEHIND_THEM.test(left)) || /^\+?1$/.test(words)
}

/** 「你好」, 「在吗」: somebody only looks whether the bot is there. */
export function isGreeting(source: string): boolean {
  return GREETING.test(normalise(source).text.replace(FACES, '').trim())
}

/** 「你太吵了」, 「别说话了」, said to the bot: it shall be quiet. */
export function asksForQuiet(source: string): boolean {
  return QUIET.test(normalise(source).text.trim())
}

const QUIET =
  /^(?:(?:你|您|小管家|机器人)(?:也|真|实在|今天)*(?:[太好真](?:吵|烦|啰嗦|唠叨|能说)|话太多)|(?:你|您|小管家|机器人)?(?:能不能|可以|请|先)*(?:(?:别|不要|少)(?:说话?|吵|刷屏)|闭嘴|安静|消停))(?:了|点|一点|一会儿?|一下|吧|吗|啦|行吗)*[。.!！?？~\s]*$/u

function complaining(sentence: string): string {
  if (AGAIN.test(sentence)) return sentence
  if (DONE.test(sentence) || KNOWN.test(sentence) || STATUS.test(sentence)) return ''
  if ((WORK.test(sentence) || PLANNED.test(sentence)) && !FOUND.test(sentence)) return ''
  const clauses = sentence.split(/(?<=[,\uff0c])/u)
  return clauses.filter((clause) => !CLEAN.test(clause) && !NEWS.test(clause) && !isMereQuestion(clause)).join('')
}

function isMereQuestion(clause: string): boolean {
  return QUESTION.test(clause.replace(/[。!\uff01,\uff0c\s]+$/u, '')) && !DEMAND.test(clause)
}
