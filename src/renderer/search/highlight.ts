import { parseQuery } from '../../domain/search/query.ts'
import { matches } from '../../domain/search/snippet.ts'

/** Marks in the drawn text what a query finds, without touching it; old and new words stand in it as they are read. */
export function highlight(box: HTMLElement, query: string): void {
  const { terms } = parseQuery(query)
  const ranges = [...box.querySelectorAll<HTMLElement>('.block')].flatMap((block) => {
    const texts = textsOf(block)
    const text = texts.map((node) => node.data).join('')
    return matches(text, terms).flatMap(({ start, end }) => rangeOf(texts, start, end) ?? [])
  })
  CSS.highlights.set('find', new Highlight(...ranges))
}

/** What is written for those who hear the text is no part of it. */
function textsOf(block: HTMLElement): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode() !== null) {
    const node = walker.currentNode
    if (node instanceof Text && node.parentElement?.closest('.hidden-text') === null) texts.push(node)
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
