import { may, type Verb, whoMay } from '../../people/rights.ts'
import { type RoleId, roleNames } from '../../people/roles.ts'
import { readUrgency } from '../../reading/circumstances.ts'
import { communitiesOf, STREETS } from '../../reading/gazetteer.ts'
import { findPersonal } from '../../reading/personal.ts'
import {
  doings,
  flowAsks,
  privacyRule,
  privacyWhy,
  rightsRule,
  rightsWhy,
  roleSaid,
  urgentRule,
  urgentWhy,
} from '../../words/quiz-work.ts'
import type { Chance } from '../chance.ts'
import type { Kind } from '../question.ts'

// Another program is nobody who may.
const ROLES = (Object.keys(roleNames) as RoleId[]).filter((role) => role !== 'bot')
const VERBS = Object.keys(doings) as (keyof typeof doings & Verb)[]

const CALM = [
  '饭店油烟大,开不了窗',
  '工地夜里施工,睡不好',
  '空调外机响,已反映三次',
  '烧烤摊冒烟,一直没人管',
  '土堆没苫盖,盼尽快处理',
  '河水发黑',
  '打印店有异味,不算紧急',
  '广场大喇叭太响',
]
const HARM = [
  '刺鼻气味,有人头晕',
  '不明气味,多人不适',
  '喷漆味呛人,孩子被送医',
  '管道疑似泄漏,有异味',
  '河里有死鱼',
  '库房爆炸声后冒黑烟',
  '闻到异味后有人呕吐',
  '突发大量黄烟',
]

/** Who may what, what is urgent, what must not stand in a room. */
export const ruleKinds = {
  whoMay: {
    topic: '规矩',
    draw(chance) {
      const verb = chance.one(VERBS)
      const holders = ROLES.filter((role) => may({ roles: [{ role }] }, verb))
      const others = ROLES.filter((role) => !holders.includes(role))
      if (!holders.length || others.length < 2) return undefined
      const right = chance.one(holders)
      return {
        of: [verb, right],
        ask: flowAsks.may({ what: doings[verb] }),
        right: roleSaid(right),
        wrong: chance.some(others, 3).map(roleSaid),
        why: [rightsWhy({ what: doings[verb], who: whoMay(verb) }), rightsRule],
      }
    },
  },

  urgent: {
    topic: '规矩',
    draw(chance) {
      const harm = chance.one(HARM)
      const said = [harm, ...chance.some(CALM, 3)].map((words) => `${placeOf(chance)}${words}`)
      const [right, ...wrong] = said as [string, ...string[]]
      const isUrgent = (text: string) => readUrgency(text, undefined)
      if (!isUrgent(right) || wrong.some(isUrgent)) return undefined
      return { of: [right], ask: flowAsks.urgent, right, wrong, why: [urgentWhy(harm), urgentRule] }
    },
  },

  privacy: {
    topic: '规矩',
    draw(chance) {
      const harmless = chance.percent(50)
      const drawn = Array.from({ length: 4 }, (_, n) => words(chance, (n === 0) === harmless ? undefined : n))
      const [right, ...wrong] = drawn as [string, ...string[]]
      const isOpen = (text: string) => findPersonal(text).length === 0
      if (isOpen(right) !== harmless || wrong.some((text) => isOpen(text) === harmless)) return undefined
      return { of: drawn, ask: flowAsks.open(harmless), right, wrong, why: [privacyWhy, privacyRule] }
    },
  },
} satisfies Record<string, Kind>

function placeOf(chance: Chance): string {
  return chance.one(communitiesOf(chance.one(STREETS)))
}

// With a name, a phone, a door or a plate, all invented; or with none of them.
function words(chance: Chance, secret: number | undefined): string {
  const place = placeOf(chance)
  if (place.length > 8) return words(chance, secret)
  const building = `${place}${chance.whole(1, 28)}号楼`
  const problem = chance.one(CALM).split(',')[0] ?? ''
  if (secret === undefined) return `${building}${problem}`
  return chance.one([
    `${building}${problem},联系人${chance.one(['王', '李', '赵', '刘', '陈'])}${chance.one(['女士', '先生', '阿姨'])}`,
    `${building}${problem},电话1380000${chance.whole(1000, 9999)}`,
    `${building}${chance.whole(1, 6)}单元${chance.whole(1, 18)}0${chance.whole(1, 4)}室${problem}`,
  ])
}
