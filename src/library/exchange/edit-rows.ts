import { editSentences } from '../../domain/diff/edit-sentences.ts'
import { sentenceMap } from '../../domain/diff/sentence-map.ts'
import { exportedArticles, exportedPairs, type Exported, type ExportedPair } from './article-pairs.ts'
import { proofsOf, type Proof } from '../store/export-facts.ts'
import type { ArticlesWanted } from './export-articles.ts'

/** One classified change between a version and the one before it; the columns are told in docs/exports.md. */
export type EditRow = ReturnType<typeof rowsOf>[number]

/** Every edit of some articles, one after the other: by article, then in order of time, then in order of the text. */
export async function* editRows(wanted: ArticlesWanted): AsyncGenerator<EditRow> {
  let done = 0
  const counted = { ...wanted, done: (count: number) => wanted.done((done = count)) }
  for await (const exported of exportedArticles(counted)) {
    const proofs = proofsOf(wanted.store, exported.id)
    for await (const pair of exportedPairs(wanted.store, exported, () => wanted.done(done)))
      yield* rowsOf(exported, pair, proofs)
  }
}

function rowsOf({ article }: Exported, pair: ExportedPair, proofs: ReadonlyMap<number, Proof>) {
  const { before, after, comparison } = pair
  const sentences = editSentences({ ...pair, steps: sentenceMap(pair, comparison) })
  return comparison.edits.map((edit, at) => ({
    entry_id: article.uid,
    url: article.url,
    source: article.source,
    lang: article.lang,
    version_x: before.label,
    version_y: after.label,
    seen_before: after.lastSeenBefore ?? before.at,
    seen_after: after.at,
    edit: at,
    action: sentences[at]!.action,
    sentences_x: sentences[at]!.old,
    sentences_y: sentences[at]!.new,
    kinds: edit.kinds,
    importance: edit.importance,
    minor: edit.minor,
    folded: edit.folded,
    rule: edit.rule,
    disclosure: edit.disclosure,
    before: edit.before,
    after: edit.after,
    reason: edit.reason,
    text_sha256_x: before.textHash,
    text_sha256_y: after.textHash,
    response_sha256_y: after.bodyHash,
    record_sha256_y: proofs.get(after.id)?.record ?? null
  }))
}

/** The names of the columns, in order. */
export const editColumns = [
  'entry_id',
  'url',
  'source',
  'lang',
  'version_x',
  'version_y',
  'seen_before',
  'seen_after',
  'edit',
  'action',
  'sentences_x',
  'sentences_y',
  'kinds',
  'importance',
  'minor',
  'folded',
  'rule',
  'disclosure',
  'before',
  'after',
  'reason',
  'text_sha256_x',
  'text_sha256_y',
  'response_sha256_y',
  'record_sha256_y'
] as const satisfies readonly (keyof EditRow)[]

/** Edits as lines of JSON, one object a line (jsonlines.org). */
export async function* writeNdjson(wanted: ArticlesWanted): AsyncGenerator<string> {
  for await (const row of editRows(wanted)) yield `${JSON.stringify(row)}\n`
}
