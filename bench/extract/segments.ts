// Segments that people say belong to a page's text (`inside`) or do not.
import { table } from '../library/measure.ts'
import { chosen, rounded, tried, type Measuring } from './measure.ts'
import { f1, squeezed } from './score.ts'
import { trafilatura } from './sets.ts'

interface Count {
  right: number
  missed: number
  wrong: number
}

export async function measureSegments({ engines, half, worst }: Measuring): Promise<void> {
  const counts = new Map<string, Count>(engines.map(({ name }) => [name, { right: 0, missed: 0, wrong: 0 }]))
  const bad: { readonly cost: number; readonly lines: string }[] = []
  let at = 0
  for (const page of trafilatura()) {
    if (!chosen(half, at++)) continue
    for (const engine of engines) {
      const text = squeezed(await tried(engine, page.html, page.url, 'whole'))
      const count = counts.get(engine.name)!
      const missed = page.inside.filter((one) => !text.includes(squeezed(one)))
      const wrong = page.outside.filter((one) => text.includes(squeezed(one)))
      count.right += page.inside.length - missed.length
      count.missed += missed.length
      count.wrong += wrong.length
      if (engine.name !== 'ours' || missed.length + wrong.length === 0) continue
      const lines = [page.id, ...missed.map((one) => `  - ${one}`), ...wrong.map((one) => `  + ${one}`)]
      bad.push({ cost: missed.length + wrong.length, lines: lines.join('\n') })
    }
  }
  if (at === 0) return console.log('segments: b-trafilatura is not unpacked')
  const rows = [...counts].map(([name, { right, missed, wrong }]) => {
    const [precision, recall] = [right / (right + wrong), right / (right + missed)]
    return [name, rounded(f1(precision, recall)), rounded(precision), rounded(recall)]
  })
  console.log(`\nsegments of ${at} pages (trafilatura, as published: .924)`)
  console.log(table(['', 'F1', 'precision', 'recall'], rows))
  worst.push('== segments', ...bad.toSorted((a, b) => b.cost - a.cost).map(({ lines }) => lines))
}
