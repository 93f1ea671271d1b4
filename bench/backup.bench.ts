// How long a window waits for an answer while a library of 200 MB is copied: beside an idle process, and beside one that
// copies by itself.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { makeBackup } from '../src/library/backup.ts'
import { sizeOf } from '../src/library/place.ts'
import { copyInto } from '../src/library/store/copy.ts'
import { openStore } from '../src/library/store/open.ts'

const folder = mkdtempSync(join(tmpdir(), 'palimpsest-bench-'))
const path = join(folder, 'library.db')
const worker = new URL('../src/library/backup-worker.ts', import.meta.url)
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

function build(): void {
  const store = openStore(path)
  const insert = store.prepare('INSERT INTO body (hash, size, base, depth, data) VALUES (?, 0, NULL, 0, ?)')
  store.transaction(() => {
    for (let n = 0; n < 2000; n++) insert.run(randomBytes(32), randomBytes(100_000))
  })()
  store.close()
}

/** Five runs: how long each took, and the longest wait in it; the medians. */
async function measure(what: string, work: (run: number) => Promise<void>): Promise<void> {
  const runs: (readonly [whole: number, longest: number])[] = []
  for (let run = 0; run < 5; run++) {
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const started = performance.now()
    await work(run)
    await sleep(5)
    delay.disable()
    runs.push([performance.now() - started, delay.max / 1e6])
  }
  const median = (at: 0 | 1) =>
    runs
      .map((one) => one[at])
      .toSorted((a, b) => a - b)[2]!
      .toFixed(0)
  console.log(`${what.padEnd(28)} ${median(0).padStart(6)} ms, longest wait ${median(1).padStart(5)} ms`)
}

try {
  build()
  console.log(`a library of ${(sizeOf(path) / 1e6).toFixed(0)} MB, medians of 5`)
  await measure('idle', () => sleep(2000))
  await measure('backup in its own thread', (run) =>
    makeBackup({ path, now: new Date(Date.UTC(2026, 5, 1 + run)), worker })
  )
  await measure('copied by the process itself', async (run) => {
    await sleep(5)
    copyInto(path, join(folder, `copy-${run}`), undefined)
  })
} finally {
  rmSync(folder, { recursive: true })
}
