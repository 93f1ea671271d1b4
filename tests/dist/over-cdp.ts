import { chromium, type Browser, type Page } from '@playwright/test'
import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Window {
  readonly page: Page
  readonly browser: Browser
  /** Milliseconds from here on until the window's page was there. */
  readonly after: number
  readonly child: ChildProcess
}

/**
 * The window of an application that was started with `--remote-debugging-port=0`. Playwright's own way of starting Electron
 * needs --inspect, which a fuse takes away from what is installed.
 */
export async function windowOf(child: ChildProcess, url: RegExp): Promise<Window> {
  const started = performance.now()
  const address = await debuggingAddress(child)
  // A page that is asked something while it is on its way to its first address may never answer, and is there before it is drawn.
  await pageAt(address, url)
  await sleep(2000)
  const browser = await chromium.connectOverCDP(address, { timeout: 120_000 })
  const context = browser.contexts()[0]!
  const pages = context.pages()
  const page = pages.find((one) => url.test(one.url())) ?? pages[0] ?? (await context.waitForEvent('page'))
  await page.waitForURL(url)
  return { page, browser, after: performance.now() - started, child }
}

/** The address for whoever wants to look into an application that was started with `--remote-debugging-port=0`. */
export function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = ''
    child.stderr?.on('data', (text) => {
      said += String(text)
      const listening = /DevTools listening on (ws:\S+)/u.exec(said)?.[1]
      if (listening !== undefined) found(listening)
    })
    child.once('exit', (code) => failed(new Error(`it ended with ${code}: ${said.slice(-2000)}`)))
  })
}

/** The address to ask the first page at, once there is one under such a URL. */
export async function pageAt(address: string, url: RegExp): Promise<string> {
  const list = `http://${new URL(address).host}/json/list`
  for (;;) {
    const pages = (await (await fetch(list)).json()) as {
      readonly url: string
      readonly webSocketDebuggerUrl: string
    }[]
    const page = pages.find((one) => url.test(one.url))
    if (page !== undefined) return page.webSocketDebuggerUrl
    await sleep(10)
  }
}
