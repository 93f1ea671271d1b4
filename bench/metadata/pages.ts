import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decodePage } from '../../src/library/fetch/decode.ts'

/** What a data set says of a page; a field that it does not speak of is missing, null where it says there is none. */
export interface Expected {
  readonly title?: string | null
  readonly byline?: string | null
  readonly lang?: string | null
  readonly dir?: string | null
  readonly published?: string | null
  readonly site?: string | null
  readonly canonical?: string | null
}
export type Field = keyof Expected

export interface TestPage {
  readonly name: string
  readonly url: string
  readonly html: string
  readonly expected: Expected
}

const data = resolve(import.meta.dirname, '../../.cache/data')
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)
const unzipped = (path: string): string => gunzipSync(readFileSync(path)).toString('utf8')

/** The pages of Mozilla's Readability with the metadata it expects; none where the set is not unpacked. */
export function readabilityPages(): TestPage[] {
  const folder = resolve(data, 'b-readability')
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => existsSync(resolve(folder, name, 'expected-metadata.json')))
  return names.map((name) => {
    const { title, byline, lang, dir, publishedTime, siteName } = json(resolve(folder, name, 'expected-metadata.json'))
    return {
      name,
      url: 'http://fakehost/test/page.html',
      html: unzipped(resolve(folder, name, 'source.html.gz')),
      expected: {
        title: text(title),
        byline: text(byline),
        lang: text(lang),
        dir: text(dir) ?? 'ltr',
        published: text(publishedTime),
        site: text(siteName)
      }
    }
  })
}

/** The pages of newspaper4k with the metadata it found. */
export function newspaperPages(): TestPage[] {
  const folder = resolve(data, 'b-newspaper4k')
  if (!existsSync(folder)) return []
  return readdirSync(resolve(folder, 'metadata')).flatMap((file) => {
    const name = file.replace(/\.json$/u, '')
    const page = resolve(folder, 'html', `${name}.html.gz`)
    if (!existsSync(page)) return []
    const { url, title, authors, publish_date, language, canonical_link, meta_site_name } = json(
      resolve(folder, 'metadata', file)
    )
    return [
      {
        name,
        url: text(url) ?? '',
        html: unzipped(page),
        expected: {
          title: text(title),
          byline: Array.isArray(authors) ? text(authors.join(', ')) : null,
          lang: text(language),
          published: text(publish_date),
          site: text(meta_site_name),
          canonical: text(canonical_link)
        }
      }
    ]
  })
}

interface Annotation {
  readonly file: string
  readonly title?: string
  readonly author?: string
  readonly date?: string
}

/** The pages of trafilatura of which people noted title, author and day. */
export function annotatedPages(): TestPage[] {
  const folder = resolve(data, 'b-trafilatura')
  if (!existsSync(folder)) return []
  const notes = JSON.parse(readFileSync(resolve(folder, 'tests/evaldata.json'), 'utf8')) as Record<string, Annotation>
  return Object.entries(notes).flatMap(([url, { file, title, author, date }]) => {
    const path = ['cache', 'eval'].map((part) => resolve(folder, part, `${file}.gz`)).find((one) => existsSync(one))
    if (path === undefined) return []
    const expected = {
      ...(text(title) === null ? {} : { title: text(title) }),
      ...(text(author) === null ? {} : { byline: text(author) }),
      ...(text(date) === null ? {} : { published: text(date) })
    }
    if (Object.keys(expected).length === 0) return []
    return [{ name: file, url, html: decodePage(gunzipSync(readFileSync(path)), null).text, expected }]
  })
}
