// The list of a library of 50,000 articles scrolled by the wheel and by keys, from one end to the other: how long frames took.
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { libraryOf } from './library/made.ts'
import { openWith, scratch, watchFrames } from './window/drive.ts'

const data = scratch()
mkdirSync(data, { recursive: true })
copyFileSync(libraryOf(Number(process.env['SIZE'] ?? 500_000)), join(data, 'library.palimpsest-db'))
const { app, page } = await openWith([], data)
const rows = await page.evaluate(async () => {
  const opened = await window.palimpsest.library.openList({ list: { kind: 'smart', name: 'all' }, limit: 1 })
  return 'value' in opened ? opened.value.ids.length : 0
})
const box = await page.locator('[role=listbox]').first().boundingBox()
await page.mouse.move(box!.x + 50, box!.y + 200)
await page.waitForTimeout(2000)
const told = (what: string, { long, gaps }: { long: number[]; gaps: number[] }) => {
  const sorted = gaps.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0)
  console.log(
    `  ${what.padEnd(22)} ${gaps.length} frames, p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)} ms; over 50 ms: ${long.length}`
  )
}
console.log(`${rows} articles`)
let stop = await watchFrames(page)
await page.waitForTimeout(3000)
told('nothing moves', await stop())
stop = await watchFrames(page)
for (let n = 0; n < 300; n++) await page.mouse.wheel(0, 240)
told('wheel', await stop())
stop = await watchFrames(page)
for (const key of ['End', 'Home', ...Array.from({ length: 100 }, () => 'PageDown')]) await page.keyboard.press(key)
told('End, Home, PageDown', await stop())
await app.close()
process.exit(0)
