import { textDirection } from '../../domain/direction.ts'
import { isCorrectionNote } from '../../domain/disclosure/correction-note.ts'
import type { Block, BlockKind, Claim, Content } from '../../domain/revision.ts'
import { isByline } from '../capture/bylines.ts'
import { readClaims } from '../capture/claims.ts'
import { FileRefusal, readTextFile, type FileText } from './read-file.ts'
import type { FormatReader, Loose } from './reader.ts'

const longestHeadline = 400

/** Reads files of plain text, each one state of an article. */
export const plainTextReader: FormatReader = {
  format: 'plain-text/1',
  fits: ({ isFolder }) => !isFolder,
  async *read({ path }) {
    yield { kind: 'loose', loose: looseText(await readTextFile(path)) }
  }
}

/** A text as one state of an article. Throws `FileRefusal` where it holds none. */
export function looseText({ name, text, bytes, modifiedAt }: FileText): Loose {
  const content = readPlainText(text)
  if (content === null) throw new FileRefusal('no-article')
  return { name, modifiedAt, at: null, content, lang: null, dir: textDirection(text), received: { body: bytes } }
}

/**
 * Reads an article saved as plain text the way a person copies a page: the headline; a byline and a date line, if
 * there are any; a standfirst, if a line stands right below the date line or the headline; then paragraphs with blank
 * lines between them. Null where the text holds no article, that is no headline or nothing under it.
 */
export function readPlainText(text: string): Content | null {
  const groups = groupsOf(text)
  const lines = groups.length === 1 ? groups[0]!.map((line) => [line]) : groups
  const content = withHeadline(lines)
  return content === null || content.blocks.length < 2 ? null : content
}

/**
 * Reads any text, be it an article, a part of one or a single sentence. A first line is the headline only where something
 * stands under it and it is no sentence, byline or date line.
 */
export function readAnyText(text: string): Content {
  const groups = groupsOf(text)
  const lines = groups.length === 1 && !isWrapped(groups[0]!) ? groups[0]!.map((line) => [line]) : groups
  const first = lines[0]?.[0]
  if (first === undefined || lines.flat().length === 1 || isWrapped(lines[0]!) || isSentence(first))
    return withoutHead(lines)
  if (!isByline(first) && readClaims(first) === null) return withHeadline(lines) ?? withoutHead(lines)
  const { blocks, claims, rest } = readHead(lines)
  return { blocks: [...blocks, ...rest.flatMap(readGroup)], claims }
}

function withoutHead(lines: readonly (readonly string[])[]): Content {
  return { blocks: lines.flatMap(readGroup), claims: [] }
}

/** Groups of lines with blank lines between them. */
function groupsOf(text: string): string[][] {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((group) =>
      group
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    )
    .filter((group) => group.length > 0)
}

/** A line that ends with a full stop, but for one of an abbreviation ("Back in the U.S.") or an ellipsis. */
function isSentence(line: string): boolean {
  return /(?:(?<!\.|\p{Lu})\.|[。।۔።])["”»」』’)\]]*$/u.test(line)
}

/** A paragraph that somebody broke into lines goes on in the next line with a small letter. */
function isWrapped(lines: readonly string[]): boolean {
  return lines.slice(1).some((line) => /^\p{Ll}/u.test(line))
}

function withHeadline(lines: readonly (readonly string[])[]): Content | null {
  const headline = lines[0]?.[0]
  if (headline === undefined || headline.length > longestHeadline) return null
  const head = readHead([lines[0]!.slice(1), ...lines.slice(1)])
  const blocks = [...head.blocks, ...head.rest.flatMap(readGroup)]
  return { blocks: [{ kind: 'headline', text: headline }, ...blocks], claims: head.claims }
}

interface Head {
  readonly blocks: readonly Block[]
  readonly claims: readonly Claim[]
  readonly rest: readonly (readonly string[])[]
}

/** Takes byline, date line and standfirst off the top, in whatever order they stand in the first groups of lines. */
function readHead(groups: readonly (readonly string[])[]): Head {
  const blocks: Block[] = []
  const claims: Claim[] = []
  const has = (kind: BlockKind) => blocks.some((block) => block.kind === kind)
  let at = 0
  for (; at < Math.min(groups.length, 4); at++) {
    const left: string[] = []
    for (const line of groups[at]!) {
      const dated = has('dateline') ? null : readClaims(line)
      claims.push(...(dated ?? []))
      if (dated !== null) blocks.push({ kind: 'dateline', text: line })
      else if (!has('byline') && isByline(line)) blocks.push({ kind: 'byline', text: line })
      else left.push(line)
    }
    if (left.length === 0) continue
    const besides = left.length < groups[at]!.length || at === 0
    if (!besides || left.length > 1 || has('standfirst') || isCorrectionNote(left[0]!))
      return { blocks, claims, rest: [left, ...groups.slice(at + 1)] }
    blocks.push({ kind: 'standfirst', text: left[0]! })
  }
  return { blocks, claims, rest: groups.slice(at) }
}

/** A group of lines is one paragraph (wrapped by hand or not), a list, a heading, or a correction note. */
function readGroup(lines: readonly string[]): readonly Block[] {
  if (lines.every((line) => /^[-•*‣]\s/.test(line))) {
    return lines.map((line) => ({ kind: 'list-item', text: line.replace(/^[-•*‣]\s+/, '') }))
  }
  const text = joinLines(lines)
  const heading = /^#{1,6}\s+(.*)$/.exec(text)
  if (heading !== null) return [{ kind: 'heading', text: heading[1]! }]
  return [{ kind: isCorrectionNote(text) ? 'correction-note' : 'paragraph', text }]
}

/** Chinese and Japanese lines join without a space, as those scripts have none between words. */
function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const tight = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。]$/u.test(text)
    return tight ? text + line : `${text} ${line}`
  })
}
