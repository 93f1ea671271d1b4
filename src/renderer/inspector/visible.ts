/**
 * Characters that would not be seen, or would turn the order of others round (Unicode TR36), written out: a source is read to
 * see what is there.
 */
const hidden = /[\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu

export function visible(text: string): string {
  return text.replace(hidden, (one) =>
    one === '\t' ? one : `⟨U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`
  )
}
