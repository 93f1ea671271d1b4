import { attribute, type Element } from '../tree.ts'
import { isThing, listOf, plainText, typesOf, type Thing } from './json-ld.ts'
import { around, shownText, type Named, type Shown } from './shown.ts'
import { isArticleType } from './own-article.ts'

/** The value of a property of a JSON-LD thing, as text; the first of several. */
export function textOf(thing: Thing | null, keys: readonly string[]): string | null {
  for (const key of keys) {
    for (const value of listOf(thing?.[key])) {
      const text = plainText(isThing(value) ? (value['@value'] ?? value['name']) : value)
      if (text !== null) return text
    }
  }
  return null
}

/** The names of those a JSON-LD property refers to, followed by `@id` within the page where they are not given in place. */
export function namesIn(value: unknown, things: readonly Thing[]): string[] {
  const found: string[] = []
  for (const one of listOf(value)) {
    const thing = isThing(one) ? referred(one, things) : null
    const name = thing === null ? plainText(one, 300) : textOf(thing, ['name', 'alternateName'])
    if (name !== null && name.length <= 200 && !found.includes(name)) found.push(name)
  }
  return found.slice(0, 30)
}

function referred(thing: Thing, things: readonly Thing[]): Thing {
  if (thing['name'] !== undefined || typeof thing['@id'] !== 'string') return thing
  return things.find((other) => other['@id'] === thing['@id'] && other['name'] !== undefined) ?? thing
}

/** Properties in the markup of the text: microdata (`itemprop`) and RDFa (`property`), by name. */
export type Properties = ReadonlyMap<string, readonly Named[]>

/**
 * The properties that elements of the page carry, those of things that are no article left out. Names without their
 * vocabulary, in lower case: `datepublished` for `itemprop=datePublished` and `property="schema:datePublished"`.
 */
export function readProperties({ named }: Shown): Properties {
  const properties = new Map<string, Named[]>()
  for (const one of named) {
    const value = `${attribute(one.element, 'itemprop') ?? ''} ${attribute(one.element, 'property') ?? ''}`
    for (const name of value.slice(0, 300).toLowerCase().split(/\s+/u)) {
      if (name === '' || (properties.size > 500 && !properties.has(name))) continue
      const plain = name.replace(/^.*[:/#]/u, '')
      const list = properties.get(plain) ?? []
      if (list.length < 50 && isOfArticle(one.element)) list.push(one)
      if (list.length > 0) properties.set(plain, list)
    }
  }
  return properties
}

/** Whether the nearest thing around it, itself aside, is an article, a page or nothing at all. */
function isOfArticle(element: Element): boolean {
  for (const outer of around(element)) {
    if (outer === element || attribute(outer, 'itemscope') === null) continue
    const type = (attribute(outer, 'itemtype') ?? '').replace(/^.*[/#]/u, '')
    return type === '' || isArticleType(type) || /WebPage|CreativeWork|Article|Posting/u.test(type)
  }
  return true
}

/** What an element says: its `content` or `datetime`, otherwise what it shows. */
export function valueOf(element: Element): string | null {
  const value = attribute(element, 'content') ?? attribute(element, 'datetime') ?? shownText(element)
  return value.trim() === '' ? null : value.trim().slice(0, 2000)
}

/** All types that JSON-LD gives the things of the page, each once. */
export function allTypes(things: readonly Thing[]): string[] {
  return [...new Set(things.flatMap(typesOf))].slice(0, 50)
}
