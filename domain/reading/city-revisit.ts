import type { CityRevisit } from '../cases/city-revisit.ts'
import { dateOf } from '../time/wall.ts'
import { readRevisit, statedIn } from './revisit.ts'
import { saysUnreached } from './unreached.ts'
import { readInstant } from './when.ts'

const INVALID =
  /无效回访|回访无效|(?:诉求人|居民|市里|对方)?(?:未|没|没有|无法)(?:接通|打通|接听|人接)|无人接听|没人接|拒访|拒绝回访/
const NOT_CONTACTED =
  /(?:未|没|没有)(?:人|有人)?(?:联系|响应)(?:上|到|过|诉求人|居民)*|(?:联系|响应)不上|(?:没|无)人(?:来)?联系|(?:联系|响应)[::]?(?:否|×|无)/
const CONTACTED = /已联系|联系[了过到]|(?<!未|没|没有)(?:已)?响应了?|联系[::]?是/
const ALL_WELL = /(?:三项|三率|全部?|都)(?:都|全)?(?:是|好|满分|满意|√|达标)|^满分/
const MARKS =
  /^\s*([是否√×✓✗yn有无10])[\s/、,，]*([是否√×✓✗yn有无10])[\s/、,，]*([是否√×✓✗yn有无10]|\S*满意|一般|未评价)\s*$/i
const NO = /^[否×✗n无0]$/i

/** The three answers of a 市回访. */
export type CityAnswer = 'contacted' | 'solved' | 'satisfaction'

/**
 * Which of the three answers the words leave open: they alone make the rates, so none is guessed from another. Nobody
 * who was never contacted, or never reached, is asked for more.
 */
export function unansweredIn(said: string): CityAnswer[] {
  if (MARKS.test(said.trim())) return []
  const words = labelled(said)
  if (NOT_CONTACTED.test(words) || ALL_WELL.test(words)) return []
  const told = readCityRevisit(said)
  if (told?.invalid) return []
  const stated = statedIn(words.replace(CONTACTED, ' '))
  const given: Record<CityAnswer, boolean> = { contacted: CONTACTED.test(words), ...stated }
  return (['contacted', 'solved', 'satisfaction'] as const).filter((answer) => !given[answer])
}

/**
 * What people write of a 市回访, in any order: 「满意 已解决」, 「未联系 未解决 不满意」, 「没联系上」, 「未接通」, 「是 否 不满意」,
 * 「三项全满意」. Where the words leave an answer open (`unansweredIn`) what stands for it is not to be kept. Undefined when they tell neither
 * whether it is solved nor how satisfied, nor that nobody was contacted or reached.
 */
export function readCityRevisit(said: string): CityRevisit | undefined {
  const marks = MARKS.exec(said.trim())
  return marks ? fromMarks(marks) : inWords(labelled(said))
}

function inWords(said: string): CityRevisit | undefined {
  const denied = NOT_CONTACTED.test(said)
  const words = said.replace(NOT_CONTACTED, ' ').replace(CONTACTED, ' ')
  const revisited = readRevisit(words)
  if (revisited !== undefined && revisited !== 'unreached') return { contacted: !denied, ...revisited }
  if (denied) return { contacted: false, solved: false, satisfaction: 'none' }
  if (ALL_WELL.test(said)) return { contacted: true, solved: true, satisfaction: 'good' }
  if (revisited === 'unreached' || INVALID.test(said) || saysUnreached(words)) return noAnswer
  return undefined
}

/** When the city called, as the words say it; undefined where they name no day, or one that is still to come. */
export function revisitDay(said: string, now: number): number | undefined {
  const at = MARKS.test(said) ? undefined : readInstant(said, now)
  return at !== undefined && dateOf(at) <= dateOf(now) ? Math.min(at, now) : undefined
}

/** The city reached nobody. */
export const noAnswer: CityRevisit = { contacted: false, solved: false, satisfaction: 'none', invalid: true }

// 「是否解决:否」, 「满意×」
function labelled(said: string): string {
  return said
    .replace(/(?:是否)?(?:联系|响应)[:：]?\s*(?:(是|√|✓|有)|否|×|✗|无)(?=$|[\s,，、;；/])/g, (_, yes) =>
      yes ? '已联系' : '未联系',
    )
    .replace(/(?:是否)?解决[:：]?\s*(?:(是|√|✓)|否|×|✗)(?=$|[\s,，、;；/])/g, (_, yes) => (yes ? '已解决' : '未解决'))
    .replace(/(?:是否)?满意[:：]?\s*(?:(是|√|✓)|否|×|✗)(?=$|[\s,，、;；/])/g, (_, yes) => (yes ? '满意' : '不满意'))
}

/** What stands behind the first number, cut where another case begins: 「满意,112 不满意」. A date is no case. */
export function revisitsIn(words: string): { own: string; others: { ref: string; words: string }[] } {
  const [own = '', ...more] = words.split(
    /(?:^|[\s,，;；。、]+)(?=#?\d{3,32}(?:号|件)?(?:[\s:：,，]|\p{Script=Han}))(?!\d{4}年)/u,
  )
  const others = more.map((item) => {
    const [, ref = '', told = ''] = /^#?(\d{3,32})(?:号|件)?[\s:：,，]*([\s\S]*)$/u.exec(item) ?? []
    return { ref, words: told }
  })
  return { own, others }
}

function fromMarks([, contacted = '', solved = '', satisfied = '']: RegExpExecArray): CityRevisit {
  const told = readRevisit(satisfied)
  const satisfaction =
    told !== undefined && told !== 'unreached' ? told.satisfaction : NO.test(satisfied) ? 'bad' : 'good'
  return { contacted: !NO.test(contacted), solved: !NO.test(solved), satisfaction }
}
