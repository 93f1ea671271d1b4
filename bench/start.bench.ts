// Cold start, from starting the process to the largest paint of the first window: our library of samples against a bare
// window of the same runtime that says hello. Only the ratio means anything; the machine's noise is printed with it.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { electronPath } from '../tests/e2e/app.ts'

const root = resolve(import.meta.dirname, '..')
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
     app.whenReady().then(() => {
       const window = new BrowserWindow({ width: 1440, height: 900, show: false, webPreferences: { sandbox: true } })
       window.once('ready-to-show', () => window.show())
       window.loadFile('index.html')
     })`
  )
  return folder
}

/** When the largest thing on the page was painted, in milliseconds since 1970; asked once nothing is painted any more. */
const largestPaint = `new Promise((done) => setTimeout(() => new PerformanceObserver((list) =>
  done(performance.timeOrigin + list.getEntries().at(-1).startTime)
).observe({ type: 'largest-contentful-paint', buffered: true }), 1000))`

/** Starts an app, runs `script` in its page, ends it; milliseconds from the start to the largest paint. */
async function start(app: string, data: string, script = largestPaint): Promise<number> {
  const spawned = Date.now()
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(electronPath, [app, '--remote-debugging-port=0', ...sandbox, `--user-data-dir=${data}`], {
    cwd: root,
    env: { ...process.env, PALIMPSEST_DATA: data },
    stdio: ['ignore', 'ignore', 'pipe']
  })
  const ended = new Promise((done) => child.once('exit', done))
  const painted = await evaluate(await pageOf(await portOf(child.stderr)), script)
  child.kill()
  await ended
  return Number(painted) - spawned
}

function portOf(stderr: Readable): Promise<string> {
  return new Promise((done, fail) => {
    let said = ''
    stderr.on('data', (chunk) => {
      said += String(chunk)
      const found = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(said)
      if (found !== null) done(found[1]!)
    })
    stderr.once('end', () => fail(new Error(`the app did not start:\n${said}`)))
  })
}

/** The debugger address of the page, once there is one; not asked for until then, so as not to slow it down. */
async function pageOf(port: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    await new Promise((done) => setTimeout(done, 500))
    const targets = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as {
      type: string
      url: string
      webSocketDebuggerUrl: string
    }[]
    const page = targets.find(({ type, url }) => type === 'page' && /^(app|file):/.test(url))
    if (page !== undefined) return page.webSocketDebuggerUrl
  }
  throw new Error('no page came up')
}

function evaluate(page: string, expression: string): Promise<unknown> {
  return new Promise((done, fail) => {
    const socket = new WebSocket(page)
    socket.onopen = () =>
      socket.send(
        JSON.stringify({
          id: 1,
          method: 'Runtime.evaluate',
          params: { expression, awaitPromise: true, returnByValue: true }
        })
      )
    socket.onmessage = ({ data }) => {
      const { result } = JSON.parse(String(data)) as { result?: { result: { value: unknown } } }
      if (result === undefined) fail(new Error(`the page did not answer: ${String(data)}`))
      else done(result.result.value)
    }
    socket.onerror = () => fail(new Error('the page cannot be asked'))
  })
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
