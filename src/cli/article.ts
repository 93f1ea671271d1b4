import { failureOf } from '../library/failure-of.ts'
import type { OpenLibrary } from '../library/library.ts'
import { CliError } from './error.ts'
import type { Answer, Handlers, Row } from './library.ts'
import { oneLine } from './terminal.ts'
import { isDate, momentOf } from './times.ts'

/** So many candidates are named. */
const mostNamed = 10
/** More are not looked for. */
const mostFound = 50

/** The article that is meant: by its number, its address, or words of its headline that name no other. Throws `CliError`. */
export async function findArticle({ handlers, articleAt }: OpenLibrary, named: string): Promise<Row> {
  if (/^\d{1,15}$/u.test(named)) return byNumber(handlers, Number(named))
  if (/^https?:\/\//iu.test(named)) return byAddress(handlers, await articleAt(named), named)
  const found = await handlers.findArticles({ text: named.slice(0, 200), limit: mostFound })
  const folded = fold(named)
  const words = folded.split(' ')
  const has = (headline: string | null): boolean => words.every((word) => fold(headline ?? '').includes(word))
  const having = found.filter(({ headline, once }) => has(headline) || has(once))
  const whole = having.filter(({ headline }) => fold(headline) === folded)
  const [only, ...others] = whole.length === 1 ? whole : having
  if (only !== undefined && others.length === 0) return handlers.article({ article: only.article })
  throw new CliError(candidatesFor(named, { having, found }))
}

type Found = Answer<'findArticles'>

/** The articles that may have been meant. */
function candidatesFor(named: string, { having, found }: { readonly having: Found; readonly found: Found }): string {
  const candidates = (having.length > 0 ? having : found).slice(0, mostNamed)
  if (candidates.length === 0) return `No article is named "${oneLine(named)}".`
  const lines = candidates.map(
    ({ article, headline, source }) => `  ${article}  ${oneLine(headline)} (${oneLine(source)})`
  )
  const many = having.length === mostFound ? 'many' : having.length
  const head =
    having.length > 1
      ? `"${oneLine(named)}" names ${many} articles. Name one by its number:`
      : `No article is named "${oneLine(named)}". Did you mean one of these?`
  return [head, ...lines].join('\n')
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()

async function byNumber(handlers: Handlers, article: number): Promise<Row> {
  try {
    return await handlers.article({ article })
  } catch (error) {
    if (failureOf(error)?.code !== 'not-found') throw error
    throw new CliError(`There is no article ${article}.`)
  }
}

async function byAddress(handlers: Handlers, article: number | null, url: string): Promise<Row> {
  if (article === null) throw new CliError(`No article in the library has the address "${oneLine(url)}".`)
  return handlers.article({ article })
}

type Version = Answer<'timemap'>['revisions'][number]

/** The version of an article that is meant: `v3`, `3`, `1a`, a date (as it stood then), `first`, `newest`. Throws `CliError`. */
export function findVersion({ article, revisions }: Answer<'timemap'>, named: string): Version {
  const found = versionNamed(revisions, named)
  if (found !== undefined) return found
  const [first, last] = [revisions[0], revisions.at(-1)]
  if (first === undefined || last === undefined) throw new CliError(`Article ${article.id} has no version yet.`)
  throw new CliError(
    isDate(named)
      ? `Article ${article.id} was first seen later than ${named}.`
      : `Article ${article.id} has no version "${oneLine(named)}": there are v${first.label} to v${last.label}.`
  )
}

function versionNamed(revisions: readonly Version[], named: string): Version | undefined {
  if (named === 'newest') return revisions.at(-1)
  if (named === 'first') return revisions[0]
  if (isDate(named)) return revisions.findLast(({ at }) => at <= momentOf(named, 'end'))
  const label = named.toLowerCase().replace(/^v/u, '')
  return revisions.find((one) => one.label === label)
}
