import { folded } from './fold.ts'
import type { Note } from './note.ts'

/** Slips that mean nothing else, so they are mended wherever they stand. */
const SLIPS: Record<string, string> = {
  杨尘: '扬尘',
  扬沉: '扬尘',
  洋尘: '扬尘',
  油焰: '油烟',
  油咽: '油烟',
  游烟: '油烟',
  嗓音: '噪音',
  燥音: '噪音',
  躁音: '噪音',
  澡音: '噪音',
  噪因: '噪音',
  燥声: '噪声',
  嗓声: '噪声',
  躁声: '噪声',
  污染原: '污染源',
  渣士: '渣土',
  碴土: '渣土',
  拢民: '扰民',
  绕民: '扰民',
  打庄: '打桩',
  净化气: '净化器',
  臭未: '臭味',
  异未: '异味',
  刺鼻未: '刺鼻味',
  偷牌: '偷排',
  直牌: '直排',
  反应人: '反映人',
  反应内容: '反映内容',
  芦沟桥: '卢沟桥',
  卢沟乔: '卢沟桥',
  芳庄: '方庄',
  长新店: '长辛店',
  长兴店: '长辛店',
  右安们: '右安门',
  太平乔: '太平桥',
  西罗圆: '西罗园',
  大虹门: '大红门',
  南宛: '南苑',
  东铁近营: '东铁匠营',
  东铁将营: '东铁匠营',
  六里乔: '六里桥',
  云冈街道: '云岗街道',
  婉平: '宛平',
  腕平: '宛平',
  马家铺: '马家堡',
  马家埠: '马家堡',
  城寿寺: '成寿寺',
  石流庄: '石榴庄',
  玉泉莹: '玉泉营',
  看旦: '看丹',
  五里电: '五里店',
  北官镇: '北宫镇',
  王左镇: '王佐镇',
  王佑镇: '王佐镇',
  花香街道: '花乡街道',
  花香地区: '花乡地区',
  华乡街道: '花乡街道',
  新春街道: '新村街道',
  南院街道: '南苑街道',
  合义街道: '和义街道',
  合义东里: '和义东里',
  合义西里: '和义西里',
  清塔街道: '青塔街道',
  清塔东里: '青塔东里',
  清塔西里: '青塔西里',
  久敬装: '久敬庄',
  蒲黄渝: '蒲黄榆',
  浦黄榆: '蒲黄榆',
}
/** Not worth a word to anyone. */
const SILENT = new Set(['反应人', '反应内容'])
/** 杨尘 may be a person. */
const NOT_AFTER_TITLE = /(?:先生|女士|某)$/u
const SLIP = new RegExp(
  Object.keys(SLIPS)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'gu',
)

/** A blank or a mark again and again says no more than a few of them. */
const RUN = /([^\p{L}\p{N}])\1{7,}/gu
const SHORT_RUN = '$1$1$1$1$1$1$1'

/**
 * The text as the other readers take it: digits and letters half-width, Chinese punctuation untouched, invisible and
 * control characters out, known slips mended. `notes` names each mended slip once (`typo`).
 */
export function normalise(source: string): { text: string; notes: Note[] } {
  const notes: Note[] = []
  const text = folded(source)
    .text.replace(RUN, SHORT_RUN)
    .replace(SLIP, (from, at: number, whole: string) => {
      if (NOT_AFTER_TITLE.test(whole.slice(at + from.length, at + from.length + 2))) return from
      const to = SLIPS[from] ?? from
      if (!SILENT.has(from) && !notes.some((n) => n.kind === 'typo' && n.from === from))
        notes.push({ kind: 'typo', from, to })
      return to
    })
  return { text, notes }
}
