import type { Block, Content } from '../../../src/domain/revision.ts'

/** The rows of a library of version 1: all that such a library could hold, in a few articles. */
export const oldSources = [
  { id: 1, name: 'Harbour Post', homepage: 'https://harbourpost.example/', folder: 'City desk' },
  { id: 2, name: 'Harbour Post', homepage: null, folder: null },
  { id: 3, name: '港の新聞 🗞', homepage: null, folder: 'Ø & "quotes"' },
  { id: 4, name: 'A source without articles', homepage: null, folder: null }
] as const

export interface OldCapture {
  readonly first_at: string
  readonly last_at: string
  readonly count: number
  readonly outcome: string
  readonly status: number | null
  readonly error: string | null
  readonly origin: string | null
  readonly body_hash: Buffer | null
  readonly content?: Content
}

export interface OldArticle {
  readonly source_id: number
  readonly url: string | null
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl'
  /** In the order in which they were stored. */
  readonly captures: readonly OldCapture[]
  /** Which of its revisions was read, from 0 in the order of storing. */
  readonly read?: number
}

const day = (n: number): string => `2025-03-${String(n).padStart(2, '0')}T09:30:00.000Z`

function look(n: number, content?: Content, more: Partial<OldCapture> = {}): OldCapture {
  const empty = { status: 200, error: null, origin: null, body_hash: null, count: 1 }
  const outcome = content === undefined ? 'unchanged' : 'changed'
  return {
    first_at: day(n),
    last_at: day(n),
    outcome,
    ...empty,
    ...more,
    ...(content === undefined ? {} : { content })
  }
}

const say = (text: string): Block => ({ kind: 'paragraph', text })
const content = (...blocks: readonly Block[]): Content => ({ blocks, claims: [] })
const headline: Block = { kind: 'headline', text: 'Sea wall to be rebuilt' }

const first: Content = {
  blocks: [
    headline,
    { kind: 'byline', text: 'By Ines Duarte' },
    {
      kind: 'paragraph',
      text: 'The wall costs £40m.',
      links: [{ text: '£40m', href: 'https://example.org/?a=1&b="2"' }]
    },
    { kind: 'image', text: 'The wall at low tide', src: 'https://example.org/wall.jpg' },
    say('Read more.'),
    say('It was built in 1906.'),
    say('Read more.')
  ],
  claims: [
    { kind: 'published', where: 'visible', text: 'Published 1 March 2025', at: '2025-03-01' },
    { kind: 'updated', where: 'metadata', text: '1 hour ago', at: null }
  ]
}
const second: Content = {
  blocks: [{ ...headline, text: 'Sea wall to cost more' }, ...first.blocks.slice(1, -1), say('It costs £60m now.')],
  claims: []
}
const between: Content = { ...first, blocks: [...first.blocks, { kind: 'correction-note', text: 'Corrected: 1906.' }] }

export const oldArticles: readonly OldArticle[] = [
  {
    source_id: 1,
    url: 'https://harbourpost.example/wall',
    lang: 'en',
    dir: 'ltr',
    read: 1,
    captures: [
      look(1, first, { body_hash: Buffer.alloc(32, 'page one') }),
      look(2, undefined, { last_at: day(4), count: 49 }),
      look(5, second),
      look(6, undefined, { outcome: 'server-error', status: 503, error: 'Service Unavailable' }),
      look(7, undefined, { outcome: 'network-error', status: null, error: 'ECONNRESET' }),
      // A B A: the first text comes back.
      look(8, first),
      // Stored last, seen in between: version 1 gave it the next number all the same.
      look(3, between, { origin: 'wall-2025-03-03.txt', body_hash: Buffer.alloc(32, 'a file') }),
      look(9, undefined, { outcome: 'gone', status: 410 })
    ]
  },
  {
    source_id: 3,
    url: null,
    lang: null,
    dir: 'rtl',
    read: 0,
    captures: [
      look(1, content(say('سور البحر ينهار قرب الميناء القديم.'), say('防波堤が崩れた。👩‍👩‍👧‍👦 é e\u0301')), {
        origin: 'نص.txt',
        status: null
      }),
      look(2, content(say('سور البحر ينهار قرب الميناء.'), { ...say('"quoted" \\ \t\u0000 end'), links: [] }), {
        origin: 'نص ٢.txt',
        status: null
      })
    ]
  },
  {
    source_id: 2,
    url: 'https://example.org/only-failed',
    lang: 'de',
    dir: 'ltr',
    captures: [look(1, undefined, { outcome: 'blocked', status: 403, last_at: day(3), count: 7 })]
  },
  { source_id: 2, url: 'https://example.org/nothing-yet', lang: null, dir: 'ltr', captures: [] },
  {
    source_id: 1,
    url: 'https://example.org/long',
    lang: 'en',
    dir: 'ltr',
    captures: [1, 2].map((n) =>
      look(n, content(headline, ...Array.from({ length: 6 }, (_, i) => say(`Line ${i} of ${i % n === 0 ? n : 1}.`))))
    )
  }
]
