import { expect, test } from 'vitest'
import { findArticles } from '../../src/library/search/find-articles.ts'
import type { Store } from '../../src/library/store/open.ts'
import { contentOf, emptyStore, newArticle, see } from './stories.ts'

function tell(store: Store, source: string, day: number, ...headlines: readonly string[]): number {
  const article = newArticle(store, { source })
  const at = (hour: number) => new Date(Date.UTC(2026, 0, 1 + day, hour)).toISOString()
  see(store, article, ...headlines.map((headline, i) => ({ at: at(i), content: contentOf(headline, 'A text.') })))
  return article
}

const store = emptyStore()
tell(store, 'The Orrinmouth Courier', 1, 'Council to move 40 households', 'Families will have a choice over sea wall')
tell(store, 'Port Brannock Echo', 2, 'Stallholders offered pitches on the market square')
tell(store, 'Le Courrier', 3, 'Le café du port ferme')
tell(store, '北國新聞', 4, '新しい駅舎が完成')
// Older than what is looked at one by one.
for (let i = 0; i < 1200; i++) tell(store, 'Wire', 30 + (i % 300), `Bulletin number ${i}`)

const headlines = (text: string, limit = 20) => findArticles(store, text, limit).map(({ headline }) => headline)

test.each([
  ['families', 'Families will have a choice over sea wall'],
  ['wall choi', 'Families will have a choice over sea wall'],
  ['sea wall courier', 'Families will have a choice over sea wall'],
  ['orrinmouth', 'Families will have a choice over sea wall'],
  ['familes', 'Families will have a choice over sea wall'],
  ['stallhodlers', 'Stallholders offered pitches on the market square'],
  ['CAFE', 'Le café du port ferme'],
  ['駅舎', '新しい駅舎が完成'],
  ['bulletin 731', 'Bulletin number 731']
])('%s', (text, headline) => expect(headlines(text)[0]).toBe(headline))

test('a headline that stands no more is found, and said to have stood', () => {
  expect(findArticles(store, '40 households', 5)).toMatchObject([
    { headline: 'Families will have a choice over sea wall', once: 'Council to move 40 households' }
  ])
  expect(findArticles(store, 'families', 5)[0]?.once).toBeNull()
})

test('no more than asked for, nothing for nothing, and no query language', () => {
  expect(headlines('bulletin', 7)).toHaveLength(7)
  for (const text of ['', '  ', '"', '* OR', "'); DROP TABLE search; --", 'zzzz']) expect(headlines(text)).toEqual([])
})
