import { createHash } from 'node:crypto'
import { summaryText } from '../../domain/summary.ts'
import { contentOf, getRevision } from '../store/revisions.ts'
import { ArticleText } from '../store/packs.ts'
import type { Store } from '../store/open.ts'
import { exportedArticles, exportedPairs, type Exported, type ExportedPair } from './article-pairs.ts'
import type { ArticlesWanted } from './export-articles.ts'
import { escaped } from './html-text.ts'
import { markedText } from './marked-text.ts'
import { runHtml } from './report-changes.ts'
import { writtenArticle } from '../store/export-facts.ts'

/** Ids name no host that could be asked: `.invalid` is nobody's (RFC 2606). */
const authority = 'tag:palimpsest.invalid,2026'

/** A feed of changes (Atom, RFC 4287): one entry a version, by article and time, what changed in words and marked. */
export async function* writeAtom(wanted: ArticlesWanted): AsyncGenerator<string> {
  const { store, madeBy, now } = wanted
  yield `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${feedId(store, wanted.articles)}</id>
<title>Changes to articles</title>
<updated>${now.toISOString()}</updated>
<author><name>${xml(madeBy ?? 'Palimpsest')}</name></author>
<generator>Palimpsest</generator>
`
  let done = 0
  const counted = { ...wanted, done: (count: number) => wanted.done((done = count)) }
  for await (const exported of exportedArticles(counted)) {
    yield firstEntry(store, exported)
    for await (const pair of exportedPairs(store, exported, () => wanted.done(done))) yield changeEntry(exported, pair)
  }
  yield '</feed>\n'
}

/** The same for the same articles, whenever they are written. */
function feedId(store: Store, articles: readonly number[]): string {
  const uids = articles.flatMap((id) => writtenArticle(store, id)?.uid ?? [])
  const hash = createHash('sha256').update(uids.sort().join('\n')).digest('hex')
  return `${authority}:feed/${hash.slice(0, 32)}`
}

function firstEntry(store: Store, exported: Exported): string {
  const [first] = exported.revisions
  if (first === undefined) return ''
  const { blocks } = contentOf(new ArticleText(store, exported.id), getRevision(store, first.id)!)
  const html = blocks.map(({ text }) => `<p>${escaped(text)}</p>`).join('\n')
  return entry(exported, { version: first, kinds: [], summary: 'First seen.', html })
}

function changeEntry(exported: Exported, pair: ExportedPair): string {
  const { comparison, after } = pair
  const changed = markedText(pair).filter(({ op, runs }) => op !== 'same' || runs.some((run) => run.op !== 'same'))
  const html = changed.map(({ runs }) => `<p>${runs.map(runHtml).join('')}</p>`).join('\n')
  const kinds = new Set(comparison.edits.filter(({ folded }) => !folded).flatMap((edit) => edit.kinds))
  return entry(exported, { version: after, kinds: [...kinds], summary: summaryText(comparison.summary), html })
}

interface Entry {
  readonly version: Exported['revisions'][number]
  readonly kinds: readonly string[]
  readonly summary: string
  readonly html: string
}

function entry({ article }: Exported, { version, kinds, summary, html }: Entry): string {
  const { url, uid, source, lang } = article
  const between = version.lastSeenBefore === null ? '' : ` Changed between ${version.lastSeenBefore} and ${version.at}.`
  const language = lang === null ? '' : ` xml:lang="${xml(lang)}"`
  return `<entry>
<id>${authority}:article/${uid}/v${version.label}</id>
<title${language}>${xml(version.headline === '' ? source : version.headline)}</title>
<updated>${version.at}</updated>
<published>${version.at}</published>
<author><name>${xml(source)}</name></author>
${url === null ? '' : `<link rel="alternate" href="${xml(url)}"/>\n`}${kinds.map((kind) => `<category term="${kind}"/>\n`).join('')}<summary xml:lang="en">${xml(`v${version.label}. ${summary}${between}`)}</summary>
<content type="html"${language}>${xml(html)}</content>
</entry>
`
}

/** Text for XML 1.0, which has no way to write most control characters. */
const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`)
