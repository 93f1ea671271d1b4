import { expect, test } from 'vitest'
import { parseLinks } from '../../../src/library/backfill/link-format.ts'
import { readListing } from '../../../src/library/backfill/listing.ts'

test.each([
  ['<a:b>;rel=memento', [['a:b', 'memento', '']]],
  [
    '<a:b> ; rel="first memento" ; datetime="Thu, 02 Jan 2020 03:04:05 GMT",\n <c:d>;rel="timemap"',
    [
      ['a:b', 'first memento', 'Thu, 02 Jan 2020 03:04:05 GMT'],
      ['c:d', 'timemap', '']
    ]
  ],
  ['<a:b?x=1,2;3>; REL="Memento"', [['a:b?x=1,2;3', 'memento', '']]],
  [String.raw`<a:b>; title="a \"quoted\", <x>; thing"; rel="memento"`, [['a:b', 'memento', '']]],
  ['<a:b>; rel="memento"; rel="other"', [['a:b', 'memento', '']]],
  [
    '<a:b>; rel="memento" <c:d>; rel=self',
    [
      ['a:b', 'memento', ''],
      ['c:d', 'self', '']
    ]
  ],
  ['noise, <a:b>; rel="unclosed', [['a:b', 'unclosed', '']]],
  ['<unclosed', []],
  ['', []]
])('%s', (text, links) => {
  expect(parseLinks(text).map(({ url, rel, params }) => [url, rel.join(' '), params.get('datetime') ?? ''])).toEqual(
    links
  )
})

const copy = (timestamp: string, url: string): string => `https://a.example/web/${timestamp}/${url}`
const asked = { url: 'http://q.example/', from: 'https://a.example/map', copy }
const read = (text: string) => {
  const listing = readListing(text, asked)
  return (
    listing && [
      listing.entries.map(({ at, archiveUrl, digest }) => [new Date(at).toISOString(), archiveUrl, digest]),
      listing.pages
    ]
  )
}
const one = ['2020-01-02T03:04:05.000Z', 'https://a.example/web/20200102030405/http://q.example/']

test.each([
  [
    'CDX rows',
    '[["urlkey","timestamp","original","mimetype","statuscode","digest"],["k","20200102030405","http://q.example/","text/html","200","D"],["k","20200102030406","http://q.example/","text/html","404","E"],["k","20200102030407","http://q.example/","image/png","200","F"]]',
    [[[...one, 'D']], []]
  ],
  [
    'lines of JSON',
    '{"timestamp":"20200102030405","url":"http://q.example/","mime":"text/html","status":"200","digest":"D"}\n',
    [[[...one, 'D']], []]
  ],
  [
    'a JSON TimeMap',
    `{"mementos":{"list":[{"datetime":"2020-01-02T03:04:05Z","uri":"${one[1]}"}]},"timemap_index":[{"uri":"/map/2"}]}`,
    [[[...one, null]], ['https://a.example/map/2']]
  ],
  ['an empty listing', '[]', [[], []]],
  [
    'links',
    `<${one[1]}>; rel="memento"; datetime="Thu, 02 Jan 2020 03:04:05 GMT", <javascript:x>; rel="memento"; datetime="Thu, 02 Jan 2020 03:04:05 GMT"`,
    [[[...one, null]], []]
  ],
  ['a page of the archive', '<html><body>Sorry; try again</body></html>', undefined],
  ['JSON of another kind', '{"error":"no"}', undefined]
])('%s', (_, text, expected) => {
  expect(read(text)).toEqual(expected)
})
