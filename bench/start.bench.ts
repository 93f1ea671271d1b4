// Cold start, from starting the process to the largest paint of the first window: our library of samples against a bare
// window of the same runtime that says hello. Only the ratio means anything; the machine's noise is printed with it.
import { chromium } from '@playwright/test'
import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createRequire } from 'node:module'

const root = resolve(import.meta.dirname, '..')
/** In plain Node the package is the path of its program. */
const electron = createRequire(import.meta.url)('electron') as string
const rounds = Number(process.env['ROUNDS'] ?? 7)
const scratch = () => mkdtempSync(join(tmpdir(), 'palimpsest-bench-'))

/** The least an Electron app can be, with the same window options as ours. */
function bareApp(): string {
  const folder = scratch()
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'bare', type: 'module', main: 'main.js' }))
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>Hello</title><h1>Hello</h1><p>This is a window with a line of text.</p>'
  )
  writeFileSync(
    join(folder, 'main.js'),
    `import { app, BrowserWindow } from 'electron'
     await app.whenReady()
     const window = new BrowserWindow({ width: 1440, height: 900, show: false, webPreferences: { sandbox: true } })
     window.once('ready-to-show', () => window.show())
     window.loadFile('index.html')`
  )
  return folder
}

interface Start {
  /** Milliseconds from spawn to the largest paint. */
  readonly painted: number
  readonly close: () => Promise<void>
}

async function start(app: string, data: string, prepare = false): Promise<Start> {
  const spawned = Date.now()
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(electron, [app, '--remote-debugging-port=0', ...sandbox, `--user-data-dir=${data}`], {
    cwd: root,
    env: { ...process.env, PALIMPSEST_DATA: data },
    stdio: ['ignore', 'ignore', 'pipe']
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const browser = await chromium.connectOverCDP(await debuggerOf(child.stderr))
  const context = browser.contexts()[0]!
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  if (prepare) await page.getByRole('button', { name: 'Open the sample library' }).click()
  await page.waitForSelector(app === root ? (prepare ? '[role=option]' : '[role=option], [role=row]') : 'h1')
  await page.waitForTimeout(700)
  const painted = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => done(performance.timeOrigin + list.getEntries().at(-1)!.startTime)).observe({
          type: 'largest-contentful-paint',
          buffered: true
        })
      })
  )
  const close = async () => {
    await page.close()
    await ended
  }
  return { painted: painted - spawned, close }
}

async function debuggerOf(stderr: AsyncIterable<Buffer>): Promise<string> {
  let said = ''
  for await (const chunk of stderr) {
    said += String(chunk)
    const found = /DevTools listening on (ws:\S+)/.exec(said)
    if (found !== null) return found[1]!
  }
  throw new Error(`the app did not start:\n${said}`)
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!
const spread = (values: readonly number[]) => `${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))}`

const bare = bareApp()
const library = scratch()
await (await start(root, library, true)).close()
const ours: number[] = []
const theirs: number[] = []
for (let round = 0; round < rounds; round++) {
  for (const [app, data, times] of [
    [bare, scratch(), theirs],
    [root, library, ours]
  ] as const) {
    const started = await start(app, data)
    times.push(started.painted)
    await started.close()
  }
}
console.log(`cold start to the largest paint, median of ${rounds} (least to most), ms`)
console.log(`  bare window   ${Math.round(median(theirs))}  (${spread(theirs)})`)
console.log(`  our library   ${Math.round(median(ours))}  (${spread(ours)})`)
console.log(`  ratio         ${(median(ours) / median(theirs)).toFixed(2)}  (target: at most 1.5)`)
process.exit(0)
