import { weightSum } from '../domain/figures/rates.ts'
import { readDate } from '../domain/people/day.ts'
import { Refusal } from '../domain/refusal.ts'
import { nearestSetting, readSetting, type SettingKey, settingNamed, settings } from '../domain/settings.ts'
import { dateOf } from '../domain/time/wall.ts'
import { type ShownSetting, settingChanged, settingsList } from '../domain/words/questions.ts'
import { lines } from '../domain/words/sentence.ts'
import { optional, rest } from './args.ts'
import { type Context, command } from './command.ts'

/**
 * 设置: the house rules (†) by section, in private; with a name and a value one is changed, from today or from a date.
 * Refuses: unknown-setting, unreadable-setting, past-date.
 */
export default command({
  verb: 'settings',
  words: ['设置'],
  only: /^(?!一下|好|了|的|在)/,
  summary: '看或改各项规则,可定从哪天起',
  hint: { line: '设', say: '「设置 群每日主动发言 6」' },
  args: { what: optional(rest) },
  examples: [
    { as: '孙悦', in: 'private', say: '设置 7', hears: '【7 发言】\n群每日主动发言:8条' },
    { as: '孙悦', in: 'private', say: '设置 群每日主动发言 6', hears: '群每日主动发言:8条 → 6条,今天起。' },
    {
      as: '孙悦',
      in: 'private',
      say: '设置 群每日主动发言 6 从12月1日',
      hears: '群每日主动发言:8条 → 6条,从12月1日起。',
    },
  ],
  run(context) {
    const said = context.args.what?.trim() ?? ''
    const section = /^\d{1,2}$/.exec(said)?.[0]
    if (said === '' || section !== undefined) return list(context, section)
    const from = /\s*从\s*([^\s]+?)\s*(?:起|开始)?$/.exec(said)
    const [, name = '', value = ''] = /^(\S+)\s*([\s\S]*)$/.exec(from ? said.slice(0, from.index) : said) ?? []
    return value.trim() === '' ? one(context, name) : change(context, { name, value, from: from?.[1] })
  },
})

type Here = Pick<Context<object>, 'data' | 'now' | 'speaker' | 'occasion'>

/** In a room the list goes to the administrator in private. */
function list(here: Here, section: string | undefined) {
  const known = shownSettings(here).filter((setting) => section === undefined || setting.section === section)
  if (!known.length) throw new Refusal('unknown-setting', { said: section ?? '' })
  const messages = settingsList(known)
  const before = here.speaker.room ? messages : messages.slice(0, -1)
  before.forEach((sentence, i) => {
    const key = `settings-${here.occasion}-${i}`
    here.data.outbox.say({ to: { person: here.speaker.person }, class: 'reply', key, sentence }, here.now)
  })
  return here.speaker.room ? '各项设置已私聊发你。' : messages.at(-1)
}

function one(here: Here, name: string) {
  const setting = settingNamed(name)
  if (!setting) throw unknown(name)
  return settingsList(shownSettings(here).filter(({ label }) => label === setting.label))[0]
}

function change({ data, now, speaker }: Here, wish: { name: string; value: string; from: string | undefined }) {
  const today = dateOf(now)
  const from = wish.from === undefined ? today : firstDay(wish.from, today)
  const read = readSetting(wish.name, wish.value.trim())
  if ('problem' in read) {
    if (read.problem === 'unknown-setting') throw unknown(wish.name)
    throw new Refusal('unreadable-setting', { said: read.said, label: read.label, expected: read.expected })
  }
  const setting = settings[read.key]
  const weights = weightSum({ ...data.settings.on(from), [read.key]: read.value })
  if (WEIGHTS.includes(read.key) && weights > 100)
    throw new Refusal('unreadable-setting', {
      said: wish.value.trim(),
      label: setting.label,
      expected: `三项权重合计不超过100%(这样是${weights}%),先把另一项调低`,
    })
  const before = setting.show(data.settings.on(from)[read.key] as never)
  data.settings.set(read.key, read.value, { from, by: speaker.person, at: now })
  if (from === today) data.rearm(now)
  const short =
    WEIGHTS.includes(read.key) && weights < 100 ? `三项权重合计${weights}%,还差${100 - weights}%,请把另一项调高。` : ''
  return lines(settingChanged({ label: setting.label, before, after: read.shown, from, today }), short)
}

/** 综合 is of a hundred only while these make a hundred. */
const WEIGHTS: readonly SettingKey[] = ['weightResponse', 'weightResolution', 'weightSatisfaction']

function firstDay(said: string, today: string): string {
  const date = said === '今天' ? today : readDate(said, today)
  if (date === undefined) throw new Refusal('unknown-time', { said, example: '设置 群每日主动发言 6 从12月1日' })
  if (date < today) throw new Refusal('past-date', { said: date })
  return date
}

function unknown(said: string): Refusal {
  const nearest = nearestSetting(said)
  return new Refusal('unknown-setting', { said, ...(nearest !== undefined && { nearest }) })
}

function shownSettings({ data, now }: Here): ShownSetting[] {
  const values = data.settings.on(dateOf(now))
  return Object.values(settings).map((setting) => {
    const show = setting.show as (value: unknown) => string
    const coming = data.settings
      .coming(setting.key, dateOf(now))
      .map(({ value, from }) => `,${from}起${show(value)}`)
      .join('')
    return {
      section: setting.section,
      label: setting.label,
      value: show(values[setting.key as keyof typeof values]),
      coming,
    }
  })
}
