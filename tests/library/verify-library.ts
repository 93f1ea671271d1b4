import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Block, Content } from '../../src/domain/revision.ts'
import type { Verification } from '../../src/domain/verification.ts'
import { addStates } from '../../src/library/add.ts'
import type { State } from '../../src/library/exchange/document.ts'
import { addArticle } from '../../src/library/store/articles.ts'
import { openStore, type Store } from '../../src/library/store/open.ts'
import { verify } from '../../src/library/verify/run.ts'
import { dice, type Dice } from '../crash/dice.ts'

export const scratch = (name = 'library.db') => join(mkdtempSync(join(tmpdir(), 'palimpsest-verify-')), name)

const now = new Date('2026-03-01T12:00:00Z')
export const verifyAll = (path: string): Promise<Verification> => verify({ path, scope: 'all', now: () => now })

const start = Date.parse('2026-01-01T00:00:00Z')
const time = (hours: number): string => new Date(start + hours * 3_600_000).toISOString()

const words =
  'harbour council vote delay bridge storm minister said river tenants budget rail strike night school'.split(' ')
const sentence = (roll: Dice, length: number): string =>
  Array.from({ length }, () => words[roll(words.length)]!).join(' ')

const block = (roll: Dice): Block => {
  const text = sentence(roll, 5 + roll(30))
  if (roll(6) > 0) return { kind: 'paragraph', text }
  return roll(2) === 0
    ? { kind: 'paragraph', text, links: [{ text: text.split(' ')[0]!, href: `https://example.org/${roll(99)}` }] }
    : { kind: 'image', text, src: `https://example.org/${roll(99)}.jpg` }
}

const firstContent = (roll: Dice): Content => ({
  blocks: [{ kind: 'headline', text: sentence(roll, 6) }, ...Array.from({ length: 2 + roll(12) }, () => block(roll))],
  claims: roll(2) === 0 ? [] : [{ kind: 'published', where: 'visible', text: '1 January 2026', at: '2026-01-01' }]
})

function edited({ blocks, claims }: Content, roll: Dice): Content {
  const at = roll(blocks.length)
  const text = at === 0 ? sentence(roll, 6) : `${blocks[at]!.text} ${sentence(roll, 1 + roll(4))}`
  const changed = blocks.map((old, i) => (i === at ? { ...old, text } : old))
  return { blocks: roll(4) === 0 ? [...changed, block(roll)] : changed, claims }
}

const observed = (at: string, outcome: State['outcome'], status: number | null): State => ({
  at,
  until: at,
  count: 1,
  outcome,
  status,
  content: null,
  error: status === null ? 'ECONNRESET' : null
})

/** What a newspaper may do to an article: edits, returns to what was, errors, silence; seen in time or brought late. */
function nextState(roll: Dice, hour: number, past: readonly Content[]): State {
  const at = time(hour)
  const kind = roll(10)
  if (kind === 0) return observed(at, 'server-error', 503)
  if (kind === 1) return observed(at, 'network-error', null)
  if (kind < 4) return observed(at, 'unchanged', 200)
  const content = kind === 4 ? past[roll(past.length)]! : edited(past.at(-1)!, roll)
  return { at, until: at, count: 1, outcome: 'changed', status: 200, error: null, content }
}

function addRandomArticle(store: Store, roll: Dice, n: number): void {
  const source = { name: `Paper ${n % 3}`, homepage: n % 2 === 0 ? null : 'https://example.org', folder: null }
  const article = addArticle(store, { source, url: `https://example.org/${n}`, lang: 'en', dir: 'ltr' })
  const past = [firstContent(roll)]
  const first: State = {
    at: time(500),
    until: time(500),
    count: 1,
    outcome: 'changed',
    status: 200,
    error: null,
    content: past[0]!
  }
  const from = { origin: null, bodyHash: null, extractor: 'page/1', headers: { etag: `"${n}"` } }
  addStates(store, article, [first], from)
  addRandomStates(store, article, { roll, states: roll(14), past })
}

interface Future {
  readonly roll: Dice
  readonly states: number
  /** The texts it had before, the newest last; without any, it begins with a new one. */
  readonly past: Content[]
}

/** What is seen of an article from some day on, one time in five of a day long before. */
export function addRandomStates(store: Store, article: number, { roll, states, past }: Future): void {
  if (past.length === 0) past.push(firstContent(roll))
  const from = { origin: null, bodyHash: null, extractor: 'page/1', headers: { etag: `"${article}"` } }
  for (let i = 0; i < states; i++) {
    const late = roll(5) === 0
    const state = nextState(roll, late ? roll(500) : 500 + i * 24 + roll(2000), past)
    if (state.content !== null) past.push(state.content)
    store.transaction(() => addStates(store, article, [state], late ? { ...from, origin: 'saved.json' } : from))()
  }
}

/** A library of random articles; closed, so that all of it is in one file. The same seed makes the same, but for uids. */
export function randomLibrary(seed: number, articles: number): string {
  const path = scratch()
  editLibrary(path, seed, (store, roll) => {
    store.transaction(() => {
      for (let n = 0; n < articles; n++) addRandomArticle(store, roll, n)
    })()
  })
  return path
}

/** Opens a library, does something to it by chance, and closes it. */
export function editLibrary(path: string, seed: number, edit: (store: Store, roll: Dice) => void): void {
  const store = openStore(path)
  edit(store, dice(seed))
  store.close()
}

/** Three articles with four versions each, all captures of the second with a raw body, and checks that showed nothing. */
export function knownLibrary(): string {
  const path = scratch()
  const store = openStore(path)
  const roll = dice(7)
  store.transaction(() => {
    for (const n of [1, 2, 3]) addKnownArticle(store, roll, n)
  })()
  store.close()
  return path
}

function addKnownArticle(store: Store, roll: Dice, n: number): void {
  const source = { name: `Paper ${n}`, homepage: null, folder: 'Local' }
  const article = addArticle(store, { source, url: `https://example.org/${n}`, lang: 'en', dir: 'ltr' })
  let content = firstContent(roll)
  for (const version of [1, 2, 3, 4]) {
    const at = time(100 * version + n)
    const body = Buffer.from(`<html>${JSON.stringify(content)}</html>`)
    const hash = createHash('sha256').update(body).digest()
    const from = { origin: null, bodyHash: hash, body, extractor: 'page/1', headers: { etag: `"${version}"` } }
    addStates(
      store,
      article,
      [{ at, until: at, count: 1, outcome: 'changed', status: 200, error: null, content }],
      from
    )
    const check = { origin: null, bodyHash: null, extractor: 'page/1' }
    addStates(store, article, [observed(time(100 * version + 20), 'unchanged', 200)], check)
    addStates(store, article, [observed(time(100 * version + 40), 'network-error', null)], check)
    content = edited(content, roll)
  }
}
