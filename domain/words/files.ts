import type { Case, CaseNo } from '../cases/case.ts'
import { clip, stateNames, whereOf } from './case-lines.ts'
import type { Lookup } from './lookup.ts'
import { lines, type Sentence } from './sentence.ts'
import type { Enclosure } from './speech.ts'

/** What was sent without words. */
export type FileKind = 'image' | 'video' | 'file' | 'location'

/** 「9张照片」, 「1个视频」, 「1个位置」, 「3个文件」 for a mixture. */
export function counted(kinds: readonly FileKind[]): string {
  const [kind] = new Set(kinds)
  const same = kinds.every((other) => other === kind)
  if (kind === 'image' && same) return `${kinds.length}张照片`
  return `${kinds.length}个${same && kind === 'video' ? '视频' : same && kind === 'location' ? '位置' : '文件'}`
}

/** One acknowledgement for all that came together. */
export function filesKept(no: CaseNo, kinds: readonly FileKind[]): Sentence {
  return [`#${no} 已存${counted(kinds)}。`]
}

/** Asked once, in private. */
export function whichCase(kinds: readonly FileKind[], cases: readonly Case[], look: Lookup): Sentence {
  const choices = cases.map((c, i) => `${i + 1} #${c.no} ${whereBriefly(c, look)}`).join(' ')
  return lines(`${counted(kinds)}归哪件?${choices}`, '10分钟内回序号或编号,都不是回「新件」。')
}

export function filesForNew(kinds: readonly FileKind[]): Sentence {
  return [`好,请接着发新件的地址和问题,${counted(kinds)}会一起归入。`]
}

/** A kept file as it goes out: pictures and films by number, whatever else by its own name. */
export function fileFor({
  no,
  nth,
  kind,
  name,
  id,
}: {
  no: CaseNo
  nth: number
  kind: FileKind
  name: string
  id: number
}): Enclosure {
  const ending = /\.([A-Za-z0-9]{2,5})$/.exec(name)?.[1]?.toLowerCase() ?? (kind === 'video' ? 'mp4' : 'jpg')
  const called = kind === 'file' && name ? `${no}-${nth}-${name}` : `${no}-${nth}.${ending}`
  return { name: called, kind: 'kept', file: id }
}

export function noFiles(no: CaseNo): Sentence {
  return [`#${no} 还没有照片或文件。`]
}

/** Behind the files: how many there are more, and what is not handed out. */
export function filesShown(no: CaseNo, { shown, left, kept }: { shown: number; left: number; kept: number }): Sentence {
  return [
    `#${no} 发了${shown}份${left ? `,还有${left}份,回「照片 ${no} 更多」` : ''}。${kept ? `另有${kept}份格式去不掉拍摄信息,不外发。` : ''}查看已留痕。`,
  ]
}

/** It could not be loaded, however often it was tried. */
export function filesLost(kinds: readonly FileKind[], no: CaseNo | undefined): Sentence {
  return [`${no === undefined ? '' : `#${no} `}有${counted(kinds)}没有收到,请再发一次。`]
}

export function locationKept(no: CaseNo): Sentence {
  return [`#${no} 已记位置。`]
}

/** To the lead: the very same picture stands at another case. */
export function samePhoto(c: Case, other: Case, by: string, look: Lookup): Sentence {
  return [
    `#${c.no} ${whereBriefly(c, look)}:${by}发的照片与#${other.no} ${whereBriefly(other, look)}的一张完全相同,请核对。`,
  ]
}

/** A file could not be made, or is not there any more. */
export function fileBroken(name: string): Sentence {
  return [`「${name}」没有做出来,已记录,请再说一次或联系管理员。`]
}

/** Once a day, in private. */
export function cannotHear(): Sentence {
  return ['语音我听不到,长按转文字再发。']
}

// ── talk about a known case, recall ─────────────────────────────────────────────────────────────

/** A report that is likely a case we have: asked once. */
export function likeKnown(c: Case): Sentence {
  return [`像是#${c.no}(${stateNames[c.state]})。补充回「${c.no}」,新的一件回「新件」。`]
}

export function supplemented(no: CaseNo): Sentence {
  return [`#${no} 已记补充。`]
}

/** The message that reported it was taken back. */
export function voidedByRecall(no: CaseNo): Sentence {
  return [`#${no} 原消息已撤回,案件作废。要恢复回「恢复 ${no}」。`]
}

function whereBriefly({ street: _street, ...c }: Case, look: Lookup): string {
  return clip(whereOf(c, look), 12)
}
