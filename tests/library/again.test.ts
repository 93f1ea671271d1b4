import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addStates, type Added } from '../../src/library/add.ts'
import type { State } from '../../src/library/exchange/document.ts'
import { addArticle } from '../../src/library/store/articles.ts'
import { capturesOf } from '../../src/library/store/captures.ts'
import { openStore, type Store } from '../../src/library/store/open.ts'

const at = (day: number): string => `2026-03-0${day}T08:00:00.000Z`
const text = (words: string): State['content'] => ({ blocks: [{ kind: 'paragraph', text: words }], claims: [] })
const gone = (day: number): State => ({ ...shown(day, ''), outcome: 'gone', status: 410, content: null })
const shown = (day: number, words: string): State => {
  return { at: at(day), until: at(day), count: 1, outcome: 'changed', status: 200, error: null, content: text(words) }
}

function article(): { readonly store: Store; readonly check: (state: State, body?: string) => Added } {
  const store = openStore(join(mkdtempSync(join(tmpdir(), 'palimpsest-again-')), 'library.db'))
  const source = { name: 'Harbour Post', homepage: null, folder: null }
  const id = addArticle(store, { source, url: 'https://example.org/wall', lang: 'en', dir: 'ltr' })
  const check = (state: State, body?: string): Added => {
    const bodyHash = body === undefined ? null : Buffer.alloc(32, body)
    return addStates(store, id, [state], { origin: null, bodyHash, extractor: 'test/1' })[0]!
  }
  return { store, check }
}

// A commit can report an error and be there all the same, so whoever checks will store the same observation once more.
const examples: readonly { name: string; states: readonly State[]; counts: readonly number[] }[] = [
  { name: 'a first text', states: [shown(1, 'one')], counts: [1] },
  { name: 'another text', states: [shown(1, 'one'), shown(2, 'two')], counts: [1, 1] },
  { name: 'the same text', states: [shown(1, 'one'), shown(2, 'one')], counts: [1, 1] },
  { name: 'a run of the same text', states: [1, 2, 3, 4].map((day) => shown(day, 'one')), counts: [1, 3] },
  { name: 'a failed check', states: [shown(1, 'one'), gone(2)], counts: [1, 1] },
  { name: 'a run of failed checks', states: [shown(1, 'one'), gone(2), gone(3), gone(4)], counts: [1, 3] },
  {
    name: 'runs with another text between them',
    states: [shown(1, 'one'), shown(2, 'one'), shown(3, 'one'), shown(4, 'two'), gone(5), gone(6), shown(7, 'two')],
    counts: [1, 2, 1, 2, 1]
  },
  { name: 'the text after a failed check', states: [shown(1, 'one'), gone(2), shown(3, 'one')], counts: [1, 1, 1] }
]

for (const [what, body] of [
  ['without its bytes', undefined],
  ['with the hash of its bytes', 'x']
] as const) {
  test.each(examples)(`our own check stored twice, ${what}, is counted once: $name`, ({ states, counts }) => {
    const { store, check } = article()
    for (const state of states) {
      check(state, body)
      expect(check(state, body)).not.toBe('revision')
    }
    for (const state of states) expect(check(state, body)).not.toBe('revision')
    expect(capturesOf(store, 1).map(({ count }) => count)).toEqual(counts)
    store.close()
  })
}
