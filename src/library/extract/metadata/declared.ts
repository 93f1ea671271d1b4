import type { Collected } from '../metadata.ts'
import { metaOf } from './head.ts'
import { wordsIn } from './likeness.ts'
import { plainText } from './json-ld.ts'
import { namesIn, textOf, valueOf } from './sources.ts'

const titleNames = [
  'dc.title',
  'dcterms.title',
  'dcterm.title',
  'og.title',
  'parsely-title',
  'sailthru.title',
  'twitter.title',
  'cxenseparse.recs.articletitle',
  'hdl',
  'headline',
  'title',
  'weibo.article.title',
  'weibo.webpage.title'
]

/** The titles that the page's data declares, the likeliest to be its headline first; each once. */
export function declaredTitles({ head, article, properties }: Collected): string[] {
  const marked = properties.get('headline')?.map(({ element }) => valueOf(element)) ?? []
  const titles = [
    textOf(article, ['headline', 'name']),
    ...titleNames.map((name) => metaOf(head, [name])),
    ...marked.slice(0, 3),
    head.title
  ]
  return distinct(titles.map((title) => plainText(title)))
}

const descriptionNames = [
  'description',
  'og.description',
  'twitter.description',
  'dc.description',
  'dcterms.description',
  'sailthru.description',
  'lead'
]

/** The descriptions of the page, each once. */
export function descriptionsOf({ head, article, properties }: Collected): string[] {
  const marked = ['description', 'alternativeheadline'].flatMap(
    (name) =>
      properties
        .get(name)
        ?.slice(0, 2)
        .map(({ element }) => valueOf(element)) ?? []
  )
  return distinct(
    [
      textOf(article, ['description']),
      textOf(article, ['alternativeHeadline']),
      ...descriptionNames.map((name) => metaOf(head, [name])),
      ...marked
    ].map((text) => plainText(text))
  )
}

/** What has more is the title of a page. */
const mostSiteWords = 6

/** The names the site gives itself, the plainest first. */
export function siteNames({ head, article, things }: Collected): string[] {
  const publisher = namesIn(article?.['publisher'], things)
  const site = things.find((thing) => thing['@type'] === 'WebSite')
  const names = [
    metaOf(head, ['og.site.name']),
    ...publisher,
    textOf(site ?? null, ['name', 'alternateName']),
    metaOf(head, ['application-name', 'apple-mobile-web-app-title', 'cre', 'dc.publisher', 'dcterms.publisher'])
  ]
  const titles = new Set(['og.title', 'twitter.title'].map((name) => metaOf(head, [name])))
  const known = distinct(names.map((name) => plainText(name, 200)))
  return shortestFirst(
    known.filter((name) => name === plainText(names[0], 200) || (!titles.has(name) && wordsIn(name) <= mostSiteWords))
  )
}

/** "The Post" before "The Post - News from the harbour": what goes on is a motto. */
function shortestFirst(names: readonly string[]): string[] {
  const [first] = names
  if (first === undefined) return []
  const short = names.find(
    (name) =>
      name.length >= 3 &&
      name.length < first.length &&
      /^[\s:|,-]/u.test(first.slice(name.length)) &&
      first.startsWith(name)
  )
  return short === undefined ? [...names] : [short, ...names.filter((name) => name !== short)]
}

const distinct = (texts: readonly (string | null)[]): string[] => [...new Set(texts.filter((text) => text !== null))]
