import type { Followed } from '../../contract/tracking.ts'
import { readTextFile } from '../exchange/read-file.ts'
import { parseOpml } from '../feeds/opml.ts'

/** Something that a list names to be followed. */
interface Named {
  readonly kind: 'article' | 'feed'
  readonly url: string
  readonly folder: string | null
}

type Follow = (wanted: {
  readonly items: Pick<Named, 'kind' | 'url'>[]
  readonly folder: string | null
  readonly pace: 'usual'
}) => Followed | Promise<Followed>

interface Taken {
  /** The files that are no lists. */
  readonly rest: readonly string[]
  readonly newFeeds: number
  readonly newAddresses: number
}

/** Follows what lists among these files name: feeds of OPML files, addresses of files that hold nothing else. */
export async function takeLists(paths: readonly string[], follow: Follow): Promise<Taken> {
  const rest: string[] = []
  const counts = { newFeeds: 0, newAddresses: 0 }
  for (const path of paths) {
    const named = await listIn(path)
    if (named === null) rest.push(path)
    for (const [folder, items] of Map.groupBy(named ?? [], (one) => one.folder)) {
      const { newFeeds, newArticles } = await follow({ items: items.slice(0, mostNamed), folder, pace: 'usual' })
      counts.newFeeds += newFeeds
      counts.newAddresses += newArticles
    }
  }
  return { rest, ...counts }
}

const mostNamed = 5000
/** A list of addresses is not larger, in characters. */
const largestList = 2_000_000

async function listIn(path: string): Promise<readonly Named[] | null> {
  if (!/\.(opml|xml|txt|text|url|csv|list|uri)$/i.test(path)) return null
  const file = await readTextFile(path).catch(() => null)
  // Whatever cannot be read is refused, with its reason, where all files are read.
  if (file === null || file.text.length > largestList) return null
  return /<opml[\s>]/i.test(file.text.slice(0, 2000)) ? subscriptions(file.text) : addresses(file.text)
}

function subscriptions(text: string): Named[] | null {
  return parseOpml(text)?.map(({ url, folder }) => ({ kind: 'feed', url, folder })) ?? null
}

/** The addresses of a text that holds one a line and nothing else (text/uri-list, RFC 2483). */
function addresses(text: string): Named[] | null {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const isList =
    lines.length > 0 && lines.every((line) => /^\s*https?:\/\/\S+\s*$/i.test(line) && URL.canParse(line.trim()))
  return isList ? lines.map((line) => ({ kind: 'article', url: line.trim(), folder: null })) : null
}
