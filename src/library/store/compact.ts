import { statSync } from 'node:fs'
import type { Store } from './open.ts'
import { securely } from './secure.ts'
import { pluck, prepare } from './statement.ts'

/** Pages of the search index that one step merges, and pages that one step gives back: a few milliseconds each. */
const merged = 32
const freed = 64

/**
 * Gives back the room that deleted things left, in steps of a few milliseconds: merges the search index until nothing
 * deleted is left in it, and moves the pages of the file together. A file that an older Palimpsest made is rewritten once, in one step, and can then be compacted step by step.
 */
export function* makingSmaller(store: Store): Generator<void> {
  yield* securely(store, mergingSearch(store))
  yield* shrinking(store)
  store.pragma('optimize')
}

/** Empties the log, which may hold what was deleted. Answers whether it could: not while somebody reads an older state. */
export function emptyLog(store: Store): boolean {
  const wait = store.pragma('busy_timeout', { simple: true }) as number
  store.pragma('busy_timeout = 0')
  try {
    const [{ busy }] = store.pragma('wal_checkpoint(TRUNCATE)') as [{ readonly busy: number }]
    return busy === 0
  } finally {
    store.pragma(`busy_timeout = ${wait}`)
  }
}

/** Merging with a negative number begins a merge of all segments into one; https://sqlite.org/fts5.html#the_merge_command */
export function* mergingSearch(store: Store): Generator<void> {
  const merge = prepare(store, "INSERT INTO search (search, rank) VALUES ('merge', ?)")
  for (let pages = -merged; ; pages = merged) {
    const before = totalChanges(store)
    merge.run(pages)
    if (totalChanges(store) - before < 2) return
    yield
  }
}

const totalChanges = (store: Store): number => pluck<[], number>(store, 'SELECT total_changes()').get()!

const incremental = 2

function* shrinking(store: Store): Generator<void> {
  if (store.pragma('auto_vacuum', { simple: true }) !== incremental) {
    store.pragma('auto_vacuum = INCREMENTAL')
    store.exec('VACUUM')
    return
  }
  while (pagesOf(store).free > 0) {
    store.pragma(`incremental_vacuum(${freed})`)
    yield
  }
}

/** How many bytes the pages of the file have together, and how many of them nothing takes up. */
export function pagesOf(store: Store): { readonly bytes: number; readonly free: number } {
  const of = (name: string) => store.pragma(name, { simple: true }) as number
  const size = of('page_size')
  return { bytes: of('page_count') * size, free: of('freelist_count') * size }
}

/** The bytes that the library takes up on the disk: the file and its log. */
export function fileBytes(store: Store): number {
  return sizeOf(store.name) + logBytes(store)
}

export const logBytes = (store: Store): number => sizeOf(`${store.name}-wal`)

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
