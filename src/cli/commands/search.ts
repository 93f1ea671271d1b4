import { articleJson } from '../article-json.ts'
import { withLibrary, type Answer, type Handlers } from '../library.ts'
import { counted, numberOf, textOf } from '../numbers.ts'
import type { Asked, Run } from '../spec.ts'
import { hasColour, oneLine, print, printJson, styled, tell } from '../terminal.ts'

type Found = Answer<'search'>
type Hit = Found['hits'][number]
type Scope = Parameters<Handlers['search']>[0]['scope']

const exitNothing = 1

/** `palimpsest search QUERY [--in WHERE] [--limit N]` */
export const search: Run = (asked) =>
  withLibrary(asked, async ({ handlers, bringInStep }) => {
    const limit = numberOf(asked, 'limit', { usual: 20, least: 1 })
    let found = await hitsOf(handlers, asked, limit)
    if (found.waiting > 0) {
      tell(`Making ${counted(found.waiting, 'article')} ready to be searched. This is done once.`)
      await bringInStep(new AbortController().signal)
      found = await hitsOf(handlers, asked, limit)
    }
    const { hits, total, exact, waiting } = found
    if (asked.options['json'] === true) printJson({ total, exact, waiting, hits: hits.map(hitJson) })
    else show(hits, { total, exact, waiting })
    return hits.length > 0 ? 0 : exitNothing
  })

const scopes: Readonly<Record<string, Scope>> = {
  anywhere: 'anywhere',
  removed: 'removed',
  current: 'current',
  headlines: 'headline',
  added: 'added'
}

type Hits = Pick<Found, 'total' | 'exact' | 'waiting'> & { readonly hits: readonly Hit[] }

/** An answer takes a bounded time and may have fewer hits than there are: it is asked until there are enough, or no more. */
async function hitsOf(handlers: Handlers, asked: Asked, limit: number): Promise<Hits> {
  const request = { text: asked.args.join(' '), scope: scopes[textOf(asked, 'in') ?? 'anywhere'] }
  const first = await handlers.search({ ...request, limit: Math.min(limit, 100) })
  const hits = [...first.hits]
  let { next } = first
  while (next !== null && hits.length < limit) {
    const more = await handlers.search({ ...request, limit: Math.min(limit - hits.length, 100), after: next })
    hits.push(...more.hits)
    next = more.next
  }
  const isAll = next === null
  return { hits, total: isAll ? hits.length : Math.max(first.total, hits.length), exact: isAll, waiting: first.waiting }
}

const hitJson = ({ article, snippet, headline, shown, gone, versions }: Hit) => ({
  article: articleJson(article),
  snippet,
  inHeadline: headline,
  shown: shown.label,
  gone: gone?.label ?? null,
  versions
})

function show(hits: readonly Hit[], { total, exact, waiting }: Omit<Hits, 'hits'>): void {
  for (const { article, snippet, presence } of hits) {
    print(
      `${article.id}  ${styled('bold', oneLine(article.headline))} ${styled('dim', `(${oneLine(article.source)})`)}`
    )
    print(`    ${snippet.map(({ text, hit }) => (hit ? marked(oneLineKept(text)) : oneLineKept(text))).join('')}`)
    print(styled('dim', `    ${presenceWords(presence)}`))
  }
  if (hits.length === 0) tell('Nothing was found.')
  else if (hits.length < total || !exact)
    tell(`${hits.length} of ${exact ? '' : 'about '}${counted(total, 'article')}.`)
  if (waiting > 0)
    tell(`${counted(waiting, 'article')} could not be searched: the text is damaged, or the library cannot be written.`)
}

const marked = (text: string): string => (hasColour() ? styled('yellow', text) : `«${text}»`)

/** A part of a line: the spaces at its ends are between words. */
const oneLineKept = (text: string): string =>
  `${/^\s/u.test(text) ? ' ' : ''}${oneLine(text)}${/\S\s+$/u.test(text) ? ' ' : ''}`

function presenceWords({ stretches, having, of }: Hit['presence']): string {
  if (having === of) return of === 1 ? 'in its only version' : `in all ${of} versions`
  const named = stretches.slice(0, 5).map(({ first, last }) => (first === last ? `v${first}` : `v${first} to v${last}`))
  return `in ${named.join(', ')}${stretches.length > 5 ? ' and others' : ''}: ${having} of ${of} versions`
}
