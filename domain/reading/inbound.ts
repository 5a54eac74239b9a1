/** What a message looks like when it reaches the rules: WeChat is behind it, nothing of WeChat is in it. */
export interface Inbound {
  /** The gateway's id of the message: the key that makes a second delivery harmless. */
  id: string
  /** Absent in a private conversation. */
  room?: { id: string; topic: string }
  speaker: Contact
  /** What the speaker wrote, without the quoted part. */
  text: string
  quote?: { name: string; text: string }
  /** The bot is mentioned by id, or by its name in the text. Never true for @所有人. */
  mentionsMe: boolean
  /**
   * Members mentioned, without the bot. Found by id or, where the gateway gives none, by name in the text; a name that
   * fits several members has the id ''.
   */
  mentions: { id: string; name: string }[]
  files: Attachment[]
  /** Set when this message takes back another: the id of that one. */
  recalls?: string
  /** A forwarded record (合并转发), a card, a mini program: its words are never a command. */
  forwarded: boolean
  /** Milliseconds since the epoch. */
  sentAt: number
}

/** A WeChat contact. Its id identifies; the names are only for showing. */
export interface Contact {
  id: string
  name: string
  /** The nickname in the room the message came from, when there is one. */
  alias?: string
  friend: boolean
  /** The bot itself (an echo of its own speech, or its phone). */
  self: boolean
  /** An official account (公众号): a program, which nobody talks with. */
  official?: true
}

/** A file that was named in a message but not loaded yet. */
export interface Attachment {
  /** The id to ask the gateway for. */
  id: string
  kind: 'image' | 'video' | 'voice' | 'file' | 'location'
  name: string
}
