import { Token, Tokenizer, TokenizerMode } from 'parse5'
import { spaceOf } from './namespaces.ts'

/** An element as a feed holds it. Names are in lower case; `space` is the usual prefix of the namespace, '' for none. */
export interface Node {
  readonly space: string
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly content: readonly (Node | string)[]
}

interface OpenNode extends Node {
  readonly content: (Node | string)[]
  readonly spaces: ReadonlyMap<string, string>
}

/** What comes after is not read: the newest entries stand first. The bounds keep the worst text below two seconds. */
const mostCharacters = 4_000_000
const mostElements = 150_000
const mostEntries = 5001
const deepest = 200
const mostSpaces = 100
const chunk = 1 << 16

/** Elements that never stand inside one of their own kind: a second one closes the first, which its writer left open. */
const entryNames = new Set(['item', 'entry', 'url', 'sitemap'])
const neverNested = new Set([...entryNames, 'channel'])

/**
 * Reads XML as forgivingly as browsers read HTML: with the tokenizer of the HTML standard, in which every text is readable,
 * nothing is fetched and an entity that a document type declares stays unexpanded. Unclosed elements end with what holds
 * them, stray end tags are left out. Takes time in proportion to the text. Answers the root, which has no name.
 */
export function readXml(text: string): Node {
  const reader = new Reader()
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, reader)
  tokenizer.state = TokenizerMode.DATA
  tokenizer.inForeignNode = true // CDATA sections are text.
  const end = Math.min(text.length, mostCharacters)
  for (let at = 0; at < end && !reader.full; at += chunk)
    tokenizer.write(text.slice(at, Math.min(end, at + chunk)), false)
  if (!reader.full) tokenizer.write('', true)
  return reader.root
}

class Reader {
  readonly root: OpenNode = { space: '', name: '', attributes: new Map(), content: [], spaces: new Map() }
  full = false
  private readonly open: OpenNode[] = [this.root]
  private elements = 0
  private entries = 0
  private tooDeep = 0

  onStartTag({ tagName, attrs, selfClosing }: Token.TagToken): void {
    this.elements += 1
    if (this.elements > mostElements) this.full = true
    if (this.full) return
    if (this.open.length > deepest) {
      if (!selfClosing) this.tooDeep += 1
      return
    }
    const attributes = new Map(attrs.slice(0, mostSpaces).map(({ name, value }) => [name, value] as const))
    const spaces = declared(this.open.at(-1)!.spaces, attributes)
    const node = { ...named(tagName, spaces), attributes, content: [], spaces }
    if (neverNested.has(node.name)) this.close(node.space, node.name)
    if (entryNames.has(node.name)) this.entries += 1
    if (this.entries > mostEntries) this.full = true
    this.open.at(-1)!.content.push(node)
    if (!selfClosing) this.open.push(node)
  }

  onEndTag({ tagName }: Token.TagToken): void {
    if (this.tooDeep > 0) {
      this.tooDeep -= 1
      return
    }
    const { space, name } = named(tagName, this.open.at(-1)!.spaces)
    this.close(space, name)
  }

  onCharacter({ chars }: Token.CharacterToken): void {
    if (!this.full) this.open.at(-1)!.content.push(chars)
  }
  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.onCharacter(token)
  }
  onNullCharacter(): void {}
  onComment(): void {}
  onDoctype(): void {}
  onEof(): void {}

  /** Closes the innermost open element of that name and all in it; nothing where none is open. */
  private close(space: string, name: string): void {
    const at = this.open.findLastIndex((node) => node.name === name && node.space === space)
    if (at > 0) this.open.length = at
  }
}

function declared(
  around: ReadonlyMap<string, string>,
  attributes: ReadonlyMap<string, string>
): ReadonlyMap<string, string> {
  const own = [...attributes].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
  if (own.length === 0 || around.size > mostSpaces) return around
  return new Map([...around, ...own.map(([name, uri]) => [name.slice(6), uri] as const)])
}

function named(tag: string, spaces: ReadonlyMap<string, string>): { space: string; name: string } {
  const colon = tag.indexOf(':')
  const prefix = colon < 0 ? '' : tag.slice(0, colon)
  return { space: spaceOf(prefix, spaces.get(prefix)), name: tag.slice(colon + 1) }
}

/** The elements directly inside. */
export function childrenOf(node: Node): Node[] {
  return node.content.filter((each) => typeof each !== 'string')
}

/** All text inside, of every depth. */
export function textOf(node: Node): string {
  const parts: string[] = []
  const todo: (Node | string)[] = [...node.content].reverse()
  for (let each = todo.pop(); each !== undefined; each = todo.pop()) {
    if (typeof each === 'string') parts.push(each)
    else for (let at = each.content.length - 1; at >= 0; at -= 1) todo.push(each.content[at]!)
  }
  return parts.join('').trim()
}
