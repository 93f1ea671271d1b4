import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseFeed } from '../../../src/library/feeds/parse.ts'
import { feedText, hasSuite, withUnpacked } from './corpora.ts'

/** Every text is read as a feed without a fault; answers how many were one, and the slowest in milliseconds. */
function readAll(folder: string): { files: number; feeds: number; slowest: number } {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => /\.(?:xml|rss|atom|rdf|json)$/.test(name))
  let feeds = 0
  let slowest = 0
  for (const name of files) {
    const begin = performance.now()
    if (parseFeed(feedText(join(folder, name)), { url: 'https://suite.example/feed' }) !== null) feeds += 1
    slowest = Math.max(slowest, performance.now() - begin)
  }
  return { files: files.length, feeds, slowest: Math.round(slowest) }
}

test
  .runIf(hasSuite('feeds/w3c-feedvalidator-testcases.tar.gz'))
  .each(['feedparser-tests', 'w3c-feedvalidator-testcases'])(
  'no file of %s breaks reading (files beside the checkout)',
  { timeout: 120_000 },
  (name) => {
    const found = withUnpacked(`feeds/${name}.tar.gz`, readAll)
    console.log(name, found)
    expect(found.files).toBeGreaterThan(2000)
    expect(found.feeds).toBeGreaterThan(1500)
  }
)
