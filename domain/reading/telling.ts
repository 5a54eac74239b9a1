import { type Call, takeNumbers } from './command.ts'
import { isBack, isQuestion } from './talk.ts'

/** What somebody tells of a case without a command's word. */
export interface Telling {
  call: Call
  /** The nuisance is back: told of a closed case by anybody. */
  back: boolean
}

/**
 * 「101责令换净化器了,店家答应周五前换完」, 「101又闻到了」: a message that begins with numbers of cases, or quotes one card, and
 * tells what happened; not what is asked, planned, asked of others or taken back. Whether there are such cases, and
 * whether the speaker has to do with them, is not known here. In: normalised text, and the cases the quote names.
 */
export function readTelling(text: string, quotedRefs: readonly string[]): Telling | undefined {
  const words = text.trim()
  if (words.length > LONGEST || /\n\s*\d|[:：]\/\//.test(words)) return undefined
  const { refs, rest } = takeNumbers(words)
  const numbered = refs.length > 0
  if (numbered ? isNoCase(words, rest) : quotedRefs.length !== 1) return undefined
  const told = numbered ? rest : words
  const back = isBack(told)
  if (!isTold(told, back)) return undefined
  const call: Call = {
    verb: 'progress',
    refs,
    quoted: !numbered,
    rest: told,
    onlyNumber: false,
    words: told,
    told: true,
  }
  return { call, back }
}

const LONGEST = 300

function isTold(words: string, back: boolean): boolean {
  // 「又响了」 says it all.
  if ((words.match(/\p{Script=Han}/gu) ?? []).length < (back ? 3 : 4)) return false
  if (TO_OTHERS.test(words) || NEGATED.test(words) || WITHDRAWN.test(words)) return false
  if (back) return (!isQuestion(words) && !/怎么|咋|为[什啥]/.test(words)) || /管/.test(words)
  return !isQuestion(words) && HAPPENED.test(words)
}

// 「101会议室」, 「101路」, 「101号楼」, 「110来过了」
function isNoCase(words: string, rest: string): boolean {
  if (!words.startsWith('#') && (EMERGENCY.test(words) || !/^\d{3,6}(?!\d)/.test(words))) return true
  return COUNTED.test(rest) || MATTERS.test(rest) || /^#?\d+\s?件\p{Script=Han}{2}(?<![已我都又没].)/u.test(words)
}

const EMERGENCY = /^(?:110|114|119|120|122)(?!\d)/
const COUNTED =
  /^(?:多|余|来)?(?:会议|教?室|办公|房|楼|栋|单元|层|路|线|公交|车|国道|省道|高速|街坊?|中学?|小学|块|元|万|亿|人|名|位|份|次|米|公里|里|分|秒|岁|级|度|年|月|日|天|周|平|部|辆|台|户|张|条|页|集|斤|克|吨|倍|%|期|班|届|点|时|种|遍|只|套|包|箱|桌|道|层|门|页|寝)/u
const MATTERS = /^的?(?:会|开会|例会|快递|外卖|钥匙|空调|投影|电影|微信|短信|电话|分机)/u
const TO_OTHERS =
  /^(?:请|麻烦|帮忙?|记得|抓紧|尽快|赶紧|快|你|您|大家|各位|@|好的?|收到|谢谢|感谢|辛苦|明白|知道|哈|嗯|行|可以|不客气|没事|厉害|给力|点赞|听说)|^(?:让|叫|安排|派)(?!.*了)|[你您](?:们)?(?:先)?(?:去|来|看|问|催|联系|处理|跟)|@/u
const NEGATED =
  /(?:先|暂时?)(?:别|不|放|等)|(?:^|[,，。;；\s])(?:别|不要|不用|不必|甭|勿|莫|暂缓|不能)|别(?:领|办|派|转|退|催|去|动|急|忘)/u
const WITHDRAWN = /才怪|不对(?!口|外|应)|当我没说|开玩笑|逗你|[说发打写]错|算了/u
const HAPPENED =
  /了|过(?!后|来|去|年|几)|着|没|未|已|正在|答应|承诺|同意|责令|要求(?!你)|通知|约(?!定)|[换修改装停拆清洗撤走搬关整查测到办]完|在(?:换|修|改|装|停|拆|清|洗|整|查|办|测|施工)/u
