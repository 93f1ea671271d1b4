import { Token, Tokenizer, TokenizerMode } from 'parse5'

const breaking = /^(p|br|div|li|ul|ol|h[1-6]|blockquote|tr|hr|section|article|figure|figcaption|pre)$/
const unseen = /^(script|style|template|noscript|iframe|object|head|title)$/

/**
 * The paragraphs of HTML that a tracker made itself, of `<p>` and little more: what stands between tags that break a
 * line. Takes time in proportion to the text, as nothing of a page's tree is built.
 */
export function paragraphsOf(html: string): string[] {
  const reader = new Reader()
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, reader)
  tokenizer.state = TokenizerMode.DATA
  tokenizer.write(html, true)
  return reader.paragraphs()
}

class Reader {
  readonly #paragraphs: string[] = []
  #parts: string[] = []
  #hidden = 0

  paragraphs(): string[] {
    this.#break()
    return this.#paragraphs
  }

  onStartTag({ tagName, selfClosing }: Token.TagToken): void {
    if (breaking.test(tagName)) this.#break()
    if (unseen.test(tagName) && !selfClosing) this.#hidden++
  }

  onEndTag({ tagName }: Token.TagToken): void {
    if (breaking.test(tagName)) this.#break()
    if (unseen.test(tagName) && this.#hidden > 0) this.#hidden--
  }

  onCharacter({ chars }: Token.CharacterToken): void {
    if (this.#hidden === 0) this.#parts.push(chars)
  }

  onWhitespaceCharacter({ chars }: Token.CharacterToken): void {
    if (this.#hidden === 0) this.#parts.push(chars)
  }

  onNullCharacter(): void {}
  onComment(): void {}
  onDoctype(): void {}
  onEof(): void {}

  #break(): void {
    const text = this.#parts.join('').trim()
    if (text !== '') this.#paragraphs.push(text)
    this.#parts = []
  }
}
