import { addArticle } from '../../src/library/store/articles.ts'
import { putBody, readBody } from '../../src/library/store/bodies.ts'
import { addCapture } from '../../src/library/store/captures.ts'
import { refreshListing } from '../../src/library/store/listing.ts'
import type { Store } from '../../src/library/store/open.ts'
import type { PageCapture } from './histories.ts'
import { newStore, observed, source, tableSizes } from './ours.ts'
import { brotli } from './rivals.ts'

/** Keeps the bodies of captures, each once, as checks would bring them; sizes in bytes. Throws where one is not read back. */
export function keepBodies(captures: readonly PageCapture[]) {
  const store = newStore()
  store.pragma('synchronous = OFF')
  const articles = new Map<string, number>()
  const kept = new Map<string, Buffer>()
  const ms = { ours: 0, reading: 0, brotli: 0 }
  const totals = { plain: 0, brotli: 0 }
  for (const capture of captures) {
    const article = articles.get(capture.page) ?? newArticle(store, capture)
    articles.set(capture.page, article)
    const hash = timed(ms, 'ours', () => putBody(store, article, capture.bytes))
    see(store, article, { at: capture.at, hash })
    if (kept.has(hash.toString('hex'))) continue
    kept.set(hash.toString('hex'), capture.bytes)
    totals.plain += capture.bytes.length
    totals.brotli += timed(ms, 'brotli', () => brotli(capture.bytes))
  }
  for (const [hash, bytes] of kept) {
    const read = timed(ms, 'reading', () => readBody(store, Buffer.from(hash, 'hex')))
    if (read?.equals(bytes) !== true) throw new Error(`body ${hash} is not what was kept`)
  }
  const ours = tableSizes(store).get('body')!
  store.close()
  const perMB = (time: number) => time / (totals.plain / 1e6)
  return {
    bodies: kept.size,
    ours,
    ...totals,
    msPerMB: { ours: perMB(ms.ours), reading: perMB(ms.reading), brotli: perMB(ms.brotli) }
  }
}

function newArticle(store: Store, { page, site }: PageCapture): number {
  const url = `https://news.example/${page}`
  return addArticle(store, { source: source(site), url, lang: null, dir: 'ltr' })
}

function see(store: Store, article: number, { at, hash }: { readonly at: string; readonly hash: Buffer }): void {
  const where = { origin: null, url: null, finalUrl: null, headers: null }
  addCapture(store, article, { ...observed(at, null), outcome: 'changed', ...where, bodyHash: hash })
  refreshListing(store, article)
}

function timed<K extends string, T>(ms: Record<K, number>, name: K, work: () => T): T {
  const started = performance.now()
  const value = work()
  ms[name] += performance.now() - started
  return value
}
