import type { Language } from '../contract/shell.ts'

export interface Wishes {
  readonly choice: Language['choice']
  /** What `PALIMPSEST_LANG` says, which goes before any choice: a language, or one to try the window with. */
  readonly forced: string | undefined
  /** The system's languages, the one liked best first. */
  readonly preferred: readonly string[]
  /** The system's locale, whose region says how dates and numbers are written. */
  readonly region: string
}

const known = ['en', 'es'] as const
const trials = ['en-XA', 'ar-XB'] as const

/** In what language everything is said; English where the system's languages are none of ours. */
export function speechOf({ choice, forced, preferred, region }: Wishes): Language {
  const trial = trials.find((name) => name === forced)
  if (trial === 'ar-XB') return { choice, words: trial, locale: 'en-XB', dir: 'rtl' }
  if (trial === 'en-XA') return { choice, words: trial, locale: trial, dir: 'ltr' }
  const wanted = [forced ?? '', choice, ...preferred].map(wordsOf)
  const words = wanted.find((name) => name !== undefined) ?? 'en'
  return { choice, words, locale: withRegion(words, region), dir: 'ltr' }
}

function wordsOf(tag: string): 'en' | 'es' | undefined {
  return known.find((name) => name === tag.split(/[-_.]/u)[0])
}

/** English words in a German system are `en-DE`: `Tue 3 Mar` and not `Di., 3. März`, but with the 24-hour clock of that region. */
function withRegion(words: string, tag: string): string {
  const region = /[-_]([A-Z]{2}|\d{3})(?![A-Za-z\d])/u.exec(tag)?.[1]
  return region === undefined ? words : `${words}-${region}`
}
