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
      const { frameTimes: frames, longFrames } = window
      window.frameTimes = []
      return { long: longFrames, gaps: frames.slice(1).map((at, n) => at - frames[n]!) }
    })
  }
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly dur?: number
}

const counted = ['FunctionCall', 'EventDispatch', 'UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Commit', 'Layerize']

/** Records a trace of the whole application while `act` runs; what the pages' main threads spent on what, in ms. */
export async function traced(app: ElectronApplication, act: () => Promise<void>): Promise<Map<string, number>> {
  await app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({ included_categories: ['devtools.timeline', 'blink.user_timing', 'v8'] })
  )
  await act()
  const path = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording())
  const { traceEvents } = JSON.parse(readFileSync(path, 'utf8')) as { traceEvents: TraceEvent[] }
  const spent = new Map<string, number>()
  for (const { name, ph, dur = 0 } of traceEvents)
    if (ph === 'X' && counted.includes(name)) spent.set(name, (spent.get(name) ?? 0) + dur / 1000)
  return spent
}
