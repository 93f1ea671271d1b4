import type { Capture } from '../../src/domain/capture.ts'
import type { RevisionInfo, Timemap } from '../../src/domain/timemap.ts'

const hour = 3600_000
const start = Date.parse('2026-03-03T09:00:00Z')

/** Numbers between 0 and 1, the same ones each time. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
}

export function revision(number: number, at: number, more: Partial<RevisionInfo> = {}): RevisionInfo {
  return {
    id: 1000 + number,
    label: String(number),
    at: new Date(at).toISOString(),
    lastSeenBefore: number === 1 ? null : new Date(at - hour / 4).toISOString(),
    words: 300,
    headline: 'A headline',
    returnsTo: null,
    headlineReturnsTo: null,
    change:
      number === 1
        ? null
        : {
            wordsAdded: 12,
            wordsRemoved: 5,
            minor: false,
            headlineChanged: false,
            silent: false,
            summary: '1 paragraph'
          },
    noted: false,
    imported: false,
    kept: [],
    bodyHash: 'b0d7'.repeat(16),
    textHash: '7e47'.repeat(16),
    ...more
  }
}

export function capture(at: number, more: Partial<Capture> = {}): Capture {
  const iso = new Date(at).toISOString()
  return {
    id: 1,
    at: iso,
    until: iso,
    count: 1,
    outcome: 'unchanged',
    status: 200,
    error: null,
    revision: null,
    ...more
  }
}

/** A history of so many versions, most of them close together and some far apart. */
export function history(versions: number, captures: readonly Capture[] = []): Timemap {
  const random = numbers(77)
  let at = start
  const revisions = Array.from({ length: versions }, (_, n) => {
    const made = revision(n + 1, at)
    at += hour * (random() < 0.08 ? 200 * random() : 0.2 + random())
    return made
  })
  const article = { id: 1, source: 'The Courier', url: null, lang: 'en', dir: 'ltr' as const, headline: 'A headline' }
  return { article, revisions, gaps: [], captures, unobserved: [], headlines: [] }
}

export const after = (timemap: Timemap, hours = 3) => Date.parse(timemap.revisions.at(-1)!.at) + hours * hour
