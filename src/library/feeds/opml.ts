import { webAddress } from '../address/web-address.ts'
import { oneLine } from './plain-text.ts'
import { childrenOf, readXml } from './xml.ts'
import type { Node } from './xml.ts'

/** A feed in a list of subscriptions. */
export interface Subscription {
  /** The names of the folders around it, joined by ` / `; null at the top. */
  readonly folder: string | null
  readonly title: string
  readonly url: string
}

const most = 5000

/** Reads OPML 1 and 2 (opml.org), nested to any depth; null where the text is none. 5,000 feeds at most, each once. */
export function parseOpml(text: string): readonly Subscription[] | null {
  const opml = childrenOf(readXml(text)).find(({ name }) => name === 'opml')
  if (opml === undefined) return null
  const found = new Map<string, Subscription>()
  const todo: { node: Node; folder: string | null }[] = [{ node: opml, folder: null }]
  for (let each = todo.pop(); each !== undefined && found.size < most; each = todo.pop()) {
    const { node, folder } = each
    const url = webAddress((node.attributes.get('xmlurl') ?? '').replace(/^feed:(?:\/\/)?(?!\/)/i, withScheme))
    const title = titleOf(node)
    if (node.name === 'outline' && url !== null && !found.has(url)) found.set(url, { folder, title: title || url, url })
    const isFolder = node.name === 'outline' && url === null && title !== ''
    const inside = isFolder ? (folder === null ? title : `${folder} / ${title}`).slice(0, 200) : folder
    for (const child of childrenOf(node).reverse()) todo.push({ node: child, folder: inside })
  }
  return [...found.values()]
}

function withScheme(prefix: string): string {
  return prefix.endsWith('//') ? 'https://' : ''
}

function titleOf({ attributes }: Node): string {
  return oneLine(attributes.get('title') || attributes.get('text') || '').slice(0, 200)
}

/** Writes a list of subscriptions as OPML 2, a folder for each of its folders. */
export function writeOpml(subscriptions: readonly Subscription[], title = 'Palimpsest'): string {
  const folders = new Map<string | null, Subscription[]>()
  for (const one of subscriptions) folders.set(one.folder, [...(folders.get(one.folder) ?? []), one])
  const body = [...folders].flatMap(([folder, feeds]) => {
    const lines = feeds.map((feed) => `<outline type="rss" text="${escaped(feed.title)}" title="${escaped(feed.title)}" xmlUrl="${escaped(feed.url)}"/>`) // prettier-ignore
    return folder === null ? lines : [`<outline text="${escaped(folder)}">`, ...lines.map((line) => `  ${line}`), '</outline>'] // prettier-ignore
  })
  const lines = body.map((line) => `    ${line}\n`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>\n    <title>${escaped(title)}</title>\n  </head>\n  <body>\n${lines}  </body>\n</opml>\n`
}

function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
