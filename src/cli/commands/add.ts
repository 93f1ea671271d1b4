import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { withLibrary, type Answer, type Handlers } from '../library.ts'
import { counted, has, textOf } from '../numbers.ts'
import { problemWords } from '../outcomes.ts'
import { articleJson } from '../article-json.ts'
import type { Asked, Run } from '../spec.ts'
import { Bar, oneLine, print, printJson, tell } from '../terminal.ts'
import { refusalWords } from '../words.ts'

type Looked = Answer<'look'>[number]
type Follow = Parameters<Handlers['follow']>[0]

interface Refused {
  readonly what: string
  readonly code: string
  /** A whole sentence. */
  readonly words: string
}

/** What was added, of whatever kind. */
interface Added {
  readonly articles: number[]
  readonly feeds: { readonly id: number; readonly url: string }[]
  newArticles: number
  /** Addresses that are read by the next check. */
  newAddresses: number
  newFeeds: number
  alreadyThere: number
  readonly refused: Refused[]
}

const exitRefused = 1

/** `palimpsest add URL...|FILE... [--folder NAME] [--pace PACE] [--feed]` */
export const add: Run = (asked) =>
  withLibrary(
    asked,
    async ({ handlers, bringInStep }) => {
      const added: Added = {
        articles: [],
        feeds: [],
        newArticles: 0,
        newAddresses: 0,
        newFeeds: 0,
        alreadyThere: 0,
        refused: []
      }
      const files = asked.args.filter(isFile)
      if (files.length > 0) await addFiles(handlers, files, added)
      const addresses = asked.args.filter((what) => !isFile(what))
      if (addresses.length > 0) await addAddresses(handlers, { addresses, asked, added })
      await bringInStep(new AbortController().signal)
      await tellAdded(handlers, added, has(asked, 'json'))
      return added.refused.length > 0 ? exitRefused : 0
    },
    { make: true }
  )

/** What has a scheme is never a file; what is there is one; the rest is an address where it looks like a host's. */
function isFile(what: string): boolean {
  if (/^[a-z][a-z0-9+.-]+:\/\//iu.test(what)) return false
  return existsSync(what) || !/^[^\s/]+\.[^\s/.]{2,}(?:[:/?#]\S*)?$/u.test(what)
}

async function addFiles(handlers: Handlers, files: readonly string[], added: Added): Promise<void> {
  const result = await handlers.importFiles({ paths: files.map((file) => resolve(file)), zone: null })
  added.articles.push(...result.articles)
  added.newArticles += result.newArticles
  added.newAddresses += result.newAddresses ?? 0
  added.newFeeds += result.newFeeds ?? 0
  added.alreadyThere += result.alreadyThere
  for (const { file, record, ...why } of result.refused) {
    const what = record === undefined ? file : `${file}: ${record}`
    added.refused.push({ what, code: why.code, words: refusalWords(oneLine(what), why) })
  }
}

interface Adding {
  readonly addresses: readonly string[]
  readonly asked: Asked
  readonly added: Added
}

async function addAddresses(handlers: Handlers, { addresses, asked, added }: Adding): Promise<void> {
  const bar = new Bar()
  const items: { kind: 'article' | 'feed'; url: string }[] = []
  for (const [at, address] of addresses.entries()) {
    bar.show(`Asking ${address}`, at, addresses.length)
    const looked = await handlers.look({ text: address })
    if (looked.length === 0) added.refused.push(refusal(address, 'bad-address', 'is no address of a web page.'))
    for (const one of looked) {
      const chosen = chosenOf(one, has(asked, 'feed'))
      if ('words' in chosen) added.refused.push(chosen)
      else items.push(chosen)
    }
  }
  bar.end()
  if (items.length === 0) return
  const pace = (textOf(asked, 'pace') ?? 'usual') as Follow['pace']
  const followed = await handlers.follow({ items, folder: textOf(asked, 'folder') ?? null, pace })
  added.articles.push(...followed.articles)
  const urls = items.filter(({ kind }) => kind === 'feed').map(({ url }) => url)
  added.feeds.push(...followed.feeds.map((id, at) => ({ id, url: urls[at] ?? '' })))
  added.newArticles += followed.newArticles
  added.newFeeds += followed.newFeeds
  added.alreadyThere += followed.alreadyThere
}

/** What of an address is followed: the article on it; its feed, where that was wanted or where it is one itself. */
function chosenOf(
  { address, article, feeds, problem }: Looked,
  wantsFeed: boolean
): { kind: 'article' | 'feed'; url: string } | Refused {
  const [feed] = feeds
  const isFeed = article === null && problem === null
  if (feed !== undefined && (wantsFeed || isFeed)) return { kind: 'feed', url: feed.url }
  if (wantsFeed && problem === null) return refusal(address, 'no-feed', 'names no feed.')
  if (article !== null) return { kind: 'article', url: article.url }
  const { code, status, detail } = problem ?? { code: 'not-an-article', status: null, detail: '' }
  const aside = feed === undefined ? '' : ' It has a feed: --feed follows that.'
  const why = detail === '' || code === 'robots' ? '' : ` (${oneLine(detail)})`
  return refusal(address, code, `${problemWords(code, status)}${why}${aside}`)
}

const refusal = (what: string, code: string, words: string): Refused => ({
  what,
  code,
  words: `"${oneLine(what)}" ${words}`
})

async function tellAdded(handlers: Handlers, added: Added, json: boolean): Promise<void> {
  const rows = await rowsOf(handlers, added.articles)
  if (json) return printJson({ ...added, articles: rows.map(articleJson) })
  for (const { id, headline, source } of rows) print(`${id}  ${oneLine(headline)} (${oneLine(source)})`)
  for (const { url } of added.feeds) print(`Feed ${oneLine(url)}. "palimpsest check" reads what it names.`)
  print(sumOf(added))
  for (const { words } of added.refused) tell(`palimpsest: ${words}`)
}

function sumOf({ newArticles, newAddresses, newFeeds, alreadyThere }: Added): string {
  const parts = [counted(newArticles, 'article')]
  if (newFeeds > 0) parts.push(counted(newFeeds, 'feed'))
  if (newAddresses > 0) parts.push(`${newAddresses} to be read by the next check`)
  return `Added: ${parts.join(', ')}${alreadyThere === 0 ? '' : `; there already: ${alreadyThere}`}.`
}

async function rowsOf(handlers: Handlers, ids: readonly number[]) {
  const rows: Answer<'articles'>[number][] = []
  for (let at = 0; at < ids.length; at += 200)
    rows.push(...(await handlers.articles({ articles: ids.slice(at, at + 200) })))
  return rows
}
