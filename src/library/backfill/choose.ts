import type { Entry } from './entry.ts'

/**
 * Which copies to ask for, in order of time, `most` at most. Of copies in a row with one digest the first; a text that came
 * back stays. Where there are too many, the first copy of each digest goes before its returns, and what is too much still
 * is thinned evenly: archives look most often where a page changes most, so ranks are spread and not hours. The first and
 * the last are always among them.
 */
export function chooseEntries(entries: readonly Entry[], most: number): Entry[] {
  const inOrder = [...entries].sort((a, b) => a.at - b.at)
  const changed = inOrder.filter((entry, n) => {
    const before = inOrder[n - 1]
    if (before === undefined) return true
    return entry.at !== before.at && (entry.digest === null || entry.digest !== before.digest)
  })
  if (changed.length <= most) return changed
  const seen = new Set<string>()
  const isNew = changed.map(({ digest }) => digest === null || (!seen.has(digest) && seen.add(digest) !== undefined))
  const news = changed.filter((_, n) => isNew[n])
  if (news.length >= most) return evenly(news, most)
  const returns = evenly(
    changed.filter((_, n) => !isNew[n]),
    most - news.length
  )
  return [...news, ...returns].sort((a, b) => a.at - b.at)
}

function evenly<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items]
  if (most <= 1) return items.slice(0, Math.max(0, most))
  return Array.from({ length: most }, (_, n) => items[Math.round((n * (items.length - 1)) / (most - 1))]!)
}
