import { vocabularyOf, type TermKind, type Terms, type Vocabulary } from './vocabulary.ts'

/** Compounds in which the character of a negation negates nothing: 不过 is however, 特别 is special. */
const otherwise =
  /不过|不過|不同(?!意)|不断|不斷|不仅|不僅|不久|不但|不少|不动产|不動産|不明|特别|特別|分别|分別|个别|個別|别人|別人|级别|級別|性别|性別|区别|未来|未來|未明|非常|非洲|除非|無料|無線|无线|少ない|危ない|ないか/gu

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}\p{Script=Arabic}]/u

/** The telling words among the words of a change, by what they tell: sorted, lower case, each as often as it occurs. */
export type TellingTerms = Readonly<Record<TermKind, readonly string[]>>

export function tellingTerms(keys: readonly string[], { terms }: Vocabulary): TellingTerms {
  const found: Record<TermKind, string[]> = { negation: [], hedge: [], attribution: [], source: [] }
  for (const key of keys) addWord(found, key, terms)
  if (keys.length > 1) addPhrases(found, keys, terms)
  if (terms.parts.length > 0) addParts(found, keys.join(''), terms)
  for (const list of Object.values(found)) if (list.length > 1) list.sort()
  return found
}

/** The telling words of one kind. */
export function termsIn(keys: readonly string[], kind: TermKind, lang: string | null): readonly string[] {
  return tellingTerms(keys, vocabularyOf(lang))[kind]
}

function addWord(found: Record<TermKind, string[]>, key: string, { words }: Terms): void {
  const word = key.toLowerCase()
  const kinds = words.get(word) ?? words.get(withoutAnd(word))
  if (kinds !== undefined) for (const kind of kinds) if (!isMonthName(key, kind)) found[kind].push(word)
  if (kinds === undefined && contraction.test(word)) found.negation.push(word)
}

const contraction = /n't$|^n'\p{L}/u

/** In Arabic `and` is the first letter of the word it joins. */
function withoutAnd(word: string): string {
  return word.length > 2 && (word.startsWith('و') || word.startsWith('ف')) ? word.slice(1) : word
}

/** May is a month where it is written large. */
function isMonthName(key: string, kind: TermKind): boolean {
  return kind === 'hedge' && key === 'May'
}

function addPhrases(found: Record<TermKind, string[]>, keys: readonly string[], { phrases }: Terms): void {
  if (phrases.length === 0) return
  const text = ` ${keys.join(' ').toLowerCase()} `
  for (const phrase of phrases) if (text.includes(` ${phrase.text} `)) found[phrase.kind].push(phrase.text)
}

/** Every occurrence counts, so that one more of a word that stands there already is seen. */
function addParts(found: Record<TermKind, string[]>, text: string, { parts }: Terms): void {
  if (!unspaced.test(text)) return
  const telling = text.replace(otherwise, '')
  for (const part of parts) {
    for (let at = telling.indexOf(part.text); at >= 0; at = telling.indexOf(part.text, at + part.text.length))
      found[part.kind].push(part.text)
  }
}

/** Whether a word, in lower case, introduces who said something. */
export function isAttribution(word: string, { terms }: Vocabulary): boolean {
  return terms.words.get(word)?.includes('attribution') ?? false
}
