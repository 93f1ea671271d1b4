import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openStore } from '../../src/library/store/open.ts'
import { multiply } from '../../tests/library/crowd.ts'
import { fill, usual } from './build.ts'
import { paragraphs } from './corpus.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = join(root, '.cache/bench')
/** Larger libraries are made of copies: to compare so many versions would take an hour. */
const mostMade = 100_000

/** The library of a size, made where there is none of this schema. */
export function libraryOf(revisions: number): string {
  const schema = readFileSync(join(root, 'src/library/store/migrations/0002-tables.ts'))
  const made = createHash('sha256').update(schema).digest('hex').slice(0, 8)
  const path = join(folder, `library-${revisions}-${made}.db`)
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true })
  for (const ending of ['', '-wal', '-shm']) rmSync(`${path}.part${ending}`, { force: true })
  if (revisions > mostMade) multiplyInto(`${path}.part`, libraryOf(mostMade), Math.round(revisions / mostMade))
  else make(`${path}.part`, revisions)
  renameSync(`${path}.part`, path)
  return path
}

function make(path: string, revisions: number): void {
  const { from, texts } = paragraphs()
  const store = openStore(path)
  const plan = { texts, articles: Math.round(revisions / 10), revisions: usual }
  const { revisions: stored, ms: taken } = fill(store, plan)
  store.pragma('wal_checkpoint(TRUNCATE)')
  store.close()
  console.log(`made ${stored} versions of texts from ${from}: ${Math.round((stored / taken) * 1000)} a second`)
}

/** A library of copies of another's articles, with seals, chains, rows in lists and in the search index of their own. */
function multiplyInto(path: string, other: string, times: number): void {
  copyFileSync(other, path)
  const store = openStore(path)
  store.transaction(() => multiply(store, times - 1))()
  store.pragma('wal_checkpoint(TRUNCATE)')
  store.close()
}
