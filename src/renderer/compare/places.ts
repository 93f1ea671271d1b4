import { useMemo } from 'react'
import { readStored, writeStored } from '../ui/stored.ts'
import type { Anchor } from './anchor.ts'

/** Where the reader was in an article, kept for the next time it is opened. */
export interface Places {
  readonly find: () => Anchor | null
  readonly keep: (anchor: Anchor) => void
}

/** For a text whose place is not to be kept. */
export const nowhere: Places = { find: () => null, keep: () => undefined }

const most = 200

type Entry = readonly [article: number, anchor: Anchor]

function areEntries(value: unknown): value is readonly Entry[] {
  return (
    Array.isArray(value) &&
    value.every((entry: unknown) => Array.isArray(entry) && typeof entry[0] === 'number' && isAnchor(entry[1]))
  )
}

function isAnchor(value: unknown): value is Anchor {
  if (typeof value !== 'object' || value === null || !('text' in value)) return false
  return typeof value.text === 'string' && 'index' in value && 'offset' in value
}

export function usePlaces(article: number): Places {
  return useMemo(() => placesOf(article), [article])
}

function placesOf(article: number): Places {
  const read = () => readStored<readonly Entry[]>('places', [], areEntries)
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    find: () => read().find(([id]) => id === article)?.[1] ?? null,
    keep: (anchor) => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const others = read().filter(([id]) => id !== article)
        writeStored('places', [...others, [article, anchor]].slice(-most))
      }, 300)
    }
  }
}
