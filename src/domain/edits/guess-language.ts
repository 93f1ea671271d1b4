import { languages } from './words/languages.ts'

/** So many characters of either revision are enough to know the language by. */
const enough = 2_000
/** So many small words, or letters of its own, are no chance. */
const certain = 4

/**
 * The language of two revisions, where its letters or its small words leave little doubt; null otherwise. Only as good as the
 * judging of changes needs: it knows the languages whose words are listed.
 */
export function guessLanguage(older: string, newer: string): string | null {
  return languageOf(`${newer.slice(0, enough)}\n${older.slice(0, enough)}`)
}

/** The language of one text, likewise. */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, 2 * enough)
  return byScript(sample) ?? bySmallWords(sample)
}

const scripts: readonly (readonly [string, RegExp])[] = [
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu]
]

/** By the script that more than a third of the letters belong to; Japanese needs only a tenth, as it writes Han too. */
function byScript(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  for (const [code, script] of scripts) {
    const share = (text.match(script)?.length ?? 0) / Math.max(1, letters)
    if (share > (code === 'ja' ? 0.1 : 0.34)) return neighbour(code, text)
  }
  return null
}

/** Languages of one script are told apart by letters that only one of them has. */
function neighbour(code: string, text: string): string {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  if (code === 'ar' && count(/[پچژگکی\u200c]/gu) > count(/[ةىكي]/gu)) return 'fa'
  if (code === 'ru' && count(/[іїєґ]/giu) > count(/[ыэъё]/giu)) return 'uk'
  return code
}

let smallWords: ReadonlyMap<string, readonly string[]> | null = null

/** Which languages have a small word among their frequent ones. */
function listSmallWords(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { code, common } of languages) {
    for (const word of common.split(' ')) found.set(word, [...(found.get(word) ?? []), code])
  }
  return found
}

/** Letters that hardly any other of these languages has. */
const ownLetters: readonly (readonly [string, RegExp])[] = [
  ['tr', /[ğşıİ]/gu],
  ['pl', /[łżźśćńąęŁŻŹŚ]/gu],
  ['de', /[ßäÄ]/gu],
  ['es', /[ñ¿¡]/gu],
  ['pt', /[ãõ]/gu]
]

/** A word that several languages share counts less; the best must be clearly ahead of the second. */
function bySmallWords(text: string): string | null {
  smallWords ??= listSmallWords()
  const scores = new Map<string, number>()
  for (const [code, letters] of ownLetters) {
    const found = text.match(letters)?.length ?? 0
    if (found > 0) scores.set(code, Math.min(found, certain))
  }
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const codes = smallWords.get(word) ?? []
    for (const code of codes) scores.set(code, (scores.get(code) ?? 0) + 1 / codes.length)
  }
  const [best, second] = [...scores].sort((one, other) => other[1] - one[1])
  if (best === undefined || best[1] < certain) return null
  return best[1] >= 1.3 * (second?.[1] ?? 0) ? best[0] : null
}
