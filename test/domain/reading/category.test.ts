import { describe, expect, it } from 'vitest'
import {
  CATEGORIES,
  type CategoryId,
  categoryName,
  type Industry,
  readCategory,
} from '../../../domain/reading/category.ts'

const table: [string, CategoryId, Industry, string | undefined][] = [
  ['楼下老灶火锅每天晚上排油烟，家里没法开窗', 'air.catering_fume', '餐饮', '老灶火锅'],
  ['小区门口饭馆味道太呛', 'air.catering_fume', '餐饮', '饭馆'],
  ['那个饭馆油烟机的噪声特别大', 'noise.social.equipment', '餐饮', '饭馆油烟机'],
  ['排烟风机轰鸣', 'noise.social.equipment', '其他', undefined],
  ['底商烧烤店油烟直排', 'air.catering_fume', '餐饮', '烧烤店'],
  ['路边露天烧烤烟雾缭绕', 'air.bbq', '餐饮', '烧烤'],
  ['工地后半夜还在打桩', 'noise.construction', '工地', '工地'],
  ['凌晨浇筑混凝土', 'noise.construction', '工地', '工地'],
  ['KTV低音炮震得睡不着', 'noise.social.equipment', '其他', 'KTV'],
  ['广场舞音响太吵', 'noise.social.loudspeaker', '其他', '广场舞'],
  ['楼上小孩天天跑跳', 'noise.social.neighbour', '其他', '某住户'],
  ['邻居装修电钻声', 'noise.social.neighbour', '其他', '某住户'],
  ['地下室水泵嗡嗡响', 'noise.shared_facility', '物业设备', '水泵'],
  ['电梯噪音大', 'noise.shared_facility', '物业设备', '电梯'],
  ['高架桥车流噪声', 'noise.traffic', '道路', '高架桥'],
  ['印刷厂机器响一整天', 'noise.industrial', '印刷', '印刷厂'],
  ['汽修厂喷漆味大', 'air.odor', '汽修', '汽修厂'],
  ['洗衣店干洗味', 'air.odor', '洗染', '洗衣店'],
  ['垃圾站臭气熏天', 'air.odor', '其他', '垃圾站'],
  ['工地扬尘严重 没苫盖', 'air.dust.construction', '工地', '工地'],
  ['拉土的大货车不盖布 一路撒土', 'air.dust.transport', '工地', '拉土大货车'],
  ['马路上车一过全是土', 'air.dust.road', '道路', undefined],
  ['北侧裸地刮风都是土', 'air.dust.bare_land', '工地', '裸地'],
  ['大货车怠速尾气', 'air.vehicle', '市场物流', '大货车'],
  ['挖掘机冒黑烟', 'air.nonroad', '工地', '挖掘机'],
  ['家具厂废气排放', 'air.industrial', '其他', '家具厂'],
  ['有人烧垃圾 烟特别大', 'air.burning', '其他', undefined],
  ['早点摊煤炉子冒黑烟', 'air.bulk_coal', '餐饮', '煤炉子'],
  ['有个管子往河里排白水 一股臭味', 'water.discharge', '其他', '排水管'],
  ['河水发黑发臭', 'water.black_odor', '其他', undefined],
  ['半夜有车往沟里倒建筑垃圾', 'waste.construction', '工地', undefined],
  ['垃圾堆了半个月没人清', 'waste.domestic', '其他', undefined],
  ['后院堆着废机油桶', 'waste.hazardous', '其他', undefined],
  ['楼顶有个基站 居民怕辐射', 'radiation.em', '其他', '基站'],
  ['诊所X光机辐射', 'radiation.ionizing', '医疗', '诊所'],
  ['商场LED大屏太亮晃眼睛', 'light', '市场物流', '商场LED大屏'],
  ['绿地被毁绿种菜', 'ecology', '其他', undefined],
  ['停车位被占了', 'other', '其他', undefined],
]

describe('what pollutes, who does it, whom it is about', () => {
  it.each(table)('«%s» is %s, %s, %s', (text, category, industry, subject) => {
    const got = readCategory(text)
    expect([got.category, got.industry, got.subject]).toEqual([category, industry, subject])
  })

  it('says which words decided', () => {
    expect(readCategory('工地后半夜打桩').why.join()).toContain('打桩')
    expect(readCategory('停车位被占了').why).toEqual([])
  })

  it('of two nuisances the first is the complaint, the other is told', () => {
    expect(readCategory('1、楼下餐馆油烟大；2、空调外机噪音。')).toMatchObject({
      category: 'air.catering_fume',
      also: 'noise.social.equipment',
    })
  })

  it('every category has a short name', () => {
    for (const id of CATEGORIES) expect(categoryName(id).length).toBeLessThanOrEqual(7)
    expect(categoryName('noise.construction')).toBe('施工噪声')
  })
})
