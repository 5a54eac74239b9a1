import type { Store } from '../../db/unit.ts'
import type { District } from '../../domain/drill/district.ts'
import { days, minutes } from '../../domain/time/wall.ts'
import {
  type Ground,
  type GroundNews,
  GroundRefusal,
  type GroundState,
  type Line,
  type LineSaid,
} from '../../web/ground.ts'
import type { SceneState } from '../../web/scenes.ts'
import type { Wechat } from './gateway.ts'
import type { GroundFile } from './ground-file.ts'
import { type ChatRecord, openRecord } from './ground-record.ts'
import { stateOf } from './ground-state.ts'

/** How the drill ground is opened. */
export interface GroundOptions {
  wechat: Wechat
  /** The ground's own time, milliseconds. */
  clock: () => number
  /** Walks the clock: resolves when everything due until then is done and said. */
  advance: (to: number) => Promise<void>
  /** Who plays; their ids are the contact and room ids of the simulated WeChat. */
  district: District
  /** Where the cases beside the chat are read; absent: none are shown. */
  store?: Store
  /** Keeps the conversations over a restart; absent: they begin empty. */
  file?: GroundFile
  /** The scenario drill that is played here. */
  scene?: () => SceneState
  /** How often to look whether cases, clock or friends have changed while somebody watches. Default 500. */
  lookMs?: number
}

/** A ground that is open until `close`, which also writes down what was said last. */
export interface OpenGround extends Ground {
  close(): void
}

/** Opens the drill ground's control over the simulated WeChat: everything a person at the page can do and see. */
export function openGround(options: GroundOptions): OpenGround {
  return new DrillGround(options)
}

const RECALL_MS = minutes(2)
const FURTHEST = days(31)

class DrillGround implements OpenGround {
  readonly #options: GroundOptions
  readonly #record: ChatRecord
  readonly #watchers = new Set<(news: GroundNews) => void>()
  readonly #unhear: () => void
  readonly #look: NodeJS.Timeout
  #shown = ''
  #moving = false
  #unsaved = false

  constructor(options: GroundOptions) {
    this.#options = options
    this.#record = openRecord({
      wechat: options.wechat,
      now: options.clock,
      earlier: options.file?.read() ?? [],
      tell: (line) => {
        this.#unsaved = true
        this.#tell({ kind: 'line', line })
      },
    })
    this.#unhear = options.wechat.onHeard((heard) => this.#record.heard(heard))
    this.#look = setInterval(() => this.#onTimer(), options.lookMs ?? 500)
    this.#look.unref()
  }

  state(): GroundState {
    return stateOf({ ...this.#options, moving: this.#moving })
  }

  lines(): Line[] {
    return this.#record.lines()
  }

  say({ as, in: where, text, quote }: LineSaid): Line {
    this.#mustBeIn(as, where)
    const words = text.replace(/\r\n?/g, '\n').trim()
    if (!words) throw new GroundRefusal('先写点什么再发')
    const quoted = quote === undefined ? undefined : this.#record.find(quote)
    if (quote !== undefined && quoted?.in !== where) throw new GroundRefusal('引用的消息不在这个会话里')
    const saying = { as, in: where, text: words, ...(quoted && { quote: { name: quoted.name, text: quoted.text } }) }
    return this.#delivers(as, where) ? this.#record.said(saying) : this.#record.undelivered(saying)
  }

  photo({ as, in: where, name, bytes }: Parameters<Ground['photo']>[0]): Line {
    this.#mustBeIn(as, where)
    if (!bytes.length) throw new GroundRefusal('文件是空的')
    const saying = { as, in: where, text: '', file: { name, bytes } }
    return this.#delivers(as, where) ? this.#record.said(saying) : this.#record.undelivered(saying)
  }

  recall({ as, id }: { as: string; id: string }): void {
    const line = this.#record.find(id)
    if (!line || line.by !== as || line.recalled) throw new GroundRefusal('只能撤回自己的消息')
    if (this.#options.clock() - line.at > RECALL_MS) throw new GroundRefusal('超过2分钟,不能撤回')
    if (!line.undelivered && !this.#options.wechat.world.said.has(id)) throw new GroundRefusal('重启前的消息不能撤回')
    this.#record.recall(line)
  }

  befriend(as: string, greeting: string): void {
    if (this.#person(as).friend) throw new GroundRefusal('已经是好友了')
    this.#options.wechat.befriend({ contact: as, greeting })
  }

  async advance(to: number): Promise<void> {
    const now = this.#options.clock()
    if (this.#moving) throw new GroundRefusal('时钟正在走,请稍等')
    if (to <= now) throw new GroundRefusal('时钟只能往后拨')
    if (to - now > FURTHEST) throw new GroundRefusal('一次最多拨31天')
    this.#moving = true
    this.#lookAgain()
    try {
      await this.#options.advance(to)
    } finally {
      this.#moving = false
      this.#lookAgain()
    }
  }

  file(line: string): { name: string; bytes: Buffer } | undefined {
    return this.#record.find(line) && this.#options.wechat.world.files.get(line)
  }

  watch(listener: (news: GroundNews) => void): () => void {
    this.#watchers.add(listener)
    return () => void this.#watchers.delete(listener)
  }

  close(): void {
    clearInterval(this.#look)
    this.#unhear()
    this.#tell({ kind: 'closed' })
    this.#watchers.clear()
    this.#save()
  }

  // A full disk does not end the drill: the next look tries again, and `close` lets the fault through.
  #onTimer(): void {
    try {
      this.#save()
    } catch {}
    this.#lookAgain()
  }

  // Cases change, clocks run and friends are accepted without a sound: while somebody watches, the ground looks.
  #lookAgain(): void {
    if (!this.#watchers.size) return
    const state = this.state()
    const shown = JSON.stringify({ ...state, now: Math.floor(state.now / minutes(1)), example: '' })
    if (shown === this.#shown) return
    this.#shown = shown
    this.#tell({ kind: 'state', state })
  }

  #save(): void {
    if (!this.#unsaved) return
    this.#options.file?.write(this.#record.lines())
    this.#unsaved = false
  }

  #tell(news: GroundNews): void {
    for (const listener of this.#watchers) listener(news)
  }

  #mustBeIn(as: string, where: string): void {
    this.#person(as)
    if (where === as) return
    const group = this.#options.wechat.world.groups.get(where)
    if (!group?.members.includes(as)) throw new GroundRefusal('你不在这个群里')
  }

  #delivers(as: string, where: string): boolean {
    return where !== as || this.#person(as).friend
  }

  #person(id: string) {
    const person = this.#options.wechat.world.people.get(id)
    if (!person || id === this.#options.wechat.selfId) throw new GroundRefusal('没有这个人')
    return person
  }
}
