import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SearchHit, SearchRequest, SearchScope } from '../../src/contract/search.ts'
import { indexing, merging } from '../../src/library/indexing.ts'
import { openLibrary } from '../../src/library/library.ts'
import { search } from '../../src/library/search/search.ts'
import { indexParts, reindex, unindexedArticles } from '../../src/library/store/search-index.ts'
import { refreshListing } from '../../src/library/store/listing.ts'
import type { Store } from '../../src/library/store/open.ts'
import { presenceWords } from '../../src/renderer/search/presenceWords.ts'
import { contentOf, emptyStore, newArticle, see, type Facts } from './stories.ts'

/** An article whose versions, each a headline and paragraphs, were seen day after day. */
function tell(store: Store, versions: readonly (readonly string[])[], facts: Facts = {}): number {
  const article = newArticle(store, facts)
  const sights = versions.map(([headline = '', ...paragraphs], i) => {
    return {
      at: `2026-03-${String(i + 1).padStart(2, '0')}T09:00:00.000Z`,
      content: contentOf(headline, ...paragraphs)
    }
  })
  see(store, article, ...sights)
  return article
}

function library(...articles: readonly (readonly (readonly string[])[])[]): Store {
  const store = emptyStore()
  for (const versions of articles) tell(store, versions)
  return store
}

const find = (store: Store, text: string, more: Partial<SearchRequest> = {}) =>
  search(store, { text, limit: 50, ...more })
/** What long work that is done in steps comes to. */
function run<Answer>(steps: Generator<void, Answer>): Answer {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

const inBrackets = ({ snippet }: SearchHit) => snippet.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')
const sentences = (store: Store, text: string, scope: SearchScope = 'anywhere') =>
  find(store, text, { scope }).hits.map(({ presence }) => presenceWords(presence))

const quayRow = [
  ['Council to move 40 households', '“Nobody is being forced out,” said Dilys Amberley.', 'Work begins in April.'],
  ['Council to move 40 households', '“Nobody is being forced out,” said Dilys Amberley.', 'Work begins in May.'],
  ['Council to move 60 households', 'Dilys Amberley spoke of a choice.', 'Work begins in May.']
]
const market = [
  ['Stallholders forced out of covered market', 'Rents are to rise.'],
  ['Stallholders offered new pitches', 'Rents are to rise.', 'Pitches are outdoors.']
]

describe('scopes', () => {
  const store = library(quayRow, market)
  test.each<[SearchScope, string, readonly string[]]>([
    ['anywhere', '"forced out"', ['Headline, only in v1', 'In v1 and v2. Removed in v3']],
    ['anywhere', 'work', ['In every version']],
    ['anywhere', 'may', ['Since v2']],
    ['anywhere', 'pitches', ['Since v2']],
    ['removed', 'forced', ['Headline, only in v1', 'In v1 and v2. Removed in v3']],
    ['removed', 'amberley', []],
    ['removed', 'april', ['Only in v1']],
    ['removed', 'may', []],
    ['current', 'forced', []],
    ['current', 'amberley', ['In every version']],
    ['headline', 'forced', ['Headline, only in v1']],
    ['headline', 'council', ['Headline in every version']],
    ['headline', 'rents', []],
    ['added', 'may', ['Since v2']],
    ['added', 'choice', ['Since v3']],
    ['added', 'april', []],
    ['added', 'outdoors', ['Since v2']]
  ])('%s: %s', (scope, text, expected) => {
    expect(sentences(store, text, scope).sort()).toEqual([...expected].sort())
  })

  test('a word before a term names its scope, whatever the scope of the others', () => {
    expect(sentences(store, 'removed:"forced out" current:choice')).toEqual(['In v1 and v2. Removed in v3'])
    expect(sentences(store, 'removed:forced current:forced')).toEqual([])
    expect(sentences(store, 'headline:stallholders added:outdoors')).toEqual(['Since v2'])
  })
})

describe('what a hit says', () => {
  test('the last version with the text, the next without it, and the block that shows it', () => {
    const store = library(quayRow)
    const [hit] = find(store, '"forced out"').hits
    expect(inBrackets(hit!)).toBe('“Nobody is being [forced out],” said Dilys Amberley.')
    expect(hit).toMatchObject({
      article: { headline: 'Council to move 60 households' },
      shown: { label: '2', at: '2026-03-02T09:00:00.000Z' },
      gone: { label: '3', at: '2026-03-03T09:00:00.000Z' },
      block: 1,
      headline: false,
      versions: '110'
    })
    expect(hit!.pair).toEqual({ older: hit!.shown.revision, newer: hit!.gone!.revision })
  })

  test('removed text that stands elsewhere still: the pair that took it out', () => {
    const store = library([
      ['Council', 'The council agreed.', 'The council met in private, a councillor said.', 'More follows.'],
      ['Council', 'The council agreed.', 'More follows.'],
      ['Council', 'The council agreed.', 'More follows soon.']
    ])
    const [hit] = find(store, 'council', { scope: 'removed' }).hits
    expect(hit).toMatchObject({ presence: { having: 1 }, versions: '100' })
    expect(inBrackets(hit!)).toBe('The [council] met in private, a councillor said.')
  })

  test('text that was put in and taken out later: the pair that put it in', () => {
    const store = library([
      ['A', 'Rain.'],
      ['A', 'Rain.', 'Floods are feared.'],
      ['A', 'Rain.']
    ])
    const [hit] = find(store, 'added:floods').hits
    expect(hit).toMatchObject({ presence: { having: 1 }, shown: { label: '2' }, gone: { label: '3' } })
    expect(hit!.pair!.newer).toBe(hit!.shown.revision)
  })

  test('text that left and came back', () => {
    const store = library([
      ['A', 'Rain fell.'],
      ['A', 'Sun shone.'],
      ['A', 'Rain fell.']
    ])
    expect(sentences(store, 'rain')).toEqual(['In v1, again since v3. Removed in v2'])
    expect(sentences(store, 'removed:rain')).toEqual([])
  })

  test('a headline is shown only where the text has the words nowhere else', () => {
    const store = library([['Flood on Quay Row', 'The flood rose.']], [['Flood in Orrin', 'Water rose.']])
    expect(find(store, 'flood').hits.map(inBrackets).sort()).toEqual(['The [flood] rose.', '[Flood] in Orrin'])
  })
})

describe('several words', () => {
  const store = library(
    [['Sea wall', 'The council met.', 'Forty households must leave.']],
    [['Harbour', 'The council met and forty households listened.']],
    [
      ['Bridge', 'The council met.'],
      ['Bridge', 'Forty households must leave.']
    ]
  )
  test('stand in different blocks of an article; one block with all of them is best', () => {
    expect(find(store, 'council households').hits.map(({ article }) => article.headline)).toEqual([
      'Harbour',
      'Sea wall'
    ])
  })

  test('stood in one version together, unless they name different scopes', () => {
    expect(find(store, 'bridge council households').hits).toEqual([])
    const apart = find(store, 'removed:council current:households')
    expect(apart.hits.map(({ article }) => article.headline)).toEqual(['Bridge'])
  })

  test('a phrase never goes over the end of a block', () => {
    expect(find(store, '"met forty"').hits).toEqual([])
    expect(find(store, '"met and forty"').hits).toHaveLength(1)
  })

  test('a beginning', () => {
    expect(find(store, 'counc* househ*').hits).toHaveLength(2)
    expect(find(store, 'counc').hits).toEqual([])
  })

  test('the marks of the index are no words', () => {
    for (const mark of ['cur', 'old', 'new', 's1']) expect(find(store, mark).hits).toEqual([])
  })
})

test.each([
  ['Latin', 'Das Straßenfest wurde abgesagt, teilte die Stadt mit.', 'STRASSENFEST'],
  ['Latin with marks', 'Đường phố Hà Nội ngập sâu sau cơn bão.', 'duong pho'],
  ['Greek', 'Οι άνθρωποι εγκατέλειψαν την παλιά γέφυρα.', 'ανθρωποι'],
  ['Greek, typed with accents', 'ΟΙ ΑΝΘΡΩΠΟΙ ΕΓΚΑΤΕΛΕΙΨΑΝ ΤΗ ΓΕΦΥΡΑ', 'άνθρωποι'],
  ['Cyrillic', 'Ещё один мост закрыли на ремонт.', 'еще'],
  ['Arabic', 'أعلنت الحكومة إغلاق الجسر القديم.', 'اعلنت الحكومه'],
  ['Arabic with vowel points', 'أُغْلِقَ الجِسْرُ القَدِيمُ أمس.', '"الجسر القديم"'],
  ['Persian', 'پل قدیمی شهر بسته شد.', 'قديمي'],
  ['Hebrew', 'העירייה תסגור את הגשר הישן.', 'הגשר'],
  ['Devanagari', 'नगर परिषद ने पुराना पुल बंद कर दिया।', 'परिषद'],
  ['Bengali', 'পুরোনো সেতুটি বন্ধ করা হয়েছে।', 'সেতুটি'],
  ['Tamil', 'பழைய பாலம் மூடப்பட்டது.', 'பாலம்'],
  ['Thai', 'เทศบาลปิดสะพานเก่าเมื่อวานนี้', 'สะพาน'],
  ['Khmer', 'ស្ពានចាស់ត្រូវបានបិទ', 'ចាស់'],
  ['Chinese', '市议会决定关闭旧桥。', '旧桥'],
  ['Japanese', '市は古い橋を閉鎖した。', '古い橋'],
  ['Korean', '시의회는 오래된 다리를 폐쇄했다.', '다리'],
  ['Armenian', 'Հին կամուրջը փակվել է։', 'ԿԱՄՈՒՐՋԸ'],
  ['Georgian', 'ძველი ხიდი დაიხურა.', 'ხიდი']
])('finds in %s, and marks what it found', (_, sentence, text) => {
  const store = library([['A', sentence, 'Something else.']], [['B', 'Other words stand here.']])
  const { hits } = find(store, text)
  expect(hits).toHaveLength(1)
  expect(hits[0]!.snippet.some(({ hit }) => hit)).toBe(true)
  expect(hits[0]!.snippet.map((part) => part.text).join('')).toBe(sentence)
})

describe('filters', () => {
  const store = emptyStore()
  tell(store, [['A', 'Rain in the north.']], { source: 'The Courier', folder: 'City' })
  tell(
    store,
    [
      ['B', 'Rain in the south.'],
      ['B', 'Sun.'],
      ['B', 'Sun!']
    ],
    { source: 'The Echo', folder: 'City' }
  )
  tell(store, [['C', 'Rain in the west.']], { source: 'The Ledger' })
  const headlines = (more: Partial<SearchRequest>) =>
    find(store, 'rain', more)
      .hits.map(({ article }) => article.headline)
      .sort()

  test('by source and by folder', () => {
    const sourceOf = (headline: string) => find(store, 'rain').hits.find((hit) => hit.article.headline === headline)!
    expect(headlines({ source: sourceOf('B').article.sourceId })).toEqual(['B'])
    expect(headlines({ folder: 'City' })).toEqual(['A', 'B'])
    expect(headlines({ folder: 'Country' })).toEqual([])
  })

  test.each([
    ['before all', { to: '2026-02-28T00:00:00Z' }, []],
    ['while it stood', { from: '2026-03-01T00:00:00Z', to: '2026-03-01T23:00:00Z' }, ['A', 'B', 'C']],
    ['until it went', { from: '2026-03-01T12:00:00Z' }, ['B']],
    ['after it went', { from: '2026-03-02T12:00:00Z' }, []]
  ])('by the time the text stood: %s', (_, more, expected) => {
    expect(headlines(more)).toEqual(expected)
  })
})

describe('the index stays in step', () => {
  test('when a newer version comes, and when an older one is brought later', () => {
    const store = emptyStore()
    const article = tell(store, [
      ['A', 'Rain.'],
      ['A', 'Rain.', 'Floods.']
    ])
    expect(sentences(store, 'floods', 'current')).toEqual(['Since v2'])
    see(store, article, { at: '2026-04-01T09:00:00.000Z', content: contentOf('A', 'Rain.') })
    expect(sentences(store, 'floods', 'current')).toEqual([])
    expect(sentences(store, 'floods', 'removed')).toEqual(['Only in v2'])
    expect(sentences(store, 'rain', 'added')).toEqual([])
    see(store, article, { at: '2026-02-01T09:00:00.000Z', content: contentOf('A', 'Sun.'), origin: 'old.txt' })
    expect(sentences(store, 'rain', 'added')).toEqual(['Since v1'])
    expect(sentences(store, 'sun', 'removed')).toEqual(['Only in v0a'])
  })

  test('when an article was not indexed yet, as after a migration', () => {
    const store = library(quayRow, market)
    store.exec('DELETE FROM search')
    store.exec('UPDATE listing SET search_format = 0')
    expect(find(store, 'forced')).toMatchObject({ hits: [], waiting: 2 })
    expect(unindexedArticles(store)).toEqual([1, 2])
    see(store, 2, { at: '2026-04-01T09:00:00.000Z', content: contentOf('Stallholders move') })
    expect(sentences(store, 'forced')).toEqual(['Headline, only in v1'])
    reindex(store, 1)
    expect(find(store, 'forced')).toMatchObject({ hits: { length: 2 }, waiting: 0 })
  })

  test('in the background, also past an article whose text is damaged', () => {
    const store = library(quayRow, market, quayRow)
    store.exec('DELETE FROM search')
    store.exec('UPDATE listing SET search_format = 0')
    store.exec(`UPDATE pack SET data = x'00' WHERE id / 1048576 = 2`)
    let left = 2
    const steps = indexing(
      store,
      () => left-- > 0,
      () => undefined
    )
    expect([...steps]).toHaveLength(2)
    expect(find(store, 'forced')).toMatchObject({ hits: { length: 1 }, waiting: 2 })
    expect(
      run(
        indexing(
          store,
          () => true,
          () => undefined
        )
      )
    ).toEqual({ articles: 1, damaged: 1 })
    expect(find(store, '"forced out"')).toMatchObject({ hits: { length: 2 }, waiting: 1 })
  })

  test('an article whose text is damaged is told of, and the others are found', () => {
    const store = library(quayRow, market)
    store.exec(`UPDATE pack SET data = x'00' WHERE id / 1048576 = 1`)
    expect(find(store, 'forced')).toMatchObject({ hits: [{ headline: true }], damaged: 1, total: 1 })
  })

  test('when the parts of the index are made one', () => {
    const store = emptyStore()
    store.exec("INSERT INTO search (search, rank) VALUES ('automerge', 0)")
    for (let n = 0; n < 12; n++) tell(store, [[`Report ${n}`, `Rain fell for ${n} days.`]])
    expect(indexParts(store)).toBe(12)
    const before = find(store, 'rain').hits.map(({ article }) => article.id)
    expect(run(merging(store, () => true))).toBe(true)
    expect(indexParts(store)).toBe(1)
    expect(find(store, 'rain').hits.map(({ article }) => article.id)).toEqual(before)
    expect(run(merging(store, () => true))).toBe(false)
  })

  test('when versions and articles are deleted and come back', async () => {
    const store = library(quayRow, market)
    const path = store.name
    const first = find(store, '"forced out"').hits.find(({ headline }) => !headline)
    store.close()
    const opened = openLibrary({ path, samples: '', now: () => new Date(), tell: () => undefined })
    const { handlers } = opened
    const count = async (text: string) => (await handlers.search({ text, limit: 50 })).hits.length
    const version = await handlers.deleteRevisions({ revisions: [first!.shown.revision, first!.shown.revision - 1] })
    expect([await count('forced'), await count('april'), await count('choice')]).toEqual([1, 0, 1])
    await handlers.restore({ deletion: version!.deletion })
    expect([await count('forced'), await count('april')]).toEqual([2, 1])
    const whole = await handlers.deleteArticles({ articles: [first!.article.id] })
    expect([await count('forced'), await count('amberley')]).toEqual([1, 0])
    await handlers.restore({ deletion: whole!.deletion })
    expect([await count('forced'), await count('amberley')]).toEqual([2, 1])
    await handlers.deleteArticles({ articles: [first!.article.id] })
    await handlers.emptyDeleted({})
    expect([await count('forced'), await count('amberley')]).toEqual([1, 0])
    opened.close()
  })
})

describe('common words', () => {
  const store = emptyStore()
  const articles = 240
  for (let n = 0; n < articles; n++) {
    const often = (sentence: string, times: number) => Array.from({ length: times }, (_, i) => `${sentence} ${n} ${i}.`)
    const some = n % 4 === 0 ? often('Snow will fall', 80) : []
    const first = [`Report ${n}`, ...often('Rain will fall', 20), ...some]
    tell(store, [first, [...first, 'Sun.']], { source: n % 3 === 0 ? 'The Echo' : 'The Courier' })
  }
  const all = (text: string, more: Partial<SearchRequest> = {}) => {
    const seen: number[] = []
    let after: SearchRequest['after'] = null
    do {
      const answer = find(store, text, { ...more, limit: 50, after })
      seen.push(...answer.hits.map(({ article }) => article.id))
      after = answer.next
    } while (after !== null)
    return seen
  }
  const numbers = (which: (n: number) => boolean) =>
    Array.from({ length: articles }, (_, n) => n + 1).filter((id) => which(id - 1))
  const echo = find(store, 'rain').hits.find(({ article }) => article.source === 'The Echo')!.article.sourceId

  test.each<[string, Partial<SearchRequest>, (n: number) => boolean]>([
    ['rain', {}, () => true],
    ['snow', {}, (n) => n % 4 === 0],
    ['rain snow', {}, (n) => n % 4 === 0],
    ['"rain will fall"', {}, () => true],
    ['"snow will fall" sun', {}, (n) => n % 4 === 0],
    ['"fall rain"', {}, () => false],
    ['rain*', {}, () => true],
    ['sno* rai*', {}, (n) => n % 4 === 0],
    ['rain', { source: echo }, (n) => n % 3 === 0],
    ['rain snow', { source: echo }, (n) => n % 12 === 0],
    ['rain', { scope: 'current' }, () => true],
    ['rain', { scope: 'removed' }, () => false],
    ['sun', { scope: 'added' }, () => true],
    ['rain', { from: '2026-03-02T09:30:00Z' }, () => false],
    ['rain 7', {}, () => true]
  ])('%s %j: all articles, each once', (text, more, which) => {
    const found = all(text, more)
    expect(new Set(found).size).toBe(found.length)
    expect(found.toSorted((a, b) => a - b)).toEqual(numbers(which))
  })

  test('come in the order in which the articles changed', () => {
    see(store, 5, { at: '2026-05-01T09:00:00.000Z', content: contentOf('Report 4', 'Rain again.') })
    expect(find(store, 'rain', { limit: 1 }).hits[0]!.article.id).toBe(5)
    expect(find(store, 'rain', { limit: 10 })).toMatchObject({ exact: false, next: { by: 'recent' } })
  })
})

test('one article has more blocks with a word than are looked up at once', () => {
  const store = library([['Long', ...Array.from({ length: 4100 }, (_, n) => `Rain ${n}.`)]], [['Short', 'Rain.']])
  expect(
    find(store, 'rain')
      .hits.map(({ article }) => article.headline)
      .sort()
  ).toEqual(['Long', 'Short'])
  expect(find(store, 'rain 17').hits.map(({ article }) => article.headline)).toEqual(['Long'])
})

test('pages follow one another without a gap or a repetition', () => {
  const store = emptyStore()
  for (let n = 0; n < 30; n++) tell(store, [[`Report ${n}`, `Rain fell for ${n} days.`]])
  const seen: number[] = []
  let after: SearchRequest['after'] = null
  do {
    const answer = find(store, 'rain', { limit: 7, after })
    seen.push(...answer.hits.map(({ article }) => article.id))
    after = answer.next
  } while (after !== null)
  expect(seen).toHaveLength(30)
  expect(new Set(seen).size).toBe(30)
})

test('an article whose row is made anew is still found', () => {
  const store = library(market)
  refreshListing(store, 1)
  expect(find(store, 'pitches').hits).toHaveLength(1)
})

describe('any text is a query', () => {
  const store = library(quayRow, market)
  test.each([
    '" OR NEAR(',
    'forced AND NOT',
    '{text} : forced',
    'mark:old',
    "'; DROP TABLE search; --",
    '^forced',
    'a" OR rowid > 0 --',
    'forced*) OR (1',
    '\u0000forced',
    '\ud800',
    '*'.repeat(1000),
    '"'.repeat(999),
    'removed:removed:removed:'
  ])('%j', (text) => {
    expect(() => find(store, text)).not.toThrow()
  })

  test('generated', () => {
    const piece = fc.constantFrom(
      '"',
      '*',
      ' ',
      'removed:',
      'forced',
      'out',
      'AND',
      '(',
      ')',
      '{',
      '}',
      '^',
      ':',
      'work',
      '\u0000',
      '旧'
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.constantFrom('anywhere', 'removed', 'added'),
        (pieces, scope) => {
          const { hits } = find(store, pieces.join(''), { scope: scope as SearchScope })
          for (const hit of hits) expect(hit.versions).toMatch(/1/)
        }
      ),
      { numRuns: 300 }
    )
  })

  test('nothing to search for finds nothing', () => {
    expect(find(store, ' … ')).toMatchObject({ hits: [], next: null, total: 0, searched: 5 })
  })
})
