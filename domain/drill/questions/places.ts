import district from '../../data/fengtai.json' with { type: 'json' }
import { CATEGORIES, categoryName } from '../../reading/category.ts'
import { communitiesOf, mentions, STREETS } from '../../reading/gazetteer.ts'
import { categoryNamed, ownersAsOf, ownershipOf, wordsOf } from '../../reading/owners.ts'
import { placeAsks, placeWhys, whoseAsk, whoseRule, whoseWhy } from '../../words/quiz-work.ts'
import type { Chance } from '../chance.ts'
import type { Drawn, Kind } from '../question.ts'

const COMMUNITIES = STREETS.flatMap((street) => communitiesOf(street).map((community) => ({ community, street })))
const CHANGED = district.adminChange2021.flatMap(({ new: name }) => (typeof name === 'string' ? [name] : []))
/** Old names that mean one street of today which is called otherwise, or shares its old name with another. */
const RENAMED = district.adminChange2021.flatMap(({ old, new: name, ...more }) =>
  typeof old === 'string' && typeof name === 'string' && ('danger' in more || old.startsWith('卢沟桥'))
    ? [{ old: old.replace(/\(.*$/, ''), street: name }]
    : [],
)
/** Streets that did not exist before, and those that are new in name alone. */
const FRESH = district.adminChange2021.flatMap(({ old, new: names }) =>
  old === null && Array.isArray(names) ? names : [],
)
/** How sure the owners' table must be of what is asked. */
const SURE = ['高', '中高']

/** Whose a complaint is, by its kind and by its place. */
export const placeKinds = {
  street: {
    topic: '地名',
    draw(chance) {
      const { community, street } = chance.one(COMMUNITIES)
      // 「方庄第一社区属于哪个街镇」 answers itself.
      const gives = STREETS.some((each) => community.includes(each.replace(/街道$|镇$/, '')))
      const [mention, ...more] = mentions(community)
      const named = mention?.entry.communities ?? []
      if (gives || more.length || named.length !== 1 || named[0]?.street !== street) return undefined
      return {
        of: [community],
        ask: placeAsks.street(community),
        right: street,
        wrong: chance.some(
          STREETS.filter((each) => each !== street),
          3,
        ),
        why: [placeWhys.street({ community, street }), placeWhys.census],
      }
    },
  },

  oldName: {
    topic: '地名',
    draw(chance) {
      if (chance.percent(60)) return freshStreet(chance)
      const { old, street } = chance.one(RENAMED)
      const alike = STREETS.filter(
        (each) => each !== street && [old, street].some((name) => each.slice(0, 2) === name.slice(0, 2)),
      )
      return {
        of: [old],
        ask: placeAsks.old(old),
        right: street,
        wrong: [
          ...alike,
          ...chance.some(
            STREETS.filter((each) => each !== street),
            3,
          ),
        ],
        why: [placeWhys.old({ old, street }), placeWhys.notice],
      }
    },
  },

  whose: {
    topic: '归口',
    draw(chance) {
      const category = chance.one(CATEGORIES.filter((id) => SURE.includes(ownershipOf(id).confidence)))
      const word = chance.one(wordsOf(category))
      const { owner, with: beside } = ownershipOf(category)
      if (categoryNamed(word) !== category || isDivided(owner)) return undefined
      const others = CATEGORIES.map((id) => ownershipOf(id).owner).filter(
        (each) => !isDivided(each) && !overlap(each, `${owner}${beside}`),
      )
      const distinct = chance.some([...new Set(others)], others.length)
      const apart = distinct.filter((each, i) => !distinct.slice(0, i).some((before) => overlap(before, each)))
      if (apart.length < 2) return undefined
      return {
        of: [word],
        ask: whoseAsk({ word, category: categoryName(category) }),
        right: plainly(owner),
        wrong: apart.map(plainly),
        why: [whoseWhy({ category: categoryName(category), owner, with: beside }), whoseRule(ownersAsOf)],
      }
    },
  },
} satisfies Record<string, Kind>

function freshStreet(chance: Chance): Drawn {
  const right = chance.one(FRESH)
  const older = STREETS.filter((street) => !FRESH.includes(street) && !CHANGED.includes(street))
  const wrong = chance.some(older, 3)
  return {
    of: ['2021', right],
    ask: placeAsks.fresh,
    right,
    wrong,
    why: [placeWhys.fresh(FRESH), placeWhys.notice],
  }
}

// 「工业排口:生态环境局;河道:水务」 depends on what the complaint does not say.
const isDivided = (owner: string): boolean => /[:;]|分工|首接/.test(owner)

// What stands in brackets would give the answer away.
const plainly = (owner: string): string => owner.replace(/\(.*?\)/g, '')

/** Names of one house in the owners' table: two that share a house are no two answers. */
const HOUSES = [
  /城管|综合执法/,
  /公安|交管/,
  /住建|房管/,
  /生态环境/,
  /水务|排水/,
  /居委会|物业/,
  /街镇/,
  /环卫/,
  /权属/,
  /规自|园林/,
  /交通/,
]

function overlap(one: string, other: string): boolean {
  return HOUSES.some((house) => house.test(one) && house.test(other))
}
