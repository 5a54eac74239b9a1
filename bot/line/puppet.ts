import type { payloads } from 'wechaty-puppet'
import { types } from 'wechaty-puppet'
import { PuppetService } from 'wechaty-puppet-service'
import { type Cancellable, withDeadlines } from './deadlines.ts'
import { Memory } from './memory.ts'

/** Where the gateway is and how long one of its answers may take. */
export interface GatewayAddress {
  token: string
  /** `host:port`. */
  endpoint: string
  insecure: boolean
  rpcMs: number
}

type Manager = PuppetService['grpcManager']
/** The parts of the stock client that are private there: connecting again needs them one by one. */
interface ManagerParts {
  _client?: object
  initClient(): Promise<void>
  stopStream(): void
  destroyClient(): void
}

/**
 * The production client of Wechaty's gateway protocol, mended: it can connect again as often as needed, keeps what it
 * knows in memory instead of LevelDB (which brings the process down after a dozen reconnects), asks every question once,
 * and waits for no answer for ever. It never sends the Stop call, which would end the stream of another client.
 */
export class LinePuppet extends PuppetService {
  readonly #memory = new Memory(10 * 60_000)
  readonly #rpcMs: number
  #stream: Cancellable | undefined
  #streamEnded: () => void = () => {}

  constructor({ token, endpoint, insecure, rpcMs }: GatewayAddress) {
    // The stock watchdog restarts the puppet once and then gives up: the supervisor does that work.
    super({ token, endpoint, tls: { disable: insecure }, timeoutSeconds: 2_000_000 })
    this.#rpcMs = rpcMs
    this._payloadStore.start = async () => {}
    this._payloadStore.stop = async () => {}
    this.#hardenSession()
    this.#askOnce()
  }

  /** Nothing is connected here: `attach` does it, as often as needed. */
  override async onStart(): Promise<void> {}

  override async onStop(): Promise<void> {
    this.detach()
  }

  /** Connects and opens the event stream; `ended` is called when the stream is over. Rejects when it cannot. */
  async attach(ended: () => void): Promise<void> {
    this.detach()
    this.#memory.forget()
    this.#streamEnded = ended
    await super.onStart()
  }

  /** Lets go of the connection without a word to the gateway. */
  detach(): void {
    this.#streamEnded = () => {}
    for (const clean of this._cleanupCallbackList.splice(0)) clean()
    const manager = this._grpcManager
    delete this._grpcManager
    if (!manager) return
    manager.removeAllListeners()
    manager.on('error', () => {})
    const parts = manager as unknown as ManagerParts
    // Only a cancelled stream is free for the next client; the stock client leaves that to the Stop call.
    this.#stream?.cancel()
    this.#stream = undefined
    parts.stopStream()
    if (parts._client) parts.destroyClient()
  }

  protected override bridgeGrpcEventStream(manager: Manager): void {
    const parts = manager as unknown as ManagerParts
    const initClient = parts.initClient.bind(manager)
    const mended = { ms: this.#rpcMs, streaming: (stream: Cancellable) => this.#streaming(stream) }
    parts.initClient = async () => {
      await initClient()
      if (parts._client) parts._client = withDeadlines(parts._client, mended)
    }
    super.bridgeGrpcEventStream(manager)
    this.#guard(manager)
    for (const end of ['end', 'error', 'cancel'] as const) manager.on(end, () => this.#streamEnded())
  }

  #streaming(stream: Cancellable): void {
    this.#stream = stream
  }

  /** An event that cannot be read is an error event, not the end of the process. */
  #guard(manager: Manager): void {
    const emit = manager.emit.bind(manager)
    manager.emit = (event: string, ...args: unknown[]) => {
      try {
        return emit(event, ...args)
      } catch (error) {
        this.emit('error', { data: String(error) })
        return true
      }
    }
  }

  /** What is kept of rooms and contacts is forgotten when the gateway says that it changed. */
  forgetOnChanges(): void {
    this.on('dirty', ({ payloadType, payloadId }) => this.#forget(payloadType, payloadId))
    this.on('room-join', ({ roomId }) => this.#forgetRoom(roomId))
    this.on('room-leave', ({ roomId }) => this.#forgetRoom(roomId))
    this.on('room-topic', ({ roomId }) => this.#forgetRoom(roomId))
  }

  forgetContact(id: string): void {
    this.#memory.forget(`contact ${id}`)
  }

  /** A second login is a login, and a logout is not sent back to the gateway, where it would end a newer session. */
  #hardenSession(): void {
    this.login = (contactId) => {
      this.#memory.forget()
      this.__currentUserId = contactId
      this.emit('login', { contactId })
    }
    this.logout = async (data) => {
      const contactId = this.__currentUserId
      if (contactId === undefined) return
      this.emit('logout', { contactId, data: data ?? '' })
      this.__currentUserId = undefined
    }
  }

  #askOnce(): void {
    const contact = async (id: string) => this.contactRawPayload(id) as Promise<payloads.Contact>
    const room = async (id: string) => this.roomRawPayload(id) as Promise<payloads.Room>
    const members = this.roomMemberList.bind(this)
    const member = async (id: string, who: string) => this.roomMemberRawPayload(id, who) as Promise<payloads.RoomMember>
    this.contactPayload = (id: string) => this.#memory.recall(`contact ${id}`, () => contact(id))
    this.roomPayload = (id: string) => this.#memory.recall(`room ${id}`, () => room(id))
    this.roomMemberList = (id) => this.#memory.recall(`members ${id}`, () => members(id))
    this.roomMemberPayload = (id, who) => this.#memory.recall(`member ${id} ${who}`, () => member(id, who))
  }

  #forget(type: types.Dirty, id: string): void {
    if (type === types.Dirty.Contact) this.forgetContact(id)
    if (type === types.Dirty.Room || type === types.Dirty.RoomMember) this.#forgetRoom(id)
  }

  #forgetRoom(id: string): void {
    this.#memory.forget(`room ${id}`)
    this.#memory.forget(`members ${id}`)
    this.#memory.forget(`member ${id} `)
  }
}
