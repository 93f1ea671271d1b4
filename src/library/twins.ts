import type { TwinEdit, TwinPlace, TwinsRequest } from '../contract/twins.ts'
import { findRevision } from './content.ts'
import { editsOf, type StoredEdit } from './store/changes.ts'
import type { Store } from './store/open.ts'
import { placesOf } from './store/twins.ts'
import { readTimemap } from './timemap.ts'

/**
 * Where the same edit was made: of one edit every place, of a revision those of its edits that other articles made too.
 * Throws `CallFailure` `not-found` for a revision that is not there.
 */
export function findTwins(store: Store, request: TwinsRequest): TwinEdit[] {
  const describe = describer(store)
  if ('hash' in request) return twinsOf(store, request.hash, describe)
  const { id } = findRevision(store, request.revision)
  const hashes = new Set(editsOf(store, id).flatMap(({ hash }) => (hash === null ? [] : [hash])))
  return [...hashes].flatMap((hash) => twinsOf(store, hash, describe)).filter(({ articles }) => articles > 1)
}

type Describe = (article: number, revision: number) => TwinPlace

/** The edit as the first of the places has it; empty where nobody made it. */
function twinsOf(store: Store, hash: string, describe: Describe): TwinEdit[] {
  const found = placesOf(store, hash)
  const [first] = found
  const edit = first === undefined ? undefined : editsOf(store, first.revision).find((each) => each.hash === hash)
  if (edit === undefined) return []
  const places = found.map(({ article, revision }) => describe(article, revision))
  return [
    { ...told(edit), hash, articles: new Set(places.map(({ article }) => article)).size, places: places.sort(byWindow) }
  ]
}

const told = ({ kinds, reason }: StoredEdit) => ({ kinds, reason })

/** By when it was first seen, then by how early it can have been. */
function byWindow(one: TwinPlace, other: TwinPlace): number {
  const key = ({ at, lastSeenBefore }: TwinPlace) => `${at} ${lastSeenBefore ?? ''}`
  return key(one) < key(other) ? -1 : Number(key(one) > key(other))
}

function describer(store: Store): Describe {
  const known = new Map<number, ReturnType<typeof readTimemap>>()
  return (article, revision) => {
    const timemap = known.get(article) ?? readTimemap(store, article)
    known.set(article, timemap)
    const { headline, label, lastSeenBefore, at } = timemap.revisions.find(({ id }) => id === revision)!
    return { article, source: timemap.article.source, headline, revision, label, lastSeenBefore, at }
  }
}
