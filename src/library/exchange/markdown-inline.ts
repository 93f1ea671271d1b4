import type { Link } from '../../domain/revision.ts'

/** A run of Markdown as it is shown. */
export interface Inline {
  readonly text: string
  readonly links: readonly Link[]
  readonly images: readonly { readonly text: string; readonly src: string }[]
}

/** Where links with a name lead (`[name]: address`), names in lower case. */
export type References = ReadonlyMap<string, string>

/** `(address "title")`; an address may hold one pair of parentheses. Bounds keep each try short. */
const target = String.raw`\(\s*<?([^\s()<>]{0,2000}(?:\([^\s()<>]{0,500}\)[^\s()<>]{0,2000})?)>?(?:\s+["'][^"']{0,500}["'])?\s*\)`
const label = String.raw`((?:[^[\]\\]|\\.){0,1000})`

const plain = /[^\\`![<*~=_&]+/y
const escape = /\\([!-/:-@[-`{-~])/y
const code = /(`{1,3})(?!`)([^`]{1,2000})\1(?!`)/y
const image = new RegExp(
  String.raw`(?:\[!\[([^[\]]{0,1000})\]${target}\]${target})|(?:!\[([^[\]]{0,1000})\]${target})`,
  'y'
)
const link = new RegExp(String.raw`\[${label}\]${target}`, 'y')
const reference = new RegExp(String.raw`\[${label}\](?:\[([^[\]]{0,200})\])?`, 'y')
const address = /<(https?:\/\/[^\s<>]{1,2000})>/iy
const tag = /<\/?[a-z][a-z0-9-]{0,20}(?:\s[^<>]{0,1000})?\/?>/iy
const entity = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6});/iy
/** Blanks on both sides make it a sign like others, and so do letters on both sides of `_`. */
const emphasis = /(?<!\s)\*{1,3}|\*{1,3}(?=\S)|~~|==|(?<![\p{L}\p{N}_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}_])/uy

/** Reads what stands inside of a block (CommonMark 0.31, 6): the words without their marks, links, images. */
export function readInline(source: string, references: References): Inline {
  return new InlineReading(source, references).read()
}

class InlineReading {
  readonly #source: string
  readonly #references: References
  readonly #links: Link[] = []
  readonly #images: { text: string; src: string }[] = []
  readonly #open = new Set<string>()
  #text = ''
  #at = 0

  constructor(source: string, references: References) {
    this.#source = source
    this.#references = references
  }

  read(): Inline {
    while (this.#at < this.#source.length) {
      if (!this.#step()) this.#text += this.#source[this.#at++]!
    }
    const text = this.#text.replace(/[ \t]+/g, ' ').trim()
    return { text, links: this.#links, images: this.#images }
  }

  /** Takes what begins here; false where it is but a letter. */
  #step(): boolean {
    const found = (shape: RegExp): RegExpExecArray | null => {
      shape.lastIndex = this.#at
      const match = shape.exec(this.#source)
      if (match !== null) this.#at += match[0].length
      return match
    }
    let match: RegExpExecArray | null
    if ((match = found(plain))) this.#text += match[0]
    else if ((match = found(escape))) this.#text += match[1]!
    else if ((match = found(code))) this.#text += match[2]!
    else if ((match = found(image))) this.#image(match[1] ?? match[4] ?? '', match[2] ?? match[5] ?? '')
    else if ((match = found(link))) this.#link(match[1]!, match[2]!)
    else if ((match = found(address))) this.#link(match[1]!, match[1]!)
    else if ((match = this.#named(found))) this.#link(match[1]!, this.#references.get(nameIn(match))!)
    else if ((match = found(entity))) this.#text += entityOf(match[0])
    else if ((match = found(tag))) this.#text += /^<br/i.test(match[0]) ? '\n' : ''
    else return this.#emphasis()
    return true
  }

  /** A link by name, where that name is known. */
  #named(found: (shape: RegExp) => RegExpExecArray | null): RegExpExecArray | null {
    const before = this.#at
    const match = found(reference)
    if (match !== null && this.#references.has(nameIn(match))) return match
    this.#at = before
    return null
  }

  /** A mark that is closed somewhere, or closes one. */
  #emphasis(): boolean {
    emphasis.lastIndex = this.#at
    const mark = emphasis.exec(this.#source)?.[0]
    if (mark === undefined) return false
    const isClosing = this.#open.delete(mark)
    if (!isClosing && !this.#source.includes(mark, this.#at + mark.length)) return false
    if (!isClosing) this.#open.add(mark)
    this.#at += mark.length
    return true
  }

  #link(shown: string, href: string): void {
    const { text } = readInline(shown, new Map())
    this.#text += text
    if (text !== '' && href !== '') this.#links.push({ text, href })
  }

  #image(text: string, src: string): void {
    if (src !== '') this.#images.push({ text, src })
  }
}

const nameIn = (match: RegExpExecArray): string => ((match[2] ?? '') || match[1]!).toLowerCase()

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' ']
])

function entityOf(text: string): string {
  const name = text.slice(1, -1).toLowerCase()
  if (!name.startsWith('#')) return entities.get(name)!
  const point = Number(name.slice(1))
  return point === 0 ? '\uFFFD' : String.fromCodePoint(point)
}
