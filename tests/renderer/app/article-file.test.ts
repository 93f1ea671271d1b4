import { expect, test } from 'vitest'
import { articleFile } from '../../../src/renderer/app/articleFile.ts'

const revision = { label: '3', at: '2026-03-03T09:58:12Z' }
const content = {
  blocks: [
    { kind: 'headline', text: 'Bridge to close' },
    { kind: 'paragraph', text: 'It shuts.' }
  ]
}
const made = (headline: string) =>
  articleFile({
    article: { headline, source: 'The Courier', url: 'https://courier.example/a' },
    revision,
    content: { ...content, claims: [] } as never
  })

test('a dragged article says where it is from, and holds its text', () => {
  expect(made('Bridge to close').text).toBe(
    'The Courier, v3, captured 2026-03-03 09:58 UTC\nhttps://courier.example/a\n\nBridge to close\n\nIt shuts.\n'
  )
})

test.each([
  ['Bridge to close: “for good”', 'bridge-to-close-for-good-v3.txt'],
  ['../../etc/passwd', 'etc-passwd-v3.txt'],
  ['Мост закрыт', 'мост-закрыт-v3.txt'],
  ['???', 'article-v3.txt'],
  [`${'long '.repeat(40)}`, `${'long-'.repeat(11)}long-v3.txt`]
])('%s is the name %s', (headline, name) => {
  expect(made(headline).name).toBe(name)
})
