import { vocabularyOf, type Terms, type Vocabulary } from './vocabulary.ts'

const lists = {
  negation: ({ negations }: Vocabulary) => negations,
  hedge: ({ hedges }: Vocabulary) => hedges,
  attribution: ({ attributions }: Vocabulary) => attributions,
  source: ({ sources }: Vocabulary) => sources
}

/** Compounds in which the character of a negation negates nothing: 不过 is however, 特别 is special. */
const otherwise =
  /不过|不過|不同(?!意)|不断|不斷|不仅|不僅|不久|不但|不少|不动产|不動産|不明|特别|特別|分别|分別|个别|個別|别人|別人|级别|級別|性别|性別|区别|未来|未來|未明|非常|非洲|除非|無料|無線|无线|少ない|危ない|ないか/gu

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}\p{Script=Arabic}]/u

/** The telling words of a kind among the words of a change: sorted, lower case, each as often as it occurs. */
export function termsIn(keys: readonly string[], kind: keyof typeof lists, lang: string | null): string[] {
  const terms = lists[kind](vocabularyOf(lang))
  const whole = keys.flatMap((key) => wordTerm(key, terms, kind) ?? [])
  return [...whole, ...phrasesIn(keys, terms), ...partsIn(keys.join(''), terms)].sort()
}

function wordTerm(key: string, terms: Terms, kind: string): string | null {
  if (isMonthName(key, kind)) return null
  const word = key.toLowerCase()
  if (terms.words.has(word)) return word
  if (kind === 'negation' && (word.endsWith("n't") || /^n'\p{L}/u.test(word))) return word
  const bare = word.replace(/^[وف](?=\p{L}{2})/u, '')
  return bare !== word && terms.words.has(bare) ? bare : null
}

/** May is a month where it is written large. */
function isMonthName(key: string, kind: string): boolean {
  return kind === 'hedge' && key === 'May'
}

function phrasesIn(keys: readonly string[], { phrases }: Terms): string[] {
  if (phrases.length === 0 || keys.length < 2) return []
  const text = ` ${keys.join(' ').toLowerCase()} `
  return phrases.filter((phrase) => text.includes(` ${phrase} `))
}

/** Every occurrence counts, so that one more of a word that stands there already is seen. */
function partsIn(text: string, { parts }: Terms): string[] {
  if (parts.length === 0 || !unspaced.test(text)) return []
  const telling = text.replace(otherwise, '')
  return parts.flatMap((part) =>
    telling
      .split(part)
      .slice(1)
      .map(() => part)
  )
}

/** Whether a word, in lower case, introduces who said something. */
export function isAttribution(word: string, { attributions }: Vocabulary): boolean {
  return attributions.words.has(word)
}
