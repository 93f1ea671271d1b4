import { locale } from '../../catalogue/words.ts'

/** `v3`, `v3 and v5`, `v2, v3 and v5`, as the reader's language joins them. */
export function listOf(items: readonly string[]): string {
  const joined = new Intl.ListFormat(locale(), { type: 'conjunction' }).format(items)
  // English writes no comma before the last of several here, as everywhere else in the window.
  return joined.replace(/, and (?=[^,]*$)/u, ' and ')
}
