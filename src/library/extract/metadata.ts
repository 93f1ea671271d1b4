import type { Claim } from '../../domain/revision.ts'
import { ampUrl, canonicalUrl, isSameSite, nextPages } from './metadata/address.ts'
import { shownByline } from './metadata/byline.ts'
import { authorsOf } from './metadata/authors.ts'
import { shownDateLines, type DateLine } from './metadata/date-lines.ts'
import { datesOf } from './metadata/dates.ts'
import { declaredTitles, descriptionsOf, siteNames } from './metadata/declared.ts'
import { folded, wordsIn } from './metadata/likeness.ts'
import { metaOf, readHead, resolve, type Head } from './metadata/head.ts'
import { shownHeadline, type ShownPart } from './metadata/headline.ts'
import { plainText, readThings, type Thing } from './metadata/json-ld.ts'
import { declaredLanguages, pageDirection, pageLanguage } from './metadata/language.ts'
import { bareAddress, ownArticle } from './metadata/own-article.ts'
import { pageLinks } from './metadata/page-links.ts'
import { readShown, type Shown } from './metadata/shown.ts'
import { allTypes, readProperties, textOf, valueOf, type Properties } from './metadata/sources.ts'
import { shownStandfirst } from './metadata/standfirst.ts'
import { withoutSite } from './metadata/title.ts'
import { withoutLead } from '../capture/bylines.ts'
import type { Document } from './tree.ts'

/** What a page says about itself in its head, JSON-LD, microdata and OpenGraph, reconciled with what it shows. */
export interface Metadata {
  readonly headline: string | null
  readonly standfirst: string | null
  /** Who wrote it, by name, without the words before ("By"). */
  readonly byline: string | null
  readonly published: string | null
  readonly updated: string | null
  readonly claims: readonly Claim[]
  readonly section: string | null
  readonly site: string | null
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl'
  readonly canonicalUrl: string | null
  readonly ampUrl: string | null
  /** The further pages of an article in parts, absolute and in order. */
  readonly nextPages: readonly string[]
  readonly articleBody: string | null
  /** What JSON-LD and OpenGraph call the page: `NewsArticle`, `article`, `WebSite` ... */
  readonly types: readonly string[]
  /** `isAccessibleForFree` and the like; null where the page does not say. */
  readonly free: boolean | null
  /** What a reader sees of it, with the elements that show it. */
  readonly parts: ShownParts
}

/** The head of an article as the page shows it; null where it does not. */
export interface ShownParts {
  readonly headline: ShownPart | null
  readonly standfirst: ShownPart | null
  readonly byline: ShownPart | null
  readonly dateLines: readonly DateLine[]
}

interface Source {
  readonly url: string
  /** The time of the capture (ISO 8601), against which relative times are worked out. */
  readonly at: string
}

/** Everything that was collected before it is reconciled. */
export interface Collected {
  readonly head: Head
  readonly shown: Shown
  readonly things: readonly Thing[]
  readonly properties: Properties
  readonly article: Thing | null
  readonly source: Source
}

/** Reads metadata. */
export function readMetadata(document: Document, source: Source): Metadata {
  return reconcile(document, collect(document, source))
}

/** What was collected of a page, as one statement. */
export function reconcile(document: Document, collected: Collected): Metadata {
  const { source } = collected
  const { head, shown, things, properties, article } = collected
  const sites = siteNames(collected)
  const host = URL.canParse(source.url) ? new URL(source.url).hostname : ''
  const declared = declaredTitles(collected)
    .map((title) => withoutSite(title, { names: sites, host }))
    .filter((title) => title !== '')
  const headline = shownHeadline({ shown, declared, sites })
  const sample = sampleOf(shown, headline)
  const declaredLangs = declaredLanguages(head, headline?.element ?? null, [
    textOf(article, ['inLanguage']),
    propertyOf(properties, 'inlanguage')
  ])
  const lang = pageLanguage(declaredLangs, sample)
  const authors = authorsOf(collected, sites)
  const byline = shownByline({ shown, headline, declared: authors })
  const dateLines = shownDateLines({ shown, headline, lang })
  const standfirst = shownStandfirst({ shown, headline, descriptions: descriptionsOf(collected) })
  const canonical = canonicalUrl(head, source.url, [textOf(article, ['url'])])
  return {
    headline: headline?.text ?? declared[0] ?? null,
    standfirst: standfirst?.text ?? null,
    byline: namesOfAuthors(authors, byline),
    ...datesOf(collected, dateLines, lang),
    section:
      textOf(article, ['articleSection']) ??
      metaOf(head, ['article.section', 'parsely-section', 'dc.subject', 'section', 'cxenseparse.articlesection']) ??
      propertyOf(properties, 'articlesection'),
    site: sites[0] ?? null,
    lang,
    dir: pageDirection(head, headline?.element ?? articleIn(shown), sample),
    canonicalUrl: canonical,
    ampUrl: believableTwin(ampUrl(head, source.url, canonical), source.url),
    nextPages: nextPages(head, source.url, pageLinks(document)),
    articleBody: plainText(article?.['articleBody'], 1_000_000),
    types: [...allTypes(things), ...(head.meta.get('og.type')?.slice(0, 1) ?? [])],
    free: freeOf(collected),
    parts: { headline, standfirst, byline, dateLines }
  }
}

/** Collects what a page says about itself wherever it does. */
export function collect(document: Document, source: Source): Collected {
  const head = readHead(document)
  const shown = readShown(document)
  const things = readThings(head.jsonLd)
  const properties = readProperties(shown)
  const links = head.links
    .filter(({ rel }) => rel.includes('canonical'))
    .map(({ href }) => resolve(href, head, source.url) ?? '')
  const addresses = new Set(
    [source.url, ...links, metaOf(head, ['og.url']) ?? ''].filter((one) => one !== '').map(bareAddress)
  )
  const titles = [metaOf(head, ['og.title', 'twitter.title']), head.title].filter((one) => one !== null)
  return { head, shown, things, properties, article: ownArticle({ things, addresses, titles }), source }
}

/**
 * The names that the data gives, where the page shows them or shows no others; otherwise those it shows. A system's name
 * for an account is what readers never see.
 */
function namesOfAuthors(authors: readonly string[], byline: ShownPart | null): string | null {
  const shown = byline === null ? '' : folded(byline.text)
  const named = authors.join(', ')
  const isName = byline !== null && (wordsIn(withoutLead(byline.text)) >= 2 || authors.length === 0)
  if (isName && !authors.some((name) => shown.includes(folded(name)))) return withoutLead(byline.text)
  return named === '' ? null : named
}

const articleIn = ({ named }: Shown) =>
  named.find(({ element }) => element.tagName === 'article' || element.tagName === 'main')?.element ?? null

const propertyOf = (properties: Properties, name: string): string | null => {
  const element = properties.get(name)?.[0]?.element
  return element === undefined ? null : valueOf(element)
}

/** The text around the headline, in which language and direction show. */
function sampleOf({ lines }: Shown, headline: ShownPart | null): string {
  const at =
    headline === null
      ? 0
      : Math.max(
          0,
          lines.findIndex((line) => line.at >= headline.at)
        )
  const after = lines.slice(at, at + 60).map(({ text }) => text)
  return after
    .sort((a, b) => b.length - a.length)
    .slice(0, 12)
    .join('\n')
    .slice(0, 4000)
}

/** An AMP twin may lie on a cache of somebody else's: only one of the site's own is believed. */
const believableTwin = (address: string | null, url: string): string | null =>
  address === null || !URL.canParse(url) || isSameSite(address, url) ? address : null

/** Google's structured data for paywalled content, and the same said in meta elements. */
function freeOf({ article, head, things }: Collected): boolean | null {
  const said =
    article?.['isAccessibleForFree'] ??
    things.find((thing) => thing['isAccessibleForFree'] !== undefined)?.['isAccessibleForFree']
  if (typeof said === 'boolean') return said
  if (typeof said === 'string' && /^(?:https?:\/\/schema\.org\/)?(?:true|false)$/iu.test(said))
    return /true$/iu.test(said)
  const tier = metaOf(head, ['article.content.tier', 'content.tier', 'isaccessibleforfree'])?.toLowerCase()
  if (tier === undefined) return null
  return tier === 'free' || tier === 'true'
    ? true
    : /^(?:locked|metered|paid|premium|false)$/u.test(tier)
      ? false
      : null
}
