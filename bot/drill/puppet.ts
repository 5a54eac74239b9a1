import { FileBox, type FileBoxInterface } from 'file-box'
import { type payloads, types } from 'wechaty-puppet'
import { mock, PuppetMock } from 'wechaty-puppet-mock'
import type { FileSaid, World } from './world.ts'

/** What the puppet asks of the simulated WeChat before it answers, and tells it. */
export interface Behind {
  world: World
  /** Waits or throws as the switches say. */
  lookUp(): Promise<void>
  download(): Promise<void>
  speak(to: string, what: { text: string; mentions: string[]; file?: FileSaid }): Promise<string | undefined>
  accept(requestId: string): Promise<void>
  enter(invitationId: string): Promise<void>
  attached(): void
}

/** PuppetMock with its gaps filled: mention ids, message ids, nicknames, recalls, files, places, friend requests. */
export class WechatPuppet extends PuppetMock {
  readonly #behind: Behind

  constructor(behind: Behind) {
    super({ mocker: new mock.Mocker() })
    this.#behind = behind
    const start = this.start.bind(this)
    // The Start call comes whenever a client attaches; the stock start adds its listeners each time.
    this.start = async () => {
      if (!this.state.active()) await start()
      behind.attached()
    }
  }

  override ding(data = ''): void {
    this.emit('dong', { data })
  }

  override async contactPayload(id: string): Promise<payloads.Contact> {
    await this.#behind.lookUp()
    const { name, friend, official } = this.#behind.world.person(id)
    const type = official ? types.Contact.Official : types.Contact.Individual
    return { id, name, friend, avatar: '', gender: 0, type, phone: [] }
  }

  override async contactList(): Promise<string[]> {
    return [...this.#behind.world.people.keys()]
  }

  override async messagePayload(id: string): Promise<payloads.Message> {
    await this.#behind.lookUp()
    const said = this.#behind.world.said.get(id)
    if (!said) throw new Error(`no message ${id}`)
    return said
  }

  override async messageImage(id: string): Promise<FileBoxInterface> {
    return this.messageFile(id)
  }

  override async messageFile(id: string): Promise<FileBoxInterface> {
    await this.#behind.download()
    const file = this.#behind.world.files.get(id)
    if (!file) throw new Error(`no file in message ${id}`)
    return FileBox.fromBase64(file.bytes.toString('base64'), file.name)
  }

  override async messageLocation(id: string): Promise<payloads.Location> {
    const place = this.#behind.world.places.get(id)
    if (!place) throw new Error(`no location in message ${id}`)
    const { label, latitude, longitude } = place
    return { accuracy: 15, address: label, name: label, latitude, longitude }
  }

  override messageSendText(to: string, text: string, mentions: string[] = []): Promise<void> {
    return withId(this.#behind.speak(to, { text, mentions }))
  }

  override async messageSendFile(to: string, file: FileBoxInterface): Promise<void> {
    const bytes = await file.toBuffer()
    return withId(this.#behind.speak(to, { text: '', mentions: [], file: { name: file.name, bytes } }))
  }

  override async roomList(): Promise<string[]> {
    const { groups, selfId } = this.#behind.world
    return [...groups.values()].filter((group) => group.members.includes(selfId)).map((group) => group.id)
  }

  override async roomPayload(id: string): Promise<payloads.Room> {
    await this.#behind.lookUp()
    const { topic, members } = this.#behind.world.group(id)
    return { id, topic, memberIdList: members, adminIdList: [] }
  }

  override async roomMemberList(id: string): Promise<string[]> {
    await this.#behind.lookUp()
    return this.#behind.world.group(id).members
  }

  override async roomMemberPayload(room: string, id: string): Promise<payloads.RoomMember> {
    await this.#behind.lookUp()
    const alias = this.#behind.world.group(room).aliases.get(id)
    return { id, avatar: '', name: this.#behind.world.person(id).name, ...(alias ? { roomAlias: alias } : {}) }
  }

  override async friendshipRawPayload(id: string): Promise<payloads.Friendship> {
    const request = this.#behind.world.requests.get(id)
    if (!request) throw new Error(`no friend request ${id}`)
    const base = { id, contactId: request.contact, hello: request.greeting, timestamp: 0 }
    if (request.confirmed) return { ...base, type: types.Friendship.Confirm }
    return { ...base, type: types.Friendship.Receive, ticket: id }
  }

  override async roomInvitationRawPayload(id: string): Promise<payloads.RoomInvitation> {
    const { world } = this.#behind
    const invitation = world.invitations.get(id)
    if (!invitation) throw new Error(`no invitation ${id}`)
    const { topic, members } = world.group(invitation.room)
    const { by, at } = invitation
    const about = { topic, memberCount: members.length, memberIdList: [], avatar: '', invitation: '' }
    return { id, ...about, inviterId: by, receiverId: world.selfId, timestamp: at }
  }

  override async roomInvitationAccept(id: string): Promise<void> {
    await this.#behind.enter(id)
  }

  override async friendshipAccept(id: string): Promise<void> {
    await this.#behind.accept(id)
  }
}

/** PuppetMock says that a send returns nothing; the server behind it passes on an id where there is one. */
function withId(id: Promise<string | undefined>): Promise<void> {
  return id as Promise<unknown> as Promise<void>
}
