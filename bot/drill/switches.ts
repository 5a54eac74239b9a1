/** Every way in which the simulated WeChat can be as unfriendly as WeChat. All of them may be turned at any moment. */
export interface Switches {
  /** The bot's own messages come back as message events. */
  echo: boolean
  /** A send is answered with the id of the new message. */
  returnsId: boolean
  /** Incoming messages carry the ids of the members mentioned. */
  mentionIds: boolean
  /** Texts of the bot longer than this are cut, in bytes. */
  cutAtBytes: number
  heartbeats: boolean
  /** Renamed contacts, new aliases, joins and topics are announced with a dirty event. */
  announcesChanges: boolean
  /** The form in which a quote arrives: in the text, in the text but cut short, or as type Unknown with appmsg XML. */
  quoteForm: QuoteForm
  /** Each message event is delivered this many times. */
  deliveries: number
  /** After a client has attached, this many of the last messages are delivered again. */
  repeatsOnConnect: number
  /**
   * answer: delivered and answered · hold: neither, until `release()` · mute: delivered, never answered ·
   * swallow: never delivered, never answered · refuse: answered with an error.
   */
  sends: 'answer' | 'hold' | 'mute' | 'swallow' | 'refuse'
  /** Questions for messages, contacts, rooms and members. `hold` waits for `release()`. */
  lookups: 'answer' | 'hold' | 'refuse'
  /** `hold` waits for `release()`: a late download. */
  downloads: 'answer' | 'hold' | 'refuse'
}

export type QuoteForm = 'text' | 'cut' | 'xml'

/** WeChat on a good day. */
export const GOOD_DAY: Switches = {
  echo: true,
  returnsId: true,
  mentionIds: true,
  cutAtBytes: 2048,
  heartbeats: true,
  announcesChanges: true,
  quoteForm: 'text',
  deliveries: 1,
  repeatsOnConnect: 0,
  sends: 'answer',
  lookups: 'answer',
  downloads: 'answer',
}
