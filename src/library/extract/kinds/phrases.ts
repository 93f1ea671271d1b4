import { folded, wordsIn } from '../metadata/likeness.ts'

/** Phrases made ready to be looked for, whatever their case, marks and punctuation. */
export interface Phrases {
  readonly all: readonly string[]
  readonly whole: ReadonlySet<string>
}

export function phrases(list: readonly string[]): Phrases {
  const all = [...new Set(list.map(folded))].filter((phrase) => phrase !== '')
  return { all, whole: new Set(all) }
}

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u
/** Marks at which the name of a site is set off. */
const segments = /\s+[|\-–—·•:»«/]+\s+|\s*[|｜]\s*|:\s|\.\s+/u

/**
 * The phrase that a title or heading consists of, but for the name of a site and a few words; null where it says more. A
 * phrase of one word has to stand alone: "Search" is a page, "Search for missing hiker" is news.
 */
export function titlePhrase(title: string, { all, whole }: Phrases): string | null {
  const plain = folded(title)
  if (plain === '' || title.length > 300) return null
  for (const [at, segment] of [title, ...title.split(segments)].entries()) {
    const part = folded(segment)
    if (whole.has(part) && (wordsIn(part) >= 2 || at <= 1)) return part
  }
  return all.find((phrase) => isMostOf(phrase, plain)) ?? null
}

function isMostOf(phrase: string, text: string): boolean {
  if (dense.test(phrase)) return phrase.length >= 4 && text.length <= phrase.length + 12 && text.includes(phrase)
  const more = wordsIn(text) - wordsIn(phrase)
  const most = wordsIn(phrase) >= 4 ? 4 : wordsIn(phrase) >= 3 ? 2 : 0
  return more <= most && (text.startsWith(`${phrase} `) || text.endsWith(` ${phrase}`))
}

/** The first phrase that stands in a text, at the boundaries of words. */
export function phraseIn(text: string, { all }: Phrases): string | null {
  const plain = ` ${folded(text)} `
  return all.find((phrase) => (dense.test(phrase) ? plain.includes(phrase) : plain.includes(` ${phrase}`))) ?? null
}
