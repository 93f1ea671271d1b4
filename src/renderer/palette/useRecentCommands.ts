import { useStored } from '../ui/stored.ts'
import { withRecent } from './entries.ts'

const isKeys = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((key) => typeof key === 'string')

/** What was chosen in the palette last, by its keys. */
export function useRecentCommands() {
  const [recent, setRecent] = useStored('recentCommands', [], isKeys)
  return { recent, remember: (key: string) => setRecent(withRecent(recent, key)) }
}

/** The ids of the articles among them. */
export function recentArticles(recent: readonly string[]): readonly number[] {
  return recent.flatMap((key) => (key.startsWith('article:') ? Number(key.slice('article:'.length)) : []))
}
