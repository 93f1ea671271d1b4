import type { Found } from '../damaged/found.ts'
import type { Store } from '../open.ts'
import { pluck, prepare } from '../statement.ts'
import { addTombstone } from '../tombstones.ts'
import { chainLost, type Lost } from './lost.ts'

/** What the indexes of a damaged file still know of versions. */
interface Names {
  /** The revision that a capture showed first. */
  readonly revisions: ReadonlyMap<unknown, unknown>
  /** The number and letter of a revision. */
  readonly labels: ReadonlyMap<unknown, readonly [number: unknown, letter: unknown]>
}

export function namesIn(found: Found): Names {
  const labels = [...found.entries('sqlite_autoindex_revision_2')].map((values) => {
    // The first format had no letters.
    return [values.at(-1), [values[1], values.length === 3 ? '' : values[2]]] as const
  })
  return {
    revisions: new Map([...found.entries('sqlite_autoindex_revision_1')].map(([a, b]) => [a, b])),
    labels: new Map(labels)
  }
}

export interface Burial {
  readonly lost: readonly Lost[]
  readonly names: Names
  readonly at: string
}

/**
 * Gives every observation that showed a version which is lost a tombstone: a gap in the article's time that keeps the
 * version's name, where an index knows it. The hash of the text stays empty, so that the same text is taken again when
 * it is seen again. Versions that left no place in the chain get one at its end. Returns how many of those there are.
 */
export function buryLost(store: Store, article: number, { lost, names, at }: Burial): number {
  const strays = pluck<[number], number>(store, strayCaptures).all(article)
  const open = pluck<[number], number>(store, openPlaces).all(article)
  const vanished = Math.max(0, strays.length - open.length)
  open.push(...chainLost(store, article, { count: vanished, at }))
  for (const capture of strays) {
    const revision = names.revisions.get(capture)
    const known = lost.find((one) => one.article === article && one.revision === revision)?.seq
    const seq = known !== undefined && open.includes(known) ? known : open[0]!
    open.splice(open.indexOf(seq), 1)
    const [number, letter] = names.labels.get(revision) ?? []
    const label =
      typeof number === 'number' && typeof letter === 'string'
        ? { number, letter }
        : { number: next(store, article), letter: '' }
    const row = { capture_id: capture, article_id: article, seq, ...label, text_hash: Buffer.alloc(32) }
    addTombstone(store, { ...row, deleted_at: at })
  }
  return vanished
}

const strayCaptures = `
  SELECT id FROM capture WHERE article_id = ? AND outcome = 'changed' AND id NOT IN (SELECT capture_id FROM revision)
  AND id NOT IN (SELECT capture_id FROM tombstone) ORDER BY first_at, id`

const openPlaces = `
  SELECT seq FROM record r WHERE article_id = ? AND kind = 'revision' AND revision_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.article_id = r.article_id AND t.seq = r.seq) ORDER BY seq`

/** A number that no version of the article has, or had. */
const next = (store: Store, article: number): number =>
  prepare<[number, number], { n: number }>(
    store,
    `SELECT 1 + max((SELECT coalesce(max(number), 0) FROM revision WHERE article_id = ?),
                    (SELECT coalesce(max(number), 0) FROM tombstone WHERE article_id = ?)) AS n`
  ).get(article, article)!.n
