import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { foundIn } from './found-in.ts'

/** Format; how many texts and other observations; what is refused. */
type Verdict = readonly [format: string, texts: number, others: number, ...refused: string[]]

const warcs = '.cache/data/suites/warc'
const samples = '.cache/data/d-archives'

const noPages = (records: number, answers: number): string => {
  const parts = [
    records === 0 ? '' : `${records} ${records === 1 ? 'record that holds' : 'records that hold'} no page`,
    answers === 0 ? '' : `${answers} ${answers === 1 ? 'answer that holds' : 'answers that hold'} no article`
  ]
  return `not-a-page ${parts.filter((part) => part !== '').join(', ')}`
}
const cut = 'truncated gzip: unexpected end of file (Z_BUF_ERROR)'
const lost = (bytes: number): string => `damaged ${bytes} bytes that belong to no record`

/** The suite's indexes (CDX) are no archives. */
const suite: Readonly<Record<string, Verdict>> = {
  'js-wacz/lil-about.warc.gz': ['plain-text/1', 0, 0, 'empty'],
  'js-wacz/lil-projects.warc.gz': ['warc/1', 1, 0, noPages(24, 0)],
  'jwarc/cc.warc.gz': ['warc/1', 1, 0],
  'jwarc/gzip_extra_sl.warc.gz': ['warc/1', 0, 0, 'no-article'],
  'py-wacz/example-collection-with-lists.warc': ['warc/1', 6, 0, noPages(11, 1)],
  'py-wacz/example-collection.warc': ['warc/1', 1, 0],
  'py-wacz/example-iana.warc': ['warc/1', 6, 1, noPages(16, 1)],
  'py-wacz/example-resource.warc.gz': ['warc/1', 2, 0],
  'py-wacz/example-warcinfo-metadata.warc': ['warc/1', 0, 0, noPages(1, 0)],
  'py-wacz/invalid_example_1.wacz': ['zip/1', 0, 0, 'unknown-format a ZIP archive'],
  'py-wacz/invalid_signed_example_1.wacz': ['wacz/1', 1, 0],
  'py-wacz/valid_example_1.wacz': ['wacz/1', 1, 0],
  'py-wacz/valid_example_2.wacz': ['wacz/1', 1, 0],
  'py-wacz/valid_signed_example_1.wacz': ['wacz/1', 1, 0],
  'warcio.js/example-bad-length.warc': ['warc/1', 0, 0, cut, lost(3)],
  'warcio.js/example-iana.org-chunked.warc': ['warc/1', 1, 0],
  'warcio.js/example-resource.warc.gz': ['warc/1', 0, 0, noPages(0, 1)],
  'warcio.js/example-url-agnostic-revisit.warc.gz': [
    'warc/1',
    0,
    0,
    'needs-files 1 record that repeats what is not in it'
  ],
  'warcio.js/example-wget-bad-target-uri.warc.gz': ['warc/1', 1, 0],
  'warcio.js/example.warc': ['warc/1', 2, 0],
  'warcio.js/example.warc.gz': ['warc/1', 2, 0],
  'warcio.js/post-test-more.warc': ['warc/1', 0, 0, noPages(3, 0)],
  'warcio.js/post-test.warc.gz': ['warc/1', 0, 0, noPages(3, 0)],
  'warcio.js/redirect.warc': ['warc/1', 0, 0, noPages(0, 1)],
  'warcio/example-bad-non-chunked.warc.gz': ['warc/1', 2, 0],
  'warcio/example-digest.warc': ['warc/1', 0, 0, 'no-article'],
  'warcio/example-iana.org-chunked.warc': ['warc/1', 1, 0],
  'warcio/example-resource.warc.gz': ['warc/1', 1, 0],
  'warcio/example-space-in-target-uri.warc.gz': ['warc/1', 0, 0, 'no-article'],
  'warcio/example-trunc.warc': ['warc/1', 0, 0, cut, lost(4)],
  'warcio/example-wget-bad-target-uri.warc.gz': ['warc/1', 1, 0],
  'warcio/example-wrong-chunks.warc.gz': ['warc/1', 0, 0, 'tampered its block does not fit its digest'],
  'warcio/example.warc': ['warc/1', 2, 0],
  'warcio/example.warc.gz': ['warc/1', 2, 0],
  'warcio/post-test.warc.gz': ['warc/1', 0, 0, noPages(3, 0)]
}

/** What is here beside the suite. */
const others: Readonly<Record<string, Verdict>> = {
  'mhtml/example.com.mhtml': ['mhtml/1', 1, 0],
  'mhtml/github.node.mhtml': ['mhtml/1', 1, 0],
  'mhtml/hn.mhtml': ['mhtml/1', 0, 0, 'no-article nearly all of its words are links'],
  'mhtml/marketwatch.mhtml': ['mhtml/1', 0, 0, 'no-article it lists other pages: 119 headings lead elsewhere'],
  'mhtml/mdn.mhtml': ['mhtml/1', 1, 0],
  'mhtml/usatoday.mhtml': ['mhtml/1', 1, 0],
  'mhtml/wikipedia.mhtml': ['mhtml/1', 1, 0],
  'wabac.js/example.zip': ['wacz/1', 19, 2, noPages(29, 2)],
  'warcio/bad.arc': ['warc/1', 0, 0, lost(200), 'damaged no response in it', lost(68)],
  'warcio/example-bad.warc.gz.bad': ['warc/1', 2, 0, noPages(0, 1)],
  'warcio/example-space-in-url.arc': ['warc/1', 0, 0, 'truncated 12 bytes before the end of a record'],
  'warcio/example.arc': ['warc/1', 1, 0],
  'warcio/example.arc.gz': ['warc/1', 1, 0]
}

describe.each([
  ['the suite of web archives', warcs, suite],
  ['archives of other programs', samples, others]
] as const)('%s (skipped where the shared data is absent)', (_, folder, verdicts) => {
  test.skipIf(!existsSync(folder)).each(Object.entries(verdicts))('%s', async (name, expected) => {
    const { format, states, loose, refused } = await foundIn(join(folder, name))
    const texts = states.filter(({ content }) => content !== null).length + loose.length
    expect([format, texts, states.length + loose.length - texts, ...refused]).toEqual(expected)
  })
})
