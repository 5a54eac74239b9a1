import { expect, test } from 'vitest'
import { openTalk } from '../support/talk.ts'

test('a long draft keeps what was done and what the complainant says, and tells the same test once', () => {
  using talk = openTalk()
  const says = (who: string, words: string) => talk.says(who, '方庄群', words)
  talk.says(
    '赵蕾',
    'private',
    '【工单编号】202611220101\n【地址】方庄街道芳古园一区11号楼\n【反映内容】油烟大\n【诉求人】王女士\n【联系电话】13800001234\n【处理时限】7天',
  )
  says('李强', '领哨 101')
  says('李强', '101 已联系 晚上六点到九点最呛,已经持续三个月,希望尽快解决,孩子明年要考试,家里老人有哮喘')
  says('李强', '101 到场 店主在,净化器滤芯堵塞,清洗台账缺失,现场约谈负责人,负责人承认晚高峰没有开净化器')
  says('陈曦', '检测 101 油烟1.6 颗粒物3.2 非甲烷总烃 4.1')
  for (let i = 0; i < 3; i++) says('陈曦', '检测 101 油烟1.6')
  says('李强', '进展 101 厂家答应周四上门更换滤芯,街道周四下午一起去看,店家已经交了押金')
  says('李强', '101 整改完 更换净化器滤芯,清洗烟道,补齐台账')
  says('陈曦', '检测 101 油烟0.6')
  says('赵蕾', '101 回访 已解决 满意')
  const [draft = ''] = talk.says('李强', 'private', '回复稿 101')
  const text = draft.split('\n').slice(1).join('\n')
  expect(text.length).toBeLessThanOrEqual(300)
  expect(text).toContain('处置完成:更换净化器滤芯,清洗烟道,补齐台账。')
  expect(text).toMatch(/油烟0\.6mg\/m³/)
  expect(text).toMatch(/回访,诉求人表示已解决、满意/)
  expect(text.match(/检测油烟1\.6mg/g)).toHaveLength(1)
  expect(text).not.toContain('…')
})
