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
export async function judge(path: string, claimed: Claimed): Promise<Verdict> {
  try {
    const store = openStore(path)
    try {
      const { wrong, ...found } = verdict(store, claimed)
      return { ...found, wrong: [...(await brokenIn(store)), ...wrong] }
    } finally {
      store.close()
    }
  } catch (error) {
    const { plan, acknowledged } = claimed
    return { stored: 0, lost: all(plan.first(acknowledged)), wrong: [`unreadable: ${String(error)}`] }
  }
}

function verdict(store: Store, { plan, acknowledged }: Claimed): Verdict {
  const stored = storedUnits(store)
  const wrong = differences(store, plan.first(stored))
  const lost = stored >= acknowledged && wrong.length === 0 ? 0 : missing(store, plan.first(acknowledged))
  if (stored > acknowledged + 1) wrong.push(`${stored} units, though only ${acknowledged} were acknowledged`)
  return { stored, lost, wrong }
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

/** The revisions that units of one article make: a text that is the one before it makes none. */
function textsOf(units: readonly Unit[]): Shown[] {
  const shown: Shown[] = []
  for (const { at, content } of units.flatMap(({ states }) => states)) {
    if (content !== null && !isDeepStrictEqual(shown.at(-1)?.content, content)) shown.push({ at, content })
  }
  return shown
}

const byArticle = (units: readonly Unit[]): [url: string, of: Unit[]][] => [...Map.groupBy(units, ({ url }) => url)]

const all = (units: readonly Unit[]): number => byArticle(units).flatMap(([, of]) => textsOf(of)).length

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
  return byArticle(units).reduce((sum, [url, of]) => {
    const shown = new Map(shownOf(store, url).map(({ at, content }) => [at, content]))
    return sum + textsOf(of).filter(({ at, content }) => !isDeepStrictEqual(shown.get(at), content)).length
  }, 0)
}

/** Where the library differs from one that stored exactly these units. */
function differences(store: Store, units: readonly Unit[]): string[] {
  const articles = store.prepare('SELECT count(*) FROM article').pluck().get()
  const groups = byArticle(units)
  const wrong = articles === groups.length ? [] : [`${String(articles)} articles instead of ${groups.length}`]
  for (const [url, of] of groups) {
    if (!isDeepStrictEqual(shownOf(store, url), textsOf(of))) wrong.push(`${url} tells another history`)
    const observed = capturesOf(store, findByUrl(store, url) ?? 0).reduce((sum, { count }) => sum + count, 0)
    const made = of.flatMap(({ states }) => states).length
    if (observed !== made) wrong.push(`${url} was observed ${observed} times instead of ${made}`)
  }
  return wrong
}
