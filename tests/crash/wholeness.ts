import { searchTokens } from '../../src/domain/search/tokens.ts'
import { blockId } from '../../src/library/store/block-id.ts'
import type { Store } from '../../src/library/store/open.ts'
import { ArticleText } from '../../src/library/store/packs.ts'
import { revisionsOf } from '../../src/library/store/revisions.ts'
import { verify } from '../../src/library/verify/run.ts'

/**
 * What is broken in a library, in words: in the file, as SQLite sees it; in the evidence and the lists, as the library's
 * own walk sees them; in search, as somebody who looks for a word does.
 */
export async function brokenIn(store: Store): Promise<string[]> {
  const { findings, derived } = await verify({ path: store.name, scope: 'all', now: () => new Date() })
  return [
    ...fileFaults(store),
    ...findings.map(({ article, seq, reason, detail }) => `article ${article?.id} at ${seq}: ${reason} ${detail}`),
    ...derived.map(({ article, kind, detail }) => `article ${article} out of step: ${kind} ${detail}`),
    ...searchFaults(store)
  ]
}

function fileFaults(store: Store): string[] {
  const answer = store.pragma('integrity_check', { simple: true }) as string
  const loose = store.pragma('foreign_key_check') as unknown[]
  store.exec("INSERT INTO search (search) VALUES ('integrity-check')")
  return [...(answer === 'ok' ? [] : [answer]), ...loose.map((row) => `broken reference ${JSON.stringify(row)}`)]
}

/** Every block of every revision is found by its last word, marked as in the newest revision or as taken out. */
function searchFaults(store: Store): string[] {
  const find = store.prepare<[string], number>('SELECT rowid FROM search WHERE search MATCH ?').pluck()
  const found = new Map<string, ReadonlySet<number>>()
  const finds = (words: string, block: number): boolean => {
    if (!found.has(words)) found.set(words, new Set(find.all(words)))
    return found.get(words)!.has(block)
  }
  const articles = store.prepare('SELECT id FROM article').pluck().all() as number[]
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
