import { isCorrectionNote } from '../../domain/disclosure/correction-note.ts'
import type { Block, BlockKind } from '../../domain/revision.ts'
import { readInline, type References } from './markdown-inline.ts'

const heading = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$/
const fence = /^ {0,3}(`{3,}|~{3,})[^`]*$/
const rule = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/
const item = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(\S.*)$/
const quoted = /^ {0,3}>[ \t]?(.*)$/
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/
const definition = /^ {0,3}\[([^[\]]{1,200})\]:\s*<?([^\s<>]{1,8192})>?/
const divider = /^\s*\|?(?:\s*:?-{1,}:?\s*\|)+(?:\s*:?-{1,}:?\s*)?$/

/** Reads the blocks of a Markdown text (CommonMark 0.31; tables of GitHub). Nested lists and quotes are told flat. */
export function readBlocks(text: string): Block[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const references = new Map<string, string>()
  const rest = lines.filter((line) => {
    const [, name, address] = definition.exec(line) ?? []
    if (name === undefined || name.startsWith('^')) return true
    references.set(name.toLowerCase(), address!)
    return false
  })
  return new BlockReading(references).read(rest)
}

class BlockReading {
  readonly #references: References
  readonly #blocks: Block[] = []
  #lines: string[] = []
  #kind: BlockKind = 'paragraph'
  #fence: string | null = null

  constructor(references: References) {
    this.#references = references
  }

  read(lines: readonly string[]): Block[] {
    for (const line of lines) this.#line(line)
    this.#end()
    return this.#blocks
  }

  #line(line: string): void {
    if (this.#fence !== null) return this.#inFence(line)
    const opens = fence.exec(line)
    if (opens !== null) {
      this.#end()
      this.#fence = opens[1]!
    } else if (line.trim() === '') this.#end()
    else if (underline.test(line) && this.#lines.length > 0 && this.#kind === 'paragraph') this.#end('heading')
    else if (rule.test(line)) this.#end()
    else this.#text(line)
  }

  #text(line: string): void {
    const [head, listed, said] = [heading.exec(line), item.exec(line), quoted.exec(line)]
    if (head !== null) {
      this.#end()
      this.#put('heading', head[2] ?? '')
    } else if (said !== null) this.#more('quote', said[1]!)
    else if (listed !== null) {
      this.#end()
      this.#more('list-item', listed[1]!)
    } else if (line.trimStart().startsWith('|')) this.#row(line)
    // A line without a mark goes on with the block above it.
    else this.#more(this.#lines.length > 0 ? this.#kind : 'paragraph', line)
  }

  #more(kind: BlockKind, line: string): void {
    if (kind !== this.#kind) this.#end()
    if (kind === 'quote' && line.trim() === '') return this.#end()
    this.#kind = kind
    this.#lines.push(line)
  }

  #row(line: string): void {
    this.#end()
    if (divider.test(line)) return
    const cells = line.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/) // prettier-ignore
    const texts = cells.map((cell) => readInline(cell.replaceAll('\\|', '|'), this.#references).text)
    if (texts.some((text) => text !== '')) this.#blocks.push({ kind: 'table-row', text: texts.join('\t') })
  }

  #inFence(line: string): void {
    if (line.trim().startsWith(this.#fence!) && /^[`~\s]*$/.test(line)) {
      const text = this.#lines.splice(0).join('\n').trimEnd()
      this.#fence = null
      if (text.trim() !== '') this.#blocks.push({ kind: 'paragraph', text })
    } else this.#lines.push(line)
  }

  #end(kind: BlockKind = this.#kind): void {
    const lines = this.#lines.splice(0)
    if (lines.length > 0) this.#put(kind, lines.map(withBreak).join(''))
    this.#kind = 'paragraph'
  }

  #put(kind: BlockKind, source: string): void {
    const { text, links, images } = readInline(source, this.#references)
    const isNote = kind === 'paragraph' && isCorrectionNote(text)
    if (text !== '')
      this.#blocks.push({ kind: isNote ? 'correction-note' : kind, text, ...(links.length > 0 ? { links } : {}) })
    for (const one of images) this.#blocks.push({ kind: 'image', text: one.text, src: one.src })
  }
}

/** A line goes on in the next with a blank; two blanks or a backslash at its end break it. */
const withBreak = (line: string, at: number, lines: readonly string[]): string => {
  if (at === lines.length - 1) return line.trim()
  return / {2,}$/.test(line)
    ? `${line.trim()}\n`
    : line.endsWith('\\')
      ? `${line.trim().slice(0, -1)}\n`
      : `${line.trim()} `
}
