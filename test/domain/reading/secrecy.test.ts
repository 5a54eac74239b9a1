import { expect, test } from 'vitest'
import { isSecret } from '../../../domain/reading/secrecy.ts'

test.each([
  '机密★10年 某某会议纪要',
  '【内部】检查安排',
  '秘密★ 关于夜查的通知',
  '这是工作秘密,不要外传',
  '内部资料 请勿外传',
  '绝密',
])('「%s」 is neither read nor kept', (text) => {
  expect(isSecret(text)).toBe(true)
})

test.each(['内部时限到11-30', '小区内部道路扬尘', '店铺内部装修噪声', '诉求人要求保密', '机密码锁坏了', '他有个秘密'])(
  '「%s」 is ordinary talk',
  (text) => {
    expect(isSecret(text)).toBe(false)
  },
)
