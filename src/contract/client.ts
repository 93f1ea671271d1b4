import type * as z from 'zod/mini'
import type { Answers, Events, requests } from './contract.ts'
import type { Answer } from './failure.ts'
import type { RescueAnswers, rescueRequests } from './rescue.ts'
import type { ShellAnswers, ShellEvents, shellRequests } from './shell.ts'

/** The typed calls of a contract, derived from it: one function a request, answered with data or a failure. */
type Calls<R extends Record<string, z.ZodMiniType>, A extends Record<keyof R, unknown>> = {
  readonly [K in keyof R]: (args: z.input<R[K]>) => Promise<Answer<A[K]>>
}
type Listen<E> = <K extends keyof E & string>(name: K, listener: (payload: E[K]) => void) => () => void

export type Library = Calls<typeof requests, Answers>
export type Rescue = Calls<typeof rescueRequests, RescueAnswers>
export type Shell = Calls<typeof shellRequests, ShellAnswers>

/** The whole of what a window sees of the world outside it, as `window.palimpsest`. */
export interface Bridge {
  readonly library: Library
  /** The ways out of trouble; answered whether or not a library is open. */
  readonly rescue: Rescue
  readonly shell: Shell
  /** Listens to the library; returns what ends it. */
  readonly onLibrary: Listen<Events>
  /** Listens to the application; returns what ends it. */
  readonly onShell: Listen<ShellEvents>
  /** The paths of files that were dropped on the window; dropped things that are no files are left out. */
  readonly pathsOf: (files: readonly object[]) => readonly string[]
}

type Every<T> = { readonly [K in keyof T]: true }

/** The names of all calls and events, for the bridge; leaving one out does not compile. */
export const libraryCalls: Every<Answers> = {
  listArticles: true,
  openList: true,
  articles: true,
  article: true,
  counts: true,
  timemap: true,
  content: true,
  compare: true,
  blame: true,
  twins: true,
  search: true,
  savedSearches: true,
  saveSearch: true,
  changeSavedSearch: true,
  deleteSavedSearch: true,
  findArticles: true,
  importFiles: true,
  lookInto: true,
  stopImport: true,
  imports: true,
  importText: true,
  openSampleLibrary: true,
  markRead: true,
  setRead: true,
  star: true,
  markMany: true,
  file: true,
  renameFolder: true,
  renameSource: true,
  previewNoise: true,
  cancelNoisePreview: true,
  addNoiseRule: true,
  removeNoiseRule: true,
  noiseRules: true,
  exportPair: true,
  exportArticles: true,
  stopExport: true,
  saveText: true,
  verify: true,
  lastVerified: true,
  deleteArticles: true,
  deleteRevisions: true,
  restore: true,
  restoreRevision: true,
  restoreArticle: true,
  recentlyDeleted: true,
  emptyDeleted: true,
  keep: true,
  previewRetention: true,
  applyRetention: true,
  storage: true,
  articleSizes: true,
  compact: true,
  look: true,
  follow: true,
  checkNow: true,
  checks: true,
  pauseChecks: true,
  activity: true,
  tracking: true,
  setPace: true,
  setReading: true,
  feeds: true,
  setFeed: true,
  unfollowFeed: true,
  acceptHeld: true,
  rejectHeld: true,
  extractionReport: true,
  trackingSettings: true,
  setTrackingSettings: true,
  backfill: true,
  cancelBackfill: true,
  notes: true,
  addNote: true,
  setNote: true,
  deleteNote: true,
  restoreNote: true,
  reviews: true,
  review: true,
  captured: true,
  articleBytes: true,
  verifyVersion: true,
  pageSource: true,
  storedPage: true,
  linked: true,
  articleUid: true
}
export const rescueCalls: Every<RescueAnswers> = {
  copies: true,
  restoreCopy: true,
  repair: true,
  tryAgain: true,
  openForReading: true
}
export const shellCalls: Every<ShellAnswers> = {
  about: true,
  licences: true,
  chooseFiles: true,
  chooseFolder: true,
  saveFile: true,
  showInFolder: true,
  openExternal: true,
  clipboardLink: true,
  theme: true,
  setTheme: true,
  screenReader: true,
  language: true,
  setLanguage: true,
  libraryState: true,
  chooseLibrary: true,
  usualLibrary: true,
  reopenLibrary: true,
  background: true,
  setBackground: true,
  keymap: true,
  setKeymap: true,
  offer: true,
  zoom: true,
  contextMenu: true,
  showSnapshot: true,
  showGuide: true,
  dragOut: true,
  updates: true,
  setUpdates: true,
  findUpdate: true,
  ready: true
}
export const libraryEvents: Every<Events> = {
  changed: true,
  verifying: true,
  verified: true,
  checks: true,
  importing: true,
  exporting: true,
  notices: true
}
export const shellEvents: Every<ShellEvents> = {
  openFiles: true,
  theme: true,
  screenReader: true,
  library: true,
  menu: true,
  openPair: true,
  openLink: true,
  newer: true
}

/** A request on the port between a window and the library, and its reply. */
export interface Call {
  readonly seq: number
  readonly name: string
  readonly args: unknown
}
export type Reply = { readonly seq: number } & Answer<unknown>
export interface Told<K extends keyof Events = keyof Events> {
  readonly event: K
  readonly payload: Events[K]
}

interface Port {
  send(message: unknown): void
  listen(receive: (message: unknown) => void): void
}

interface Waiting {
  readonly call: Call
  readonly answer: (answer: Answer<unknown>) => void
}

/**
 * Sends calls over whatever port leads to the library now. Calls made before the first port arrives wait for it;
 * calls under way when the library stops are answered `library-stopped`, and may be made again.
 */
export class LibraryClient {
  #port: Port | null = null
  #seq = 0
  readonly #waiting = new Map<number, Waiting>()
  readonly #tell: (told: Told) => void

  constructor(tell: (told: Told) => void) {
    this.#tell = tell
  }

  connect(port: Port): void {
    this.#port = port
    port.listen((message) => this.#receive(message as Reply | Told))
    for (const { call } of this.#waiting.values()) port.send(call)
  }

  disconnect(): void {
    this.#port = null
    const lost = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { answer } of lost) answer({ error: { code: 'library-stopped', detail: '' } })
  }

  call(name: string, args: unknown): Promise<Answer<unknown>> {
    const call: Call = { seq: ++this.#seq, name, args }
    return new Promise((answer) => {
      this.#waiting.set(call.seq, { call, answer })
      this.#port?.send(call)
    })
  }

  #receive(message: Reply | Told): void {
    if ('event' in message) return this.#tell(message)
    const { seq, ...answer } = message
    this.#waiting.get(seq)?.answer(answer)
    this.#waiting.delete(seq)
  }
}
