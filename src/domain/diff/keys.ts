/**
 * Alignment keys: what two texts must share to count as the same words. Folded are the differences of typography alone:
 * Unicode normal form, curly and straight quotes, dash variants, kinds of space, soft hyphens and zero-width characters.
 */

const apostrophes = /[\u2018\u2019\u201a\u201b\u2032\u02bc\u02b9\uff07`\u00b4]/g
const quotes = /[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02]/g
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g
const unseen = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g

/** The alignment key of one token: for a space ' ', or nothing where nothing is seen. */
export function tokenKey(text: string): string {
  if (isPlain(text)) return text
  const key = fold(text)
    .replace(/\s(?=[^\p{N}])/u, '')
    .replace(/\s/gu, ' ')
  return key === '...' ? '\u2026' : key
}

/** The alignment key of a whole text, for finding blocks that differ in typography at most. */
export function textKey(text: string): string {
  return fold(text).replaceAll('...', '\u2026').replace(/\s+/gu, ' ').trim()
}

function fold(text: string): string {
  const folded = text.normalize('NFC').replace(apostrophes, "'").replace(quotes, '"').replace(dashes, '-')
  return folded.replace(/-{2,}/g, '-').replaceAll("''", '"').replace(unseen, '')
}

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 0x7e || code === 0x60 || code === 0x2d || code === 0x2e || code === 0x27) return false
  }
  return true
}
