import { expect, test } from 'vitest'
import { linkTo, readLink } from '../../src/contract/link.ts'

const uid = '0d4ab8c2-7f11-4c39-9a51-0123456789ab'
const number = (article: number) => ({ by: 'number', article })
const address = (url: string) => ({ named: { by: 'address', url }, versions: null })

test.each([
  ['palimpsest://article/12', { named: number(12), versions: null }],
  ['palimpsest://article/12/2..5', { named: number(12), versions: { older: '2', newer: '5' } }],
  ['palimpsest://article/12/1a..3', { named: number(12), versions: { older: '1a', newer: '3' } }],
  ['palimpsest://article/12/5', { named: number(12), versions: { older: null, newer: '5' } }],
  [`palimpsest://article/${uid}`, { named: { by: 'uid', uid }, versions: null }],
  [`palimpsest://article/${uid}/2..5`, { named: { by: 'uid', uid }, versions: { older: '2', newer: '5' } }],
  ['palimpsest://article?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1', address('https://example.org/a?b=1')],
  // As desktops hand it over.
  ['palimpsest://article/?url=https%3A%2F%2Fexample.org%2Fa', address('https://example.org/a')]
])('%s is read', (link, read) => {
  expect(readLink(link)).toEqual(read)
})

const encoded = (url: string) => `palimpsest://article?url=${encodeURIComponent(url)}`

const hostile: readonly string[] = [
  '',
  'palimpsest:',
  'palimpsest://',
  'palimpsest://article',
  'palimpsest://article/',
  'palimpsest://article/0',
  'palimpsest://article/-1',
  'palimpsest://article/1e3',
  'palimpsest://article/0x10',
  'palimpsest://article/1.5',
  'palimpsest://article/99999999999999999999',
  'palimpsest://article/12/',
  'palimpsest://article/12/../13',
  'palimpsest://article/12/..',
  'palimpsest://article/12/2..',
  'palimpsest://article/12/..5',
  'palimpsest://article/12/2..5..7',
  'palimpsest://article/12/2...5',
  'palimpsest://article/12/2..5/delete',
  'palimpsest://article/12/2..5?run=1',
  'palimpsest://article/12/2..5#x',
  'palimpsest://article/12/v2..v5',
  `palimpsest://article/12/${'9'.repeat(40)}..1`,
  `palimpsest://article/12/1${'a'.repeat(40)}`,
  'palimpsest://article/12\n--inspect',
  'palimpsest://article/12 --inspect=0',
  'palimpsest://article/12" --no-sandbox "',
  'palimpsest://article/%31%32',
  'palimpsest://article/١٢',
  'palimpsest://article/../../etc/passwd',
  'palimpsest://article/0d4ab8c2-7f11-4c39-9a51-0123456789a',
  'palimpsest://article/0D4AB8C2-7F11-4C39-9A51-0123456789AB',
  `palimpsest://article/${uid.replaceAll('-', '')}`,
  'palimpsest://settings/general',
  'palimpsest://article@evil.example/12',
  'palimpsest://article:80/12',
  'palimpsest:article/12',
  'palimpsest:///article/12',
  'PALIMPSEST://article/12',
  ' palimpsest://article/12',
  'https://article/12',
  'javascript:palimpsest://article/12',
  'file:///etc/passwd',
  encoded('file:///etc/passwd'),
  encoded('javascript:alert(1)'),
  encoded('data:text/html,x'),
  encoded('\\\\server\\share'),
  encoded('palimpsest://article/12'),
  encoded('https://'),
  encoded('https://user:secret@example.org/'),
  encoded('https://example.org@evil.example/'),
  encoded('https://example.org\\@evil.example/'),
  encoded('https://example.org/a b'),
  encoded('https://example.org/\u0000'),
  encoded('https://example.org/\u202Egpj'),
  encoded(`https://example.org/${'x'.repeat(8192)}`),
  'palimpsest://article?url=https%3A%2F%2Fexample.org%zz',
  'palimpsest://article?url=%FF%FE',
  `${encoded('https://example.org/')}&url=file%3A%2F%2F`,
  `${encoded('https://example.org/')}#x`,
  'palimpsest://article?URL=https%3A%2F%2Fexample.org%2F',
  'palimpsest://article?path=/etc/passwd',
  `palimpsest://article/${'1'.repeat(1_000_000)}`
]

test(`${hostile.length} hostile links are not read`, () => {
  expect(hostile.filter((link) => readLink(link) !== null)).toEqual([])
})

test('a link that is copied is one that is read', () => {
  for (const versions of [null, { older: '2', newer: '5' }, { older: null, newer: '1a' }])
    expect(readLink(linkTo(uid, versions))).toEqual({ named: { by: 'uid', uid }, versions })
})
