import { log, type Puppet, types } from 'wechaty-puppet'
import { PuppetServer } from 'wechaty-puppet-service'
import { ParkedFiles } from './files.ts'
import { cutAt, locationXml, quoted } from './forms.ts'
import type { Heard, Saying, Wechat, WechatOptions } from './gateway.ts'
import { WechatPuppet } from './puppet.ts'
import { GOOD_DAY, type Switches } from './switches.ts'
import { freePort, layWire, type Wire } from './wire.ts'
import { type FileSaid, type Group, type Person, type Said, World } from './world.ts'

const HOST = '127.0.0.1'

/** Starts a simulated WeChat on loopback. It is reached like a real gateway, with `endpoint` and `token`. */
export async function startWechat(options: WechatOptions): Promise<Wechat> {
  return SimulatedWechat.start(options)
}

/** People, rooms and a gateway in front of them; `Wechat` says what each member does. */
class SimulatedWechat implements Wechat {
  readonly endpoint: string
  readonly token: string
  readonly switches: Switches
  readonly world: World
  readonly #puppet: WechatPuppet
  readonly #wire: Wire
  readonly #now: () => number
  readonly #newId: () => string
  readonly #heard: Heard[] = []
  readonly #listeners = new Set<(heard: Heard) => void>()
  #held: (() => void)[] = []
  #loggedIn: boolean
  #qr: string | undefined
  #server: PuppetServer | undefined
  readonly #tls: boolean
  readonly #heartbeat: NodeJS.Timeout

  static async start(options: WechatOptions): Promise<Wechat> {
    log.level('silent')
    const wechat = new SimulatedWechat(options, await layWire(HOST, options.port ?? 0))
    await wechat.up()
    return wechat
  }

  private constructor(options: WechatOptions, wire: Wire) {
    let count = 0
    this.endpoint = `${HOST}:${wire.port}`
    this.token = options.token ?? 'insecure_simulated-wechat'
    this.switches = { ...GOOD_DAY, ...options.switches }
    this.world = new World(options.self ?? { id: 'wxid_guanjia', name: '小管家' })
    this.#wire = wire
    this.#tls = options.tls ?? false
    this.#now = options.now
    this.#newId = options.newId ?? (() => `m${++count}`)
    this.#loggedIn = options.loggedIn ?? true
    this.#puppet = new WechatPuppet({
      world: this.world,
      lookUp: () => this.#passes(this.switches.lookups),
      download: () => this.#passes(this.switches.downloads),
      speak: (to, what) => this.#speak(to, what),
      accept: (id) => this.#accept(id),
      enter: (id) => this.#enter(id),
      attached: () => this.#attached(),
    })
    this.#puppet.on('error', () => {})
    this.#heartbeat = setInterval(() => {
      if (this.switches.heartbeats) this.#puppet.emit('heartbeat', { data: 'beat' })
    }, options.heartbeatMs ?? 15_000)
  }

  get selfId(): string {
    return this.world.selfId
  }

  contact(person: { id: string; name: string; friend?: boolean; official?: boolean }): Person {
    const known = this.world.people.get(person.id)
    const now = { friend: known?.friend ?? true, ...person }
    this.world.people.set(person.id, now)
    if (known) this.#changed(types.Dirty.Contact, person.id)
    return now
  }

  room(room: Parameters<Wechat['room']>[0]): Group {
    const members = room.without ? room.members : [...new Set([this.selfId, ...room.members])]
    const group = { id: room.id, topic: room.topic, members, aliases: new Map(Object.entries(room.aliases ?? {})) }
    for (const id of members) this.world.person(id)
    this.world.groups.set(room.id, group)
    this.#changed(types.Dirty.Room, room.id)
    this.#changed(types.Dirty.RoomMember, room.id)
    return group
  }

  alias(room: string, contact: string, alias: string): void {
    this.world.group(room).aliases.set(contact, alias)
    this.#changed(types.Dirty.RoomMember, room)
  }

  join(room: string, contacts: string[], by = this.selfId): void {
    const group = this.world.group(room)
    group.members = [...new Set([...group.members, ...contacts])]
    this.#changed(types.Dirty.RoomMember, room)
    const timestamp = this.#now()
    this.#puppet.emit('room-join', { roomId: room, inviteeIdList: contacts, inviterId: by, timestamp })
  }

  leave(room: string, contacts: string[], by = contacts[0] ?? this.selfId): void {
    const group = this.world.group(room)
    group.members = group.members.filter((id) => !contacts.includes(id))
    this.#changed(types.Dirty.RoomMember, room)
    const timestamp = this.#now()
    this.#puppet.emit('room-leave', { roomId: room, removeeIdList: contacts, removerId: by, timestamp })
  }

  topic(room: string, topic: string, by = this.selfId): void {
    const group = this.world.group(room)
    const oldTopic = group.topic
    group.topic = topic
    this.#changed(types.Dirty.Room, room)
    const timestamp = this.#now()
    this.#puppet.emit('room-topic', { roomId: room, newTopic: topic, oldTopic, changerId: by, timestamp })
  }

  say(saying: Saying): string {
    let last = ''
    for (const file of saying.files ?? []) {
      last = this.#newId()
      this.world.files.set(last, file)
      this.#keep(saying, { id: last, type: types.Message[kindOf(file.name)], text: '', filename: file.name })
    }
    if (saying.place) {
      last = saying.id ?? this.#newId()
      this.world.places.set(last, saying.place)
      const text = saying.place.xml ? locationXml(saying.place.label, saying.place) : ''
      this.#keep(saying, { id: last, type: types.Message.Location, text })
    }
    if (saying.text === undefined) return last
    const form = saying.quoteForm ?? this.switches.quoteForm
    const wired = saying.quote ? quoted(saying.quote, saying.text, form) : { text: saying.text, unknown: false }
    const type = types.Message[wired.unknown ? 'Unknown' : (saying.type ?? 'Text')]
    return this.#keep(saying, { id: saying.id ?? this.#newId(), type, text: wired.text })
  }

  recall(id: string, by?: string): string {
    const said = this.world.said.get(id)
    if (!said) throw new Error(`no message ${id}`)
    const where = { ...(said.roomId ? { room: said.roomId } : {}), as: by ?? said.talkerId ?? '' }
    return this.#keep(where, { id: this.#newId(), type: types.Message.Recalled, text: id })
  }

  repeat(id: string): void {
    this.#puppet.emit('message', { messageId: id })
  }

  befriend({ contact, greeting }: { contact: string; greeting: string }): string {
    const id = this.#newId()
    this.world.requests.set(id, { id, contact, greeting, confirmed: false })
    this.#puppet.emit('friendship', { friendshipId: id })
    return id
  }

  invite({ room, by }: { room: string; by: string }): string {
    const id = this.#newId()
    this.world.invitations.set(id, { id, room, by, at: this.#now() })
    this.#puppet.emit('room-invite', { roomInvitationId: id })
    return id
  }

  heard(to?: string): Heard[] {
    return this.#heard.filter((heard) => to === undefined || heard.to === to)
  }

  onHeard(listener: (heard: Heard) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  release(): void {
    const held = this.#held
    this.#held = []
    for (const go of held) go()
  }

  scan(qr: string): void {
    this.#qr = qr
    this.#puppet.emit('scan', { qrcode: qr, status: types.ScanStatus.Waiting })
  }

  login(): void {
    this.#qr = undefined
    this.#loggedIn = true
    this.#puppet.login(this.selfId)
  }

  async logout(reason = 'kicked'): Promise<void> {
    this.#loggedIn = false
    await this.#puppet.logout(reason)
  }

  async relogin(renamed: (id: string) => string): Promise<void> {
    await this.logout()
    this.world.renumber(renamed)
    this.login()
  }

  freeze(): void {
    this.#wire.freeze()
  }

  thaw(): void {
    this.#wire.thaw()
  }

  cut(): void {
    this.#wire.cut()
  }

  async up(): Promise<void> {
    const port = await freePort(HOST)
    const endpoint = `${HOST}:${port}`
    // The interface of PuppetMock is narrower than what the server calls: it knows no mention ids and returns no ids.
    const puppet = this.#puppet as unknown as Puppet
    const server = new PuppetServer({ endpoint, token: this.token, puppet, tls: { disable: !this.#tls } })
    Object.assign(server, { urnRegistry: parked() })
    await server.start()
    this.#server = server
    if (this.#loggedIn && !this.#puppet.isLoggedIn) this.login()
    if (!this.#loggedIn && this.#qr) this.scan(this.#qr)
    await this.#wire.open(port)
  }

  async down(): Promise<void> {
    await this.#wire.close()
    const server = this.#server
    this.#server = undefined
    await server?.stop()
  }

  async restart(): Promise<void> {
    await this.down()
    await this.up()
  }

  async stop(): Promise<void> {
    clearInterval(this.#heartbeat)
    this.release()
    await this.down()
    await this.#puppet.stop()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
  }

  #keep({ room, as, at, mentions = [] }: Saying, said: Pick<Said, 'id' | 'type' | 'text' | 'filename'>): string {
    const where = room ? { roomId: room } : { listenerId: this.selfId }
    const mentionIdList = this.switches.mentionIds ? mentions : []
    this.world.said.set(said.id, {
      ...said,
      ...where,
      talkerId: as,
      timestamp: at ?? this.#now(),
      mentionIdList,
    } as Said)
    this.#deliver(said.id)
    return said.id
  }

  #deliver(id: string): void {
    for (let times = 0; times < this.switches.deliveries; times += 1) this.repeat(id)
  }

  async #speak(to: string, what: { text: string; mentions: string[]; file?: FileSaid }): Promise<string | undefined> {
    const { sends } = this.switches
    if (sends === 'swallow') await forEver()
    await this.#passes(sends === 'mute' ? 'answer' : (sends as 'answer' | 'hold' | 'refuse'))
    if (!this.#loggedIn) throw new Error('not logged in')
    const group = this.world.groups.get(to)
    if (group && !group.members.includes(this.selfId)) throw new Error(`not a member of ${to}`)
    if (!group && !this.world.person(to).friend) throw new Error(`${to} is not a friend`)
    const id = this.#newId()
    const text = cutAt(what.text, this.switches.cutAtBytes)
    this.#hear({ ...what, id, to, text, at: this.#now() })
    if (sends === 'mute') await forEver()
    return this.switches.returnsId ? id : undefined
  }

  #hear(heard: Heard): void {
    const { id, to, text, mentions, file } = heard
    this.#heard.push(heard)
    if (file) this.world.files.set(id, file)
    const where = this.world.groups.has(to) ? { roomId: to } : { listenerId: to }
    const said = { id, ...where, talkerId: this.selfId, text, timestamp: heard.at, mentionIdList: mentions }
    const type = types.Message[file ? kindOf(file.name) : 'Text']
    this.world.said.set(id, { ...said, type, ...(file ? { filename: file.name } : {}) } as Said)
    for (const listener of this.#listeners) listener(heard)
    if (this.switches.echo) this.#deliver(id)
  }

  async #accept(requestId: string): Promise<void> {
    const request = this.world.requests.get(requestId)
    if (!request) throw new Error(`no friend request ${requestId}`)
    this.world.person(request.contact).friend = true
    this.#changed(types.Dirty.Contact, request.contact)
    const id = this.#newId()
    this.world.requests.set(id, { ...request, id, confirmed: true })
    this.#puppet.emit('friendship', { friendshipId: id })
  }

  async #enter(invitationId: string): Promise<void> {
    const invitation = this.world.invitations.get(invitationId)
    if (!invitation) throw new Error(`no invitation ${invitationId}`)
    this.join(invitation.room, [this.selfId], invitation.by)
  }

  #attached(): void {
    // A client that says Stop ends the session of the gateway; the account stays logged in behind it.
    if (this.#loggedIn && !this.#puppet.isLoggedIn) this.login()
    const again = this.switches.repeatsOnConnect
    if (again > 0) for (const id of [...this.world.said.keys()].slice(-again)) this.repeat(id)
  }

  #changed(payloadType: types.Dirty, payloadId: string): void {
    if (this.switches.announcesChanges) this.#puppet.emit('dirty', { payloadType, payloadId })
  }

  async #passes(mode: 'answer' | 'hold' | 'refuse'): Promise<void> {
    if (mode === 'refuse') throw new Error('refused by WeChat')
    if (mode === 'hold') await new Promise<void>((resolve) => this.#held.push(resolve))
  }
}

function parked(): ParkedFiles {
  const files = new ParkedFiles()
  files.init()
  return files
}

function kindOf(name: string): 'Image' | 'Video' | 'Audio' | 'Attachment' {
  if (/\.(png|jpe?g|gif|heic)$/i.test(name)) return 'Image'
  if (/\.(mp4|mov)$/i.test(name)) return 'Video'
  if (/\.(sil|silk|amr|mp3)$/i.test(name)) return 'Audio'
  return 'Attachment'
}

function forEver(): Promise<never> {
  return new Promise(() => {})
}
