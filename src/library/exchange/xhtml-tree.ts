import { html } from 'parse5'
import type { Element, Node as TreeNode } from '../extract/tree.ts'
import { readXml, type Node } from '../feeds/xml.ts'
import { FileRefusal } from './read-file.ts'

const mostCharacters = 4_000_000
const mostElements = 150_000

/** Elements that hold nothing; where one is left open, what follows it stands beside it. */
const empty = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr'])

/**
 * The body of an XHTML text as the tree that pages are read from. The reader of XML takes time in proportion to the text,
 * whatever it holds, and knows elements that are empty by their own say (`<a id="p1"/>`). Throws `FileRefusal` `too-large`
 * for what it would not read to its end.
 */
export function readXhtml(text: string): Element {
  if (text.length > mostCharacters || (text.match(/<[a-z]/gi)?.length ?? 0) > mostElements)
    throw new FileRefusal('too-large', `a chapter of ${text.length} characters`)
  const root = readXml(text)
  // Around the body, as a document is around a page.
  return elementOf({ ...root, name: 'html', content: [bodyIn(root) ?? root] }, null)
}

function bodyIn(node: Node): Node | undefined {
  for (const child of node.content) {
    if (typeof child === 'string') continue
    const found = child.name === 'body' ? child : bodyIn(child)
    if (found !== undefined) return found
  }
  return undefined
}

/** No deeper than the reader of XML lets anything nest. */
function elementOf({ name, attributes, content }: Node, parentNode: Element | null): Element {
  const element: Element = {
    nodeName: name,
    tagName: name,
    attrs: [...attributes].map(([key, value]) => ({ name: key, value })),
    namespaceURI: html.NS.HTML,
    childNodes: [],
    parentNode
  }
  element.childNodes = nodesOf(content, element)
  return element
}

function nodesOf(content: Node['content'], parentNode: Element): TreeNode[] {
  return content.flatMap((child) => {
    if (typeof child === 'string') return [{ nodeName: '#text', value: child, parentNode }]
    if (!empty.has(child.name)) return [elementOf(child, parentNode)]
    return [elementOf({ ...child, content: [] }, parentNode), ...nodesOf(child.content, parentNode)]
  })
}
