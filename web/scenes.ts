import type { Ground } from './ground.ts'

/** The scenario drills as their page needs them: one run at a time, on a ground of its own. Built in bot/drill. */
export interface Scenes {
  /** What can be played. */
  list(): SceneCard[]
  /** The stage of the run that is on; absent between runs. */
  ground(): Ground | undefined
  /** Opens a stage of its own and begins. Out: a token that only who started it has. Throws GroundRefusal while another run is on. */
  start(id: string, mode: SceneMode): Promise<string>
  /** The run that is on, and whether this token is of who started it; absent between runs. */
  running(token: string | undefined): SceneRunning | undefined
  /** Goes on to what happens next; in a demonstration says the next line, too. Throws GroundRefusal. */
  next(): Promise<void>
  /** Ends the run, takes its stage down and gives the sheet. Throws GroundRefusal when none is on. */
  end(): Promise<SceneSheet>
  /** The sheet of the last run that ended. */
  last(): SceneSheet | undefined
}

export interface SceneRunning {
  name: string
  mine: boolean
}

/** play: a person does it · model: as a good colleague does it · careless: with the usual mistakes. */
export const sceneModes = ['play', 'model', 'careless'] as const
export type SceneMode = (typeof sceneModes)[number]

export interface SceneCard {
  id: string
  name: string
  trains: string
  /** Who one plays. */
  plays: string[]
  /** Minutes a person needs. */
  takes: number
  /** 「11-24 09:30 到 11:40」 */
  when: string
  steps: number
  /** What goes wrong in the careless run. */
  careless: string
}

/** A run as it stands. */
export interface SceneState {
  id: string
  name: string
  mode: SceneMode
  story: string
  /** Contact ids of who one plays. */
  plays: string[]
  /** What nobody writes in WeChat: what a call brought, what an instrument shows. Oldest first. */
  told: { at: number; text: string }[]
  steps: SceneStep[]
  /** Nothing more happens: the sheet can be looked at. */
  over: boolean
  ends: number
}

export interface SceneStep {
  id: string
  state: 'came' | 'late' | 'missing' | 'open' | 'ahead' | 'spared'
  /** It counts by now: some steps only from a time on. */
  ready: boolean
  /** Its time is up: it can only come late. */
  overdue: boolean
  /** 「09:36 做到(用时6分)」, 「09:35前」 */
  words: string
  teach: string
  /** The model answer, by contact id of its speaker and id of the conversation; empty while its case has not come. */
  as: string
  in: string
  say: string
}

/** What one takes away from a run: in words, one line a step. */
export interface SceneSheet {
  id: string
  name: string
  /** 「做一遍」, 「示范」, 「反例」 */
  mode: string
  /** 「急件:11步按时10步,晚1步」 */
  headline: string
  clean: boolean
  /** `word`: 「按时」, 「晚了」 … */
  rows: { step: string; state: SceneStep['state']; word: string; words: string }[]
  wrong: string[]
  next: string
  /** All of it, to be kept or sent on. */
  text: string
}
