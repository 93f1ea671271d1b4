import { webAddress } from '../address/web-address.ts'
import { feedDate } from './dates.ts'
import { markedText, oneLine } from './plain-text.ts'
import { childrenOf, textOf } from './xml.ts'
import type { Node } from './xml.ts'

/** An element of a feed with the address that its relative links start from, and the elements in it by name. */
export interface Element {
  readonly node: Node
  readonly base: string
  readonly lang: string | null
  readonly byName: ReadonlyMap<string, readonly Node[]>
}

export function elementOf(node: Node, around: { base: string; lang: string | null }): Element {
  const byName = new Map<string, Node[]>()
  for (const child of childrenOf(node)) {
    const name = nameOf(child)
    const same = byName.get(name)
    if (same === undefined) byName.set(name, [child])
    else same.push(child)
  }
  return { node, base: baseOf(node, around.base), lang: node.attributes.get('xml:lang') ?? around.lang, byName }
}

/** The namespaces of RSS, RDF and Atom write the same things in the same words, and feeds mix them up. */
function nameOf({ space, name }: Node): string {
  return space === '' || space === 'atom' || space === 'rdf' || space === 'rss' ? name : `${space}:${name}`
}

function baseOf(node: Node, around: string): string {
  const own = node.attributes.get('xml:base')
  return own === undefined ? around : (webAddress(own, around) ?? around)
}

/** All elements of the first of these names that there is. */
export function all(element: Element, ...names: readonly string[]): readonly Node[] {
  for (const name of names) {
    const found = element.byName.get(name)
    if (found !== undefined) return found
  }
  return []
}

/** The first of these fields that says something, as plain text. */
export function text(element: Element, ...names: readonly string[]): string | null {
  return firstOf(element, names, markedText)
}

/** The same for what is never markup. */
export function plain(element: Element, ...names: readonly string[]): string | null {
  return firstOf(element, names, (node) => oneLine(textOf(node)))
}

/** The first of these fields that can be read as a date. */
export function date(element: Element, ...names: readonly string[]): string | null {
  return firstOf(element, names, (node) => feedDate(textOf(node)) ?? '')
}

/** The first of these fields that is an address on the web. */
export function address(element: Element, ...names: readonly string[]): string | null {
  return firstOf(element, names, (node) => webAddress(textOf(node), baseOf(node, element.base)) ?? '')
}

function firstOf(element: Element, names: readonly string[], read: (node: Node) => string): string | null {
  for (const name of names)
    for (const node of (element.byName.get(name) ?? []).slice(0, 20)) {
      const found = read(node)
      if (found !== '') return found
    }
  return null
}

/** The address of the link (Atom's, with `rel`) of the first of these relations that there is. */
export function related(element: Element, ...relations: readonly string[]): string | null {
  const links = (element.byName.get('link') ?? []).slice(0, 50)
  for (const wanted of relations)
    for (const link of links) {
      const href = link.attributes.get('href')
      const rel = (link.attributes.get('rel') ?? 'alternate').trim().toLowerCase()
      const isPage = wanted !== 'alternate' || !/rss|atom|json/i.test(link.attributes.get('type') ?? '')
      const found = href !== undefined && rel === wanted && isPage ? webAddress(href, baseOf(link, element.base)) : null
      if (found !== null) return found
    }
  return null
}

/** Who wrote it. Feeds give a name, a name with a mail address, or elements for both. */
export function author(element: Element): string | null {
  const nodes = all(element, 'author', 'managingeditor', 'dc:creator', 'dc:author', 'itunes:author', 'media:credit')
  const names = nodes.slice(0, 20).map((node) => personOf(node)).filter((name) => name !== '') // prettier-ignore
  return names.length === 0 ? null : [...new Set(names)].join(', ')
}

function personOf(node: Node): string {
  const parts = childrenOf(node).filter(({ name }) => name === 'name')
  if (parts.length > 0) return markedText(parts[0]!)
  const whole = markedText(node)
  const [, inBrackets] = /^\S+@\S+\s+\(([^()]+)\)$/.exec(whole) ?? []
  const [, before] = /^([^<>()]+?)\s*[(<]\S+@[^\s()<>]+[)>]$/.exec(whole.slice(0, 500)) ?? []
  return inBrackets ?? before ?? whole
}
