import type { Block } from '../revision.ts'
import { isFurniture, isReference, isRelatedHeading } from './furniture.ts'

/** Other articles are linked in short lines; a paragraph of the story ends as a sentence does. */
const longestLink = 140

/** For each block, whether it stands in a list of links to other articles. */
export function relatedLinks(blocks: readonly Block[]): boolean[] {
  let inside = false
  return blocks.map((block) => {
    if (isRelatedHeading(block.text)) {
      inside = true
      return false
    }
    inside &&= isLinkLine(block)
    return inside
  })
}

function isLinkLine({ kind, text }: Block): boolean {
  if (kind !== 'list-item' && kind !== 'paragraph') return false
  return (
    text.length <= longestLink &&
    (kind === 'list-item' || !/[.!?。！？।]["”»」]?$/u.test(text) || isFurniture(text) || isReference(text))
  )
}

const label = /^([^:：|]{3,40})\s*[:：|]\s*(.+)$/su
const between = /\s*[|·•;\n]\s*|\s+[-–—]\s+/u

/** "Related: A | B | C" and the same links in another order. */
export function isReordered(before: string, after: string): boolean {
  const [olds, news] = [linksOf(before), linksOf(after)]
  if (olds === null || news === null || olds.length < 2 || olds.join('\n') === news.join('\n')) return false
  return olds.toSorted().join('\n') === news.toSorted().join('\n')
}

function linksOf(line: string): string[] | null {
  if (!/[:：|]/.test(line.slice(0, 60))) return null
  const [, heading, links] = label.exec(line.trim()) ?? []
  if (heading === undefined || links === undefined || !isRelatedHeading(heading)) return null
  return links.split(between).map((link) => link.trim().replace(/[.,]$/, ''))
}
