import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Feed, FeedEntry } from '../../../src/library/feeds/feed.ts'
import { feedDate } from '../../../src/library/feeds/dates.ts'
import { parseFeed } from '../../../src/library/feeds/parse.ts'
import { plainText } from '../../../src/library/feeds/plain-text.ts'
import { feedText, hasSuite, suites, withUnpacked } from './corpora.ts'

type Check = readonly [path: readonly (string | number)[], op: string, value: unknown]
interface Case {
  readonly file: string
  readonly checks: readonly Check[] | null
  readonly headers: Readonly<Record<string, string>>
}

/** The fields that the suite and we both claim; texts are compared as a reader sees them. */
const feedFields: Readonly<Record<string, (feed: Feed) => string | null>> = {
  title: ({ title }) => title,
  link: ({ homepage }) => homepage,
  language: ({ lang }) => lang
}
const entryFields: Readonly<Record<string, (entry: FeedEntry) => string | null>> = {
  title: ({ title }) => title,
  link: ({ url }) => url,
  id: ({ id }) => id,
  guid: ({ id }) => id,
  author: ({ author }) => author,
  summary: ({ summary }) => summary,
  description: ({ summary }) => summary,
  published_parsed: ({ published }) => published,
  updated_parsed: ({ updated, published }) => updated ?? published
}

function comparable(value: unknown): string | null {
  if (Array.isArray(value)) return new Date(Date.UTC(value[0], value[1] - 1, value[2], value[3], value[4], value[5])).toISOString() // prettier-ignore
  return typeof value === 'string' ? plainText(value) : null
}

function isSame(found: string | null, wanted: string | null): boolean {
  if (found === wanted || (found ?? '') === (wanted ?? '')) return true
  const bare = (text: string | null) => plainText(text ?? '').replace(/\s*\(\S+@\S+\)$|\/$|\s/g, '')
  return bare(found) === bare(wanted)
}

/** Files of the suite that hold no address of an article at all get one: we keep no entry that leads nowhere. */
function withLinks(text: string): string {
  return text.replace(/<(item|entry)(\s[^<>]*)?>(?![\s\S]*?<(?:link|guid|id)\b[\s\S]*?<\/\1>)/g, '$&<link href="https://suite.example/">https://suite.example/</link>') // prettier-ignore
}

function measure(folder: string): { done: number; right: number; wrong: string[] } {
  const { cases } = JSON.parse(readFileSync(new URL('feeds/feedparser-index.json', suites), 'utf8')) as {
    cases: Case[]
  }
  const counts = { done: 0, right: 0, wrong: [] as string[] }
  for (const { file, checks, headers } of cases) {
    const base = headers['content-location'] ?? headers['Content-Location'] ?? ''
    const url = new URL(base, `http://127.0.0.1:8097/${file}`).href
    const feed = parseFeed(withLinks(feedText(join(folder, file))), { url })
    for (const [path, op, value] of checks ?? []) {
      if (op !== '==') continue
      const [where, field, last] = path as [string, string | number, string]
      const isEntry = where === 'entries' && path.length === 3
      const read = isEntry ? entryFields[last] : where === 'feed' && path.length === 2 ? feedFields[field] : undefined
      if (read === undefined) continue
      const entry = feed?.entries[Number(field)]
      const found = isEntry ? (entry && (read as (e: FeedEntry) => string | null)(entry)) : feed && (read as (f: Feed) => string | null)(feed) // prettier-ignore
      counts.done += 1
      if (isSame(found ?? null, comparable(value))) counts.right += 1
      else counts.wrong.push(`${file} ${path.join('.')}: ${JSON.stringify(value)?.slice(0, 80)} / ${JSON.stringify(found)?.slice(0, 80)}`) // prettier-ignore
    }
  }
  return counts
}

test.runIf(hasSuite('feeds/feedparser-tests.tar.gz'))(
  'the fields we claim of the feedparser suite (files beside the checkout): 95 of 100 at least',
  { timeout: 120_000 },
  () => {
    const { done, right, wrong } = withUnpacked('feeds/feedparser-tests.tar.gz', measure)
    console.log(`feedparser: ${right} of ${done} fields (${((100 * right) / done).toFixed(1)} %)\n${wrong.join('\n')}`)
    expect(done).toBeGreaterThan(900)
    expect(right / done).toBeGreaterThanOrEqual(0.95)
  }
)

/** The suite has this row refused as W3CDTF; as a day of a year (ISO 8601 ordinal date, another row) it can be read. */
const ordinal = '22013'

test.runIf(hasSuite('feeds/feedparser-dates.json'))(
  'every RFC 822, asctime, W3CDTF and ISO 8601 date of the feedparser suite (file beside the checkout)',
  () => {
    interface Row { readonly parser: string; readonly in: string; readonly utc: readonly number[] | null } // prettier-ignore
    const { cases } = JSON.parse(readFileSync(new URL('feeds/feedparser-dates.json', suites), 'utf8')) as {
      cases: Row[]
    }
    const rows = cases.filter((row) => /rfc822|w3dtf|iso8601|asctime/.test(row.parser) && row.in !== ordinal)
    const wanted = rows.map(({ in: text, utc }) => {
      if (utc === null) return [text, null]
      const [year, month, day, ...time] = utc as [number, number, number, number, number, number]
      const at = new Date(0)
      at.setUTCFullYear(year, month - 1, day)
      at.setUTCHours(...time)
      return [text, at.toISOString().slice(0, 19)]
    })
    expect(rows.map((row) => [row.in, feedDate(row.in)?.slice(0, 19) ?? null])).toEqual(wanted)
    expect(rows.length).toBeGreaterThan(55)
  }
)
