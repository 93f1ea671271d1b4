import type { Capture } from '../../domain/capture.ts'
import { capturesOf } from '../store/captures.ts'
import type { Store } from '../store/open.ts'
import { ArticleText } from '../store/packs.ts'
import { contentOf, getRevision } from '../store/revisions.ts'
import { exportedArticles, type Exported } from './article-pairs.ts'
import type { ArticlesWanted } from './export-articles.ts'

/**
 * Articles as history files (docs/technotes/history-files.md), each on a line of its own, so that any number of them is one
 * file; capture by capture, so that a long history is never whole in memory.
 */
export async function* writeHistory(wanted: ArticlesWanted): AsyncGenerator<string> {
  for await (const exported of exportedArticles(wanted)) yield* historyOf(wanted.store, exported)
}

function* historyOf(store: Store, { article, id }: Exported): Generator<string> {
  const { source, homepage, url, lang, dir, folder } = article
  const head = {
    format: 'palimpsest-history',
    version: 1,
    source: { name: source.slice(0, 200), homepage },
    article: { url, lang, dir, folder }
  }
  const text = new ArticleText(store, id)
  const shown = withoutDeleted(capturesOf(store, id))
  if (shown.length === 0) return
  yield `${JSON.stringify(head).slice(0, -1)},"captures":[`
  for (const [at, capture] of shown.entries())
    yield `${at === 0 ? '' : ','}${JSON.stringify(captureJson(store, text, capture))}`
  yield ']}\n'
}

/**
 * A text that was deleted is not written, and neither is that it was seen, then or later: without it those looks would be
 * taken for looks at the text before.
 */
function withoutDeleted(captures: readonly Capture[]): Capture[] {
  let isHidden = false
  return captures.filter(({ outcome, revision }) => {
    if (revision !== null) isHidden = false
    else if (outcome === 'changed') isHidden = true
    const showsText = outcome === 'changed' || outcome === 'unchanged' || outcome === 'not-modified'
    return !(isHidden && showsText)
  })
}

function captureJson(store: Store, text: ArticleText, capture: Capture) {
  const { at, until, count, outcome, status, error, revision } = capture
  const seen = { at, ...(until === at ? {} : { until }), ...(count === 1 ? {} : { count }), outcome, status, error }
  return revision === null ? seen : { ...seen, content: contentOf(text, getRevision(store, revision)!) }
}
