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
  return collect(text, ({ attributes }) =>
    webAddress((attributes.get('xmlurl') ?? '').replace(/^feed:(?:\/\/)?(?!\/)/i, withScheme))
  )
}

/** The pages that an OPML 2 names (`type="link"`), as `parseOpml` reads its feeds. */
export function parseOpmlLinks(text: string): readonly Subscription[] | null {
  return collect(text, ({ attributes }) =>
    attributes.get('type')?.toLowerCase() === 'link' && !attributes.has('xmlurl')
      ? webAddress(attributes.get('url') ?? '')
      : null
  )
}

function collect(text: string, addressOf: (node: Node) => string | null): readonly Subscription[] | null {
  const opml = childrenOf(readXml(text)).find(({ name }) => name === 'opml')
  if (opml === undefined) return null
  const found = new Map<string, Subscription>()
  const todo: { node: Node; folder: string | null }[] = [{ node: opml, folder: null }]
  for (let each = todo.pop(); each !== undefined && found.size < most; each = todo.pop()) {
    const { node, folder } = each
    const url = node.name === 'outline' ? addressOf(node) : null
    const title = titleOf(node)
    if (url !== null && !found.has(url)) found.set(url, { folder, title: title || url, url })
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

/** A feed, or a page that is followed by itself, in a list that is written. */
export interface Listed extends Subscription {
  readonly isPage?: boolean
}

/** Writes a list of subscriptions as OPML 2, a folder for each of its folders; pages are links (`type="link"`). */
export function writeOpml(listed: readonly Listed[], title = 'Palimpsest'): string {
  const folders = Map.groupBy(listed, ({ folder }) => folder)
  const body = [...folders].flatMap(([folder, inside]) => {
    const lines = inside.map(outline)
    return folder === null ? lines : [`<outline text="${escaped(folder)}">`, ...lines.map((line) => `  ${line}`), '</outline>'] // prettier-ignore
  })
  const lines = body.map((line) => `    ${line}\n`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>\n    <title>${escaped(title)}</title>\n  </head>\n  <body>\n${lines}  </body>\n</opml>\n`
}

function outline({ title, url, isPage = false }: Listed): string {
  const [named, address] = [escaped(title), escaped(url)]
  return isPage
    ? `<outline type="link" text="${named}" url="${address}"/>`
    : `<outline type="rss" text="${named}" title="${named}" xmlUrl="${address}"/>`
}

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
