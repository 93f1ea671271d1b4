import { rmSync } from 'node:fs'
import { compareAnew } from './derived.ts'
import { Found } from './store/damaged/found.ts'
import { Pages } from './store/damaged/pages.ts'
import { keepNotesOfLost } from './store/notes.ts'
import { openStore, type Store } from './store/open.ts'
import { ArticleText } from './store/packs.ts'
import { articleIds, beginStore, countBefore, countRows, finishStore } from './store/salvage/build.ts'
import { buryLost, namesIn, type Burial } from './store/salvage/bury.ts'
import { mendChain } from './store/salvage/chains.ts'
import { copyRows } from './store/salvage/copy-rows.ts'
import { fillFrom } from './store/salvage/fill.ts'
import { dropLooseMarks, dropOrphans } from './store/salvage/loose-ends.ts'
import { mendArticles, mendMakers } from './store/salvage/mend.ts'
import { mendCaptures } from './store/salvage/mend-captures.ts'
import { buildFirstFormat, versionsNamed } from './store/salvage/first-format.ts'
import { isSealed } from './store/salvage/sealed.ts'
import { forgetKeys, mendBodies, mendTexts } from './store/salvage/texts.ts'

interface Share {
  readonly saved: number
  readonly lost: number
}

/** What came out of a damaged library. */
export interface Salvage {
  readonly articles: Share
  readonly versions: Share
  readonly captures: Share
  /** Raw bodies. */
  readonly bodies: Share
}

export interface SalvageOptions {
  /** The damaged file; it is only read. */
  readonly from: string
  /** Where the new library is made; nothing may be there. */
  readonly into: string
  /** Copies of earlier days, the newest first: what the damaged file has lost is looked for in them. */
  readonly backups: readonly string[]
  readonly now: Date
  readonly nativeBinding?: string | undefined
}

const evidence = [
  'source',
  'article',
  'chain_head',
  'maker',
  'pack',
  'body',
  'capture',
  'revision',
  'record',
  'tombstone'
]
const readers = [
  'reading',
  'star',
  'keep',
  'deletion',
  'trash',
  'trash_article',
  'change',
  'feed',
  'entry',
  'tracking',
  'address',
  'held',
  'attachment',
  'host',
  'activity',
  'setting',
  'note',
  'review',
  'noise_rule',
  'saved_search',
  'import',
  'imported'
]

/**
 * Makes a new library of all that can be read of a damaged one and is what its hashes say it was. What is not is left
 * out and counted, and the chains say so; the result is a whole library. Throws `CallFailure` as `openStore` does.
 */
export function salvage(options: SalvageOptions): Salvage {
  const pages = new Pages(options.from)
  try {
    const found = new Found(pages)
    const result = salvagePresentFormat(options, found)
    return result.articles.saved > 0 ? result : salvageOlder(options, found)
  } finally {
    pages.close()
  }
}

function salvagePresentFormat({ into, backups, now, nativeBinding }: SalvageOptions, found: Found): Salvage {
  const store = beginStore(into, nativeBinding)
  try {
    return store.transaction(() => {
      takeRows(store, found)
      for (const backup of backups) fillFromFile(store, backup)
      return mend(store, found, now.toISOString())
    })()
  } finally {
    store.close()
  }
}

/** A file of which the present tables have nothing may be one from before its update. */
function salvageOlder({ into, now, nativeBinding }: SalvageOptions, found: Found): Salvage {
  for (const side of ['', '-wal', '-shm']) rmSync(into + side, { force: true })
  buildFirstFormat(found, into, nativeBinding)
  const store = openStore(into, { nativeBinding })
  try {
    return store.transaction(() => {
      const vanished = buryAll(store, { lost: [], names: namesIn(found), at: now.toISOString() })
      forgetKeys(store)
      mendWords(store)
      finishStore(store)
      const { articles, versions, captures } = countRows(store)
      return {
        articles: share(articles, articles),
        versions: share(versions, Math.max(versionsNamed(found), versions + vanished)),
        captures: share(captures, captures),
        bodies: share(0, 0)
      }
    })()
  } finally {
    store.close()
  }
}

function takeRows(store: Store, found: Found): void {
  for (const table of evidence) copyRows(store, found, { table, isWhole: (row) => isSealed(table, row), loose: true })
  for (const table of readers) copyRows(store, found, { table, isWhole: (row) => isSealed(table, row), loose: false })
  mendArticles(store, found)
  mendMakers(store, found)
}

/** A backup that cannot be read either helps as far as it can. */
function fillFromFile(store: Store, path: string): void {
  const pages = new Pages(path)
  try {
    fillFrom(store, new Found(pages))
  } finally {
    pages.close()
  }
}

function mend(store: Store, found: Found, at: string): Salvage {
  mendCaptures(store, found)
  const orphans = dropOrphans(store)
  const bodiesLost = mendBodies(store)
  const before = countBefore(store, found)
  const kept = articleIds(store).map((article) => mendChain(store, article, at))
  const lost = kept.flatMap((one) => one.lost)
  keepNotesOfLost(store)
  dropLooseMarks(store, [...readers, 'tombstone'])
  const vanished = buryAll(store, { lost, names: namesIn(found), at })
  mendWords(store)
  finishStore(store)
  const now = countRows(store)
  return {
    articles: share(now.articles, before.articles),
    versions: {
      saved: kept.reduce((sum, { saved }) => sum + saved, 0),
      lost: lost.length + vanished + orphans.versions
    },
    captures: share(now.captures, before.captures),
    bodies: { saved: now.bodies, lost: bodiesLost }
  }
}

const buryAll = (store: Store, burial: Burial): number =>
  articleIds(store).reduce((sum, article) => sum + buryLost(store, article, burial), 0)

function mendWords(store: Store): void {
  for (const article of articleIds(store)) {
    mendTexts(store, article)
    compareAnew(store, new ArticleText(store, article), article)
  }
}

const share = (saved: number, before: number): Share => ({ saved, lost: Math.max(0, before - saved) })
