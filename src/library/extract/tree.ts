import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'

/** A page as a standards-conforming parser reads it (WHATWG HTML, by parse5); nothing of it is ever run. */
export type Document = Tree.Document
export type Element = Tree.Element
export type Node = Tree.ChildNode
export type Parent = Tree.ParentNode
export type TextNode = Tree.TextNode

export const parsePage = (html: string): Document => parse(html, { scriptingEnabled: false })

export const isElement = (node: Node | Parent | null | undefined): node is Element =>
  node !== null && node !== undefined && 'tagName' in node
export const isText = (node: Node): node is TextNode => node.nodeName === '#text'

/** The value of an attribute, or null. */
export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null
}

/** The children of a node; those of a template are not part of the page. */
export const childrenOf = (node: Parent | Node): readonly Node[] => ('childNodes' in node ? node.childNodes : [])

/** All elements under a node in document order, itself left out; without recursion, as a page can nest deeply. */
export function* elementsUnder(node: Parent): Generator<Element> {
  const waiting: Node[] = [...childrenOf(node)].toReversed()
  while (waiting.length > 0) {
    const next = waiting.pop()!
    if (!isElement(next)) continue
    yield next
    const children = childrenOf(next)
    for (let i = children.length - 1; i >= 0; i--) waiting.push(children[i]!)
  }
}

/** All text under a node as it stands in the markup. */
export function rawText(node: Parent | Node): string {
  const parts: string[] = []
  const waiting: (Parent | Node)[] = [node]
  while (waiting.length > 0) {
    const next = waiting.pop()!
    if (next.nodeName === '#text') parts.push((next as TextNode).value)
    const children = childrenOf(next)
    for (let i = children.length - 1; i >= 0; i--) waiting.push(children[i]!)
  }
  return parts.join('')
}
