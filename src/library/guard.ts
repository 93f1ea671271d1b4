import type { Answers, requests } from '../contract/contract.ts'
import type { Handlers } from '../contract/door.ts'
import { CallFailure } from '../contract/failure.ts'
import { asFailure } from './store/open.ts'
import type { Writing } from './writing.ts'

/** What frees room is allowed on a full disk too: it is a way out of that. */
type Does = 'reads' | 'writes' | 'frees'

/** What each request does to the library: a new one says so here. */
const does: Readonly<Record<keyof typeof requests, Does>> = {
  listArticles: 'reads',
  openList: 'reads',
  articles: 'reads',
  article: 'reads',
  counts: 'reads',
  timemap: 'reads',
  content: 'reads',
  compare: 'reads',
  blame: 'reads',
  twins: 'reads',
  search: 'reads',
  savedSearches: 'reads',
  saveSearch: 'writes',
  changeSavedSearch: 'writes',
  deleteSavedSearch: 'writes',
  findArticles: 'reads',
  importFiles: 'writes',
  lookInto: 'reads',
  stopImport: 'reads',
  imports: 'reads',
  importText: 'writes',
  openSampleLibrary: 'writes',
  markRead: 'writes',
  setRead: 'writes',
  star: 'writes',
  markMany: 'writes',
  file: 'writes',
  renameFolder: 'writes',
  renameSource: 'writes',
  previewNoise: 'reads',
  cancelNoisePreview: 'reads',
  addNoiseRule: 'writes',
  removeNoiseRule: 'writes',
  noiseRules: 'reads',
  exportPair: 'reads',
  exportArticles: 'reads',
  stopExport: 'reads',
  saveText: 'reads',
  verify: 'reads',
  lastVerified: 'reads',
  deleteArticles: 'frees',
  deleteRevisions: 'frees',
  restore: 'writes',
  restoreRevision: 'writes',
  restoreArticle: 'writes',
  recentlyDeleted: 'reads',
  emptyDeleted: 'frees',
  keep: 'writes',
  previewRetention: 'reads',
  applyRetention: 'frees',
  storage: 'reads',
  articleSizes: 'reads',
  compact: 'frees',
  look: 'reads',
  follow: 'writes',
  checkNow: 'writes',
  checks: 'reads',
  pauseChecks: 'writes',
  activity: 'reads',
  tracking: 'reads',
  setPace: 'writes',
  setReading: 'writes',
  feeds: 'reads',
  setFeed: 'writes',
  unfollowFeed: 'writes',
  acceptHeld: 'writes',
  rejectHeld: 'writes',
  extractionReport: 'reads',
  trackingSettings: 'reads',
  setTrackingSettings: 'writes',
  backfill: 'writes',
  cancelBackfill: 'writes',
  notes: 'reads',
  addNote: 'writes',
  setNote: 'writes',
  deleteNote: 'frees',
  restoreNote: 'writes',
  reviews: 'reads',
  review: 'writes',
  captured: 'reads',
  articleBytes: 'reads',
  verifyVersion: 'reads',
  pageSource: 'reads',
  storedPage: 'reads',
  linked: 'reads',
  articleUid: 'reads'
}

type Named = Record<keyof typeof requests, (args: never) => unknown>

/** Handlers that ask before they write, and give a failure of the disk or the file its name. */
export function guarded<H extends Handlers<typeof requests, Answers & Record<string, unknown>>>(
  writing: Writing,
  handlers: H
): H {
  const entries = Object.entries(handlers as unknown as Named) as [keyof Named, (args: never) => unknown][]
  return Object.fromEntries(entries.map(([name, handler]) => [name, guardedOne(writing, handler, does[name])])) as H
}

function guardedOne(writing: Writing, handler: (args: never) => unknown, kind: Does) {
  return async (args: never): Promise<unknown> => {
    if (kind !== 'reads') await writing.check(kind)
    try {
      return await handler(args)
    } catch (error) {
      const failure = asFailure(error)
      if (failure instanceof CallFailure) writing.heard(failure)
      throw failure
    }
  }
}
