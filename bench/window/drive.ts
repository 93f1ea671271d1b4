import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bridge } from '../../src/contract/client.ts'
import { root } from './run.ts'

declare global {
  interface Window {
    readonly palimpsest: Bridge
    /** How long after the input that is measured its effect was shown. */
    shown: Promise<number>
    /** Frames that took over 50 ms to make, as the browser tells of them. */
    longFrames: number[]
    /** When each frame began. */
    frameTimes: number[]
  }
}

export const scratch = (): string => mkdtempSync(join(tmpdir(), 'palimpsest-bench-'))

export interface Opened {
  readonly app: ElectronApplication
  readonly page: Page
}

/** Starts the built app on a data folder, brings history files into its library and shows its list. */
export async function openWith(files: readonly string[], data = scratch()): Promise<Opened> {
  const app = await _electron.launch({
    args: ['-r', join(root, 'tests/e2e/blank-first.cjs'), '.'],
    cwd: root,
    env: { ...process.env, PALIMPSEST_DATA: data }
  })
  const page = await app.firstWindow()
  await page.waitForURL('app://ui/index.html')
  await page.evaluate((paths) => window.palimpsest.library.importFiles({ paths }), [...files])
  await page.reload()
  await page.getByRole('option').first().waitFor({ timeout: 60_000 })
  return { app, page }
}

export async function openArticle(page: Page, name: string): Promise<void> {
  await page.getByRole('option', { name: new RegExp(name, 'u') }).click()
  await page.locator('#reader-text').waitFor()
  await page.waitForTimeout(1500)
}

/** What has to be on the page for an input to have had its effect; runs in the page at the start of every frame. */
export interface Sight {
  readonly selector: string
  readonly ending: string
}

/**
 * Milliseconds from an input to the frame that shows its effect. The input's time is the one the browser gave it; the frame
 * counts once it was drawn, which a task after it tells.
 */
export async function shownAfter(page: Page, input: () => Promise<void>, sight: Sight): Promise<number> {
  await page.evaluate(({ selector, ending }) => {
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    window.shown = promise
    const given = () => `${selector} shows ${[...document.querySelectorAll(selector)].at(-1)?.textContent}`
    setTimeout(() => reject(new Error(`no ${ending} after 20 s: ${given()}`)), 20_000)
    let from = 0
    const began = (event: Event) => {
      from ||= event.timeStamp
    }
    for (const name of ['keydown', 'pointerdown'] as const) addEventListener(name, began, { capture: true, once: true })
    const look = () => {
      const found = [...document.querySelectorAll(selector)].at(-1)
      if (from === 0 || found?.textContent.endsWith(ending) !== true) return void requestAnimationFrame(look)
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now() - from)
      port2.postMessage(null)
    }
    requestAnimationFrame(look)
  }, sight)
  await input()
  return page.evaluate(() => window.shown)
}

/** Counts frames, and those the browser calls long, until it is told to stop. */
export async function watchFrames(page: Page): Promise<() => Promise<{ long: number[]; gaps: number[] }>> {
  await page.evaluate(() => {
    const long: number[] = []
    const frames: number[] = []
    window.longFrames = long
    window.frameTimes = frames
    new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'long-animation-frame'
    })
    const tick = (at: number) => {
      frames.push(at)
      if (window.frameTimes === frames) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  return async () => {
    await page.waitForTimeout(300)
    return page.evaluate(() => {
      const { frameTimes, longFrames } = window
      window.frameTimes = []
      return { long: longFrames, gaps: frameTimes.slice(1).map((at, n) => at - frameTimes[n]!) }
    })
  }
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds of the thread's own time, whatever else the machine did. */
  readonly tdur?: number
  readonly args: { readonly name?: string }
}

const counted = new Set(['FunctionCall', 'UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Commit'])

/**
 * Records a trace of the whole application while `act` runs: so many ms of its own time the page's main thread was busy, and
 * with what. Unlike the time that passes this hardly depends on what else the machine does.
 */
export async function traced(app: ElectronApplication, act: () => Promise<void>): Promise<Map<string, number>> {
  await app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({
      included_categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline']
    })
  )
  await act()
  const path = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording())
  const { traceEvents } = JSON.parse(readFileSync(path, 'utf8')) as { traceEvents: TraceEvent[] }
  const placeOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const mains = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(placeOf)
  )
  const spent = new Map([['all', 0]])
  for (const event of traceEvents) {
    const { name, ph, tdur = 0 } = event
    if (ph !== 'X' || !mains.has(placeOf(event))) continue
    const what = name === 'RunTask' || name === 'ThreadControllerImpl::RunTask' ? 'all' : name
    if (what === 'all' || counted.has(what)) spent.set(what, (spent.get(what) ?? 0) + tdur / 1000)
  }
  return spent
}
