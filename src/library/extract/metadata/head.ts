import { attribute, elementsUnder, rawText, type Document, type Element } from '../tree.ts'
import { collapse } from './shown.ts'

interface HeadLink {
  readonly rel: readonly string[]
  readonly href: string
}

/** What the page's markup says about itself beside the text: meta elements, links, title, language. */
export interface Head {
  /** Contents by name; the colons and underscores of names are dots here (`og.title`, `article.published.time`). */
  readonly meta: ReadonlyMap<string, readonly string[]>
  readonly links: readonly HeadLink[]
  readonly title: string | null
  readonly base: string | null
  readonly root: Element | null
  readonly body: Element | null
  /** The texts of its scripts of type `application/ld+json`. */
  readonly jsonLd: readonly string[]
}

const mostMeta = 2000
const mostLinks = 2000
const mostJsonLd = 50
/** `articleBody` may hold a long read. */
const longestJsonLd = 4_000_000

const nameOf = (name: string): string => name.trim().toLowerCase().replace(/[:_]/g, '.')

/** Collects it in one pass. */
export function readHead(document: Document): Head {
  const meta = new Map<string, string[]>()
  const links: HeadLink[] = []
  const jsonLd: string[] = []
  let [title, base, root, body] = [null, null, null, null] as [
    string | null,
    string | null,
    Element | null,
    Element | null
  ]
  let count = 0
  for (const element of elementsUnder(document)) {
    if (element.tagName === 'meta' && count++ < mostMeta) readMeta(element, meta)
    else if (element.tagName === 'link' && links.length < mostLinks) links.push(...linkOf(element))
    else if (element.tagName === 'a' && links.length < mostLinks && attribute(element, 'rel') !== null)
      links.push(...linkOf(element))
    else if (element.tagName === 'title' && title === null && !isForeign(element))
      title = collapse(rawText(element).slice(0, 5000))
    else if (element.tagName === 'base') base ??= attribute(element, 'href')
    else if (element.tagName === 'html') root ??= element
    else if (element.tagName === 'body') body ??= element
    else if (isJsonLd(element) && jsonLd.length < mostJsonLd) jsonLd.push(rawText(element).slice(0, longestJsonLd))
  }
  return { meta, links, title: title === '' ? null : title, base, root, body, jsonLd }
}

/** An SVG picture has a title too. */
const isForeign = (element: Element): boolean => !element.namespaceURI.endsWith('xhtml')

function readMeta(element: Element, meta: Map<string, string[]>): void {
  const content = attribute(element, 'content')
  if (content === null) return
  const value = collapse(content.slice(0, 20_000))
  if (value === '') return
  const names = ['name', 'property', 'itemprop', 'http-equiv'].flatMap((kind) => {
    return (attribute(element, kind) ?? '').slice(0, 500).split(/\s+/u).filter(Boolean)
  })
  for (const name of new Set(names.map(nameOf))) {
    const values = meta.get(name)
    if (values === undefined) meta.set(name, [value])
    else values.push(value)
  }
}

function linkOf(element: Element): HeadLink[] {
  const [rel, href] = [attribute(element, 'rel'), attribute(element, 'href')]
  if (rel === null || href === null) return []
  return [{ rel: rel.slice(0, 200).toLowerCase().split(/\s+/u), href: href.trim() }]
}

const isJsonLd = (element: Element): boolean =>
  element.tagName === 'script' && /^\s*application\/ld\+json/iu.test(attribute(element, 'type') ?? '')

/** The first content that one of the names has. */
export function metaOf({ meta }: Head, names: readonly string[]): string | null {
  for (const name of names) {
    const value = meta.get(name)?.[0]
    if (value !== undefined) return value
  }
  return null
}

/** Where a link of the page leads; null where that is no address. */
export function resolve(href: string, { base }: Pick<Head, 'base'>, url: string): string | null {
  if (href === '' || href.length > 8192) return null
  const from = base !== null && URL.canParse(base, url) ? new URL(base, url).href : url
  return URL.canParse(href, from) ? new URL(href, from).href : null
}
