/** Parts of namespace addresses that tell a namespace, whatever version, host or spelling a feed gives; the usual prefix. */
const known: readonly (readonly [part: string, space: string])[] = [
  ['w3.org/2005/atom', 'atom'],
  ['purl.org/atom/', 'atom'],
  ['w3.org/1999/xhtml', 'xhtml'],
  ['purl.org/dc/terms', 'dcterms'],
  ['purl.org/dc/', 'dc'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/syndication', 'sy'],
  ['purl.org/rss/1.0/modules/', 'other'],
  ['purl.org/rss/', ''],
  ['purl.org/net/rss', ''],
  ['netscape.com/rdf/simple', ''],
  ['backend.userland.com/rss', ''],
  ['blogs.law.harvard.edu/tech/rss', ''],
  ['22-rdf-syntax-ns', 'rdf'],
  ['feedburner', 'feedburner'],
  ['itunes.com/dtds', 'itunes'],
  ['schemas/sitemap-news', 'news'],
  ['schemas/sitemap-', 'other'],
  ['schemas/sitemap/', ''],
  ['search.yahoo.com/mrss', 'media']
]

/** The usual prefix of a namespace. Feeds forget to declare and misspell it, so an unknown one goes by its prefix. */
export function spaceOf(prefix: string, uri: string | undefined): string {
  const lower = uri?.trim().slice(0, 200).toLowerCase() ?? ''
  const space = lower === '' ? undefined : known.find(([part]) => lower.includes(part))?.[1]
  return space ?? prefix
}
