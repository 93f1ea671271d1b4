import * as z from 'zod'
import { webAddress } from '../address/web-address.ts'
import { FileRefusal, readTextFile } from './read-file.ts'
import type { FormatReader, Found } from './reader.ts'

const text = z.string().max(8192).nullish().catch(null)
const mostNamed = 5000

/** Of `.frdata`, what Fluent Reader exports: the feeds; its articles are what feeds said, and no captures. */
const fluentReader = z.object({
  lovefield: z.object({ sources: z.array(z.object({ url: z.string().max(8192), name: text })) })
})

/** What Distill exports: pages, of which it watches parts. */
const distill = z.object({
  data: z.array(z.object({ uri: z.string().max(8192), name: text, tags: z.unknown() }))
})

/** Reads lists of feeds and pages that other readers and watchers export as JSON: Fluent Reader, Distill. */
export const readingListReader: FormatReader = {
  format: 'reading-list/1',
  fits: ({ head, isFolder }) => !isFolder && isList(head.toString('utf8').replace(/^\uFEFF/, '')),
  async *read({ path }) {
    const json = parse((await readTextFile(path)).text)
    const named = fluentOf(json) ?? distillOf(json)
    if (named === null) throw new FileRefusal('wrong-schema', 'sources or data')
    let count = 0
    for (const { url: address, ...rest } of named) {
      const url = webAddress(address)
      if (url === null)
        yield { kind: 'refused', record: address.slice(0, 200), code: 'wrong-schema', detail: 'no address of the web' }
      else if (count++ < mostNamed) yield { kind: 'follow', url, ...rest }
    }
    if (count > mostNamed) yield { kind: 'refused', record: '', code: 'too-large', detail: `only the first ${mostNamed} are followed` } // prettier-ignore
  }
}

function isList(head: string): boolean {
  if (!/^\s*\{/.test(head)) return false
  return /"lovefield"\s*:\s*\{/.test(head) || (/"data"\s*:\s*\[\s*\{/.test(head) && /"uri"\s*:\s*"/.test(head) && /"config"\s*:/.test(head)) // prettier-ignore
}

type Named = Omit<Extract<Found, { kind: 'follow' }>, 'kind'>

function fluentOf(json: unknown): Named[] | null {
  const read = fluentReader.safeParse(json)
  return read.success ? read.data.lovefield.sources.map(({ url }) => ({ url, feed: true, folder: null })) : null
}

function distillOf(json: unknown): Named[] | null {
  const read = distill.safeParse(json)
  if (!read.success) return null
  return read.data.data.map(({ uri, tags }) => ({ url: uri, feed: false, folder: firstTag(tags) }))
}

/** Tags are names, or one text of them. */
function firstTag(tags: unknown): string | null {
  const [first] = Array.isArray(tags) ? (tags as unknown[]) : typeof tags === 'string' ? tags.split(',') : []
  return typeof first === 'string' && first.trim() !== '' ? first.trim().slice(0, 200) : null
}

function parse(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    throw new FileRefusal('damaged', 'JSON')
  }
}
