import { nothingLeft, type Fold } from './guard.ts'
import type { Sides } from './sides.ts'

/**
 * Text whose bytes were read in the wrong encoding: ministerâ€™s for minister’s, ÐŸÑ€Ð¸ for При. It is found by going back:
 * characters become the bytes they stand for, and the bytes are read as UTF-8.
 */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ' + latin1()
const windows1251 = 'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї' + cyrillic()
const tables: readonly ReadonlyMap<string, number>[] = [windows1252, windows1251].map(
  (characters) => new Map([...characters].map((character, index) => [character, 0x80 + index]))
)
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  rsquo: '\u2019',
  lsquo: '\u2018',
  rdquo: '\u201d',
  ldquo: '\u201c',
  ndash: '\u2013',
  mdash: '\u2014',
  hellip: '\u2026',
  eacute: '\u00e9',
  egrave: '\u00e8',
  agrave: '\u00e0',
  ccedil: '\u00e7',
  ouml: '\u00f6',
  uuml: '\u00fc',
  auml: '\u00e4',
  szlig: '\u00df'
}

function latin1(): string {
  return Array.from({ length: 0x60 }, (_, index) => String.fromCharCode(0xa0 + index)).join('')
}

function cyrillic(): string {
  return Array.from({ length: 0x40 }, (_, index) => String.fromCharCode(0x410 + index)).join('')
}

/** A change that is one text in two encodings, and nothing else. */
export function encodingFold({ older, newer }: Sides): Fold | null {
  const [one, other] = [older.around, newer.around]
  if (one === other || !maybeBroken(one + other)) return null
  const [a, b] = [folded(repaired(one)), folded(repaired(other))]
  if (a !== b && !matchesLost(a, b) && !matchesLost(b, a)) return null
  return { kinds: ['typography'], rule: 'mojibake', reason: 'the same text in another encoding', rest: nothingLeft }
}

/** What follows the first byte of a character of UTF-8, as windows-1252 and windows-1251 show it. */
const next1252 = '[\\u0080-\\u00bf\\u20ac\\u201a-\\u203a\\u0152-\\u0192\\u02c6\\u02dc\\u2122]'
const next1251 = '[\\u0402-\\u040f\\u0452-\\u045f\\u0490\\u0491\\u00a0-\\u00bb\\u201a-\\u203a\\u20ac\\u2116\\u2122]'
/** In windows-1251 most letters begin with Р or С. French sets a hard space before », : and the like. */
const broken = new RegExp(
  `[\\u00c2-\\u00df]${next1252}|[\\u00e0-\\u00f4](?!\\u00a0[\\u00bb:;!?])${next1252}{2}|[РС]${next1251}|в[Ђ„]|&#?\\w{2,8};|\\ufffd`,
  'u'
)

/** Whether a text may have been read in the wrong encoding. */
export function maybeBroken(text: string): boolean {
  return broken.test(text)
}

/** A text without differences of typography. */
export function folded(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}

/** What was read in the wrong encoding, once or twice, in the right one; everything else as it is. */
export function repaired(text: string): string {
  let current = withoutEntities(text)
  for (let round = 0; round < 2; round++) {
    for (const table of tables) current = reread(current, table)
  }
  return current.replace(/â€(?=[\s.,;:!?)]|$)/gu, '\u201d').replace(/Ã[ \u00a0]/gu, 'à')
}

function withoutEntities(text: string): string {
  return text.replace(/&(#\d{2,5}|#x[0-9a-f]{2,4}|\w{2,8});/giu, (whole: string, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    return String.fromCharCode(Number(name.slice(1).replace(/^x/i, '0x')))
  })
}

function reread(text: string, bytes: ReadonlyMap<string, number>): string {
  let result = ''
  for (let at = 0; at < text.length;) {
    const found = sequenceAt(text, at, bytes)
    result += found?.character ?? text[at]!
    at += found?.length ?? 1
  }
  return result
}

/** The character that some characters make when they are taken as bytes of UTF-8; null where they are no sequence of it. */
function sequenceAt(text: string, at: number, bytes: ReadonlyMap<string, number>) {
  const first = bytes.get(text[at]!) ?? 0
  const length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0
  if (length === 0 || first >= 0xf5) return null
  let code = first & (0xff >> (length + 1))
  for (let step = 1; step < length; step++) {
    const next = bytes.get(text[at + step] ?? '') ?? 0
    if (next < 0x80 || next > 0xbf) return null
    code = (code << 6) | (next & 0x3f)
  }
  return code > 0x10ffff ? null : { character: String.fromCodePoint(code), length }
}

/** Where a character was lost (�), any one beyond ASCII may have stood: never a digit, never a plain letter. */
function matchesLost(broken: string, whole: string): boolean {
  if (!broken.includes('\ufffd')) return false
  const parts = broken.split(/\ufffd+/u).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join(`(?:[^\\p{ASCII}]|["'])`)}$`, 'u').test(whole)
}
