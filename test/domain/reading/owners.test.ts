import { describe, expect, it, test } from 'vitest'
import { CATEGORIES } from '../../../domain/reading/category.ts'
import { categoryNamed, industryNamed, ownershipOf } from '../../../domain/reading/owners.ts'

describe('归口', () => {
  it('is known for every category, with how sure it is and no article of a law', () => {
    for (const id of CATEGORIES) {
      const about = ownershipOf(id)
      expect(about.confidence, id).toMatch(/^[高中]/)
      expect(JSON.stringify(about), id).not.toMatch(/第?\d+条|法第|法\d/)
    }
  })

  test.each([
    ['广场舞', 'noise.social.loudspeaker'],
    ['餐饮油烟', 'air.catering_fume'],
    ['油烟', 'air.catering_fume'],
    ['夜里施工打桩', 'noise.construction'],
    ['电梯嗡嗡响', 'noise.shared_facility'],
    ['烧烤', 'air.bbq'],
    ['基站辐射', 'radiation.em'],
    ['air.odor', 'air.odor'],
    ['停水了', undefined],
    ['', undefined],
  ])('「%s」 is %s', (said, category) => expect(categoryNamed(said)).toBe(category))

  it('knows industries by name', () => {
    expect(industryNamed('汽修')).toBe('汽修')
    expect(industryNamed('油烟')).toBeUndefined()
  })
})
