import { spawnSync } from 'node:child_process'
import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addStates } from '../../src/library/add.ts'
import { importFiles } from '../../src/library/import.ts'
import { addArticle } from '../../src/library/store/articles.ts'
import { openStore, type Store } from '../../src/library/store/open.ts'
import { verifyPackage } from '../../src/library/verify-package.ts'
import { readSet, revisionSets } from '../prove/real.ts'
import { hour, observed, source } from '../storage/ours.ts'
import { writeAll } from './write.ts'

export interface RoundTrip {
  readonly set: string
  readonly articles: number
  readonly versions: number
  readonly bytes: number
  /** Texts that are not the same, in the same order, in the second package's library. */
  readonly wrong: number
  readonly refused: number
  readonly verify: string
  readonly seconds: Readonly<Record<'write' | 'verify' | 'import', number>>
}

/** The sets of real histories, each with how many of it are taken: as evenly as makes `most` of them. */
export function portions(most: number): { set: string; histories: ReturnType<typeof readSet> }[] {
  const sets = revisionSets()
    .map((set) => ({ set, all: readSet(set).filter(({ texts }) => texts.length > 0 && texts[0]!.blocks.length > 0) }))
    .sort((a, b) => a.all.length - b.all.length)
  let left = most
  return sets.map(({ set, all }, i) => {
    const histories = all.slice(0, Math.min(all.length, Math.ceil(left / (sets.length - i))))
    left -= histories.length
    return { set, histories }
  })
}

/** Into a library, out as a package, into an empty library, and out again. */
export async function roundTrip(set: string, histories: ReturnType<typeof readSet>): Promise<RoundTrip> {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-bench-'))
  const at = (name: string) => join(folder, name)
  fill(at('first.db'), set, histories)
  const write = await timed(() => writeAll(at('first.db'), at('first.palimpsest')))
  const verify = await timed(() => verifyPackage(at('first.palimpsest')))
  const took = await timed(() => importInto(at('second.db'), at('first.palimpsest')))
  await writeAll(at('second.db'), at('second.palimpsest'))
  await importInto(at('third.db'), at('second.palimpsest'))
  const [before, after] = [textsIn(at('first.db')), textsIn(at('third.db'))]
  const python = spawnSync('python3', [join(import.meta.dirname, '../../resources/verify.py'), at('second.palimpsest')])
  const found = verify.value.state === 'checked' ? verify.value.result.found : -1
  return {
    set,
    articles: histories.length,
    versions: before.length,
    bytes: statSync(at('first.palimpsest')).size,
    wrong: before.filter((text, i) => text !== after[i]).length + Math.abs(before.length - after.length),
    refused: took.value,
    verify: `${found} found, verify.py ${python.status}`,
    seconds: { write: write.seconds, verify: verify.seconds, import: took.seconds }
  }
}

function fill(path: string, set: string, histories: ReturnType<typeof readSet>): void {
  const store = openStore(path)
  for (const [n, { lang, texts }] of histories.entries())
    store.transaction(() => {
      const article = addArticle(store, { source: source(set), url: `https://${set}.example/${n}`, lang, dir: 'ltr' })
      const states = texts.map((content, i) => observed(hour(i), content))
      addStates(store, article, states, { origin: null, bodyHash: null, extractor: 'bench/1' })
    })()
  store.close()
}

async function importInto(library: string, path: string): Promise<number> {
  const store = openStore(library)
  const { refusedCount } = await importFiles(store, [path], { now: new Date() })
  store.close()
  return refusedCount
}

function textsIn(path: string): string[] {
  const store: Store = openStore(path)
  const texts = store
    .prepare<[], string>(
      `SELECT a.url || ' ' || c.first_at || ' ' || hex(r.text_hash) || ' ' || r.claims
       FROM revision r JOIN capture c ON c.id = r.capture_id JOIN article a ON a.id = r.article_id
       ORDER BY a.url, c.first_at, r.id`
    )
    .pluck()
    .all()
  store.close()
  return texts
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const started = performance.now()
  const value = await work()
  return { value, seconds: (performance.now() - started) / 1000 }
}
