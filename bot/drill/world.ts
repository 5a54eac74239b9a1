import type { payloads } from 'wechaty-puppet'

/** A person of the simulated WeChat. */
export interface Person {
  id: string
  name: string
  /** A friend of the bot; others can only be spoken to in rooms. */
  friend: boolean
  /** 公众号. */
  official?: boolean
}

/** A group of the simulated WeChat. */
export interface Group {
  id: string
  topic: string
  members: string[]
  /** Nicknames in this room, by contact id. */
  aliases: Map<string, string>
}

/** A message that was said, as the gateway hands it out. */
export type Said = payloads.Message & { id: string; mentionIdList?: string[] }

/** A file in a message. */
export interface FileSaid {
  name: string
  bytes: Buffer
}

/** Everything the simulated WeChat knows. Plain data; the gateway reads it, the code of a test or drill writes it. */
export class World {
  selfId: string
  readonly people = new Map<string, Person>()
  readonly groups = new Map<string, Group>()
  readonly said = new Map<string, Said>()
  readonly files = new Map<string, FileSaid>()
  readonly places = new Map<string, { label: string; latitude: number; longitude: number }>()
  readonly invitations = new Map<string, { id: string; room: string; by: string; at: number }>()
  readonly requests = new Map<string, { id: string; contact: string; greeting: string; confirmed: boolean }>()

  constructor(self: { id: string; name: string }) {
    this.selfId = self.id
    this.people.set(self.id, { ...self, friend: false })
  }

  person(id: string): Person {
    const person = this.people.get(id)
    if (!person) throw new Error(`no contact ${id}`)
    return person
  }

  group(id: string): Group {
    const group = this.groups.get(id)
    if (!group) throw new Error(`no room ${id}`)
    return group
  }

  /** Gives everybody and every room a new id, as a new login on some gateways does. */
  renumber(renamed: (id: string) => string): void {
    const people = [...this.people.values()]
    const groups = [...this.groups.values()]
    this.people.clear()
    this.groups.clear()
    this.said.clear()
    for (const person of people) {
      person.id = renamed(person.id)
      this.people.set(person.id, person)
    }
    for (const group of groups) {
      group.id = renamed(group.id)
      group.members = group.members.map(renamed)
      const aliases = [...group.aliases]
      group.aliases.clear()
      for (const [id, alias] of aliases) group.aliases.set(renamed(id), alias)
      this.groups.set(group.id, group)
    }
    this.selfId = renamed(this.selfId)
  }
}
