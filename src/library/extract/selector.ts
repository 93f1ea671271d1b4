import { attribute, childrenOf, isElement, type Document, type Element, type Node } from './tree.ts'

/** One element of a selector: all of it must hold. */
interface Compound {
  readonly tag: string | null
  readonly id: string | null
  readonly classes: readonly string[]
  readonly attributes: readonly { readonly name: string; readonly value: string | null }[]
}

/** Compounds from the outside in: each stands somewhere within the one before. */
export type Selector = readonly Compound[]

export const longestSelector = 300
const part =
  /([a-z][a-z0-9-]*|\*)|#([\w-]+|[^\s.#[\]]+)|\.([\w-]+|[^\s.#[\]]+)|\[([\w:-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\]\s]*)))?\]/iuy

/**
 * Reads a selector of the small part of CSS that site rules know: `tag`, `#id`, `.class`, `[attr]`, `[attr=value]`, together
 * (`div.story[lang=en]`) and within one another (`main .story p`). Null where it is none of that.
 */
export function readSelector(text: string): Selector | null {
  const plain = text.trim()
  if (plain === '' || plain.length > longestSelector) return null
  const compounds: Compound[] = []
  let at = 0
  while (at < plain.length) {
    const read = readCompound(plain, at)
    if (read === null) return null
    compounds.push(read.compound)
    at = read.end
    while (plain[at] === ' ') at++
  }
  return compounds
}

function readCompound(text: string, start: number): { readonly compound: Compound; readonly end: number } | null {
  let [tag, id] = [null, null] as [string | null, string | null]
  const classes: string[] = []
  const attributes: { name: string; value: string | null }[] = []
  let at = start
  while (at < text.length && text[at] !== ' ') {
    part.lastIndex = at
    const found = part.exec(text)
    if (found === null || (found[1] !== undefined && at !== start)) return null
    if (found[1] !== undefined) tag = found[1] === '*' ? null : found[1].toLowerCase()
    else if (found[2] !== undefined) id = found[2]
    else if (found[3] !== undefined) classes.push(found[3])
    else attributes.push({ name: found[4]!.toLowerCase(), value: found[5] ?? found[6] ?? found[7] ?? null })
    at = part.lastIndex
  }
  return at === start ? null : { compound: { tag, id, classes, attributes }, end: at }
}

function matches(element: Element, { tag, id, classes, attributes }: Compound): boolean {
  if (tag !== null && element.tagName !== tag) return false
  if (id !== null && attribute(element, 'id') !== id) return false
  if (classes.length > 0) {
    const own = new Set((attribute(element, 'class') ?? '').split(/\s+/u))
    if (!classes.every((name) => own.has(name))) return false
  }
  return attributes.every(({ name, value }) => {
    const own = attribute(element, name)
    return own !== null && (value === null || own === value)
  })
}

/**
 * The elements that a selector names, in document order, none within another of them. One pass: how much of the selector
 * holds on the way down is carried along.
 */
export function select(document: Document, selector: Selector): Element[] {
  const found: Element[] = []
  const waiting: { readonly node: Node; readonly held: number }[] = []
  const push = (nodes: readonly Node[], held: number) => {
    for (let i = nodes.length - 1; i >= 0; i--) waiting.push({ node: nodes[i]!, held })
  }
  push(childrenOf(document), 0)
  while (waiting.length > 0) {
    const { node, held } = waiting.pop()!
    if (!isElement(node)) continue
    const here = matches(node, selector[held]!) ? held + 1 : held
    if (here === selector.length) found.push(node)
    else push(childrenOf(node), here)
  }
  return found
}
