import { rederive } from './add.ts'
import { Found } from './store/damaged/found.ts'
import { Pages } from './store/damaged/pages.ts'
import { miscompared } from './store/derived-state.ts'
import type { Store } from './store/open.ts'
import { ArticleText } from './store/packs.ts'
import { revisionsOf } from './store/revisions.ts'
import { articleIds, beginStore, countBefore, countRows, finishStore } from './store/salvage/build.ts'
import { mendChain } from './store/salvage/chains.ts'
import { copyRows } from './store/salvage/copy-rows.ts'
import { fillFrom } from './store/salvage/fill.ts'
import { dropLooseMarks, dropOrphans, markGaps } from './store/salvage/loose-ends.ts'
import { mendArticles, mendCaptures, mendMakers } from './store/salvage/mend.ts'
import { isSealed } from './store/salvage/sealed.ts'
import { mendBodies, mendTexts } from './store/salvage/texts.ts'

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

const evidence = ['source', 'article', 'chain_head', 'maker', 'pack', 'body', 'capture', 'revision', 'record']
const readers = ['reading', 'star', 'keep', 'deletion', 'trash', 'trash_article', 'tombstone', 'change']

/**
 * Makes a new library of all that can be read of a damaged one and is what its hashes say it was. What is not is left
 * out and counted, and the chains say so; the result is a whole library. Throws `CallFailure` as `openStore` does.
 */
export function salvage({ from, into, backups, now, nativeBinding }: SalvageOptions): Salvage {
  const pages = new Pages(from)
  const store = beginStore(into, nativeBinding)
  try {
    const found = new Found(pages)
    return store.transaction(() => {
      takeRows(store, found)
      for (const backup of backups) fillFromFile(store, backup)
      return mend(store, found, now.toISOString())
    })()
  } finally {
    store.close()
    pages.close()
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
  markGaps(store, found, lost, at)
  dropLooseMarks(store, readers)
  for (const article of articleIds(store)) {
    mendTexts(store, article)
    compareAgain(store, article)
  }
  finishStore(store)
  const now = countRows(store)
  return {
    articles: share(now.articles, before.articles),
    versions: { saved: kept.reduce((sum, { saved }) => sum + saved, 0), lost: lost.length + orphans.versions },
    captures: share(now.captures, before.captures),
    bodies: { saved: now.bodies, lost: bodiesLost }
  }
}

const share = (saved: number, before: number): Share => ({ saved, lost: Math.max(0, before - saved) })

/** Comparisons whose older side is gone are made with the version that is now before. */
function compareAgain(store: Store, article: number): void {
  const text = new ArticleText(store, article)
  const stale = new Set(miscompared(store, article))
  const rows = stale.size === 0 ? [] : revisionsOf(store, article)
  for (const [i, row] of rows.entries()) if (stale.has(row.id)) rederive(store, text, rows[i - 1], row)
}
