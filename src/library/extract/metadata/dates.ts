import { resolveRelative } from '../../capture/relative-time.ts'
import type { Claim } from '../../../domain/revision.ts'
import type { Collected } from '../metadata.ts'
import type { DateLine } from './date-lines.ts'
import { listOf, plainText } from './json-ld.ts'
import { valueOf } from './sources.ts'
import { readTime } from './time.ts'

const publishedNames = [
  'article.published.time',
  'article.published',
  'og.published.time',
  'og.article.published.time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dcterms.issued',
  'dc.date.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'dcterms.available',
  'cxenseparse.recs.publishtime',
  'cxenseparse.publishtime',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish.date',
  'publication.date',
  'publicationdate',
  'originalpublicationdate',
  'ptime',
  'pdate',
  'rnews.datepublished',
  'weibo.article.create.at',
  'displaydate',
  'published-date',
  'published',
  'datecreated',
  'citation.publication.date',
  'citation.date',
  'date',
  'shareaholic.article.published.time',
  'article.create.at',
  'created',
  'og.pubdate',
  'apub.time',
  'dat',
  'bt.pubdate',
  'gwa.date'
]
const updatedNames = [
  'article.modified.time',
  'article.modified',
  'og.updated.time',
  'og.modified.time',
  'og.article.modified.time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'dc.date.updated',
  'lastmod',
  'last-modified',
  'last.modified',
  'lastmodified',
  'last-update',
  'modified',
  'revised',
  'utime',
  'weibo.article.update.at',
  'article.update.at',
  'rnews.datemodified',
  'updated',
  'bt.moddate',
  'moddate'
]

export interface Dates {
  readonly published: string | null
  readonly updated: string | null
  readonly claims: readonly Claim[]
}

/**
 * What the page claims about its time: one claim of its data for each kind, the most telling source first, and the claims
 * of its date lines. A relative time is a claim without a time; when it comes to be `published` or `updated`, because
 * nothing better says it, it was worked out from the time of the capture.
 */
export function datesOf(collected: Collected, dateLines: readonly DateLine[], lang: string | null): Dates {
  const data = (['published', 'updated'] as const).flatMap((kind) => dataClaim(collected, kind, lang) ?? [])
  const visible = distinct(dateLines.flatMap(({ claims }) => claims))
  const claims = [...visible, ...data]
  const time = (kind: Claim['kind']): string | null => {
    const own = claims.filter((claim) => claim.kind === kind)
    const exact = data.find((claim) => claim.kind === kind)?.at ?? own.find(({ at }) => at !== null)?.at
    if (exact !== undefined && exact !== null) return exact
    return own.map(({ text }) => resolveRelative(text, collected.source.at)).find((at) => at !== null) ?? null
  }
  return { published: time('published') ?? dayInAddress(collected.source.url), updated: time('updated'), claims }
}

/** `/2026/03/03/` or `/2026-03-03` in the page's address: it is no claim, but tells the day where nothing else does. */
function dayInAddress(url: string): string | null {
  const found = /\/((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)(?!\d)/u.exec(url.slice(0, 2000))
  return found === null ? null : readTime(`${found[1]}-${found[2]}-${found[3]}`)
}

const keys = { published: ['datePublished', 'dateCreated', 'uploadDate'], updated: ['dateModified'] }

/** The first source whose words can be read as a time. */
function dataClaim(collected: Collected, kind: Claim['kind'], lang: string | null): Claim | null {
  for (const text of sourcesOf(collected, kind)) {
    const at = text === null ? null : readTime(text, lang)
    if (text !== null && at !== null) return { kind, where: 'metadata', text: text.slice(0, 100), at }
  }
  return null
}

function* sourcesOf({ article, head, properties, shown }: Collected, kind: Claim['kind']): Generator<string | null> {
  for (const key of keys[kind]) for (const value of listOf(article?.[key])) yield plainText(value, 200)
  for (const name of kind === 'published' ? publishedNames : updatedNames) yield head.meta.get(name)?.[0] ?? null
  for (const { element } of properties.get(kind === 'published' ? 'datepublished' : 'datemodified') ?? [])
    yield valueOf(element)
  if (kind === 'updated') return
  for (const { element } of properties.get('published') ?? []) yield valueOf(element)
  for (const { element } of shown.named.slice(0, 5000)) {
    if (element.tagName === 'time' && element.attrs.some(({ name }) => name === 'pubdate')) yield valueOf(element)
  }
}

const distinct = (claims: readonly Claim[]): Claim[] =>
  claims
    .filter((claim, at) => claims.findIndex(({ kind, text }) => kind === claim.kind && text === claim.text) === at)
    .slice(0, 8)
