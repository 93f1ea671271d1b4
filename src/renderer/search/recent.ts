import { readStored, writeStored } from '../ui/stored.ts'

/** So many searches are offered again. */
const most = 8

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string')

/** What was searched for last, the latest first: only searches of which something was opened. */
export const recentSearches = (): readonly string[] => readStored('recentSearches', [], isTexts)

/** Puts a search first; one that only went on with the one before takes its place. */
export function withSearch(recent: readonly string[], text: string): readonly string[] {
  const asked = text.trim()
  if (asked === '') return recent
  const others = recent.filter((one, i) => one !== asked && !(i === 0 && asked.startsWith(one)))
  return [asked, ...others].slice(0, most)
}

export function rememberSearch(text: string): void {
  writeStored('recentSearches', withSearch(recentSearches(), text))
}

export function forgetSearches(): void {
  writeStored('recentSearches', [])
}
