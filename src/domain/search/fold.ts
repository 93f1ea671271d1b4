import { characterKind, kinds, withoutUnseen } from './characters.ts'

/** Letters that are written one for another, or that a keyboard lacks, after capitals and accents are gone. */
const letters: ReadonlyMap<string, string> = new Map(
  [
    'ß ss, æ ae, œ oe, ø o, đ d, ð d, ħ h, ı i, ł l, ŧ t, þ th, ς σ',
    'ё е, ѐ е, ѝ и',
    'أ ا, إ ا, آ ا, ٱ ا, ى ي, ی ي, ة ه, ۀ ه, ک ك',
    'ൺ ണ്, ൻ ന്, ർ ര്, ൽ ല്, ൾ ള്, ൿ ക്'
  ].flatMap((line) => line.split(', ').map((pair) => pair.split(' ') as [string, string]))
)

/** Marks of the scripts whose words are read the same without them; never a vowel or a voicing mark of another script. */
const accents = /[[[\p{sc=Zinh}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}]&&\p{M}]--[\u3099\u309a]]/gv
const accented = /[\p{sc=Latn}\p{sc=Grek}]/u

/**
 * What a token is compared by. Gone are capitals, accents of Latin and Greek, the dots of ё, vowel points of Arabic and
 * Hebrew, compatibility forms (fullwidth, ligatures, superscripts), other scripts' digits and the order of Thai and Lao
 * marks. Kept are й, ї and ў, and every mark of Indic scripts. Folding twice changes nothing more.
 */
export function foldToken(token: string): string {
  if (isAscii(token)) return token.toLowerCase()
  let folded = ''
  for (const character of withoutUnseen(token).normalize('NFC')) folded += foldCharacter(character)
  return (/^[\u0e00-\u0eff]/.test(folded) ? inOrder(folded) : folded).normalize('NFC')
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false
  return true
}

const known = new Map<string, string>()

function foldCharacter(character: string): string {
  let folded = known.get(character)
  if (folded === undefined) known.set(character, (folded = newlyFolded(character)))
  return folded
}

function newlyFolded(character: string): string {
  if (/\p{Nd}/u.test(character)) return String(digitValue(character.codePointAt(0)!))
  return Array.from(compatible(character).toLowerCase().normalize('NFC'), bare).join('')
}

/** A letter without its accents; nothing, of an accent itself. */
function bare(letter: string): string {
  const parts = accented.test(letter) ? letter.normalize('NFD') : letter
  return Array.from(parts.replace(accents, ''), (part) => letters.get(part) ?? part).join('')
}

/** Digits stand in rows that begin with a zero, in every script. */
function digitValue(code: number): number {
  let first = code
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--
  return (code - first) % 10
}

/** The plain form of a compatibility character, unless that would be divided differently: ½, ⑴ and ヿ stay. */
function compatible(character: string): string {
  const plain = character.normalize('NFKC')
  const kind = characterKind(character.codePointAt(0)!)
  const same = Array.from(plain, (part) => characterKind(part.codePointAt(0)!)).every(
    (each, index) => (each === kind && (index === 0 || kind === kinds.word)) || (index > 0 && each === kinds.extending)
  )
  return same ? plain : character
}

/** Thai and Lao marks as they are typed in any order, am as one letter, and ho no and ho mo as one. */
function inOrder(text: string): string {
  return text
    .replace(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece]{2,}/g, (marks) =>
      [...marks].sort().join('')
    )
    .replaceAll('\u0e4d\u0e32', '\u0e33')
    .replaceAll('\u0ecd\u0eb2', '\u0eb3')
    .replaceAll('\u0eab\u0e99', '\u0edc')
    .replaceAll('\u0eab\u0ea1', '\u0edd')
}
