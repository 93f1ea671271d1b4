import { parseQuery } from '../../domain/search/query.ts'
import { matches } from '../../domain/search/snippet.ts'

/** Marks in the drawn text what a query finds, without touching it: in the old text and in the new. */
export function highlight(box: HTMLElement, query: string): void {
  const { terms } = parseQuery(query)
  const blocks = [...box.querySelectorAll<HTMLElement>('.block')]
  const texts = blocks.flatMap((block) => [textsOf(block, 'ins'), textsOf(block, 'del')])
  const ranges = texts.flatMap((nodes) => {
    const text = nodes.map((node) => node.data).join('')
    return matches(text, terms).flatMap(({ start, end }) => rangeOf(nodes, start, end) ?? [])
  })
  CSS.highlights.set('find', new Highlight(...ranges))
}

/** A block's text without what was added, or removed, and without what is written for those who hear it. */
function textsOf(block: HTMLElement, without: 'ins' | 'del'): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode() !== null) {
    const node = walker.currentNode
    if (node instanceof Text && node.parentElement?.closest(`.hidden-text, ${without}`) === null) texts.push(node)
  }
  return texts
}

function rangeOf(texts: readonly Text[], start: number, end: number): Range | null {
  const range = new Range()
  let at = 0
  for (const node of texts) {
    const { length } = node
    if (start >= at && start < at + length) range.setStart(node, start - at)
    if (end > at && end <= at + length) {
      range.setEnd(node, end - at)
      return range
    }
    at += length
  }
  return null
}
