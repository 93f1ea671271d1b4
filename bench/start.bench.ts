// Cold start, from starting the process to the largest paint of the first window: our library of samples against a bare
// window of the same runtime that says hello. Only the ratio means anything; the machine's noise is printed with it.
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bareApp } from './window/bare.ts'
import { scratch } from './window/drive.ts'
import { runInWindow } from './window/run.ts'

const root = resolve(import.meta.dirname, '..')
const rounds = Number(process.env['ROUNDS'] ?? 7)

/** When the largest thing on the page was painted, in milliseconds since 1970; asked once nothing is painted any more. */
const largestPaint = `new Promise((done) => setTimeout(() => new PerformanceObserver((list) =>
  done(performance.timeOrigin + list.getEntries().at(-1).startTime)
).observe({ type: 'largest-contentful-paint', buffered: true }), 1000))`

/** Milliseconds from starting an app to its largest paint. */
async function start(app: string, data: string, script = largestPaint): Promise<number> {
  const spawned = Date.now()
  return Number(await runInWindow(app, data, script)) - spawned
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!
const spread = (values: readonly number[]) => `${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))}`

const bare = bareApp()
const samples = join(root, 'resources/sample-library')
const english = readdirSync(samples).filter((name) => /^0\d.*\.json$/.test(name))

/** A data folder with a library made of the files named. */
async function prepared(names: readonly string[]): Promise<string> {
  const data = scratch()
  const paths = JSON.stringify(names.map((name) => join(samples, name)))
  await start(root, data, `window.palimpsest.library.importFiles({ paths: ${paths} }).then(() => 0)`)
  return data
}

const runs = [
  { name: 'bare window', app: bare, data: scratch(), times: [] as number[] },
  { name: 'library in one script', app: root, data: await prepared(english), times: [] as number[] },
  {
    name: 'library in ten scripts',
    app: root,
    data: await prepared(readdirSync(samples).filter((name) => name.endsWith('.json'))),
    times: [] as number[]
  }
]
for (let round = 0; round < rounds; round++) {
  for (const { app, data, times } of runs) times.push(await start(app, data))
}
const base = median(runs[0]!.times)
console.log(
  `cold start to the largest paint, median of ${rounds} (least to most) in ms, and ratio (target: at most 1.5)`
)
for (const { name, times } of runs) {
  console.log(
    `  ${name.padEnd(24)}${String(Math.round(median(times))).padStart(5)}  (${spread(times)})  ${(median(times) / base).toFixed(2)}`
  )
}
process.exit(0)
