import { searchTokens } from '../../src/domain/search/tokens.ts'
import { blockId } from '../../src/library/store/block-id.ts'
import { recordHash } from '../../src/library/store/hash.ts'
import { tallyOf } from '../../src/library/store/listing.ts'
import type { Store } from '../../src/library/store/open.ts'
import { ArticleText } from '../../src/library/store/packs.ts'
import { headOf, recordOf } from '../../src/library/store/records.ts'
import { revisionsOf } from '../../src/library/store/revisions.ts'

/** What is broken in a library, in words: the file, its references, its hash chains, its search index, its lists. */
export function brokenIn(store: Store): string[] {
  const articles = store.prepare('SELECT id FROM article').pluck().all() as number[]
  return [
    ...fileFaults(store),
    ...articles.flatMap((article) => chainFaults(store, article)),
    ...searchFaults(store, articles),
    ...countFaults(store, articles)
  ]
}

function fileFaults(store: Store): string[] {
  const answer = store.pragma('integrity_check', { simple: true }) as string
  const loose = store.pragma('foreign_key_check') as unknown[]
  store.exec("INSERT INTO search (search) VALUES ('integrity-check')")
  return [...(answer === 'ok' ? [] : [answer]), ...loose.map((row) => `broken reference ${JSON.stringify(row)}`)]
}

interface Link {
  readonly seq: number
  readonly revision_id: number
  readonly hash: Buffer
}

/** Every record is worked out anew from its revision and the hash before it. */
function chainFaults(store: Store, article: number): string[] {
  const links = store.prepare<[number], Link>('SELECT * FROM record WHERE article_id = ? ORDER BY seq').all(article)
  const wrong: string[] = []
  let prev: Buffer | null = null
  for (const [i, { seq, revision_id, hash }] of links.entries()) {
    const record = recordOf(store, revision_id)
    const whole = record?.seq === seq && seq === i + 1 && recordHash({ ...record, prev }).equals(hash)
    if (!whole) wrong.push(`the chain of article ${article} breaks at ${seq}`)
    prev = hash
  }
  const [head, last] = [headOf(store, article), links.at(-1)]
  if (head.seq !== last?.seq || !head.hash.equals(last.hash))
    wrong.push(`the chain of article ${article} has another head`)
  return wrong
}

/** Every block of every revision is found by its last word, marked as in the newest revision or as taken out. */
function searchFaults(store: Store, articles: readonly number[]): string[] {
  const find = store.prepare<[string], number>('SELECT rowid FROM search WHERE search MATCH ?').pluck()
  const found = new Map<string, ReadonlySet<number>>()
  const finds = (words: string, block: number): boolean => {
    if (!found.has(words)) found.set(words, new Set(find.all(words)))
    return found.get(words)!.has(block)
  }
  return articles.flatMap((article) => {
    const text = new ArticleText(store, article)
    const revisions = revisionsOf(store, article)
    const current = new Set(revisions.at(-1)?.blocks)
    return [...new Set(revisions.flatMap(({ blocks }) => blocks))]
      .filter((number) => {
        const id = blockId(article, number)
        const last = searchTokens(text.block(number).text).at(-1)!.token
        return !finds(`"${last}"`, id) || !finds(`mark : ${current.has(number) ? 'cur' : 'old'}`, id)
      })
      .map((number) => `block ${number} of article ${article} is not found`)
  })
}

function countFaults(store: Store, articles: readonly number[]): string[] {
  const count = (sql: string) => store.prepare(sql).pluck().get() as number
  const revisions = articles.flatMap((article) => revisionsOf(store, article)).length
  const counts = {
    records: count('SELECT records FROM library'),
    'records in chains': count('SELECT count(*) FROM record'),
    'versions listed': count('SELECT coalesce(sum(versions), 0) FROM listing'),
    'versions tallied': tallyOf(store, 'versions')
  }
  return Object.entries(counts)
    .filter(([, found]) => found !== revisions)
    .map(([name, found]) => `${found} ${name} of ${revisions} revisions`)
}
