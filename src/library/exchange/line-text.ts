import { isCorrectionNote } from '../../domain/disclosure/correction-note.ts'
import type { Block, Content } from '../../domain/revision.ts'

/** More lines than any article has; what comes after is a table or a log. */
const mostLines = 20_000
const longestHeadline = 400

/**
 * Reads the text of a page as trackers write it: every line is a block of the page by itself. The headline is the first
 * line that says what the page is called, or else the first line of all. Null where there is no line, or are too many.
 */
export function readLines(text: string, title: string | null): Content | null {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length === 0 || lines.length > mostLines) return null
  const named = title === null ? -1 : lines.indexOf(title.trim())
  const headline = named !== -1 ? named : lines.length > 1 && lines[0]!.length <= longestHeadline ? 0 : -1
  return {
    blocks: lines.map((line, i) => (i === headline ? { kind: 'headline', text: line } : asBlock(line))),
    claims: []
  }
}

function asBlock(line: string): Block {
  const item = /^[-*•‣]\s+(.+)$/.exec(line)
  if (item !== null) return { kind: 'list-item', text: item[1]! }
  return { kind: isCorrectionNote(line) ? 'correction-note' : 'paragraph', text: line }
}
