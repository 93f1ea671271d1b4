// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { afterAll, expect, test } from 'vitest'
import type { ComparisonAnswer } from '../../../src/contract/contract.ts'
import type { Timemap } from '../../../src/domain/timemap.ts'
import { openLibrary } from '../../../src/library/library.ts'
import { ActsProvider } from '../../../src/renderer/app/ActsContext.tsx'
import { PlaceProvider } from '../../../src/renderer/app/PlaceContext.tsx'
import { InlineText } from '../../../src/renderer/compare/InlineText.tsx'
import { rowsOf } from '../../../src/renderer/compare/rows.ts'
import { InspectorProvider } from '../../../src/renderer/inspector/InspectorContext.tsx'
import { newerText } from '../../../src/renderer/copy/formats.ts'
import { blockOf } from '../../../src/renderer/copy/piece.ts'
import { plainClip } from '../../../src/renderer/copy/clips.ts'
import { selectedIn } from '../../../src/renderer/copy/selected.ts'

// A window of no size: jsdom has no media to ask about.
Object.assign(window, {
  matchMedia: () =>
    new (class extends EventTarget {
      readonly matches = false
    })()
})

const samples = resolve(import.meta.dirname, '../../../resources/sample-library')
const path = join(mkdtempSync(join(tmpdir(), 'palimpsest-copy-')), 'library.db')
const { handlers, close } = openLibrary({ path, samples, now: () => new Date(), tell: () => undefined })
afterAll(close)

await handlers.openSampleLibrary({})
const { rows: articles } = await handlers.listArticles({ list: { kind: 'smart', name: 'all' }, limit: 200 })

/** What is copied from all of a comparison, drawn with its folds open or closed. */
function copied(timemap: Timemap, ends: { older: number; newer: number }, answer: ComparisonAnswer, isOpen: boolean) {
  const nothing = () => undefined
  const folds = { isOpen: () => isOpen, open: nothing, toggle: nothing }
  const props = { timemap, answer, rows: rowsOf(answer), folds, onJump: nothing, ...ends }
  const box = document.createElement('div')
  const root = createRoot(box)
  flushSync(() =>
    root.render(
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <ActsProvider>
          <PlaceProvider>
            <InspectorProvider>
              <InlineText {...props} />
            </InspectorProvider>
          </PlaceProvider>
        </ActsProvider>
      </QueryClientProvider>
    )
  )
  const range = document.createRange()
  range.selectNodeContents(box)
  const { text } = plainClip(selectedIn(range, props.rows))
  root.unmount()
  return text
}

/** A paragraph for each block that has words. */
const textOf = ({ newer }: ComparisonAnswer) =>
  newer.blocks
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join('\n\n')

test.each(articles.map((row) => [row.headline, row.id] as const))(
  'what is copied plain from %s is the newer text, whatever is folded',
  async (_, id) => {
    const timemap = await handlers.timemap({ article: id })
    const { revisions } = timemap
    const pairs = [...revisions.slice(1).map((_, n) => [n, n + 1] as const), [0, revisions.length - 1] as const]
    for (const [n, [older, newer]] of pairs.entries()) {
      const answer = await handlers.compare({ older: revisions[older]!.id, newer: revisions[newer]!.id })
      if (answer.comparison.replaced !== null) continue
      expect(copied(timemap, { older, newer }, answer, n % 2 === 0)).toBe(textOf(answer))
      expect(newerText(rowsOf(answer).flatMap((row) => blockOf(row) ?? []))).toBe(textOf(answer))
    }
  }
)
