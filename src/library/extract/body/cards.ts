import { attribute, type Element } from '../tree.ts'
import { sizeOf } from './prose.ts'
import type { Path, Segment } from './segment.ts'

/** A teaser has a link that leads to its text, and says no more than this many words. */
const mostWords = 90
/** So many alike make a list of teasers. */
const leastAlike = 3

interface Child {
  readonly path: Path
  words: number
  linkedWords: number
  hasImage: boolean
  heads: number
  blocks: number
}

/**
 * The elements that are one of several alike side by side, each with a link as its head and little text: teasers of other
 * articles. A list without prose, or with most of the prose of a page, is none.
 */
export function teasers(segments: readonly Segment[]): ReadonlySet<Element> {
  const groups = new Map<Element, Map<string, Child[]>>()
  const children = new Map<Element, Child>()
  for (const segment of segments) gather(segment, { groups, children })
  const found = new Set<Element>()
  for (const [, alike] of groups) for (const [, group] of alike) if (isTeasers(group)) for (const { path } of group) found.add(path.element)
  return found
}

interface Gathering {
  readonly groups: Map<Element, Map<string, Child[]>>
  readonly children: Map<Element, Child>
}

function gather(segment: Segment, { groups, children }: Gathering): void {
  const size = sizeOf(segment.text)
  const share = segment.text.length === 0 ? 0 : segment.linked / segment.text.length
  let level = 0
  for (let at: Path | null = segment.path; at?.above != null && level < 8; at = at.above, level++) {
    let child = children.get(at.element)
    if (child === undefined) {
      child = { path: at, words: 0, linkedWords: 0, hasImage: false, heads: 0, blocks: 0 }
      children.set(at.element, child)
      const parent = at.above.element
      const alike = groups.get(parent) ?? new Map<string, Child[]>()
      groups.set(parent, alike)
      const name = `${at.element.tagName}.${attribute(at.element, 'class')?.split(/\s+/)[0] ?? ''}`
      const group = alike.get(name)
      if (group === undefined) alike.set(name, [child])
      else group.push(child)
    }
    child.words += size
    child.linkedWords += size * share
    child.blocks++
    if (segment.kind === 'image') child.hasImage = true
    if (segment.kind !== 'image' && share > 0.8 && size >= 3) child.heads++
  }
}

function isTeasers(group: readonly Child[]): boolean {
  if (group.length < leastAlike) return false
  const tag = group[0]!.path.element.tagName
  if (tag === 'p' || tag === 'tr' || tag === 'td' || tag === 'span') return false
  const cards = group.filter(({ words, heads, linkedWords, blocks }) => words <= mostWords && heads >= 1 && blocks >= 2 && linkedWords >= words * 0.12)
  return cards.length >= leastAlike && cards.length >= group.length * 0.7
}
