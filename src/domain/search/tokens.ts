import { characterKind, kinds, type CharacterKind } from './characters.ts'
import { foldToken } from './fold.ts'

/**
 * The version of the rules by which a text becomes tokens. An index holds tokens of one version only: whoever changes
 * what searchTokens gives for any text raises it, and every text is indexed again.
 */
export const searchFormat = 1

/** A word as search compares it, and where it stands: UTF-16 offsets in the text as given, the end not included. */
export interface SearchToken {
  readonly token: string
  readonly start: number
  readonly end: number
}

/**
 * The tokens of a text in reading order. A word is one token; apostrophes, hyphens and decimal points divide. In scripts
 * without spaces every character is one, with the marks that belong to it, so that a phrase finds any part of a text. A
 * token consists of letters, digits and marks alone. Any string is a text.
 */
export function searchTokens(text: string): readonly SearchToken[] {
  const tokens: SearchToken[] = []
  let at = 0
  while (at < text.length) {
    const kind = kindAt(text, at)
    if (kind === kinds.word || kind === kinds.alone) {
      const end = kind === kinds.word ? wordEnd(text, at) : clusterEnd(text, at)
      const token = foldToken(text.slice(at, end))
      if (token !== '') tokens.push({ token, start: at, end })
      at = end
    } else at += width(text, at)
  }
  return tokens
}

/** Characters that search does not see belong to a word only where it goes on behind them. */
function wordEnd(text: string, from: number): number {
  let end = from
  for (let at = from; at < text.length;) {
    const kind = kindAt(text, at)
    if (kind === kinds.other || kind === kinds.alone) break
    at += width(text, at)
    if (kind !== kinds.unseen) end = at
  }
  return end
}

function clusterEnd(text: string, from: number): number {
  let end = from + width(text, from)
  for (let at = end; at < text.length;) {
    const kind = kindAt(text, at)
    if (kind !== kinds.extending && kind !== kinds.unseen && !joins(text, from, at)) break
    at += width(text, at)
    if (kind !== kinds.unseen) end = at
  }
  return end
}

/** The first half of am, and tones that may be typed behind it. */
const halfAm = /[\u0e4d\u0ecd][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece]*$/
/** What puts the next letter below the last, in Khmer and Burmese. */
const stacking = /[\u17d2\u1039]\p{M}*$/u

/** Nobody writes more; a hostile text may. */
const mostMarks = 32

/** Whether a letter belongs to the cluster before it: stacked, or the second half of a letter (Thai, Lao). */
function joins(text: string, from: number, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code === 0x0e99 || code === 0x0ea1) return text.charCodeAt(at - 1) === 0x0eab
  if (at === from + 1) return false
  const cluster = text.slice(Math.max(from, at - mostMarks), at)
  if (code === 0x0e32 || code === 0x0eb2) return halfAm.test(cluster)
  return stacking.test(cluster) && kindAt(text, at) === kinds.alone
}

function kindAt(text: string, at: number): CharacterKind {
  const unit = text.charCodeAt(at)
  return characterKind(unit < 0xd800 || unit > 0xdbff ? unit : text.codePointAt(at)!)
}

function width(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit < 0xd800 || unit > 0xdbff || text.codePointAt(at)! < 0x10000 ? 1 : 2
}
