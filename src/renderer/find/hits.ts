import { folded, matchesIn, type Folded } from './matches.ts'

/** What is written for the reader and belongs to no version. */
const ours = '.hidden-text, .gutter, .note, .card-name, .blame-age, [data-not-text]'
const blocksOfText = '.block, .old-headline, p, h1, h2, li, blockquote'

/** Every place in the drawn text that says what is looked for: in the older wording and in the newer, in reading order. */
export function hitsIn(box: HTMLElement, query: string): Range[] {
  if (query.trim() === '') return []
  return blocksIn(box).flatMap((nodes) => {
    const older = nodes.filter(({ mark }) => mark !== 'INS')
    const newer = nodes.filter(({ mark }) => mark !== 'DEL')
    const ranges = older.length === newer.length && older.length === nodes.length ? [nodes] : [older, newer]
    return inOrder(ranges.flatMap((some) => rangesIn(some, query)))
  })
}

interface Drawn {
  readonly node: Text
  readonly mark: string | undefined
}

/** The text nodes of each block. */
function blocksIn(box: HTMLElement): Drawn[][] {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element && node.matches(ours) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT
  )
  const blocks = new Map<Element, Drawn[]>()
  while (walker.nextNode() !== null) {
    const node = walker.currentNode
    const block = node instanceof Text ? node.parentElement?.closest(blocksOfText) : null
    if (!(node instanceof Text) || block === null || block === undefined) continue
    const nodes = blocks.get(block) ?? []
    nodes.push({ node, mark: node.parentElement?.closest('ins, del')?.tagName })
    blocks.set(block, nodes)
  }
  return [...blocks.values()]
}

const known = new Map<string, Folded>()

function foldedOnce(text: string): Folded {
  let found = known.get(text)
  if (found === undefined) {
    if (known.size > 4000) known.clear()
    known.set(text, (found = folded(text)))
  }
  return found
}

function rangesIn(nodes: readonly Drawn[], query: string): Range[] {
  const text = nodes.map(({ node }) => node.data).join('')
  return matchesIn(foldedOnce(text), query).map(({ start, end }) => rangeOf(nodes, start, end))
}

function rangeOf(nodes: readonly Drawn[], start: number, end: number): Range {
  const range = new Range()
  let at = 0
  for (const { node } of nodes) {
    const { length } = node
    if (start >= at && start < at + length) range.setStart(node, start - at)
    if (end > at && end <= at + length) range.setEnd(node, end - at)
    at += length
  }
  return range
}

/** Each place once, by where it begins. */
function inOrder(ranges: readonly Range[]): Range[] {
  const sorted = ranges.toSorted((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other))
  return sorted.filter((range, n) => {
    const before = sorted[n - 1]
    return before === undefined || before.compareBoundaryPoints(Range.START_TO_START, range) !== 0
  })
}
