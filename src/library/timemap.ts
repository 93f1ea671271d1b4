import { CallFailure } from '../contract/failure.ts'
import type { Capture } from '../domain/capture.ts'
import { alternations, headlineReturns } from '../domain/headlines.ts'
import type { KeepReason } from '../domain/keep.ts'
import type { RevisionInfo, Timemap } from '../domain/timemap.ts'
import { getArticle } from './store/articles.ts'
import { capturesOf } from './store/captures.ts'
import { changesOf, type ChangeRow } from './store/changes.ts'
import { keepsOf } from './store/keeps.ts'
import type { Store } from './store/open.ts'
import { ArticleText } from './store/packs.ts'
import { revisionsOf, type RevisionRow } from './store/revisions.ts'
import { hiddenOf, type Hidden } from './store/tombstones.ts'

/** All revisions, gaps and captures of an article in order of time. Throws `CallFailure` `not-found`. */
export function readTimemap(store: Store, id: number): Omit<Timemap, 'unobserved'> {
  const article = getArticle(store, id)
  if (article === undefined) throw new CallFailure('not-found', `article ${id}`)
  const captures = capturesOf(store, id)
  const hidden = hiddenOf(store, id)
  const [changes, keeps] = [changesOf(store, id), keepsOf(store, id)]
  const describe = describer({ seen: seenUntil(captures, hidden), hidden, text: new ArticleText(store, id) })
  const described = revisionsOf(store, id).map((row) => describe(row, changes.get(row.id), keeps.get(row.id) ?? []))
  const revisions = withHeadlineReturns(described)
  const gaps = hidden.map(({ label, at, deletedAt, revision, lost }) => {
    return { label, at, deletedAt, revision, lost: lost === 1 }
  })
  return { article, captures, revisions, gaps, headlines: alternations(revisions) }
}

function withHeadlineReturns(described: readonly Described[]): RevisionInfo[] {
  const returns = headlineReturns(described)
  return described.map((info, at) => ({ ...info, headlineReturnsTo: described[returns[at] ?? -1]?.label ?? null }))
}

const showsText = new Set(['changed', 'unchanged', 'not-modified'])

/**
 * When the text of each revision was last seen, by its id: in the last run of observations before another version was
 * seen, be that one that was deleted since. What was seen of a deleted version says nothing about the one before it.
 */
function seenUntil(captures: readonly Capture[], hidden: readonly Hidden[]): ReadonlyMap<number, Capture> {
  const gone = new Set(hidden.map(({ capture }) => capture))
  const last = new Map<number, Capture>()
  let standing: number | null = null
  for (const capture of captures) {
    if (capture.revision !== null) standing = capture.revision
    else if (gone.has(capture.id)) standing = null
    if (standing !== null && (capture.revision !== null || showsText.has(capture.outcome))) last.set(standing, capture)
  }
  return last
}

interface Known {
  readonly seen: ReadonlyMap<number, Capture>
  readonly hidden: readonly Hidden[]
  readonly text: ArticleText
}

type Described = Omit<RevisionInfo, 'headlineReturnsTo'>

/** Tells of one revision after the other, oldest first. */
function describer({ seen, hidden, text }: Known) {
  const labels = new Map<string, string>()
  let before: RevisionRow | undefined
  return (row: RevisionRow, change: ChangeRow | undefined, kept: readonly KeepReason[]): Described => {
    const hash = row.textHash.toString('hex')
    const since = before?.at ?? ''
    // The same text after a version that was deleted is a return to it.
    const same = before?.textHash.equals(row.textHash) === true && !hidden.some(({ at }) => at > since && at < row.at)
    const info = {
      id: row.id,
      label: row.label,
      at: row.at,
      words: row.words,
      headline: row.headline === null ? '' : text.block(row.headline).text,
      imported: row.imported,
      lastSeenBefore: before === undefined ? null : lastTime(seen.get(before.id), row.at),
      returnsTo: same ? null : (labels.get(hash) ?? null),
      change: change ?? null,
      noted: change?.noted ?? false,
      kept,
      bodyHash: row.bodyHash?.toString('hex') ?? null,
      textHash: hash
    }
    if (!labels.has(hash)) labels.set(hash, row.label)
    before = row
    return info
  }
}

/** When a run of observations last showed the text before a time; of those within it only the ends are known. */
function lastTime(run: Capture | undefined, before: string): string | null {
  if (run === undefined) return null
  return run.until < before ? run.until : run.at
}
