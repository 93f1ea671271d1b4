import { dirname } from 'node:path'
import type { Answers, Events, requests } from '../contract/contract.ts'
import type { ImportResult } from '../contract/importing.ts'
import type { Handlers } from '../contract/door.ts'
import type { Failure } from '../contract/failure.ts'
import { canonicalAddress } from './address/canonical.ts'
import { readCaptured, readContent } from './content.ts'
import { backupTask } from './backup-task.ts'
import { closePlace } from './closed.ts'
import { backupFolder } from './copies.ts'
import { deskHandlers } from './desk.ts'
import { guarded } from './guard.ts'
import { ImportDesk } from './importing/desk.ts'
import { keepingTasks, keepingWhenNeeded } from './keeping-tasks.ts'
import { linkHandlers } from './linked.ts'
import { listArticles, openList, readArticle, readArticles, readCounts } from './list.ts'
import { markRead, setRead, star } from './marks.ts'
import { notesHandlers } from './notes.ts'
import { inSlices } from './slices.ts'
import { Space } from './space.ts'
import type { PageSources } from './page-source.ts'
import { Others } from './others.ts'
import type { Outside } from './outside.ts'
import { isBehind, savedHandlers, savedTask } from './saved.ts'
import { findByUrl } from './store/articles.ts'
import { openStore, type Store } from './store/open.ts'
import { isWaiting } from './store/search-index.ts'
import { bytesOf } from './store/sizes.ts'
import { articleAt } from './store/tracking.ts'
import { forbidWriting, probeWriting } from './store/writable.ts'
import { readTimemap } from './timemap.ts'
import { readUnobserved } from './unobserved.ts'
import { findTwins } from './twins.ts'
import { followsNothing, LazyFollowing, notFollowing } from './watch/lazy.ts'
import type { RoundResult, RoundWanted } from './watch/round.ts'
import { Upkeep, type UpkeepTask } from './upkeep.ts'
import { Verifier } from './verifier.ts'
import { Writing } from './writing.ts'

export interface LibraryOptions {
  /** The library file; made where there is none. */
  readonly path: string
  /** The folder of the sample library's history files. */
  readonly samples: string
  readonly now: () => Date
  /** Told after every change that a window would show. */
  readonly tell: <K extends keyof Events>(event: K, payload: Events[K]) => void
  /** Another build of the SQLite addon than the package's own, where the runtime needs one. */
  readonly nativeBinding?: string | undefined
  /** Told what failed in the background; the console where it is not given. */
  readonly report?: ((error: unknown) => void) | undefined
  /** Nothing may be written; the file is a copy made for reading. */
  readonly readOnly?: boolean | undefined
  /** Told when writing has to pause, and why; null when it goes on. */
  readonly onTrouble?: ((trouble: Failure | null) => void) | undefined
  /** The script of the thread that makes the daily copies; none are made where it is not given. */
  readonly backupWorker?: string | URL | undefined
  /** What the application around the library does for it; absent where there is none, as on the command line. */
  readonly outside?: Outside | undefined
  /** How many bytes a folder's disk has left; asks the file system where it is not given. */
  readonly freeBytes?: ((folder: string) => Promise<number>) | undefined
  /** The script of the threads that read pages; nothing on the web is followed where it is not given. */
  readonly pageWorker?: string | URL | undefined
  /** Nothing is done by itself, no check and no upkeep: as on the command line, which ends when it has done its work. */
  readonly whenAsked?: boolean | undefined
  /** How often it is looked whether another process wrote to the file, in milliseconds; never where it is not given. */
  readonly noticeEvery?: number | undefined
}

export interface OpenLibrary {
  /** Whether the library may be written; whoever writes in the background asks it first. */
  readonly writing: Writing
  readonly handlers: Handlers<typeof requests, Answers & Record<string, unknown>>
  /** The article that was seen at an address; null where none was. */
  readonly articleAt: (url: string) => Promise<number | null>
  /** Looks once at what is due, or at these articles. Throws `CallFailure` `readonly` where nothing is followed. */
  readonly checkOnce: (wanted: RoundWanted) => Promise<RoundResult>
  /** Brings lists, timelines and search in step with what an import stored; ends early where `signal` is aborted. */
  readonly bringInStep: (signal: AbortSignal) => Promise<void>
  readonly close: () => void
}

/**
 * Opens a library: the whole application without a screen. Throws `CallFailure` as `openStore` does. The handlers
 * throw `CallFailure` for what a caller must be told, and plain errors for bugs.
 */
export function openLibrary(options: LibraryOptions): OpenLibrary {
  const { path, now, tell, nativeBinding, readOnly = false, report = console.error } = options
  const store = openStore(path, { nativeBinding, backups: backupFolder(path) })
  closePlace(path)
  const writing = watchWriting(store, options)
  if (readOnly) forbidWriting(store)
  const canWrite = () => !readOnly && writing.trouble === null
  const verifier = new Verifier({ store, path, nativeBinding, now, tell, canWrite })
  const keeping = { store, now, tell }
  const tasks: UpkeepTask[] = [
    {
      name: 'index',
      period: 1,
      run: async (signal) => (await deriver()).bringAllInStep({ ...keeping, canWrite }, signal)
    },
    savedTask(keeping, canWrite),
    ...verifier.tasks,
    ...backupTasks(store, writing, options),
    ...keepingTasks(keeping, canWrite)
  ]
  const upkeep = new Upkeep({ store, now, canWrite, report, tasks: options.whenAsked === true ? [] : tasks })
  const others = noticing(store, options)
  const following = followingOf(options, { store, writing, canWrite })
  const imported = (result: ImportResult): ImportResult => {
    if (result.articles.length > 0) tell('changed', { articles: result.articles })
    if (result.articles.some((article) => isWaiting(store, article)) || isBehind(store)) upkeep.soon()
    return result
  }
  const importing = new ImportDesk({ ...options, store, writing, following, onImported: imported, canWrite })
  let pages: Promise<PageSources> | undefined
  const sources = () => (pages ??= import('./page-source.ts').then((loaded) => new loaded.PageSources(store)))
  const marked = (article: number | null): null => {
    if (article !== null) tell('changed', { articles: [article] })
    return null
  }
  return {
    writing,
    close: () => {
      others?.close()
      importing.stop()
      void following?.close()
      upkeep.close()
      verifier.close()
      void pages?.then((sources) => sources.close())
      writing.close()
      store.close()
    },
    articleAt: (url) => seenAt(store, url),
    checkOnce: async (wanted) => (following === undefined ? followsNothing() : following.checkOnce(wanted)),
    bringInStep: (signal) => inStep(store, { canWrite, tell, signal }),
    handlers: guarded(writing, {
      listArticles: ({ list, after, limit }) => listArticles(store, list, { after: after ?? null, limit, now: now() }),
      openList: ({ list, limit, choice }) => openList(store, list, { limit, now: now(), choice }),
      articles: ({ articles }) => readArticles(store, articles),
      article: ({ article }) => readArticle(store, article),
      counts: () => readCounts(store, now()),
      timemap: async ({ article }) => {
        if (canWrite() && isWaiting(store, article)) (await deriver()).deriveOne(store, article)
        return { ...readTimemap(store, article), unobserved: readUnobserved(store, article, now()) }
      },
      content: ({ revision }) => readContent(store, revision),
      compare: async ({ older, newer }) => (await comparer()).compareRevisions(store, older, newer),
      search: async (request) => (await searcher()).search(store, request),
      blame: async ({ revision }) => (await blamer()).blameRevision(store, revision),
      twins: (request) => findTwins(store, request),
      ...importing.handlers,
      markRead: ({ revision }) => marked(markRead(store, revision)),
      setRead: ({ article, to }) => {
        const before = setRead(store, article, to)
        marked(article)
        return before
      },
      star: ({ article, starred }) => {
        star(store, article, starred)
        return marked(article)
      },
      ...deskHandlers({ store, nativeBinding, now, tell, canWrite, print: options.outside?.print }),
      verify: ({ article }) => verifier.verify(article),
      lastVerified: () => verifier.last(),
      captured: ({ revision }) => readCaptured(store, revision),
      articleBytes: ({ article }) => bytesOf(store, article),
      verifyVersion: ({ revision }) => verifier.verifyVersion(revision),
      storedPage: async ({ revision, what }) =>
        (await import('./stored-page.ts')).readStoredPage(store, revision, what),
      pageSource: async ({ revision, ...part }) => (await sources()).read(revision, part),
      ...linkHandlers({ store, articleAt: (url) => seenAt(store, url) }),
      ...notesHandlers(store, now),
      ...savedHandlers(keeping),
      ...keepingWhenNeeded(keeping),
      ...(following?.handlers ?? notFollowing())
    })
  }
}

/** The article that was seen at an address, or whose own it is; null where there is none. */
async function seenAt(store: Store, url: string): Promise<number | null> {
  const { articleKey } = await import('./address/key.ts')
  return articleAt(store, articleKey(url)) ?? findByUrl(store, url) ?? findByUrl(store, canonicalAddress(url)) ?? null
}

interface FollowingParts {
  readonly store: Store
  readonly writing: Writing
  readonly canWrite: () => boolean
}

function followingOf(options: LibraryOptions, { store, writing, canWrite }: FollowingParts): LazyFollowing | undefined {
  const { now, tell, report = console.error, pageWorker, outside, whenAsked } = options
  if (pageWorker === undefined) return undefined
  const mayWrite = () => writing.check()
  return new LazyFollowing({ store, now, tell, report, pageWorker, outside, canWrite, mayWrite, whenAsked })
}

interface InStep {
  readonly canWrite: () => boolean
  readonly tell: LibraryOptions['tell']
  readonly signal: AbortSignal
}

/** As the upkeep does, but somebody waits for it. */
async function inStep(store: Store, { canWrite, tell, signal }: InStep): Promise<void> {
  const goesOn = () => !signal.aborted && canWrite()
  const { indexing } = await deriver()
  await inSlices(indexing(store, goesOn, () => tell('changed', { articles: [] })))
}

/** A copy that was made for reading is nobody else's. */
function noticing(store: Store, { tell, noticeEvery, readOnly }: LibraryOptions): Others | null {
  return noticeEvery === undefined || readOnly === true ? null : new Others({ store, tell, every: noticeEvery })
}

/** A copy that was made for reading is not copied again. */
function backupTasks(store: Store, writing: Writing, options: LibraryOptions): UpkeepTask[] {
  const { path, now, nativeBinding, freeBytes, backupWorker: worker, readOnly } = options
  if (worker === undefined || readOnly === true) return []
  return [backupTask({ store, writing, path, now, worker, nativeBinding, space: new Space(dirname(path), freeBytes) })]
}

/** Whether there is room, and whether the disk takes what is written, is looked at from the start. */
function watchWriting(store: Store, { path, readOnly, onTrouble, freeBytes }: LibraryOptions): Writing {
  const writing = new Writing({
    space: new Space(dirname(path), freeBytes),
    probe: () => probeWriting(store),
    tell: (trouble) => onTrouble?.(trouble),
    readOnly: readOnly === true
  })
  void writing.look()
  return writing
}

/** Loaded when they are first needed: a start has no time for the readers of dates and encodings (24 ms) and the like. */
const deriver = () => import('./indexing.ts')
const comparer = () => import('./compare.ts')
const blamer = () => import('./blame.ts')
const searcher = () => import('./search/search.ts')
