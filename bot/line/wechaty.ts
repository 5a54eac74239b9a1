import { addAbortSignal } from 'node:stream'
import { FileBox } from 'file-box'
import { WechatyBuilder, log as wechatyLog } from 'wechaty'
import { type payloads, types } from 'wechaty-puppet'
import type { Inbound } from '../../domain/reading/inbound.ts'
import { Arrivals } from './arrivals.ts'
import { isPassing, SpeakFailure, speakFailure } from './failure.ts'
import type { Conversation, Line, LineHealth, LineOptions, Member } from './line.ts'
import { inTime, pause } from './pause.ts'
import { LinePuppet } from './puppet.ts'
import { conversationOf, readInbound } from './reading.ts'
import { Session } from './session.ts'
import { Supervisor } from './supervisor.ts'

const LOGIN_MS = 1_000
const START_MS = 3_000
const MOST_BYTES = 25 * 1024 * 1024

/** Opens a line to WeChat through a Wechaty gateway. Nothing happens before `start()`. */
export function openLine(options: LineOptions): Line {
  return new WechatyLine(options)
}

/** The line over Wechaty: joins the puppet, its supervisor, the session and the order of messages. */
class WechatyLine implements Line {
  readonly #options: LineOptions
  readonly #puppet: LinePuppet
  readonly #bot: ReturnType<typeof WechatyBuilder.build>
  readonly #supervisor: Supervisor
  readonly #session: Session
  readonly #arrivals: Arrivals<payloads.Message, Inbound>
  #selfName = ''
  #qr: string | undefined
  #firstTry = Promise.withResolvers<void>()

  constructor(options: LineOptions) {
    const { token, endpoint, insecure, log, on, pingMs = 15_000, deadMs = 45_000, rpcMs = 10_000 } = options
    wechatyLog.level('silent')
    this.#options = options
    this.#puppet = new LinePuppet({ token, endpoint, insecure, rpcMs })
    this.#bot = WechatyBuilder.build({ puppet: this.#puppet })
    this.#session = new Session({
      now: options.now,
      awayMs: options.awayMs ?? 5_000,
      calls: {
        login: (id) => this.#tell('login', on.login?.bind(on, id)),
        logout: () => this.#tell('logout', on.logout?.bind(on)),
        away: (from) => this.#tell('away', on.away?.bind(on, from)),
        back: (from, to) => this.#tell('back', on.back?.bind(on, from, to)),
      },
    })
    this.#supervisor = new Supervisor({
      connection: this.#puppet,
      ...hostAndPort(endpoint),
      pingMs,
      deadMs,
      log,
      changed: (state) => {
        if (state === 'up') {
          this.#session.connected()
          this.#ready()
          // Whoever is logged in is told of with the first words of the stream.
          void pause(LOGIN_MS).then(this.#firstTry.resolve)
        } else this.#session.disconnected()
        if (state === 'deaf') this.#tell('deaf', on.deaf?.bind(on))
      },
      tried: () => this.#firstTry.resolve(),
    })
    this.#arrivals = new Arrivals({
      open: (id) => this.#puppet.messagePayload(id),
      isPassing,
      conversation: (payload) => conversationOf(payload, this.#session.selfId),
      read: (payload) => readInbound(payload, this.#reader()),
      handle: (inbound) => on.message(inbound),
      log,
      ...(options.retryMs === undefined ? {} : { retryMs: options.retryMs }),
    })
  }

  async start(): Promise<void> {
    await this.#bot.init()
    // Wechaty would look up every member of a room for its first message, and lose messages whose look-ups fail.
    for (const event of ['message', 'room-join', 'room-leave', 'room-topic', 'friendship'] as const) {
      this.#puppet.removeAllListeners(event)
    }
    this.#puppet.forgetOnChanges()
    this.#listen()
    await this.#bot.start()
    this.#session.start()
    this.#supervisor.start()
    await inTime(this.#firstTry.promise, START_MS, () => new Error('not yet')).catch(() => {})
  }

  async stop(): Promise<void> {
    this.#session.stop()
    this.#firstTry.resolve()
    await this.#arrivals.stop()
    await this.#supervisor.stop()
    await this.#bot.stop()
  }

  health(): LineHealth {
    const { state } = this.#supervisor
    return {
      up: state === 'up',
      deaf: state === 'deaf',
      loggedIn: this.#session.loggedIn,
      heardAt: this.#session.heardAt,
      ...(this.#qr ? { qr: this.#qr } : {}),
    }
  }

  async speak(to: Conversation, text: string, mentions: string[] = []): Promise<{ id?: string }> {
    return this.#spoken(() => this.#puppet.messageSendText(conversation(to), text, mentions))
  }

  async speakFile(to: Conversation, { name, bytes }: { name: string; bytes: Buffer }): Promise<{ id?: string }> {
    const { fileMs = 60_000 } = this.#options
    const late = () => new SpeakFailure('deadline', `no answer to a file in ${fileMs} ms`)
    const file = FileBox.fromBase64(bytes.toString('base64'), name)
    return this.#spoken(() => inTime(this.#puppet.messageSendFile(conversation(to), file), fileMs, late))
  }

  async acceptFriend(request: string): Promise<void> {
    await this.#puppet.friendshipAccept(request)
  }

  async members(room: string): Promise<Member[]> {
    const ids = await this.#puppet.roomMemberList(room)
    return Promise.all(ids.map((id) => this.#member(room, id)))
  }

  async rooms(): Promise<{ id: string; topic: string }[]> {
    const ids = await this.#puppet.roomList()
    return Promise.all(
      ids.map(async (id) => ({ id, topic: (await this.#puppet.roomPayload(id).catch(unlessPassing))?.topic ?? '' })),
    )
  }

  async file(attachmentId: string): Promise<{ name: string; bytes: Buffer }> {
    const { fileMs = 60_000 } = this.#options
    const late = () => new Error(`file ${attachmentId} did not come in ${fileMs} ms`)
    const over = new AbortController()
    return inTime(this.#load(attachmentId, over.signal), fileMs, late).finally(() => over.abort())
  }

  self(): { id: string; name: string } | undefined {
    const id = this.#session.selfId
    return id === undefined ? undefined : { id, name: this.#selfName }
  }

  #listen(): void {
    const puppet = this.#puppet
    const { log, on } = this.#options
    this.#bot.on('error', (error) => log.debug({ error: error.message }, 'wechaty'))
    puppet.on('error', (error) => log.debug({ error: String(error) }, 'gateway'))
    puppet.on('heartbeat', () => {
      this.#supervisor.heard()
      this.#session.heard()
    })
    puppet.on('login', ({ contactId }) => void this.#login(contactId))
    puppet.on('logout', () => this.#session.logout())
    puppet.on('scan', ({ qrcode, status }) => {
      this.#qr = status === types.ScanStatus.Waiting ? qrcode : undefined
      this.#tell('scan', on.scan?.bind(on, qrcode ?? '', types.ScanStatus[status] ?? 'Unknown'))
    })
    puppet.on('message', ({ messageId }) => this.#arrivals.announce(messageId))
    puppet.on('friendship', ({ friendshipId }) => this.#tell('friendRequest', () => this.#friendship(friendshipId)))
    puppet.on('room-invite', ({ roomInvitationId: id }) => this.#tell('invited', () => this.#invitation(id)))
    puppet.on('room-join', ({ roomId, inviteeIdList: ids }) => {
      this.#tell('joined', async () => on.joined?.({ room: roomId, members: await this.#namedIfKnown(roomId, ids) }))
    })
    puppet.on('room-leave', ({ roomId, removeeIdList: ids }) => {
      this.#tell('left', async () => on.left?.({ room: roomId, members: await this.#namedIfKnown(roomId, ids) }))
    })
  }

  async #login(id: string): Promise<void> {
    this.#qr = undefined
    this.#session.login(id)
    const payload = await this.#puppet.contactPayload(id).catch(() => undefined)
    if (payload) this.#selfName = payload.name
    this.#ready()
  }

  #ready(): void {
    if (this.#session.loggedIn && this.#selfName) this.#firstTry.resolve()
  }

  async #friendship(id: string): Promise<void> {
    const { contactId, hello = '', type } = await this.#puppet.friendshipPayload(id)
    this.#puppet.forgetContact(contactId)
    if (type !== types.Friendship.Receive) return
    const contact = await this.#puppet.contactPayload(contactId).catch(() => undefined)
    const accept = () => this.#puppet.friendshipAccept(id)
    await this.#options.on.friendRequest?.({
      contact: contactId,
      name: contact?.name ?? '',
      greeting: hello,
      accept,
      id,
    })
  }

  async #invitation(id: string): Promise<void> {
    const { topic, inviterId } = await this.#puppet.roomInvitationPayload(id)
    const accept = () => this.#puppet.roomInvitationAccept(id)
    await this.#options.on.invited?.({ topic, by: inviterId, accept })
  }

  /** Who came or went is told even when the gateway does not answer for the names. */
  #namedIfKnown(room: string, ids: string[]): Promise<Member[]> {
    return Promise.all(ids.map((id) => this.#member(room, id).catch(() => ({ id, name: '', friend: false }))))
  }

  async #member(room: string, id: string): Promise<Member> {
    const [contact, inRoom] = await Promise.all([
      this.#puppet.contactPayload(id).catch(unlessPassing),
      this.#puppet.roomMemberPayload(room, id).catch(unlessPassing),
    ])
    const name = contact?.name || inRoom?.name || ''
    return { id, name, ...(inRoom?.roomAlias ? { alias: inRoom.roomAlias } : {}), friend: contact?.friend ?? false }
  }

  async #load(id: string, over: AbortSignal): Promise<{ name: string; bytes: Buffer }> {
    const { type, filename } = await this.#puppet.messagePayload(id)
    // Only the original picture still has its position.
    const original = () => this.#puppet.messageImage(id, types.Image.Artwork)
    const plain = () => this.#puppet.messageFile(id)
    const box = type === types.Message.Image ? await original().catch(plain) : await plain()
    const pieces: Buffer[] = []
    let size = 0
    const stream = addAbortSignal(over, await box.toStream())
    for await (const piece of stream) {
      pieces.push(piece as Buffer)
      size += (piece as Buffer).length
      if (size > MOST_BYTES) throw new Error(`file ${id} is larger than ${MOST_BYTES} bytes`)
    }
    return { name: filename || box.name, bytes: Buffer.concat(pieces) }
  }

  async #spoken(send: () => Promise<unknown>): Promise<{ id?: string }> {
    if (!this.#session.loggedIn) throw new SpeakFailure('down', 'the line is down')
    try {
      const id = await send()
      return typeof id === 'string' && id ? { id } : {}
    } catch (error) {
      throw speakFailure(error)
    }
  }

  #reader() {
    return { gateway: this.#puppet, selfId: this.#session.selfId ?? '', now: this.#options.now() }
  }

  #tell(what: string, call: (() => unknown) | undefined): void {
    const failed = (error: unknown) => this.#options.log.error({ what, error: String(error) }, 'a callback failed')
    Promise.resolve()
      .then(() => call?.())
      .catch(failed)
  }
}

/** Someone the gateway does not know has no name; a list cut short by a bad connection is an error. */
function unlessPassing(error: unknown): undefined {
  if (isPassing(error)) throw error
}

function conversation(to: Conversation): string {
  return 'room' in to ? to.room : to.contact
}

function hostAndPort(endpoint: string): { host: string; port: number } {
  const at = endpoint.lastIndexOf(':')
  return { host: endpoint.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(endpoint.slice(at + 1)) }
}
