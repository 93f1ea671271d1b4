import { CallFailure } from '../contract/failure.ts'
import type { Capture } from '../domain/capture.ts'
import type { RevisionInfo, Timemap } from '../domain/timemap.ts'
import { getArticle } from './store/articles.ts'
import { capturesOf } from './store/captures.ts'
import { changesOf, type ChangeRow } from './store/changes.ts'
import type { Store } from './store/open.ts'
import { ArticleText } from './store/packs.ts'
import { revisionsOf, type RevisionRow } from './store/revisions.ts'

/** All revisions and captures of an article in order of time. Throws `CallFailure` `not-found`. */
export function readTimemap(store: Store, id: number): Timemap {
  const article = getArticle(store, id)
  if (article === undefined) throw new CallFailure('not-found', `article ${id}`)
  const captures = capturesOf(store, id)
  const changes = changesOf(store, id)
  const describe = describer(captures, new ArticleText(store, id))
  return { article, captures, revisions: revisionsOf(store, id).map((row) => describe(row, changes.get(row.id))) }
}

const showsText = new Set(['changed', 'unchanged', 'not-modified'])

/** Tells of one revision after the other, oldest first. */
function describer(captures: readonly Capture[], text: ArticleText) {
  const showing = captures.filter(({ outcome }) => showsText.has(outcome))
  const labels = new Map<string, string>()
  let before: RevisionRow | undefined
  let passed = 0
  return (row: RevisionRow, change: ChangeRow | undefined): RevisionInfo => {
    while (passed < showing.length && showing[passed]!.at < row.at) passed++
    const hash = row.textHash.toString('hex')
    const same = before?.textHash.equals(row.textHash) === true
    const info = {
      id: row.id,
      label: row.label,
      at: row.at,
      words: row.words,
      headline: row.headline === null ? '' : text.block(row.headline).text,
      imported: row.imported,
      lastSeenBefore: before === undefined ? null : lastTime(showing[passed - 1], row.at),
      returnsTo: same ? null : (labels.get(hash) ?? null),
      change: change ?? null,
      noted: change?.noted ?? false
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
