import type { Link } from '../../../domain/revision.ts'

export interface Paragraph {
  readonly text: string
  readonly links: readonly Link[]
}

interface OpenLink {
  readonly start: number
  readonly href: string
}

/** Text as CSS lays it out in lines: white space collapsed, breaks kept, links by their place. */
export class Run {
  private text: string[] = []
  private length = 0
  private last = '\n'
  private verbatim = false
  private readonly open: OpenLink[] = []
  private readonly links: { start: number; end: number; href: string }[] = []

  isOpen(): boolean {
    return this.length > 0
  }

  add(value: string, verbatim: boolean): void {
    if (verbatim) {
      this.verbatim = true
      return this.put(value)
    }
    const collapsed = value.replace(/[\u00ad\u200b\ufeff]/g, '').replace(/[ \t\n\r\f]+/g, ' ')
    const spaced = this.last === ' ' || this.last === '\n' || this.last === '\t'
    this.put(spaced && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed)
  }

  break(): void {
    this.put('\n')
  }

  space(): void {
    if (this.length > 0 && !/\s/.test(this.last)) this.put(' ')
  }

  /** Begins a cell of a table. */
  cell(): void {
    if (this.length > 0) this.put('\t')
  }

  openLink(href: string): void {
    this.open.push({ start: this.length, href })
  }

  closeLink(): void {
    const link = this.open.pop()
    if (link !== undefined && link.start < this.length) this.links.push({ ...link, end: this.length })
  }

  private put(value: string): void {
    if (value === '') return
    this.text.push(value)
    this.length += value.length
    this.last = value.at(-1)!
  }

  /** The paragraphs that were read: a doubled break divides them, but not where lines are kept. */
  end(): readonly Paragraph[] {
    while (this.open.length > 0) this.closeLink()
    const whole = this.text.join('')
    if (whole.trim() === '') return []
    const links = this.links.toSorted((a, b) => a.start - b.start)
    const found: Paragraph[] = []
    let next = 0
    for (const { start, end } of this.verbatim ? [{ start: 0, end: whole.length }] : pieces(whole)) {
      const own: Link[] = []
      while (next < links.length && links[next]!.start < start) next++
      for (; next < links.length && links[next]!.start < end; next++) {
        const link = links[next]!
        const text = tidy(whole.slice(link.start, Math.min(link.end, end)))
        if (text !== '') own.push({ text, href: link.href })
      }
      const piece = whole.slice(start, end)
      const text = this.verbatim ? piece.replace(/^\n+/, '').trimEnd() : tidy(piece)
      if (text !== '') found.push({ text, links: own })
    }
    return found
  }
}

const tidy = (text: string): string =>
  text
    .replace(/ *\n */g, '\n')
    .replace(/ *\t */g, '\t')
    .trim()

/** Where the paragraphs of a text lie that breaks divide. */
function* pieces(whole: string): Generator<{ readonly start: number; readonly end: number }> {
  let start = 0
  for (const gap of whole.matchAll(/\n[ \u00a0]*\n[\n \u00a0]*/g)) {
    yield { start, end: gap.index }
    start = gap.index + gap[0].length
  }
  yield { start, end: whole.length }
}
