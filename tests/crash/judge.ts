import { isDeepStrictEqual } from 'node:util'
import type { Content } from '../../src/domain/revision.ts'
import { findByUrl } from '../../src/library/store/articles.ts'
import { capturesOf } from '../../src/library/store/captures.ts'
import { openStore, type Store } from '../../src/library/store/open.ts'
import { ArticleText } from '../../src/library/store/packs.ts'
import { contentHash, contentOf, revisionsOf } from '../../src/library/store/revisions.ts'
import { unitOf, type Plan, type Unit } from './plan.ts'
import { brokenIn } from './wholeness.ts'

/** What a library is worth after a crash. */
export interface Verdict {
  /** How many units of the plan, from the first, are in it. */
  readonly stored: number
  /** How many acknowledged revisions are not in it with their exact text. */
  readonly lost: number
  /** Everything else that is wrong with it, in words. */
  readonly wrong: readonly string[]
}

export interface Claimed {
  readonly plan: Plan
  /** How many units, from the first, the writer acknowledged. */
  readonly acknowledged: number
}

/**
 * Opens a library as the application does and holds it against what the writer acknowledged: all of that must be there
 * word for word, at most the one unit that was under way beside it, nothing twice, and the file must be whole.
 */
export function judge(path: string, claimed: Claimed): Verdict {
  try {
    const store = openStore(path)
    try {
      return verdict(store, claimed)
    } finally {
      store.close()
    }
  } catch (error) {
    const { plan, acknowledged } = claimed
    return {
      stored: 0,
      lost: plan.first(acknowledged).flatMap(textsOf).length,
      wrong: [`unreadable: ${String(error)}`]
    }
  }
}

function verdict(store: Store, { plan, acknowledged }: Claimed): Verdict {
  const stored = storedUnits(store)
  const held = plan.first(stored)
  const different = differences(store, held)
  const lost = stored >= acknowledged && different.length === 0 ? 0 : missing(store, plan.first(acknowledged))
  if (stored > acknowledged + 1) different.push(`${stored} units, though only ${acknowledged} were acknowledged`)
  return { stored, lost, wrong: [...brokenIn(store), ...different] }
}

/** Units are stored in their order of time, so the newest observation says how many there are. */
function storedUnits(store: Store): number {
  const newest = store.prepare('SELECT max(last_at) FROM capture').pluck().get() as string | null
  return newest === null ? 0 : unitOf(newest) + 1
}

interface Shown {
  readonly at: string
  readonly content: Content
}

const textsOf = ({ states }: Unit): Shown[] =>
  states.flatMap(({ at, content }) => (content === null ? [] : [{ at, content }]))

function shownOf(store: Store, url: string): Shown[] {
  const article = findByUrl(store, url)
  if (article === undefined) return []
  const text = new ArticleText(store, article)
  return revisionsOf(store, article).map((row) => {
    const content = contentOf(text, row)
    if (!contentHash(content).equals(row.textHash)) throw new Error(`the text of revision ${row.id} has another hash`)
    return { at: row.at, content }
  })
}

/** Revisions of these units that the library does not hold, or not with the same words. */
function missing(store: Store, units: readonly Unit[]): number {
  return [...Map.groupBy(units, ({ url }) => url)].reduce((sum, [url, of]) => {
    const shown = new Map(shownOf(store, url).map(({ at, content }) => [at, content]))
    return sum + of.flatMap(textsOf).filter(({ at, content }) => !isDeepStrictEqual(shown.get(at), content)).length
  }, 0)
}

/** Where the library differs from one that stored exactly these units. */
function differences(store: Store, units: readonly Unit[]): string[] {
  const articles = store.prepare('SELECT count(*) FROM article').pluck().get()
  const groups = Map.groupBy(units, ({ url }) => url)
  const wrong = articles === groups.size ? [] : [`${String(articles)} articles instead of ${groups.size}`]
  for (const [url, of] of groups) {
    if (!isDeepStrictEqual(shownOf(store, url), of.flatMap(textsOf))) wrong.push(`${url} tells another history`)
    const observed = capturesOf(store, findByUrl(store, url) ?? 0).reduce((sum, { count }) => sum + count, 0)
    const made = of.flatMap(({ states }) => states).length
    if (observed !== made) wrong.push(`${url} was observed ${observed} times instead of ${made}`)
  }
  return wrong
}
