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
const between = /\s*[|·•;\n]\s*|\s+[-–—]\s+|,\s+(?=\p{Lu})/u

/** "Related: A | B | C" and the same links in another order. */
export function isReordered(before: string, after: string): boolean {
  const [olds, news] = [linksOf(before), linksOf(after)]
  if (olds === null || news === null || olds === news) return false
  const [one, other] = [olds.split(between), news.split(between)]
  if (one.length > 1) return one.toSorted().join('\n') === other.toSorted().join('\n')
  return isPermuted(olds.split(' '), news.split(' '))
}

/** What follows the label. */
function linksOf(line: string): string | null {
  if (!/[:：|]/.test(line.slice(0, 60))) return null
  const [, heading, links] = label.exec(line.trim()) ?? []
  if (heading === undefined || links === undefined || !isRelatedHeading(heading)) return null
  return links.trim().replace(/[.,]$/, '')
}

const shortestTitle = 2

/** Titles whose line breaks were lost: the same stretches of words in another order, none of them a single word. */
function isPermuted(olds: readonly string[], news: readonly string[]): boolean {
  if (olds.length !== news.length) return false
  const rest = [...olds]
  for (let at = 0; at < news.length;) {
    const stretch = longestIn(rest, news, at)
    if (stretch.length < shortestTitle) return false
    rest.fill('', stretch.from, stretch.from + stretch.length)
    at += stretch.length
  }
  return true
}

/** Where the longest beginning of what is left of `news` stands in `words`. */
function longestIn(words: readonly string[], news: readonly string[], at: number): { from: number; length: number } {
  let best = { from: 0, length: 0 }
  for (let from = 0; from < words.length; from++) {
    let length = 0
    while (at + length < news.length && words[from + length] === news[at + length]) length++
    if (length > best.length) best = { from, length }
  }
  return best
}
