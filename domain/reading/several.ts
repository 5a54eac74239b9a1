import { type Call, leadingWords, readCalls, type Wording } from './command.ts'

/**
 * The commands in a message: a line that begins with a command's word and the number of a case is a wish of its own,
 * 「派给 101 @甲」 above 「派给 102 @乙」; within a line so is the same command said again, 「领哨101,领哨102」.
 */
export function readWishes(source: string, wordings: readonly Wording[], to: Parameters<typeof readCalls>[2]): Call[] {
  const text = SEARCH.test(source) ? source : source.replace(TAIL, '$1')
  const [first = '', ...more] = cutAtWishes(text.trim(), wordings)
  const calls = more.length ? readCalls(first, wordings, to) : []
  if (!calls.length) return readCalls(text, wordings, to)
  return [...calls, ...more.flatMap((part) => readCalls(part, wordings, to))]
}

function cutAtWishes(text: string, wordings: readonly Wording[]): string[] {
  const first = beginning(text, wordings)
  if (first === undefined && !NUMBER_FIRST.test(text)) return [text]
  const starts = [0]
  for (const pause of text.matchAll(PAUSE)) {
    const at = pause.index + pause[0].length
    const verb = beginning(text.slice(at), wordings)
    if (verb !== undefined && (pause[0].includes('\n') || verb === first)) starts.push(at)
  }
  return starts.map((start, i) => text.slice(start, starts[i + 1]).replace(/[\s,，;；。、]+$/, ''))
}

/** The command of a text that begins with its word and the number of a case; 同意 also takes places of a list. */
function beginning(text: string, wordings: readonly Wording[]): Call['verb'] | undefined {
  const said = leadingWords(wordings).find(({ word, wording }) => wording.onCase && text.startsWith(word))
  if (!said) return undefined
  const behind = text.slice(said.word.length)
  return (said.wording.verb === 'agree' ? A_PLACE : A_CASE).test(behind) ? said.wording.verb : undefined
}

/** 「尾号0087」 where a case is named: the number alone says the same. A phone or a car has one, too. */
const TAIL =
  /(^\s*|\n\s*|^[\p{Script=Han}]{1,6}[\s:：]*)(?<!手机|电话|[号码卡车牌机])(?:工单|编号)?尾号[为是]?[\s:：]*(?=\d{3,}(?!\d))/gu
const SEARCH = /^\s*[查搜]/
const PAUSE = /[\s,，;；。、]+/g
const NUMBER_FIRST = /^#?\d{3,9}(?!\d)/
const A_PLACE = /^[\s:：]*#?\d/
// «300米», «12号楼» and «56.1» are no cases.
const A_CASE = /^[\s:：]*#?\d{3,9}(?:号|件)?(?![\d楼院室米元年月日天.:%])/
